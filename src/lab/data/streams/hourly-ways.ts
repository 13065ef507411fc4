/** The ways in which a value moves from hour to hour, over the hours of all stays end to end. */
import { clamp, type Rng } from '../../../core/rng.ts'
import type { Drawing } from '../synthetic/draw.ts'
import { ways } from '../synthetic/draws.ts'
import { ColumnProblem } from '../synthetic/problem.ts'
import type { HourlyDraw } from './stream-spec.ts'

export interface Hours {
  rows: number
  /** By row: which stay, hours since its start, hour of the day. */
  stay: Int32Array
  hour: Float64Array
  clock: Float64Array
  /** By stay. */
  events: Readonly<Record<string, { at: Float64Array }>>
}

/** To be asked for row after row. What cannot be computed is missing, never infinite. @throws ColumnProblem for a value that is words */
export function hourlyWay(name: string, draw: HourlyDraw, drawing: Drawing, hours: Hours): (row: number) => number {
  switch (draw.draw) {
    case 'walk': return held(draw, walk(draw, drawing, hours))
    case 'ramp': return held(draw, ramp(draw, drawing, hours))
    case 'spell': return held(draw, spell(draw, drawing, hours))
    default: {
      const { late: _, missing: __, ...rest } = draw
      const way = ways(rest, drawing)
      if (way.kind === 'number') return way.at
      throw new ColumnProblem({ path: ['hourly', name, 'expr'], what: 'this gives words, and hourly values are numbers', mend: 'Compare the words with something, as in ward == \'4A\'.' })
    }
  }
}

type Of<Kind extends HourlyDraw['draw']> = Extract<HourlyDraw, { draw: Kind }>

/**
 * A mean, and beside it a first-order autoregression: of the distance from the mean, `keep` is left an hour later, and each hour
 * adds normal noise. It begins in its own steady spread, so that the first hour is like every other.
 */
function walk({ mean, noise, keep }: Of<'walk'>, { rng, amount }: Drawing, { hour }: Hours): (row: number) => number {
  const [middle, sd, left] = [amount(mean), amount(noise), amount(keep)]
  let away = 0
  return (row) => {
    const share = clamp(left(row) || 0, 0, 0.99)
    const spread = Math.max(0, sd(row) || 0)
    away = hour[row] === 0 ? rng.normal(0, spread / Math.sqrt(1 - share * share)) : share * away + rng.normal(0, spread)
    return middle(row) + away
  }
}

/** From 0 straight up to the event, then away by e-folding; 0 all along where the event does not happen. */
function ramp({ event, over, height, fade }: Of<'ramp'>, { amount }: Drawing, { stay, hour, events }: Hours): (row: number) => number {
  const [rise, top, fall] = [amount(over), amount(height), fade === undefined ? null : amount(fade)]
  return (row) => {
    const since = (hour[row] as number) - (events[event]?.at[stay[row] as number] ?? Number.NaN)
    if (Number.isNaN(since)) return 0
    if (since < 0) return top(row) * Math.max(0, 1 + since / Math.max(1e-9, rise(row)))
    return fall ? top(row) * Math.exp(-since / Math.max(1e-9, fall(row))) : top(row)
  }
}

/** 1 while it lasts, else 0. One ends before the next begins. */
function spell({ perDay, lasts: [shortest, longest] }: Of<'spell'>, { rng, amount }: Drawing, { hour }: Hours): (row: number) => number {
  const often = amount(perDay)
  let left = 0
  return (row) => {
    if (hour[row] === 0) left = 0
    // Chance is drawn every hour, so that what one stay does leaves the next as it is.
    const begins = begin(rng, (often(row) || 0) / 24, shortest, longest)
    left = left > 0 ? left - 1 : begins
    return left > 0 ? 1 : 0
  }
}

function begin(rng: Rng, chance: number, shortest: number, longest: number): number {
  const [luck, length] = [rng.uniform(), rng.int(shortest, longest)]
  return luck < chance ? length : 0
}

/** Between its bounds and with its decimals. */
function held({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, round }: Pick<HourlyDraw, 'min' | 'max' | 'round'>, at: (row: number) => number): (row: number) => number {
  const scale = round === undefined ? null : 10 ** round
  return (row) => {
    const value = clamp(at(row), min, max)
    if (!Number.isFinite(value)) return Number.NaN
    return scale === null ? value : Math.round(value * scale) / scale + 0
  }
}
