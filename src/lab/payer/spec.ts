/**
 * What a trainer writes of the other side: a payer that answers requests over days, and the desk that sends them. Minutes and hours
 * are of one calendar that begins on a Monday at midnight; no zone, no holidays.
 */
import { z } from 'zod'

const Name = z.string().max(40).regex(/^[A-Za-z][A-Za-z0-9]*$/, 'must be one word of letters and digits, e.g. "urgent"')
const Path = z.string().max(90).regex(/^[A-Za-z][A-Za-z0-9]*\.[A-Za-z][A-Za-z0-9]*$/, 'must be an element, e.g. "Request.lane"')
const Minutes = z.number().min(0).max(1440)
const Share = z.number().min(0).max(1)

const OfficeShape = z.strictObject({
  people: z.int().min(1).max(50).default(1),
  from: z.number().min(0).max(23).default(8).describe('hour at which work begins'),
  to: z.number().min(1).max(24).default(17).describe('hour at which it ends'),
  days: z.int().min(1).max(7).default(5).describe('days of the week from Monday on'),
})
export type Office = z.infer<typeof OfficeShape>

const opensBeforeItCloses = ({ from, to }: Office) => from < to
const CLOSES = 'work must end after it begins'

const Rule = z.strictObject({
  id: Name,
  when: z.string().min(1).max(200).describe('over fields, elements, and the paper that is linked to an element: "Form.weeks < 6", "Form.weeks absent", "Form.weeks.side != @side", "Form.weeks.paper absent"'),
  answer: z.enum(['approve', 'pend', 'deny']),
  say: z.string().min(1).max(160).describe('the reason, as the payer words it'),
  ask: z.array(Path).max(12).default([]).describe('for "pend": elements it wants; those that the rule reads when left out'),
  sees: Share.optional().describe('only a person who reads the papers can see it, and so often does; a rule without it is checked by machine'),
})
export type PayerRule = z.infer<typeof Rule>

export const Payer = z.strictObject({
  arrives: Name.describe('column: hours after Monday midnight at which the request is written'),
  urgent: Name.describe('column of 0 and 1: delay endangers this person. The truth, never a field'),
  eligible: Name.describe('column of 0 and 1: what is true of this person meets the criteria'),
  lane: Path.describe('element that says which lane'),
  expedited: z.string().min(1).max(60).describe('what stands there for the fast one'),
  clocks: z.strictObject({
    standard: z.number().min(1).max(720).default(168),
    expedited: z.number().min(1).max(720).default(72),
  }).default({ standard: 168, expedited: 72 }).describe('hours in which an answer is due. As US rules have it from 2026 (CMS-0057-F): 7 calendar days, and 72 hours'),
  rules: z.array(Rule).min(1).max(40).describe('the first that holds speaks; if none does, the request is approved'),
  reading: OfficeShape.extend({
    share: Share.default(0.5).describe('of requests that no rule stops: read by a person all the same'),
    minutes: Minutes.default(25).describe('to read one'),
    machine: Minutes.default(10).describe('until the machine has looked'),
  }).refine(opensBeforeItCloses, CLOSES).prefault({}),
  rounds: z.int().min(1).max(5).default(2).describe('how often it asks before it refuses'),
  desk: OfficeShape.extend({
    send: Minutes.default(4).describe('to look a request over and send it'),
    look: Minutes.default(8).describe('to find one item by hand in the chart'),
    answer: Minutes.default(12).describe('to take up a request that came back, before looking for anything'),
    rings: z.number().min(0).max(240).default(24).describe('hours until a clinic rings back with what is in no paper, on average'),
  }).refine(opensBeforeItCloses, CLOSES).prefault({}),
})
export type Payer = z.infer<typeof Payer>

/** How the desk works: the learner's choice. */
export const DESK_FIRST = ['oldest', 'expedited', 'returned'] as const
export const DESK_BLANKS = ['send', 'person'] as const
export interface Desk {
  /** Who is next: whoever waits longest, expedited ones, or those that came back. */
  first: (typeof DESK_FIRST)[number]
  /** What becomes of an item that no row fills: it goes out empty, or a person looks. */
  blanks: (typeof DESK_BLANKS)[number]
}
