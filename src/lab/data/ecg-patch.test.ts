import { describe, expect, it } from 'vitest'
import { columnOf } from '../graph/table.ts'
import { auc } from '../ml/metrics.ts'
import { bandPass } from '../signal/band-pass.ts'
import { RHYTHMS, type Rhythm } from '../signal/heart-rhythm.ts'
import { cosen, heartRate, intervalsOf, pnn50, rmssd, turningPoints } from '../signal/intervals.ts'
import { findBeats } from '../signal/pan-tompkins.ts'
import { alikeness } from '../signal/trace-quality.ts'
import { ECG_RATE, ecgPatch, type EcgSignal, type EcgStrip, offShare, STRIP_SECONDS } from './ecg-patch.ts'
import { faceOf } from './town.ts'

const SEED = 'ecg-test'
const drawn = (params: Record<string, unknown>, seed = SEED) => ecgPatch.generate(seed, params) as EcgSignal
/** As people come who wear a patch; and the hub of the assignment, where every third has extra beats. */
const usual = drawn({ n: 300 })
const hub = drawn({ n: 300, afRate: 0.18, ectopyRate: 0.35 })

const within = (at: number) => at >= 0 && at < STRIP_SECONDS
const trueBeats = ({ beats }: EcgStrip) => beats.map(({ at }) => at).filter(within)
const times = (strip: EcgStrip) => intervalsOf(trueBeats(strip))
const fibrillates = ({ rhythm }: EcgStrip) => rhythm === 'atrial fibrillation'
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const share = <T>(of: readonly T[], holds: (one: T) => boolean) => of.filter(holds).length / of.length
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const area = ({ strips }: EcgSignal, of: (strip: EcgStrip) => number) => auc(strips.map((strip) => Number(fibrillates(strip))), strips.map(of)) ?? 0
const filtered = (trace: Float32Array) => bandPass(trace, { rate: ECG_RATE, low: 5, high: 15 })
const found = (signal: EcgSignal) => signal.traces.map((trace) => findBeats(filtered(trace), ECG_RATE))

describe('people with a patch', () => {
  it('come from the town, older ones more often, each with as many strips as asked', () => {
    for (const { wearer } of usual.strips.slice(0, 20)) {
      const known = faceOf(Number(wearer.id.slice(1)) - 1)
      expect([wearer.name, wearer.age, wearer.sex]).toEqual([known.name, known.age, known.sex])
    }
    expect(new Set(usual.strips.map(({ wearer }) => wearer.id)).size).toBe(300)
    expect(usual.table.ids.length).toBe(600)
    expect(new Set(usual.table.ids).size).toBe(600)
    expect(mean(usual.strips.map(({ wearer }) => wearer.age))).toBeGreaterThan(55)
  })

  it('are the same for the same seed, to the last value, and others for another', () => {
    const [once, again, other] = [drawn({ n: 12 }), drawn({ n: 12 }), drawn({ n: 12 }, 'other')]
    expect(again).toEqual(once)
    expect(other.table.ids).not.toEqual(once.table.ids)
    expect(once.traces.every((trace) => trace instanceof Float32Array && trace.length === ECG_RATE * STRIP_SECONDS)).toBe(true)
  })

  it('have fibrillation about as often as people from 66 on: 15.5%, in 10% always (afold); and the old more often than the young', () => {
    const people = [...new Map(drawn({ n: 1000, strips: 1 }).strips.map(({ wearer }) => [wearer.id, wearer])).values()]
    expect(share(people, ({ af }) => af > 0)).toBeGreaterThan(0.125)
    expect(share(people, ({ af }) => af > 0)).toBeLessThan(0.175)
    expect(share(people, ({ af }) => af === 1)).toBeGreaterThan(0.075)
    expect(share(people, ({ af }) => af === 1)).toBeLessThan(0.125)
    const at = (from: number, to: number) => share(people.filter(({ age }) => age >= from && age < to), ({ af }) => af > 0)
    expect(at(75, 120)).toBeGreaterThan(3 * at(18, 60))
  })

  it('have more than one early beat in twenty about as often as people with a Holter: 9% of 6,529 (pvcburden)', () => {
    const early = ({ beats }: EcgStrip) => share(beats, ({ kind }) => kind === 'ventricular' || kind === 'atrial') > 0.05
    const often = share(usual.strips.filter((strip) => !fibrillates(strip)), early)
    expect(often).toBeGreaterThan(0.06)
    expect(often).toBeLessThan(0.16)
  })
})

