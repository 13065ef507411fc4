import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const PORT = Number(process.env.E2E_PORT ?? 4391)
const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
const chromium = process.env.CHROMIUM ?? system
// E2E_DIST: a build that lies elsewhere, so that a run does not disturb the one in dist/.
const dist = process.env.E2E_DIST
const serve = `node scripts/serve.mjs --port ${PORT} --strict --host 0.0.0.0${dist ? ` --dir ${dist}` : ''}`

/** Specs that look at the painted hospital. WebGL in software costs two thirds of the whole: the others go without it. */
const PAINTED = /(boot|mouse|motion|offline|map)\.spec\.ts$/
const launched = (...args: string[]) => ({
  ...(chromium ? { executablePath: chromium } : {}),
  args: [
    '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    // A host name of its own, without TLS: how a class reaches a teacher's machine.
    '--host-resolver-rules=MAP turing.class 127.0.0.1',
    ...args,
  ],
})

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Ceilings for busy machines, not expectations: no test asks how fast anything was. A whole play-through takes well under a minute on an idle one.
  timeout: 600_000,
  expect: { timeout: 90_000 },
  // Two cores, WebGL in software: more browsers at once would only make each one slower.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'line',
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1120, height: 700 },
    actionTimeout: 90_000,
    // A trace of every click costs as much as the game: E2E_TRACE=on when one is wanted.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'painted', testMatch: PAINTED, use: { launchOptions: launched('--use-angle=swiftshader', '--enable-unsafe-swiftshader') } },
    { name: 'list', testIgnore: PAINTED, use: { launchOptions: launched('--disable-gpu', '--disable-3d-apis') } },
  ],
  webServer: {
    command: process.env.ST_TURING_BUILT || dist ? serve : `npm run -s build -- --logLevel warn && ${serve}`,
    url: `http://localhost:${PORT}/`,
    timeout: 180_000,
    reuseExistingServer: false,
  },
})
