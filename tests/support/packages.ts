import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { outputDir, root } from './paths.ts';
import { mustRun } from './step.ts';
import { unzip } from './unzip.ts';

/**
 * `npm run zip`: what the stores take (`.output/*.zip`), and the proof for Firefox's reviewers: the source package
 * is unpacked elsewhere and built, and gives the files of the package, byte for byte.
 */
for (const browser of ['chrome', 'edge', 'firefox']) await mustRun('wxt', ['zip', '-b', browser]);

const packages = readdirSync(outputDir).filter((name) => name.endsWith('.zip'));
for (const name of packages) console.log(`${join('.output', name)}: ${kilobytes(name)} kB`);

const elsewhere = mkdtempSync(join(tmpdir(), 'ringback-source-'));
try {
  for (const [name, bytes] of unzip(read(/-sources\.zip$/))) {
    const file = join(elsewhere, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  // The locked packages are these already; a reviewer runs `npm ci`.
  symlinkSync(join(root, 'node_modules'), join(elsewhere, 'node_modules'));
  const script = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const run = spawnSync(process.execPath, [script, 'build', '-b', 'firefox'], {
    cwd: elsewhere,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`the source package does not build:\n${run.stdout}${run.stderr}`);
  const shipped = unzip(read(/-firefox\.zip$/));
  const differs = [...shipped].filter(([name, bytes]) => {
    return !readFileSync(join(elsewhere, '.output', 'firefox-mv3', name)).equals(bytes);
  });
  if (differs.length > 0) throw new Error(`built otherwise: ${differs.map(([name]) => name).join(', ')}`);
  console.log(`the source package builds the ${shipped.size} files of Firefox's package, byte for byte`);
} finally {
  rmSync(elsewhere, { recursive: true, force: true });
}

function read(ending: RegExp): Buffer {
  const name = packages.find((one) => ending.test(one));
  if (!name) throw new Error(`there is no package ${ending}`);
  return readFileSync(join(outputDir, name));
}

function kilobytes(name: string): number {
  return Math.round(readFileSync(join(outputDir, name)).length / 1_000);
}
