import type { Resource } from '../fhir/resource.ts'

/** Why a message must not reach the portal. Each kind needs a person to look at it. */
export const DEFECTS = ['future-birth', 'no-such-day', 'unknown-class', 'left-before-arrival', 'posted-wrong', 'future-result', 'no-value'] as const
export type Defect = (typeof DEFECTS)[number]

export const DEFECT_WORDS: Readonly<Record<Defect, string>> = {
  'future-birth': 'born in the future', 'no-such-day': 'born on a day that does not exist', 'unknown-class': 'a patient class nobody knows',
  'left-before-arrival': 'left before arriving', 'posted-wrong': 'a result posted as wrong (W)', 'future-result': 'measured in the future', 'no-value': 'final, without a value or a reason',
}

/** One message as it arrived, with what is known about it long after. */
export interface FeedMessage {
  /** MSH-10. */
  id: string
  /** ISO date and time it was sent. */
  sentAt: string
  raw: string
  /** "A08 Update, Rosa Marsh" */
  title: string
  /** What the portal should hold afterwards, resource by resource. */
  wanted: readonly Resource[]
  defect: Defect | null
  /** It corrects a result that was already final. */
  corrects: boolean
  /** It says less than is known, or asks to delete: what is kept matters. */
  update: boolean
}
