import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [preact()],
  resolve: {
    // WXT generates this module at build time; tests read the same English messages through a double.
    alias: { '#i18n': fileURLToPath(new URL('./tests/support/i18n-in-tests.ts', import.meta.url)) },
  },
  test: {
    include: [
      'lib/**/*.test.{ts,tsx}',
      'components/**/*.test.{ts,tsx}',
      'entrypoints/**/*.test.ts',
      'tests/bench/*.test.ts',
    ],
    // Rules are pure; the few suites that need a DOM say so with `// @vitest-environment happy-dom`.
    environment: 'node',
    restoreMocks: true,
    // Stops what hangs. Speed is measured elsewhere: a property with many examples took 6 s on a busy machine.
    testTimeout: 30_000,
  },
});