describe('their rhythms', () => {
  const sinus = usual.strips.filter(({ rhythm }) => rhythm === 'sinus rhythm')

  it('change from beat to beat, in sinus rhythm, as in healthy adults over 44 studies: RMSSD 42 ms on the mean, with a spread of 15 (nunan)', () => {
    const values = sinus.map((strip) => rmssd(times(strip)))
    expect(mean(values)).toBeGreaterThan(32)
    expect(mean(values)).toBeLessThan(48)
    const sd = Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)))
    // Single people differ more than the means of studies do.
    expect(sd).toBeGreaterThan(15)
    expect(sd).toBeLessThan(35)
  })

  it('breathe less with age: pNN50 falls fastest of all measures (hrvage), here to less than half by 65', () => {
    const at = (from: number, to: number) => mean(sinus.filter(({ wearer: { age } }) => age >= from && age < to).map((strip) => pnn50(times(strip))))
    expect(at(18, 40)).toBeGreaterThan(0.25)
    expect(at(65, 120)).toBeLessThan(0.5 * at(18, 40))
    expect(at(65, 120)).toBeGreaterThan(0.05)
  })

  it('have, in fibrillation, a shortest interval and a long tail above (afrr): skewed to the right, which breathing is not', () => {
    const skew = (values: Float64Array) => {
      const m = mean([...values])
      const sd = Math.sqrt(mean([...values].map((value) => (value - m) ** 2)))
      return mean([...values].map((value) => ((value - m) / sd) ** 3))
    }
    expect(median(usual.strips.filter(fibrillates).map((strip) => skew(times(strip))))).toBeGreaterThan(0.4)
    expect(Math.abs(median(sinus.map((strip) => skew(times(strip)))))).toBeLessThan(0.2)
  })

  it('turn, in fibrillation, at two intervals in three, as anything without order does; in bigeminy at nearly each', () => {
    const turns = (rhythm: Rhythm) => median(hub.strips.filter((strip) => strip.rhythm === rhythm).map((strip) => turningPoints(times(strip))))
    expect(turns('atrial fibrillation')).toBeCloseTo(2 / 3, 1)
    expect(turns('bigeminy')).toBeGreaterThan(0.8)
    expect(turns('sinus rhythm')).toBeLessThan(0.55)
  })
})

describe('what tells fibrillation apart', () => {
  it('is not pNN50 alone: AUROC 0.90 to 0.97, as for pRR30 in 60 s of Holter (0.959, prr) and for measures of RR over many rhythms (0.93, langley)', () => {
    const alone = area(usual, (strip) => pnn50(times(strip)))
    expect(alone).toBeGreaterThan(0.9)
    expect(alone).toBeLessThan(0.97)
  })

  it('is pNN50 even less where every third has extra beats: 0.86 to 0.94, and about one other strip in ten lies above the median of fibrillation', () => {
    const alone = area(hub, (strip) => pnn50(times(strip)))
    expect(alone).toBeGreaterThan(0.86)
    expect(alone).toBeLessThan(0.94)
    const middle = median(hub.strips.filter(fibrillates).map((strip) => pnn50(times(strip))))
    const above = share(hub.strips.filter((strip) => !fibrillates(strip)), (strip) => pnn50(times(strip)) > middle)
    expect(above).toBeGreaterThan(0.06)
    expect(above).toBeLessThan(0.2)
  })

  it('is disorder, though extra beats are disorder too (cosen): AUROC of entropy 0.95 to 0.99', () => {
    for (const signal of [usual, hub]) {
      const entropy = area(signal, (strip) => cosen(times(strip)))
      expect(entropy).toBeGreaterThan(0.95)
      expect(entropy).toBeLessThan(0.99)
    }
  })
})

