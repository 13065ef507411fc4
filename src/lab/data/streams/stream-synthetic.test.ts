import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnOf } from '../../graph/table.ts'
import type { Stream } from '../../stream/stream-values.ts'
import { readStreamPlan } from './stream-plan.ts'
import { syntheticStream } from './stream-synthetic.ts'

type Written = Record<string, unknown>

const WARD = {
  n: 400,
  columns: {
    age: { draw: 'person', take: 'age' },
    copd: { draw: 'bernoulli', p: 0.2 },
    septic: { draw: 'bernoulli', p: 0.3, latent: true },
    onsetAt: { draw: 'formula', expr: '40 / septic', latent: true },
    severity: { draw: 'uniform', from: 0.5, to: 1.5, latent: true },
  },
  stay: { hours: '60 + 20 * copd', start: 6 },
  events: { onset: { at: 'onsetAt' }, culture: { at: 'onsetAt - 6', known: 'onsetAt + 3' } },
  hourly: {
    ill: { draw: 'ramp', event: 'onset', over: 10, height: 'severity', fade: 20, latent: true },
    busy: { draw: 'spell', perDay: 0.5, lasts: [2, 6], latent: true },
    pulse: { draw: 'walk', mean: '80 + 20 * ill + 15 * busy', noise: 3, keep: 0.8, round: 0 },
    lactate: { draw: 'lognormal', median: '1.2 * (1 + ill)', sigma: 0.2, round: 1, missing: '0.9 - 0.8 * (clock < 4)', late: 2 },
  },
  chart: { every: 4, hourlyWhen: 'pulse >= 100' },
}
const make = (more: Written = {}, seed = 'ward'): Stream => syntheticStream.generate(seed, { ...WARD, ...more })
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const numbers = (stream: Stream, name: string) => Array.from(columnOf(stream.table, name)?.values ?? [], Number)
/** Readings of a value in all stays, with what a test may ask of them. */
function readings(stream: Stream, name: string): { stay: number; hour: number; value: number }[] {
  return [...stream.hours.keys()].flatMap((stay) => Array.from({ length: (stream.from[stay + 1] as number) - (stream.from[stay] as number) }, (_, i) => {
    const row = (stream.from[stay] as number) + i
    return { stay, hour: stream.hour[row] as number, value: stream.charted[name]?.[row] as number }
  }))
}
const hourly = (values: Written, more: Written = {}) => make({ hourly: values, chart: { every: 1 }, ...more })

describe('stays over time', () => {
  const stream = make()

  it('last as long as their formula says, and happen within them', () => {
    expect([...stream.hours]).toEqual(numbers(stream, 'copd').map((copd) => 60 + 20 * copd))
    const onset = [...(stream.events['onset']?.at ?? [])].filter((at) => !Number.isNaN(at))
    expect(onset.length / 400).toBeCloseTo(0.3, 1)
    expect(new Set(onset)).toEqual(new Set([40]))
  })

  it('keep what nobody can measure out of the chart and out of the table', () => {
    expect(Object.keys(stream.charted)).toEqual(['pulse', 'lactate'])
    expect(stream.table.meta.map(({ name }) => name)).toEqual(['age', 'copd'])
  })

  it('are charted every four hours, and an hour later while the formula says so', () => {
    const rows = readings(stream, 'pulse')
    for (const [i, { stay, hour, value }] of rows.entries()) {
      const next = rows[i + 1]
      if (next?.stay === stay) expect(next.hour - hour).toBe(value >= 100 ? 1 : 4)
      else expect(rows[i + 1]?.hour ?? 0).toBe(0)
    }
  })

  it('get worse before what happens, and better after it', () => {
    const onset = stream.events['onset']?.at as Float64Array
    const at = (from: number, to: number) => mean(readings(hourly(WARD.hourly), 'pulse').filter(({ stay, hour }) => hour - (onset[stay] as number) >= from && hour - (onset[stay] as number) <= to).map(({ value }) => value))
    // Severity is 1 on average, and a spell adds 15 about one hour in thirteen.
    expect(Math.abs(at(-30, -15) - 81)).toBeLessThan(1.5)
    expect(Math.abs(at(-5, -5) - 91)).toBeLessThan(2.5)
    expect(Math.abs(at(0, 0) - 101)).toBeLessThan(3)
    expect(Math.abs(at(19, 19) - (81 + 20 * Math.exp(-19 / 20)))).toBeLessThan(3)
  })

  it('are measured at the hours of the day that a formula likes', () => {
    const rows = readings(hourly(WARD.hourly), 'lactate')
    const share = (night: boolean) => {
      const of = rows.filter(({ hour }) => ((6 + hour) % 24 < 4) === night)
      return of.filter(({ value }) => !Number.isNaN(value)).length / of.length
    }
    expect(share(true)).toBeCloseTo(0.9, 1)
    expect(share(false)).toBeCloseTo(0.1, 1)
  })

  it('are the same from the same seed, and stay what they are when a value is added', () => {
    expect(make()).toEqual(stream)
    expect(make({}, 'other').charted).not.toEqual(stream.charted)
    expect(make({ hourly: { more: { draw: 'normal', mean: 0, sd: 1 }, ...WARD.hourly } }).charted['pulse']).toEqual(stream.charted['pulse'])
  })
})

