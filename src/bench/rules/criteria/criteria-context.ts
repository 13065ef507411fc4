import { createContext, useContext } from 'react'
import type { MatchPlan } from '../../../core/artefacts/match-plan.ts'
import type { Quest } from '../../../core/quest/schema.ts'
import type { RunReport } from '../../../core/verdict.ts'
import type { Pool } from '../../../lab/match/pool.ts'
import type { Live } from './criteria-live.ts'

export interface CriteriaState {
  quest: Quest
  plan: MatchPlan
  pool: Pool
  live: Live
  report: RunReport | null
  readOnly: boolean
  highlight: string | null
  /** Offer that is looked at, by index. */
  offer: number
  setOffer(at: number): void
  /** Changes of one gesture are one step of undo. */
  change(plan: MatchPlan, label: string, gesture?: string): void
}

export const CriteriaContext = createContext<CriteriaState | null>(null)

export function useCriteria(): CriteriaState {
  const state = useContext(CriteriaContext)
  if (!state) throw new Error('this part belongs inside a bench of criteria')
  return state
}
