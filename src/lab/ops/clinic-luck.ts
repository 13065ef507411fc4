/**
 * What chance has in store for one guest in one future: whether they would stay away, how early they are, how long the visit
 * takes. All from one stream of their own, always in this order, so that it is the same under every plan.
 */
import { clamp } from '../../core/rng.ts'
import type { Streams } from './streams.ts'

/** Minutes of a visit; a little shorter than a place of twenty on average, and not to be planned to the minute. */
const VISIT = { mean: 18, sd: 5, least: 6, most: 45 }
/** Minutes that people are early. */
const EARLY = { mean: 8, sd: 7, most: 30 }
const LATE_MOST = 20

export interface Luck {
  /** 0 to 1: the person stays away if their chance of that is above it. Help can only turn a miss into a visit. */
  absence: number
  early: number
  minutes: number
}

export function luckOf(streams: Streams, future: number, id: string): Luck {
  const rng = streams.of(`guest/${future}`, id)
  const absence = rng.uniform()
  const early = clamp(rng.normal(EARLY.mean, EARLY.sd), -LATE_MOST, EARLY.most)
  return { absence, early, minutes: clamp(rng.normal(VISIT.mean, VISIT.sd), VISIT.least, VISIT.most) }
}
