/** What came of one future: who was where and when. */
import type { FlowCases } from './cases.ts'
import type { Drive } from './ground.ts'
import type { Laid, Place as ListPlace } from './schedule.ts'
import type { Place, Stay } from './units.ts'

/** One case at one station. Times in minutes; null for what had not happened when the days were over. */
export interface Visit {
  row: number
  step: number
  station: string
  unit: number
  asked: number
  /** When a unit was given: a crew sets out then. */
  given: number
  /** When it was there. */
  there: number
  ends: number | null
}

export interface Fate {
  row: number
  place: ListPlace | null
  comes: number
  cancelled: { at: number; why: 'no bed' | 'no time' } | null
  done: number | null
}

export interface Lived {
  cases: FlowCases
  laid: Laid
  fates: readonly Fate[]
  visits: readonly Visit[]
  stays: readonly Stay[]
  drives: readonly (Drive & { station: string; unit: number })[]
  /** Who still waited at a station when the days were over. */
  waiting: readonly { row: number; station: string; asked: number }[]
  places: ReadonlyMap<string, Place>
  minutes: number
}
