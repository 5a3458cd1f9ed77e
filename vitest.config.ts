import { defineConfig } from 'vitest/config'

const resolve = { conditions: ['openimr-source'] }
const ssr = { resolve: { conditions: ['openimr-source'], externalConditions: ['openimr-source'] } }

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'rooms',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'web/src/**/*.test.ts'],
          exclude: ['**/*.engine.test.ts', '**/node_modules/**'],
          pool: 'threads',
          isolate: false,
          // A busy machine is no defect; what hangs still ends.
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'engines',
          include: ['src/**/*.engine.test.ts', 'tests/**/*.engine.test.ts'],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
