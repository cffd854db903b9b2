import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/pages/**'],
    setupFiles: ['tests/quiet.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Long enough for the slowest machine: a test that hangs is told from one that works slowly.
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
