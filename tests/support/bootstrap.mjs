// What `npm start` and `npm test` run first, on whatever Node is there (20 or later) and with nothing
// installed: it installs the locked packages when they are missing or older than the lock, then hands over
// to the Node that came with them, which runs TypeScript as it is.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const support = dirname(fileURLToPath(import.meta.url));
const root = join(support, '..', '..');
const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const scripts = { start: 'start.ts', test: 'test.ts', screenshots: 'screenshots.ts' };
const script = scripts[process.argv[2]];
if (!script) give(`use: bootstrap.mjs ${Object.keys(scripts).join(' | ')}`);
if (Number(process.versions.node.split('.')[0]) < 20) {
  give(`Ringback's scripts need Node 20 or later, this is ${process.version}`);
}
if (!installed()) install();

// Ctrl-C reaches the script too, which cleans up after itself; this one only waits for it.
process.on('SIGINT', () => {});
const done = spawnSync(ownNode, [join(support, script), ...process.argv.slice(3)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = done.status ?? 1;

/** Whether what npm wrote down as installed is what the lock asks for, and the own Node starts. */
function installed() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const have = JSON.parse(readFileSync(record, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const same = Object.entries(want).every(([path, entry]) => {
    // Optional packages of other systems are left out rightly.
    return path === '' || (have[path] ? have[path].version === entry.version : entry.optional === true);
  });
  return same && spawnSync(ownNode, ['--version']).status === 0;
}

function install() {
  console.log('installing the locked packages (npm ci)');
  const npm = process.env.npm_execpath;
  const command = npm ? [process.execPath, npm, 'ci'] : ['npm', 'ci'];
  const [file, ...args] = command;
  // Without npm's own path Windows needs a shell to find npm.cmd.
  const done = spawnSync(file, args, {
    cwd: root,
    stdio: 'inherit',
    shell: !npm && process.platform === 'win32',
  });
  if (done.status !== 0) give('npm ci failed: see above');
  if (spawnSync(ownNode, ['--version']).status !== 0) {
    give('the "node" package has no Node in it: its install script did not run (npm config ignore-scripts?)');
  }
}

function give(reason) {
  console.error(reason);
  process.exit(1);
}
