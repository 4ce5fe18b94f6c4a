import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firefoxBuild, root } from '../support/paths.ts';

interface Finding {
  code: string;
  message: string;
  file?: string;
}

/** What `web-ext lint` runs, over the build for Firefox. */
function lint(): { errors: Finding[]; notices: Finding[]; warnings: Finding[] } {
  const linter = join(root, 'node_modules', 'addons-linter', 'bin', 'addons-linter');
  const run = spawnSync(process.execPath, [linter, '--output', 'json', firefoxBuild], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  return JSON.parse(run.stdout);
}

/** Warnings there may be, each with its reason. */
const known: { code: string; message: string; most: number; why: string }[] = JSON.parse(
  readFileSync(join(root, '.github', 'store', 'lint-warnings.json'), 'utf8'),
);

it('the store’s own linter finds no error, and no warning but those we know the reason of', () => {
  const { errors, notices, warnings } = lint();
  expect(errors).toEqual([]);
  expect(notices).toEqual([]);
  const allowed = (finding: Finding) =>
    known.some(({ code, message }) => code === finding.code && message === finding.message);
  expect(warnings.filter((finding) => !allowed(finding))).toEqual([]);
  for (const { code, message, most } of known) {
    const found = warnings.filter((finding) => finding.code === code && finding.message === message);
    // One that is gone leaves the list, too.
    expect(found.length, message).toBeGreaterThan(0);
    expect(found.length, message).toBeLessThanOrEqual(most);
  }
});
