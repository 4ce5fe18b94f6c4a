import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of a file as a server would send it. */
export function gzipBytes(file: string): number {
  return gzipSync(readFileSync(file)).length;
}

/** Static imports of a built module; what is imported with `import()` is fetched later and does not count. */
const staticImport = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+\s*from\s*)?["'](\.{1,2}\/[^"']+)["']/g;

/** A module and everything it imports before its first line runs. */
function withImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(staticImport)) {
    withImports(join(dirname(file), path), found);
  }
  return found;
}

/** Every file an extension page loads before it can show anything. @param build folder of the build */
export function firstLoadOfPage(build: string, page: string): string[] {
  const html = readFileSync(join(build, page), 'utf8');
  const referred = [...html.matchAll(/(?:src|href)="\/?([^":]+\.(?:js|css))"/g)].map(([, path = '']) => path);
  const modules = referred.filter((path) => path.endsWith('.js'));
  const files = new Set([join(build, page)]);
  for (const path of modules) withImports(join(build, path), files);
  for (const path of referred) files.add(join(build, path));
  return [...files];
}

/** Every file a script of the build loads before its first line runs. */
export function firstLoadOfScript(build: string, script: string): string[] {
  return [...withImports(join(build, script))];
}

/** What those files weigh together, gzip, in kB of 1,000 bytes. */
export function gzipKilobytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipBytes(file), 0) / 1_000;
}
