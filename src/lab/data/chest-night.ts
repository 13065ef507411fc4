/** When films come in: the pile at 23:40, then a film every few minutes until morning, and on a bad night many at once. */
import { Rng } from '../../core/rng.ts'

/** Minutes from 23:40 until the last film of the night comes in. */
export const NIGHT_MINUTES = 480
/** Of a night's films, those that lie there already when it begins, gathered over the two hours before. */
const WAITING_SHARE = 0.22
const GATHERED_OVER = 75
/** A burst brings this share of the films within twenty minutes of 02:00. */
const BURST_SHARE = 0.14
const BURST_AT = 140
const BURST_MINUTES = 20

/** Minutes of arrival in order; 0 is 23:40. */
export function arrivalsOf(seed: string, n: number, burst: boolean): number[] {
  const rng = new Rng(`${seed}/arrivals`)
  const waiting = Math.round(n * WAITING_SHARE)
  const sudden = burst ? Math.round(n * BURST_SHARE) : 0
  const times = Array.from({ length: n }, (_, i) => {
    if (i < waiting) return -GATHERED_OVER * rng.uniform()
    if (i < waiting + sudden) return BURST_AT + BURST_MINUTES * rng.uniform()
    return NIGHT_MINUTES * rng.uniform()
  })
  return times.sort((a, b) => a - b)
}
