import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The files of a profile that hold one of these texts, in UTF-8 or UTF-16, as anybody with the disk finds them. */
export async function filesWith(profileDir: string, texts: readonly string[]): Promise<string[]> {
  const wanted = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  const found: string[] = [];
  for (const entry of await readdir(profileDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (wanted.some((text) => bytes.includes(text))) found.push(relative(profileDir, path));
  }
  return found;
}