describe('traces', () => {
  const beats = found(hub)
  const judged = (keep: (strip: EcgStrip) => boolean) => {
    let [matched, truth, got] = [0, 0, 0]
    hub.strips.forEach((strip, row) => {
      if (!keep(strip)) return
      const open = [...(beats[row] as Float64Array)]
      for (const at of trueBeats(strip)) {
        // Within 150 ms it is the same beat (ec57).
        const near = open.findIndex((one) => Math.abs(one - at) <= 0.15)
        if (near >= 0) open.splice(near, 1)
        matched += near >= 0 ? 1 : 0
        truth++
      }
      got += beats[row]?.length ?? 0
    })
    return { sensitivity: matched / truth, ppv: matched / got }
  }

  it('let the detector find what its makers found, 99.3% of beats (pantompkins), while nobody moves', () => {
    const { sensitivity, ppv } = judged(({ off, moving }) => !off && !moving)
    expect(sensitivity).toBeGreaterThan(0.993)
    expect(ppv).toBeGreaterThan(0.993)
  })

  it('cost it some beats that are none when somebody moves', () => {
    const { sensitivity, ppv } = judged(({ off, moving }) => !off && moving)
    expect(sensitivity).toBeGreaterThan(0.95)
    expect(ppv).toBeLessThan(0.96)
    expect(ppv).toBeGreaterThan(0.85)
  })

  it('read like fibrillation when an electrode is off, and their beats do not look alike: correlation under 0.9 where a heart has over 0.9', () => {
    const off = drawn({ n: 100, afRate: 0, ectopyRate: 0, noiseRate: 0, offRate: 1 })
    const offBeats = found(off)
    const whole = off.strips.flatMap((strip, row) => (strip.off?.how === 'loose' && offShare(strip) === 1 ? [row] : []))
    expect(whole.length).toBeGreaterThan(50)
    const af = hub.strips.flatMap((strip, row) => (fibrillates(strip) && !strip.off && !strip.moving ? [row] : []))
    const entropy = (rows: readonly number[], all: readonly Float64Array[]) => median(rows.map((row) => cosen(intervalsOf(all[row] as Float64Array))))
    expect(entropy(whole, offBeats)).toBeGreaterThan(entropy(af, beats) - 0.2)
    const alike = (signal: EcgSignal, rows: readonly number[], all: readonly Float64Array[]) => median(rows.map((row) => alikeness(filtered(signal.traces[row] as Float32Array), ECG_RATE, all[row] as Float64Array)))
    expect(alike(off, whole, offBeats)).toBeLessThan(0.85)
    expect(alike(hub, af, beats)).toBeGreaterThan(0.94)
  })
})

describe('what is known when', () => {
  it('keeps its summary', () => {
    const of = (rhythm: Rhythm) => usual.strips.filter((strip) => strip.rhythm === rhythm)
    const middle = (rhythm: Rhythm, figure: (intervals: Float64Array) => number) => Number(median(of(rhythm).map((strip) => figure(times(strip)))).toFixed(3))
    const summary = Object.fromEntries(RHYTHMS.map((rhythm) => [rhythm, {
      strips: of(rhythm).length, hr: middle(rhythm, heartRate), rmssd: middle(rhythm, rmssd), pnn50: middle(rhythm, pnn50), turning: middle(rhythm, turningPoints), cosen: middle(rhythm, cosen),
    }]))
    const aurocs = Object.fromEntries(Object.entries({ pnn50, rmssd, turningPoints, cosen }).map(([name, figure]) => [name, Number(area(usual, (strip) => figure(times(strip))).toFixed(3))]))
    const troubled = { off: usual.strips.filter(({ off }) => off).length, moving: usual.strips.filter(({ moving }) => moving).length }
    expect({ ...summary, aurocs, ...troubled }).toMatchInlineSnapshot(`
      {
        "atrial fibrillation": {
          "cosen": -0.413,
          "hr": 82.853,
          "pnn50": 0.78,
          "rmssd": 191.095,
          "strips": 76,
          "turning": 0.658,
        },
        "aurocs": {
          "cosen": 0.986,
          "pnn50": 0.959,
          "rmssd": 0.931,
          "turningPoints": 0.897,
        },
        "bigeminy": {
          "cosen": -1.837,
          "hr": 75.067,
          "pnn50": 0.944,
          "rmssd": 616.369,
          "strips": 18,
          "turning": 0.96,
        },
        "extra beats": {
          "cosen": -1.78,
          "hr": 74.984,
          "pnn50": 0.39,
          "rmssd": 162.669,
          "strips": 42,
          "turning": 0.553,
        },
        "moving": 58,
        "off": 17,
        "sinus rhythm": {
          "cosen": -2.026,
          "hr": 70.181,
          "pnn50": 0.13,
          "rmssd": 32.612,
          "strips": 464,
          "turning": 0.484,
        },
      }
    `)
  })

  it('holds back, as a strip comes in, its rhythm, its beats and whether an electrode was off', () => {
    const seen = ecgPatch.asOf(drawn({ n: 20 }), 'arrival')
    expect(columnOf(seen.table, 'af')?.values.every((value) => Number.isNaN(value))).toBe(true)
    expect(columnOf(seen.table, 'off')?.values.every((value) => Number.isNaN(value))).toBe(true)
    expect(new Set<unknown>(columnOf(seen.table, 'rhythm')?.values)).toEqual(new Set(['']))
    expect('strips' in seen).toBe(false)
    expect(columnOf(ecgPatch.asOf(drawn({ n: 20 }), 'arrival+7d').table, 'off')?.values.every((value) => Number.isFinite(value))).toBe(true)
  })
})
