import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scenes/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/{content,saves,kit,budgets}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    // Proofs are pure work: every core may do some.
    maxWorkers: '100%',
    setupFiles: ['tests/property-seed.ts'],
  },
})
