import { describe, expect, it } from 'vitest'
import { drawRows, outline, PER_SECOND, PER_UNIT } from './trace-rows.ts'

const RATE = 100
const flat = (seconds: number) => new Float32Array(seconds * RATE)
const trace = (samples: Float32Array, more: object = {}) => ({ kind: 'trace', caption: '', say: '', unit: 'mV', rate: RATE, samples, ...more }) as const

describe('a trace in rows', () => {
  it('cuts 25 seconds into rows of ten, ten and five', () => {
    expect(drawRows(trace(flat(25))).rows.map(({ from, seconds }) => [from, seconds])).toEqual([[0, 10], [10, 10], [20, 5]])
  })

  it('puts a beat at 12.5 s a quarter across the second row, on the trace', () => {
    const samples = flat(20).fill(1)
    const { rows, height } = drawRows(trace(samples, { beats: Float64Array.of(12.5) }))
    expect(rows.map(({ beats }) => beats.length)).toEqual([0, 1])
    expect(rows[1]?.beats[0]?.x).toBe(2.5 * PER_SECOND)
    // A flat trace lies in the middle.
    expect(rows[1]?.beats[0]?.y).toBeCloseTo(height / 2, 5)
  })

  it('marks a stretch in each row it runs through', () => {
    const { rows } = drawRows(trace(flat(20), { spans: [{ from: 8, to: 13, label: 'off', tone: 'wrong' }] }))
    expect(rows.map(({ spans }) => spans)).toEqual([[{ x: 8 * PER_SECOND, width: 2 * PER_SECOND }], [{ x: 0, width: 3 * PER_SECOND }]])
  })

  it('keeps one wild value from flattening all the others, and inside the drawing', () => {
    const samples = Float32Array.from(flat(10), (_, n) => Math.sin(n / 5))
    samples[500] = 400
    const { height, rows } = drawRows(trace(samples))
    expect(height).toBeLessThan(3 * PER_UNIT)
    expect(rows[0]?.path).not.toContain('-')
  })
})

describe('the line', () => {
  it('keeps a spike of one value, however many values share its place', () => {
    const samples = flat(10)
    samples[333] = 2
    expect(outline(samples, RATE, 10).filter(([, value]) => value === 2)).toEqual([[3.33, 2]])
  })
})
