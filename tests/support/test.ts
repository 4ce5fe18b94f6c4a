import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provide } from './need.ts';
import { mustRun, tool } from './step.ts';
import { Tally } from './tally.ts';

/**
 * `npm test`: every check there is, all of them even when an early one fails, and one line at the end.
 * Packages are installed already (bootstrap.mjs).
 */
const tally = new Tally();
const reports = await mkdtemp(join(tmpdir(), 'ringback-reports-'));

/** One vitest run: its tests are counted one by one, and the run itself is not. */
async function vitest(name: string, args: string[]): Promise<void> {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const report = join(reports, `${name.replaceAll(' ', '-')}.json`);
  const code = await tool('vitest', [
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  tally.addVitest(name, report, code);
  console.log(`== ${name} took ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

await tally.step('types', async () => {
  await mustRun('wxt', ['prepare']);
  await mustRun('tsc', ['--noEmit']);
});
await tally.step('format and lint', () => mustRun('biome', ['ci', '.']));
await tally.step('room rules', () => mustRun('npm', ['run', '--silent', 'check:rooms']));
await vitest('unit tests', []);
await tally.step('build for Chromium', () => mustRun('wxt', ['build']));
await tally.step('build for Firefox', () => mustRun('wxt', ['build', '-b', 'firefox']));
await tally.step('browsers', async () => {
  provide('chromium', 'firefox', 'xvfb', 'xdotool', 'openbox');
});
// They run even without a browser or a build: each test then fails by itself, and is counted.
await vitest('end to end', ['--config', 'tests/e2e/vitest.config.ts']);
await rm(reports, { recursive: true, force: true });

tally.report();
process.exitCode = tally.failed === 0 ? 0 : 1;
