import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const blockSize = 32_768;
const headerSize = 7;
/** A record is one fragment (1), or a first (2), any middle ones (3) and a last (4). */
const [whole, first, middle, last] = [1, 2, 3, 4];

/** The logs Chromium writes IndexedDB to, in this profile: one for each origin that has a database. */
async function logs(profileDir: string): Promise<string[]> {
  const root = join(profileDir, 'Default', 'IndexedDB');
  const folders = (await readdir(root)).filter((name) => name.endsWith('.leveldb'));
  const found = folders.map(async (folder) => {
    const names = (await readdir(join(root, folder))).filter((name) => name.endsWith('.log')).sort();
    return names.slice(-1).map((name) => join(root, folder, name));
  });
  return (await Promise.all(found)).flat();
}

/**
 * True where a log ends in the middle of a record, as a kill leaves it. The browser is shut. Its format:
 * https://github.com/google/leveldb/blob/main/doc/log_format.md
 */
export async function hasTornLog(profileDir: string): Promise<boolean> {
  const all = await Promise.all((await logs(profileDir)).map((path) => readFile(path)));
  return all.some(isTorn);
}

function isTorn(log: Buffer): boolean {
  let inside = false;
  let at = 0;
  while (at < log.length) {
    const left = blockSize - (at % blockSize);
    if (left < headerSize) {
      at += left;
      continue;
    }
    if (at + headerSize > log.length) return true;
    const length = log.readUInt16LE(at + 4);
    const type = log[at + 6];
    if (type === 0 && length === 0) {
      at += left;
      continue;
    }
    if (at + headerSize + length > log.length) return true;
    if (type === whole || type === last) inside = false;
    if (type === first || type === middle) inside = true;
    at += headerSize + length;
  }
  return inside;
}

/**
 * Leaves the log as a kill does between the two writes that make a record: a header, and nothing of what it heads.
 * The browser is shut. @param length what the header says that would come, up to 32,761 bytes
 */
export async function tearLog(profileDir: string, length: number): Promise<void> {
  const header = Buffer.alloc(headerSize);
  header.writeUInt32LE(0x12345678, 0);
  header.writeUInt16LE(length, 4);
  header[6] = whole as number;
  for (const path of await logs(profileDir)) await appendFile(path, header);
}
