/** One figure of a chart as it stands at the hour of its clock. NaN where there is nothing to make it of. */
import type { StayClock } from '../../stream/stay-clock.ts'
import type { WindowColumn } from './window-columns.ts'

export interface Back {
  /** Hours that mean and slope look back. */
  hours: number
  /** First hours of a stay that say what is normal for this person. */
  baseline: number
}

export function lookBack(clock: StayClock, { of, way }: WindowColumn, { hours, baseline }: Back): number {
  switch (way) {
    case 'last': return clock.read(of)
    case 'delta': return clock.read(of) - meanOf(clock, of, { until: baseline })
    case 'mean': return meanOf(clock, of, { since: clock.now - hours })
    case 'slope': return slopeOf(clock, of, clock.now - hours)
    case 'since': return hoursSince(clock, of)
  }
}

/** The first hours may not be over yet: then it is what is known of them so far. */
function meanOf(clock: StayClock, name: string, { since = 0, until = clock.now }: { since?: number; until?: number }): number {
  let [sum, n] = [0, 0]
  clock.eachBack(name, (value) => {
    sum += value
    n++
  }, { since, until: Math.min(until, clock.now) })
  return n === 0 ? Number.NaN : sum / n
}

/** Least squares, per hour; 0 while there is one reading. */
function slopeOf(clock: StayClock, name: string, since: number): number {
  let [n, x, y, xx, xy] = [0, 0, 0, 0, 0]
  clock.eachBack(name, (value, hour) => {
    n++
    x += hour
    y += value
    xx += hour * hour
    xy += hour * value
  }, { since })
  if (n === 0) return Number.NaN
  const spread = n * xx - x * x
  return spread === 0 ? 0 : (n * xy - x * y) / spread
}

function hoursSince(clock: StayClock, name: string): number {
  let at = clock.happened(name)
  clock.eachBack(name, (_, hour) => {
    at = hour
    return true
  })
  return clock.now - at
}
