import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const PORT = Number(process.env.E2E_PORT ?? 4391)
const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
const chromium = process.env.CHROMIUM ?? system
const serve = `node scripts/serve.mjs --port ${PORT} --strict --host 0.0.0.0`

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // Two cores, WebGL in software: more browsers at once would only make each one slower.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'line',
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1120, height: 700 },
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
        '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
        // A host name of its own, without TLS: how a class reaches a teacher's machine.
        '--host-resolver-rules=MAP turing.class 127.0.0.1',
      ],
    },
  },
  webServer: {
    command: process.env.ST_TURING_BUILT ? serve : `npm run -s build -- --logLevel warn && ${serve}`,
    url: `http://localhost:${PORT}/`,
    timeout: 180_000,
    reuseExistingServer: false,
  },
})
