import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that mostly wait, for a real alarm or for Firefox's next frame: one browser's minute costs the others
 * nothing.
 */
const waiting = [
  'tests/e2e/firefox-callback-day.test.ts',
  'tests/e2e/chromium-main-path.test.ts',
  'tests/e2e/firefox-main-path.test.ts',
  'tests/e2e/chromium-review-by-itself.test.ts',
  // Works, and niced: what the others leave of the machine while they wait.
  'tests/e2e/chromium-gallery.test.ts',
];

/** Files without a browser, a few real servers each: they run one after the other while those above wait. */
const serversOnly = ['connect', 'key', 'life', 'requests', 'server', 'trouble'].map(
  (name) => `tests/e2e/team-${name}.test.ts`,
);

/** Those that wait begin first: the servers' files fill the one place that is left. */
class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const waits = ({ moduleId }: TestSpecification) => !serversOnly.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(waits), ...sorted.filter((file) => !waits(file))];
  }
}

const common = {
  root: join(import.meta.dirname, '../..'),
  environment: 'node' as const,
  // A real alarm may take two minutes to come: ten minutes ahead of a promise said eleven minutes ahead.
  testTimeout: 240_000,
  hookTimeout: 120_000,
};

// No second try: a test that passes only sometimes has found something.
export default defineConfig({
  test: {
    retry: 0,
    sequence: { sequencer: WaitingFirst },
    projects: [
      {
        test: {
          ...common,
          name: 'waiting together',
          include: [...waiting, ...serversOnly],
          maxWorkers: waiting.length + 1,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          name: 'one browser at a time',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: [...waiting, ...serversOnly],
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1, shuffle: false },
        },
      },
    ],
  },
});
