import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [preact()],
  test: {
    include: ['lib/**/*.test.{ts,tsx}', 'components/**/*.test.{ts,tsx}', 'entrypoints/**/*.test.ts'],
    // Rules are pure; the few suites that need a DOM say so with `// @vitest-environment happy-dom`.
    environment: 'node',
    restoreMocks: true,
  },
});
