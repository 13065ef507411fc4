/** A request on its way: what the form holds by now, and everything that happened to it. */
import type { Filled } from '../records/map-record.ts'
import type { Payer } from './spec.ts'

/** Where it lies. */
export type Place = 'coming' | 'desk' | 'clinic' | 'payer' | 'returned' | 'closed'
export type Answer = 'approved' | 'denied' | 'lapsed'

export interface Step {
  /** Minute of the calendar. */
  at: number
  what: 'written' | 'rang' | 'sent' | 'pended' | Answer
  say: string
}

export interface Request {
  row: number
  /** What was sent last, by element. */
  form: Map<string, Filled>
  expedited: boolean
  /** Said for certain: delay endangers, criteria are met. */
  urgent: boolean
  eligible: boolean
  writtenAt: number
  sentAt: number | null
  answeredAt: number | null
  answer: Answer | null
  pends: number
  /** Minutes of work at the desk. */
  hands: number
  /** Elements that somebody looks for before it goes out (again). */
  looks: readonly string[]
  place: Place
  moves: { at: number; place: Place }[]
  steps: Step[]
}

export const HOUR = 60

/** Minutes in which an answer is due in this lane. */
export function clockOf({ clocks }: Pick<Payer, 'clocks'>, expedited: boolean): number {
  return (expedited ? clocks.expedited : clocks.standard) * HOUR
}

/** Whether the last word came within the clock that this person's need calls for, counted from when it was sent or written. */
export function isInClock(payer: Pick<Payer, 'clocks'>, { urgent, answer, answeredAt, sentAt, writtenAt }: Request, from: 'sent' | 'written'): boolean {
  const start = from === 'sent' ? sentAt : writtenAt
  return answer !== 'lapsed' && answeredAt !== null && start !== null && answeredAt - start <= clockOf(payer, urgent)
}

/** Approved on the first reading, with nothing asked. */
export function isFirstPass({ answer, pends }: Request): boolean {
  return answer === 'approved' && pends === 0
}
