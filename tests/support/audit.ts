import { spawnSync } from 'node:child_process';
import { root } from './paths.ts';

/**
 * `npm run audit`: known weaknesses of the packages in the lock file, as the registry tells them. Apart from
 * `npm test`, because the answer changes without the code changing; a registry without audits says so here.
 */
const { stdout } = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});

interface Audit {
  metadata?: { vulnerabilities: Record<string, number> };
  message?: string;
  error?: { summary?: string };
}

function parsed(): Audit {
  try {
    return JSON.parse(stdout) as Audit;
  } catch {
    return { message: 'npm gave no answer that can be read' };
  }
}

const audit = parsed();
if (audit.metadata) {
  const { total = 0, ...byWeight } = audit.metadata.vulnerabilities;
  const listed = Object.entries(byWeight).filter(([, count]) => count > 0);
  console.log(
    total === 0
      ? 'No known weakness in any package of the lock file.'
      : `${total} known weaknesses: ${listed.map(([weight, count]) => `${count} ${weight}`).join(', ')}. See npm audit.`,
  );
  process.exitCode = total === 0 ? 0 : 1;
} else {
  console.log(
    `The registry offers no audit here: ${audit.message || audit.error?.summary || 'no reason given'}`,
  );
}
