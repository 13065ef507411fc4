import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outside } from './coverage.ts'

test('below solid runs nothing is painted, elsewhere everything is', () => {
  const run = fc.tuple(fc.integer({ min: -20, max: 120 }), fc.integer({ min: 0, max: 60 })).map(([a, w]) => [a, a + w] as const)
  fc.assert(fc.property(fc.array(run, { maxLength: 4 }), (solids) => {
    const rest = outside(0, 100, solids)
    for (let x = 0; x < 100; x++) {
      const hidden = solids.some(([a, b]) => x >= a && x < b)
      expect(rest.some(([f, t]) => x >= f && x < t)).toBe(!hidden)
    }
  }))
})
