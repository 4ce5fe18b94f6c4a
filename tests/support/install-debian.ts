import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether packages can be installed here without asking anybody. */
export function canInstallPackages(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs Debian packages; throws with apt's own last word when that fails. */
export function installPackages(packages: string[]): void {
  console.log(`installing ${packages.join(' ')} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const done = spawnSync('apt-get', args, { env, encoding: 'utf8', timeout: 600_000 });
    if (done.status !== 0) {
      const said = `${done.stderr ?? ''}`.trim().split('\n').pop();
      throw new Error(`apt-get ${args[0]} failed: ${said || done.error?.message || `code ${done.status}`}`);
    }
  }
}
