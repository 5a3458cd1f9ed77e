import { defineConfig } from '@playwright/test'

// The real server with the examples and the browser of an npm package: nothing of the system.
export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '*.journey.ts',
  globalSetup: './tests/journeys/start-everything.ts',
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    trace: 'retain-on-failure',
    // Known after the set-up; workers read this file again.
    ...(process.env['OPENIMR_ADDRESS_FOR_JOURNEYS']
      ? { baseURL: process.env['OPENIMR_ADDRESS_FOR_JOURNEYS'] }
      : {}),
    launchOptions: {
      ...(process.env['OPENIMR_BROWSER'] ? { executablePath: process.env['OPENIMR_BROWSER'] } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    },
  },
})
