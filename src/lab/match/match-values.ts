/** People held against the criteria of offers. */
import type { CompiledPlan } from './match-people.ts'
import type { Invited } from './offer-lists.ts'
import type { Pool } from './pool.ts'

/** What a plan says of each criterion of each offer, for everybody. */
export interface Matches {
  type: 'Matches'
  pool: Pool
  compiled: CompiledPlan
  /** By offer, people times lines: 1 the criterion holds, 0 it does not, -1 not known. */
  said: readonly Int8Array[]
}

/** Matches, with the list of each offer. */
export interface Offers extends Omit<Matches, 'type'> {
  type: 'Offers'
  /** By offer, in order. */
  lists: readonly (readonly Invited[])[]
}
