import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// One browser at a time and no second try: a test that passes only sometimes has found something.
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['tests/e2e/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    maxWorkers: 1,
    retry: 0,
    // A real alarm may take two minutes to come: ten minutes ahead of a promise said eleven minutes ahead.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    sequence: { shuffle: false },
  },
});
