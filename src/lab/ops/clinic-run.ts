/** A plan for a clinic, put to the people of one register; and, where what would have happened is known, lived. */
import type { ClinicPlan } from '../../core/artefacts/clinic-plan.ts'
import type { ClinicTruth } from '../data/noshow.ts'
import type { Side } from '../data/noshow-people.ts'
import type { ScoredSet, Scores, Table } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import { type LivedSession, liveThrough } from './clinic-day.ts'
import { type ClinicFigures, clinicFigures } from './clinic-figures.ts'
import { type Seat, seatsOf } from './clinic-plan-day.ts'

/** What the simulation hands on: scores, plan, and the lived days of the past, if any. */
export interface ClinicEvents {
  type: 'Events'
  about: 'clinic'
  scores: Scores
  plan: ClinicPlan
  /** Score above which somebody is helped. */
  cut: number
  lived: LivedClinic | null
}

export interface LivedClinic {
  table: Table
  seats: readonly Seat[]
  days: readonly LivedSession[]
  figures: ClinicFigures
}

export function sideAt(table: Table): (row: number) => Side {
  const column = columnOf(table, 'side')
  return (row) => (column?.values[row] === 'Harbour side' ? 'Harbour side' : 'Hill side')
}

/** Scores by id of the appointment, training and test rows alike. */
export function scoreById({ train, test }: Pick<Scores, 'train' | 'test'>): Map<string, number> {
  const scores = new Map<string, number>()
  const add = (set: ScoredSet) => set.ids.forEach((id, row) => scores.set(id, set.scores[row] as number))
  add(train)
  add(test)
  return scores
}

/** Live every day of a table under the plan. */
export function liveClinic(events: Pick<ClinicEvents, 'scores' | 'plan' | 'cut'>, table: Table, truth: ClinicTruth, tick?: () => void): LivedClinic {
  const scores = scoreById(events.scores)
  const seats = seatsOf(table, (id) => scores.get(id), events.plan, events.cut)
  const side = sideAt(table)
  const days = liveThrough(seats, truth, side, undefined, tick)
  return { table, seats, days, figures: clinicFigures(days, seats, side) }
}
