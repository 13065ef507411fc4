import { describe, expect, it } from 'vitest'
import { Rng } from '../../core/rng.ts'
import { syntheticTrace } from '../data/traces/trace-synthetic.ts'
import { qualityOf, rrFiguresOf } from '../stream/rhythm-figures.ts'
import { bandPass } from './band-pass.ts'
import { beatsOf, type Heart } from './heart-rhythm.ts'
import { findBeats } from './pan-tompkins.ts'
import { foundByPatch } from './patch-beats.ts'
import { alikeness } from './trace-quality.ts'

const heart: Heart = { interval: 0.82, swing: 0.03, breath: 0.25, fibrillating: 0.66, evenness: 5, early: 0.15, fromVentricles: 1, everyNth: 2 }
const quiet = { moving: 0, off: false }
const medianOf = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number
const middle = (of: (seed: number) => number) => medianOf(Array.from({ length: 60 }, (_, seed) => of(seed)))
const found = (seed: number, rhythm: Parameters<typeof beatsOf>[1], trouble = quiet) => {
  const rng = new Rng(`patch-${seed}`)
  return foundByPatch(rng, beatsOf(rng, rhythm, heart, 30), 30, trouble)
}

describe('what a patch finds by itself', () => {
  it('is every beat, while nobody moves, and none sooner than 200 ms after another', () => {
    const { at } = found(1, 'sinus rhythm')
    expect(at.length).toBeGreaterThan(30)
    for (let i = 1; i < at.length; i++) expect((at[i] as number) - (at[i - 1] as number)).toBeGreaterThanOrEqual(0.2)
  })

  it('looks less alike the harder somebody moves, and least without skin', () => {
    const quality = [quiet, { moving: 0.3, off: false }, { moving: 0.9, off: false }, { moving: 0, off: true }].map((trouble) => middle((seed) => qualityOf(found(seed, 'sinus rhythm', trouble))))
    expect(quality).toEqual([...quality].sort((a, b) => b - a))
    expect(quality[0]).toBeGreaterThan(0.94)
    expect(quality[2]).toBeLessThan(0.6)
  })

  it('tells fibrillation by pNN50, extra beats by few of them, bigeminy by its turning points', () => {
    const figures = (rhythm: Parameters<typeof found>[1]) => [2, 3].map((at) => middle((seed) => rrFiguresOf(found(seed, rhythm), 12)[at] as number))
    const [af, extra, bigeminy] = [figures('atrial fibrillation'), figures('extra beats'), figures('bigeminy')]
    expect(af[0]).toBeGreaterThan(0.7)
    expect(extra[0]).toBeLessThan(0.6)
    expect(Math.abs((af[1] ?? 0) - 2 / 3)).toBeLessThan(0.06)
    expect(bigeminy[1]).toBeGreaterThan(0.8)
  })

  it('agrees with what Pan and Tompkins find in the trace of the same window', () => {
    const stream = syntheticTrace.generate('held-against', { n: 6, columns: { age: { draw: 'person', take: 'age' } }, recording: { hours: 6 }, episodes: { af: { what: 'atrial fibrillation', count: 1, first: 0, minutes: 180 } } })
    const { recording, hour } = stream
    if (!recording) throw new Error('no recording')
    for (let row = 3; row < hour.length; row += 23) {
      const { samples, rate } = recording.trace(row, 30)
      const filtered = bandPass(samples, { rate, low: 5, high: 15 })
      const whole = findBeats(filtered, rate)
      const sent = recording.beats(row)
      expect(Math.abs(whole.length - sent.at.length), `window ${row}`).toBeLessThanOrEqual(3)
      expect(alikeness(filtered, rate, whole)).toBeGreaterThan(0.75)
      expect(qualityOf(sent)).toBeGreaterThan(0.85)
    }
  })
})
