import { describe, expect, it } from 'vitest'
import { bandPass, highPass, lowPass } from './band-pass.ts'

const RATE = 200
const SECONDS = 20
const sine = (hz: number, height = 1, offset = 0) => Float32Array.from({ length: SECONDS * RATE }, (_, n) => offset + height * Math.sin((2 * Math.PI * hz * n) / RATE))
/** Height of what is left in the middle, away from the ends. */
const heightOf = (trace: Float32Array) => Math.max(...trace.subarray(5 * RATE, 15 * RATE))

describe('the two halves of the band-pass', () => {
  it('have the coefficients worked out by hand at a quarter of the rate, where K = tan(π/4) = 1', () => {
    // norm = 1 / (1 + √2 + 1) = 0.29289; a1 = 2(K² − 1)·norm = 0; a2 = (1 − √2 + 1)·norm = 0.17157
    const low = lowPass(50, RATE)
    expect([low.b0, low.b1, low.b2, low.a1, low.a2].map((value) => Number(value.toFixed(5)) + 0)).toEqual([0.29289, 0.58579, 0.29289, 0, 0.17157])
    const high = highPass(50, RATE)
    expect([high.b0, high.b1, high.b2, high.a1, high.a2].map((value) => Number(value.toFixed(5)) + 0)).toEqual([0.29289, -0.58579, 0.29289, 0, 0.17157])
  })

  it.each([0, -1, 100, 250, Number.NaN])('refuse a cut-off of %s Hz at 200 samples a second', (cut) => {
    expect(() => lowPass(cut, RATE)).toThrow(RangeError)
    expect(() => highPass(cut, RATE)).toThrow(RangeError)
  })
})

describe('the band-pass', () => {
  const band = { rate: RATE, low: 5, high: 15 }

  it('takes away what stands still, without a jolt at the start', () => {
    const left = bandPass(new Float32Array(SECONDS * RATE).fill(3), band)
    expect(Math.max(...left.map(Math.abs))).toBeLessThan(1e-6)
  })

  it('keeps a QRS of 9 Hz nearly whole, and little of breathing or mains', () => {
    expect(heightOf(bandPass(sine(9), band))).toBeGreaterThan(0.8)
    expect(heightOf(bandPass(sine(0.3, 1, 2), band))).toBeLessThan(0.001)
    expect(heightOf(bandPass(sine(50), band))).toBeLessThan(0.01)
  })

  it('leaves half at a cut-off, since each of its two passes leaves 1/√2', () => {
    expect(heightOf(bandPass(sine(5), { rate: RATE, low: 5, high: 90 }))).toBeCloseTo(0.5, 2)
    expect(heightOf(bandPass(sine(15), { rate: RATE, low: 1, high: 15 }))).toBeCloseTo(0.5, 2)
  })

  it('shifts nothing in time', () => {
    const spike = new Float32Array(2001)
    spike[1000] = 1
    const left = bandPass(spike, band)
    expect(left.indexOf(Math.max(...left))).toBe(1000)
    expect(left[1000 - 7]).toBeCloseTo(left[1000 + 7] as number, 5)
  })

  it('refuses cut-offs the wrong way round', () => {
    expect(() => bandPass(sine(9), { rate: RATE, low: 15, high: 5 })).toThrow(/below/)
  })
})
