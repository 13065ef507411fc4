/** What a chart calls the outcome: kit does not know what a quest looks for, so whoever shows a chart says it. */
import { createContext, useContext } from 'react'

/** Said of people, in the past: "came back", "were fine", "called". */
export interface OutcomeWords {
  yes: string
  no: string
  /** What being on the list means for a person. */
  listed: string
}

export const PLAIN_OUTCOME: OutcomeWords = { yes: 'had the outcome', no: 'did not have it', listed: 'listed' }

export const OutcomeContext = createContext<OutcomeWords>(PLAIN_OUTCOME)

export function useOutcome(): OutcomeWords {
  return useContext(OutcomeContext)
}

/** For the head of a column. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
