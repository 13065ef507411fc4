import { describe, expect, it } from 'vitest'
import { drawPieces, outline, PER_SECOND, PER_UNIT } from './trace-pieces.ts'

const RATE = 100
const flat = (seconds: number) => new Float32Array(seconds * RATE)
const trace = (samples: Float32Array, more: object = {}) => ({ kind: 'trace', caption: '', say: '', unit: 'mV', rate: RATE, samples, ...more }) as const

describe('a trace in pieces', () => {
  it('cuts 12 seconds into five, five and two', () => {
    expect(drawPieces(trace(flat(12))).pieces.map(({ from, seconds }) => [from, seconds])).toEqual([[0, 5], [5, 5], [10, 2]])
  })

  it('puts a beat at 7.5 s half across the second piece, on the trace', () => {
    const samples = flat(10).fill(1)
    const { pieces, height } = drawPieces(trace(samples, { beats: Float64Array.of(7.5) }))
    expect(pieces.map(({ beats }) => beats.length)).toEqual([0, 1])
    expect(pieces[1]?.beats[0]?.x).toBe(2.5 * PER_SECOND)
    // A flat trace lies in the middle.
    expect(pieces[1]?.beats[0]?.y).toBeCloseTo(height / 2, 5)
  })

  it('keeps one wild value from flattening all the others, and inside the drawing', () => {
    const samples = Float32Array.from(flat(10), (_, n) => Math.sin(n / 5))
    samples[500] = 400
    const { height, pieces } = drawPieces(trace(samples))
    expect(height).toBeLessThan(3 * PER_UNIT)
    expect(pieces[0]?.path).not.toContain('-')
  })
})

describe('the line', () => {
  it('keeps a spike of one value, however many values share its place', () => {
    const samples = flat(10)
    samples[333] = 2
    expect(outline(samples, RATE, 10).filter(([, value]) => value === 2)).toEqual([[3.33, 2]])
  })
})
