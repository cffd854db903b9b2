import { defineConfig } from 'vitest/config';

/** Pages in the system's Chromium. Files share one build and one seeded demo district, each on a copy of its own. */
export default defineConfig({
  test: {
    include: ['tests/e2e/pages/**/*.test.ts'],
    globalSetup: ['tests/e2e/pages/prepare.ts'],
    setupFiles: ['tests/quiet.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // A browser on a busy machine may miss a moment: what fails twice is broken.
    retry: 1,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
