/** People, what is written of them, and what they may be offered: what a quest describes for matching. */
import type { CriterionKind } from '../../core/artefacts/match-plan.ts'
import type { NoteTruth } from '../deid/values.ts'
import type { Table } from '../graph/ports.ts'
import type { Mark } from './three-valued.ts'

export interface Letter {
  id: string
  title: string
  /** ISO date; '' where nobody wrote one. */
  day: string
  text: string
  /** What stands where in it; null for hidden people. */
  known: NoteTruth | null
}

/** A criterion as the offer lists it. */
export interface Criterion {
  id: string
  say: string
  kind: CriterionKind
  /** What it is about, as marked in letters. */
  fact: string | null
}

export interface Offer {
  id: string
  title: string
  /** All that is written of it besides the list: here a silent criterion may hide. */
  about: string
  /** People on its list, at most. */
  places: number
  criteria: readonly Criterion[]
}

/** What is true of one criterion for all people, by row. */
export interface CriterionTruth {
  id: string
  say: string
  kind: CriterionKind
  fact: string | null
  /** It stands in no list of the offer. */
  silent: boolean
  /** What the file can tell: 1 it holds, 0 it does not, -1 nothing tells. */
  told: Int8Array
  /** What is so, told or not: 1 or 0. */
  holds: Int8Array
}

export interface PoolTruth {
  /** By offer, silent criteria too. */
  criteria: readonly (readonly CriterionTruth[])[]
}

export interface Pool {
  type: 'Pool'
  /** A row for each person. */
  table: Table
  /** By row, the newest first. */
  letters: readonly (readonly Letter[])[]
  offers: readonly Offer[]
  /** How a person is called: "{name}, {age} years". */
  title: string
  /** Column with the day from which time is counted back. */
  index: string
  /** Column of groups; null where the quest names none. */
  group: string | null
  facts: readonly { id: string; label: string }[]
  /** By sort of look-alike: why it says nothing of this person. */
  decoys: Readonly<Record<string, string>>
  /** Null for hidden people. */
  truth: PoolTruth | null
}

/** Whether somebody meets everything that is asked, silent criteria too. */
export function isEligible(criteria: readonly CriterionTruth[], row: number): boolean {
  return criteria.every(({ kind, holds }) => holds[row] === (kind === 'inclusion' ? 1 : 0))
}

export function toldAt({ told }: CriterionTruth, row: number): Mark {
  return told[row] as Mark
}
