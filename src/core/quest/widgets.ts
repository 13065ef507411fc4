/** Things to try on a card, by the name a quest calls them, with the values they start with. Drawn in `src/kit`. */
import { z } from 'zod'

const Words = z.string().min(1).max(120)
const share = (most: number) => z.number().min(0).max(most).exactOptional()

const FirstMatchParams = z.strictObject({
  rows: z.array(z.strictObject({ say: Words, when: z.record(z.string().max(40), z.array(Words)) })).min(2).max(8).describe('rows of a table, and when each speaks: the fact and the values it asks for'),
  orders: z.array(z.strictObject({ name: Words, facts: z.record(z.string().max(40), Words), wanted: Words })).min(1).max(8).describe('what comes in, and the "say" of the row that should answer'),
})
export type FirstMatchParams = z.infer<typeof FirstMatchParams>

const BackedOrTrueParams = z.strictObject({
  medicine: z.string().min(1).max(40).describe('invented'),
  now: z.string().max(10).describe('figure of the page in force, in mg'),
  before: z.string().max(10).describe('figure of the page it replaced'),
  year: z.number().int(),
  yearBefore: z.number().int(),
})
export type BackedOrTrueParams = z.infer<typeof BackedOrTrueParams>

const IconArrayParams = z.strictObject({
  n: z.number().int().min(10).max(200).exactOptional().describe('people drawn (100)'),
  rate: share(0.4).describe('share who come back (0.14)'),
  capacity: z.number().int().min(1).max(120).exactOptional().describe('people who can be called (20)'),
  sensitivity: share(1).describe('share of those who come back whom the list finds (0.43)'),
  about: z.enum(['return', 'alarm']).exactOptional().describe('what is said: who comes back and is called, or who is ill and for whom an alarm rings ("return")'),
})
export type IconArrayStory = NonNullable<z.infer<typeof IconArrayParams>['about']>
const DriftOrFaultParams = z.strictObject({
  people: share(1).describe('where "Sicker people come" starts (0)'),
  tool: share(1).describe('where "The tool sees less" starts (0)'),
})
const ScreeningDialParams = z.strictObject({
  n: z.number().int().min(10).max(200).exactOptional().describe('people drawn (100)'),
  rate: share(0.4).describe('share who are ill (0.24)'),
  cut: share(0.95).describe('refer above this score (0.5)'),
})
const SharedChairsParams = z.strictObject({
  booked: z.number().int().min(6).max(18).exactOptional().describe('people booked into ten chairs (12)'),
  away: share(0.5).describe('share who stay away (0.23)'),
})
const NoParams = z.strictObject({})

const widget = <Name extends string, Params extends z.ZodObject>(name: Name, params: Params, about: string) => z.strictObject({ id: z.literal(name), params }).describe(about)

/** Each says in one line what it is for: the reference for trainers is made from this. */
export const Widget = z.discriminatedUnion('id', [
  widget('icon-array', IconArrayParams, 'a hundred people: who comes back and whom a list finds, or who is ill and for whom an alarm rings'),
  widget('screening-dial', ScreeningDialParams, 'a dial between missing the ill and troubling the well'),
  widget('first-match', FirstMatchParams, 'rows that may be moved, and which of them answers each order first'),
  widget('update-signs', NoParams, 'what an empty field, two quotes and a correction do to what is already known'),
  widget('shared-chairs', SharedChairsParams, 'a morning of ten chairs: book too few or too many'),
  widget('backed-or-true', BackedOrTrueParams, 'one answer, two lamps: does the page say so, and is it so?'),
  widget('moved-dates', NoParams, 'dates that are shifted still tell a story to whoever knows one of them'),
  widget('drift-or-fault', DriftOrFaultParams, 'two sliders, two alarms: other people, or a worse tool'),
])
export type Widget = z.infer<typeof Widget>
