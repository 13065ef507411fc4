import { describe, expect, it } from 'vitest'
import { Rng } from '../../core/rng.ts'
import { intervalsOf } from './intervals.ts'
import { findBeats, movingMean, slopes, summit } from './pan-tompkins.ts'

const RATE = 200

/** Triangles of 60 ms at those seconds, on a line at nought. */
function spikes(seconds: number, at: readonly [second: number, height: number][]): Float32Array {
  const trace = new Float32Array(seconds * RATE)
  for (const [second, height] of at) {
    const middle = Math.round(second * RATE)
    for (let i = -6; i <= 6; i++) trace[middle + i] = height * (1 - Math.abs(i) / 6)
  }
  return trace
}

describe('stages of the detector, worked out by hand', () => {
  it('the slope of a straight line is its slope: 0.02 mV a sample at 200 samples a second is 4 mV a second', () => {
    const line = Float32Array.from({ length: 9 }, (_, n) => 0.02 * n)
    expect(slopes(line, RATE)[4]).toBeCloseTo(4, 5)
  })

  it('the slope beside a single spike: 2 · 200 / 8 = 50 one sample away, 25 two samples away', () => {
    const spike = Float32Array.of(0, 0, 0, 0, 1, 0, 0, 0, 0)
    expect([...slopes(spike, RATE)]).toEqual([0, 0, 25, 50, 0, -50, -25, 0, 0])
  })

  it('the moving mean of 3 spreads a 3 over three places', () => {
    expect([...movingMean([0, 0, 3, 0, 0, 6], 3)]).toEqual([0, 1, 1, 1, 2, 2])
  })

  it('a parabola through 0.6, 1 and 0.8 has its top 0.1667 to the right: 0.5 · (0.6 − 0.8) / (0.6 − 2 + 0.8)', () => {
    expect(summit([0.6, 1, 0.8], 1)).toBeCloseTo(1 / 6, 10)
    expect(summit([1, 1], 0)).toBe(0)
  })
})

describe('finding beats', () => {
  const regular = Array.from({ length: 12 }, (_, i): [number, number] => [0.5 + i * 0.8, 1])

  it('finds each of twelve beats to the sample', () => {
    expect([...findBeats(spikes(10, regular), RATE)].map((second) => Number(second.toFixed(2)))).toEqual(regular.map(([second]) => Number(second.toFixed(2))))
  })

  it('does not care which way the beats point', () => {
    expect(findBeats(spikes(10, regular.map(([second]) => [second, -1])), RATE).length).toBe(12)
  })

  it('takes a high but slow bump 300 ms after each beat for the T wave it is', () => {
    const trace = spikes(10, regular)
    for (const [second] of regular) for (let i = -16; i <= 16; i++) trace[Math.round((second + 0.3) * RATE) + i] = 0.4 * (1 + Math.cos((Math.PI * i) / 16))
    expect(findBeats(trace, RATE).length).toBe(12)
  })

  it('looks again where a small beat was passed over', () => {
    const faint = regular.map(([second], i): [number, number] => [second, i === 7 ? 0.45 : 1])
    expect(findBeats(spikes(10, faint), RATE).length).toBe(12)
  })

  it('never finds two beats closer than no heart can beat, whatever noise it is given', () => {
    const rng = new Rng('noise')
    const noise = Float32Array.from({ length: 60 * RATE }, () => rng.normal())
    const beats = findBeats(noise, RATE)
    expect(beats.length).toBeGreaterThan(60)
    expect(Math.min(...intervalsOf(beats))).toBeGreaterThanOrEqual(0.2)
  })

  it('finds nothing on a straight line, and falls over nothing at all', () => {
    expect(findBeats(new Float32Array(2000), RATE).length).toBe(0)
    expect(findBeats(new Float32Array(0), RATE).length).toBe(0)
  })
})