describe('a walk', () => {
  it('has the mean, the spread and the memory of a first-order autoregression', () => {
    const rows = readings(hourly({ x: { draw: 'walk', mean: '10 * copd', noise: 2, keep: 0.9 } }), 'x')
    const copd = numbers(make(), 'copd')
    const away = rows.map(({ stay, value }) => value - 10 * (copd[stay] as number))
    const variance = mean(away.map((one) => one ** 2))
    // Noise over the root of 1 less the square of what is kept.
    expect(Math.abs(Math.sqrt(variance) - 2 / Math.sqrt(1 - 0.81))).toBeLessThan(0.3)
    expect(Math.sqrt(mean(away.filter((_, i) => rows[i]?.hour === 0).map((one) => one ** 2)))).toBeGreaterThan(4)
    const pairs = rows.flatMap(({ stay }, i) => (rows[i + 1]?.stay === stay ? [(away[i] as number) * (away[i + 1] as number)] : []))
    expect(mean(pairs) / variance).toBeCloseTo(0.9, 1)
  })
})

describe('a spell', () => {
  it('begins as often and lasts as long as it says', () => {
    const rows = readings(hourly({ x: { draw: 'spell', perDay: 0.5, lasts: [3, 3] } }), 'x')
    const begins = rows.filter(({ hour, value }, i) => hour > 0 && value === 1 && rows[i - 1]?.value === 0).length
    const free = rows.filter(({ hour, value }, i) => hour > 0 && rows[i - 1]?.value === 0 && value >= 0).length
    expect(begins / free).toBeCloseTo(0.5 / 24, 2)
    expect(mean(rows.filter(({ hour }) => hour > 10).map(({ value }) => value))).toBeCloseTo(3 / (3 + 48), 1)
  })
})

describe('as it looked at the bed', () => {
  const asked = { ...make(), meta: make().meta.map((meta) => ({ ...meta, availableAt: 'stay', ...(meta.name === 'onset' ? { role: 'truth' as const } : {}) })) }
  const seen = syntheticStream.asOf(asked, 'stay')

  it('nobody sees the truth', () => {
    expect(new Set(seen.events['onset']?.at)).toEqual(new Set([Number.NaN]))
    expect(asked.events['onset']?.at.some((at) => at === 40)).toBe(true)
  })

  it('what was written back to an earlier hour is known from the hour at which it was filed', () => {
    expect(new Set(asked.events['culture']?.known)).toEqual(new Set([34, Number.NaN]))
    expect(new Set(seen.events['culture']?.known)).toEqual(new Set([43, Number.NaN]))
  })

  it('what is written after the stay does not exist yet', () => {
    const late = { ...asked, meta: asked.meta.map((meta) => (meta.name === 'lactate' ? { ...meta, availableAt: 'discharge' } : meta)) }
    expect(syntheticStream.asOf(late, 'stay').charted['lactate']?.every(Number.isNaN)).toBe(true)
    expect(syntheticStream.asOf(late, 'discharge').charted['lactate']?.every(Number.isNaN)).toBe(false)
  })
})

