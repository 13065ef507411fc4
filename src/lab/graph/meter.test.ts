import { describe, expect, it } from 'vitest'
import { Stopped } from '../../core/ports.ts'
import { bytesOf, Meter } from './meter.ts'
import { BudgetSpent } from './problem.ts'

const clock = () => {
  let ms = 0
  return { now: () => ms, pass: (more: number) => void (ms += more) }
}

describe('what a run may cost', () => {
  it('is up when the clock says so, and not before', () => {
    const { now, pass } = clock()
    const meter = new Meter({ now, ms: 8000, mb: 1 })
    pass(8000)
    meter.tick()
    pass(1)
    expect(() => meter.tick()).toThrow(expect.objectContaining({ code: 'time', message: expect.stringContaining('8 seconds') }))
  })

  it('is not counted once somebody says stop', () => {
    const signal = { aborted: false, addEventListener: () => {} }
    const meter = new Meter({ now: () => 0, ms: 10, mb: 1, signal })
    meter.tick()
    signal.aborted = true
    expect(() => meter.tick()).toThrow(Stopped)
  })

  it('counts memory once however often a table is handed on', () => {
    const meter = new Meter({ now: () => 0, ms: 10, mb: 1 })
    const table = { values: new Float64Array(100_000) }
    for (let i = 0; i < 10; i++) meter.charge({ table })
    expect(() => meter.charge({ more: new Float64Array(100_000) })).toThrow(BudgetSpent)
  })

  it('gives back what was lent for one hidden set', () => {
    const meter = new Meter({ now: () => 0, ms: 10, mb: 1 })
    for (let i = 0; i < 10; i++) meter.lend(() => meter.charge(new Float64Array(100_000)))
  })

  it('takes what was there before for counted while it lends, and what was lent for new afterwards', () => {
    const meter = new Meter({ now: () => 0, ms: 10, mb: 1 })
    const [own, lent] = [new Float64Array(100_000), new Float64Array(25_000)]
    meter.charge(own)
    meter.lend(() => meter.charge({ own, lent }))
    meter.charge(lent)
    expect(() => meter.charge(new Float64Array(25_000))).toThrow(BudgetSpent)
  })

  it('counts numbers at eight bytes, flags at one, words at a pointer each', () => {
    expect(bytesOf({ a: new Float64Array(3), b: new Uint8Array(5), c: ['x', 'y'], d: 'text', e: null })).toBe(24 + 5 + 16)
  })
})
