import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    env: { TZ: 'Europe/Berlin' },
    include: ['tests/soak/**/*.test.ts'],
    testTimeout: 1_800_000,
    fileParallelism: false,
  },
});
