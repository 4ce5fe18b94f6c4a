import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCommand } from '../find-browser.ts';
import { outputDir } from '../paths.ts';
import { reasonOf } from '../wait.ts';

/**
 * The servers tests want, and the Debian suite that has each: 2.9 is what Ringback refuses, 2.10 the oldest
 * it works with. The programs need nothing but libc, so a newer suite's runs on an older system.
 */
const suites = { '2.9': 'bookworm', '2.10': 'trixie' } as const;

/** A line of server versions: '2.10' is any 2.10 or newer, '2.9' exactly 2.9. */
export type NatsVersion = keyof typeof suites;

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/**
 * The path of a real nats-server: NATS_SERVER or the one on the PATH where it is new enough, else one unpacked
 * earlier into `.output/nats-server`, else Debian's package of the suite that has it, fetched with apt through
 * a list of sources of its own and unpacked, not installed. Throws with what to do where none can be had.
 */
export function provideNatsServer(version: NatsVersion = '2.10'): string {
  const own = join(outputDir, 'nats-server', version, 'nats-server');
  const places = [process.env.NATS_SERVER, findCommand('nats-server'), own];
  const found = places.find((place) => place && existsSync(place) && fits(versionOf(place), version));
  if (found) return found;
  const missing = `missing: nats-server ${version}${version === '2.10' ? ' or newer' : ''}`;
  if (!findCommand('apt-get') || !findCommand('dpkg-deb') || !existsSync(keyring)) {
    throw new Error(`${missing} (install it, or set NATS_SERVER to its path)`);
  }
  try {
    unpackFromDebian(suites[version], own);
  } catch (error) {
    throw new Error(`${missing}, and Debian's package could not be unpacked: ${reasonOf(error)}`);
  }
  if (!fits(versionOf(own), version)) throw new Error(`${missing}: ${own} is ${versionOf(own) || 'not one'}`);
  return own;
}

/** What `nats-server --version` says, as "2.10.27"; empty where it does not start. */
function versionOf(path: string): string {
  const said = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 }).stdout ?? '';
  return /v(\d+\.\d+\.\d+)/.exec(said)?.[1] ?? '';
}

function fits(have: string, want: NatsVersion): boolean {
  const [major = 0, minor = 0] = have.split('.').map(Number);
  return want === '2.9' ? major === 2 && minor === 9 : major > 2 || (major === 2 && minor >= 10);
}

function unpackFromDebian(suite: string, target: string): void {
  const place = mkdtempSync(join(tmpdir(), 'ringback-nats-'));
  try {
    for (const directory of ['lists/partial', 'cache/archives/partial']) {
      mkdirSync(join(place, directory), { recursive: true });
    }
    const mirror = debianMirror(place);
    const source = join(place, 'sources.list');
    // A file and not an option: apt reads its sources from files only, and the system's own stay as they are.
    writeFileSync(source, `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`);
    const apart = [
      `Dir::Etc::sourcelist=${source}`,
      'Dir::Etc::sourceparts=-',
      `Dir::State::lists=${place}/lists`,
      `Dir::Cache=${place}/cache`,
      'APT::Sandbox::User=root',
    ].flatMap((option) => ['-o', option]);
    run('apt-get', [...apart, '-qq', 'update'], place);
    run('apt-get', [...apart, '-qq', 'download', 'nats-server'], place);
    const archive = readdirSync(place).find((name) => name.endsWith('.deb'));
    if (!archive) throw new Error(`${suite} has no nats-server`);
    run('dpkg-deb', ['-x', archive, 'unpacked'], place);
    mkdirSync(join(target, '..'), { recursive: true });
    // In one move: another process may be looking for it at this moment.
    const beside = `${target}.${process.pid}`;
    copyFileSync(join(place, 'unpacked', 'usr', 'sbin', 'nats-server'), beside);
    renameSync(beside, target);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Where this system takes Debian's packages from; its lists are fetched first where it has none yet. */
function debianMirror(cwd: string): string {
  const listed = () =>
    run('apt-get', ['indextargets', '--format', '$(REPO_URI)'], cwd)
      .split('\n')
      .find((uri) => /\/debian\/?$/.test(uri));
  const first = listed();
  if (first) return first;
  run('apt-get', ['-qq', 'update'], cwd);
  const mirror = listed();
  if (!mirror) throw new Error("this system's sources name no mirror of Debian");
  return mirror;
}

/** Gives what it prints; throws with its last line of complaint. */
function run(command: string, args: string[], cwd: string): string {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 240_000 });
  if (done.status === 0) return done.stdout;
  const said = `${done.stderr ?? ''}`.trim().split('\n').pop();
  throw new Error(`${command}: ${said || done.error?.message || `code ${done.status}`}`);
}
