import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// As in tests/e2e: one browser at a time but where a file says otherwise, and no second try.
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['tests/soak/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    maxWorkers: 1,
    retry: 0,
    testTimeout: 480_000,
    hookTimeout: 120_000,
    sequence: { shuffle: false },
  },
});
