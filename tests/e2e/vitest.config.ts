import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

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
    projects: [
      {
        test: {
          ...common,
          name: 'waiting together',
          include: waiting,
          maxWorkers: waiting.length,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          name: 'one browser at a time',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: waiting,
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1, shuffle: false },
        },
      },
    ],
  },
});