describe('a description with a mistake', () => {
  const problemsOf = (change: (written: Record<string, Record<string, Record<string, unknown>>>) => void) => {
    const written = structuredClone(WARD) as unknown as Record<string, Record<string, Record<string, unknown>>>
    change(written)
    const read = readStreamPlan(written)
    return read.ok ? [] : [...read.issues.map(({ path, message }) => `${path.join('.')}: ${message}`), ...read.problems.map(({ path, what, mend }) => `${path.join('.')}: ${what} — ${mend}`)]
  }

  it('may have none', () => expect(problemsOf(() => {})).toEqual([]))

  it.each<[string, (written: Record<string, Record<string, Record<string, unknown>>>) => void, RegExp]>([
    ['a column that is not', (w) => { w['hourly']!['pulse']!['mean'] = '80 + pulze' }, /^hourly\.pulse\.mean: there is no column and no constant "pulze" — Did you mean "pulse"\?/],
    ['an event that is not', (w) => { w['hourly']!['ill']!['event'] = 'onest' }, /^hourly\.ill\.event: there is no event "onest" — /],
    ['an event that is nearly there', (w) => { w['hourly']!['ill']!['event'] = 'onsetAt' }, /Did you mean "onset"\?/],
    ['a formula that stops', (w) => { w['stay']!['hours'] = '3 *' as never }, /^stay\.hours: the formula cannot be read from character 4 on/],
    ['an hourly value in the length of a stay', (w) => { w['stay']!['hours'] = 'pulse' as never }, /^stay\.hours: there is no column and no constant "pulse"/],
    ['an hourly value in an event', (w) => { w['events']!['onset']!['at'] = 'hour' }, /^events\.onset\.at: there is no column and no constant "hour"/],
    ['a name taken twice', (w) => { w['hourly']!['age'] = { draw: 'normal', mean: 0, sd: 1 } }, /^hourly\.age: "age" is a column of the stay too — Choose another name\./],
    ['a name with a meaning', (w) => { w['hourly']!['clock'] = { draw: 'normal', mean: 0, sd: 1 } }, /^hourly\.clock: "clock" has a meaning in formulas already/],
    ['values that wait for one another', (w) => { w['hourly']!['pulse']!['mean'] = 'lactate'; w['hourly']!['lactate']!['median'] = 'pulse' }, /^hourly\.pulse: the columns pulse, lactate wait for one another/],
    ['words for an hourly value', (w) => { w['columns']!['ward'] = { draw: 'category', weights: { a: 1 } }; w['hourly']!['pulse'] = { draw: 'formula', expr: 'ward' } }, /^hourly\.pulse\.expr: this gives words, and hourly values are numbers/],
    ['words in the charting rule', (w) => { w['columns']!['ward'] = { draw: 'category', weights: { a: 1 } }; w['chart']!['every'] = 'ward' as never }, /^chart\.every: the formula does not fit its columns/],
    ['a mistake in a column of the stay', (w) => { w['columns']!['copd']!['p'] = 'agee / 100' }, /^columns\.copd\.p: there is no column and no constant "agee" — Did you mean "age"\?/],
    ['too many stays', (w) => { w['n'] = 9000 as never }, /^n: 9000 stays of up to 240 hours are more than 600000 hours — Use at most 2500 stays/],
    ['nothing that is charted', (w) => { w['hourly'] = { ill: { draw: 'ramp', event: 'onset', over: 3, latent: true } } }, /^hourly: nothing is charted/],
    ['a spell the wrong way round', (w) => { w['hourly']!['busy']!['lasts'] = [6, 2] }, /^hourly\.busy\.lasts: it lasts from 6 to 2 hours/],
    ['a chance said twice', (w) => { w['hourly']!['x'] = { draw: 'bernoulli', p: 0.1, logit: '1' } }, /^hourly\.x: the chance of yes must be said once/],
  ])('%s', (_, change, said) => {
    expect(problemsOf(change).join('\n')).toMatch(said)
  })

  it('that the schema lets through is told, or makes stays whose every value is a number or missing', () => {
    const amount = fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.constantFrom('age', 'hour', 'clock - 12', '1 / copd', 'log(hour)', 'pulse', 'nope'))
    const value = fc.oneof(
      fc.record({ draw: fc.constant('walk'), mean: amount, noise: amount, keep: amount }),
      fc.record({ draw: fc.constant('ramp'), event: fc.constantFrom('onset', 'x'), over: amount, height: amount, fade: amount }),
      fc.record({ draw: fc.constant('spell'), perDay: amount, lasts: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })) }),
      fc.record({ draw: fc.constant('poisson'), mean: amount }),
      fc.record({ draw: fc.constant('formula'), expr: fc.constantFrom('pulse / 0', 'exp(hour * 900)', 'age') }),
    )
    let made = 0
    fc.assert(fc.property(value, amount, amount, (odd, hours, every) => {
      const written = { ...WARD, n: 5, stay: { hours }, hourly: { ...WARD.hourly, odd }, chart: { every } }
      if (!readStreamPlan(written).ok) return
      made++
      const { hours: lengths, charted, from, hour } = syntheticStream.generate('any', written)
      expect([...lengths].every((length) => length >= 1 && length <= 240)).toBe(true)
      expect(from.at(-1)).toBe(hour.length)
      for (const values of Object.values(charted)) expect([...values].every((one) => Number.isNaN(one) || Number.isFinite(one))).toBe(true)
    }), { numRuns: 150 })
    expect(made).toBeGreaterThan(20)
  })
})
