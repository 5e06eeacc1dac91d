import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], timeout = 60_000) => ({
  test: { name, include, testTimeout: timeout, hookTimeout: timeout },
});

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{data,browser,services}.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      project('data', ['test/**/*.data.test.ts'], 600_000),
      project('browser', ['test/**/*.browser.test.ts'], 120_000),
      project('services', ['test/**/*.services.test.ts'], 120_000),
    ],
  },
});
