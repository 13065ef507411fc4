/**
 * `plan`: how a clinic day is run, beside the graph: who gets help to come, and where more people are booked than there are
 * chairs. Edited by the ops bench, read by the clinic's simulation.
 */
import { z } from 'zod'

/** Places in one session, morning or afternoon. */
export const SESSION_SLOTS = 10
export const SLOT_MINUTES = 20
/** Minutes after midnight at which the two sessions begin. */
export const SESSION_STARTS = [540, 800] as const

export const HELP_KINDS = ['call', 'ride', 'need'] as const
export type HelpKind = (typeof HELP_KINDS)[number]
export const EXTRA_WAYS = ['nobody', 'riskiest', 'slots'] as const
export type ExtraWay = (typeof EXTRA_WAYS)[number]

export const ClinicPlan = z.strictObject({
  help: z.strictObject({
    share: z.number().min(0).max(0.5).describe('share of booked people, those with the highest risk, who are helped to come'),
    kind: z.enum(HELP_KINDS).describe('a reminder call, a seat in the shuttle, or whichever fits: the shuttle for those without a car'),
  }),
  extra: z.strictObject({
    way: z.enum(EXTRA_WAYS).describe('nobody; a second person in the places of the riskiest people; a second person in places fixed for every session'),
    count: z.number().int().min(0).max(4).describe('riskiest: how many places of each session are shared'),
    slots: z.array(z.number().int().min(1).max(SESSION_SLOTS)).max(SESSION_SLOTS).describe('slots: which places of every session are shared, counted from 1'),
  }),
})
export type ClinicPlan = z.infer<typeof ClinicPlan>

export type ReadClinicPlan = { ok: true; plan: ClinicPlan } | { ok: false; say: string }

/** A plan from outside: a file, a save, a learner's hand. Says the first thing that is wrong. */
export function readClinicPlan(written: unknown): ReadClinicPlan {
  if (written === undefined || written === null) return { ok: false, say: 'The clinic has no plan yet.' }
  const read = ClinicPlan.safeParse(written)
  if (!read.success) {
    const issue = read.error.issues[0]
    return { ok: false, say: `The plan of the clinic cannot be read at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? 'unknown shape'}.` }
  }
  const { slots } = read.data.extra
  const twice = slots.find((slot, at) => slots.indexOf(slot) !== at)
  if (twice !== undefined) return { ok: false, say: `Place ${twice} of the session is named twice. One place takes one more person, not two.` }
  return { ok: true, plan: read.data }
}

/** "9:40" of the morning or the afternoon; `slot` counts from 1. */
export function slotStart(session: 0 | 1, slot: number): number {
  return SESSION_STARTS[session] + (slot - 1) * SLOT_MINUTES
}

export function sessionEnd(session: 0 | 1): number {
  return SESSION_STARTS[session] + SESSION_SLOTS * SLOT_MINUTES
}
