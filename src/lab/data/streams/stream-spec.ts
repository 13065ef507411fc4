/**
 * What a trainer writes to have stays with values over time: a table of stays (as in `table.synthetic`), what happens during a
 * stay, hidden and shown values on an hourly clock, and how often somebody writes them down. Data, not code.
 */
import { z } from 'zod'
import { Amount, few, Formula, Name, SyntheticSpec } from '../synthetic/spec.ts'

/** Hours from the start of the stay (0, 1, 2 …) and hour of the day (0 to 23): every formula of an hourly value may read them. */
export const HOUR = 'hour'
export const CLOCK = 'clock'

const MAX_HOURLY = 40
const MAX_EVENTS = 12
/** Stays times the most hours of one; the work to be done for one set. */
export const MAX_STAY_HOURS = 600_000
/** The same times the values of each hour, hidden ones too. */
export const MAX_HOURLY_CELLS = 12_000_000

const everyValue = {
  min: z.number().optional().describe('lower values become this'),
  max: z.number().optional().describe('higher values become this'),
  round: z.int().min(0).max(6).optional().describe('decimals'),
  missing: Amount.optional().describe('chance, hour by hour, that nobody measures it, 0 to 1'),
  late: z.int().min(0).max(72).default(0).describe('hours from the measurement until its value is known: a sample on its way to the laboratory'),
  latent: z.literal(true).optional().describe('for other values only: it is never charted'),
}

export const HourlyDraws = [
  z.strictObject({
    draw: z.literal('walk'), mean: Amount,
    noise: Amount.describe('standard deviation of what each hour adds'),
    keep: Amount.default(0.85).describe('share of the distance from the mean that is left an hour later, 0 to 0.99'),
    ...everyValue,
  }),
  z.strictObject({
    draw: z.literal('ramp'), event: Name,
    over: Amount.describe('hours before the event over which it rises from 0'),
    height: Amount.default(1).describe('at the event'),
    fade: Amount.optional().describe('hours after the event until a third is left; it stays up when left out'),
    ...everyValue,
  }),
  z.strictObject({
    draw: z.literal('spell'),
    perDay: Amount.describe('how many begin in a day, on average'),
    lasts: z.tuple([z.int().min(1).max(72), z.int().min(1).max(72)]).describe('hours: shortest and longest'),
    ...everyValue,
  }),
  z.strictObject({ draw: z.literal('uniform'), from: Amount, to: Amount, ...everyValue }),
  z.strictObject({ draw: z.literal('normal'), mean: Amount, sd: Amount, ...everyValue }),
  z.strictObject({ draw: z.literal('lognormal'), median: Amount, sigma: Amount, ...everyValue }),
  z.strictObject({ draw: z.literal('poisson'), mean: Amount, ...everyValue }),
  z.strictObject({ draw: z.literal('bernoulli'), p: Amount.optional(), logit: Formula.optional(), ...everyValue }),
  z.strictObject({ draw: z.literal('formula'), expr: Formula, ...everyValue }),
] as const
const HourlyDraw = z.discriminatedUnion('draw', HourlyDraws)
export type HourlyDraw = z.infer<typeof HourlyDraw>

const StreamEvent = z.strictObject({
  at: Amount.describe('hours from the start of the stay; missing, negative or after its end: it does not happen'),
  known: Amount.optional().describe('hours from the start at which it can be read in the chart; later than "at" where it is written back to the time it happened'),
})

export const StreamSpec = SyntheticSpec.extend({
  stay: z.strictObject({
    hours: Amount.describe('length of each stay, in hours'),
    most: z.int().min(2).max(720).default(240).describe('no stay is longer'),
    start: Amount.default(0).describe('hour of the day at which it begins, 0 to 23'),
  }),
  events: few(Name, StreamEvent, MAX_EVENTS, 'events').default({}).describe('what happens once during a stay; one whose column has the role "truth" is never shown for hidden stays'),
  hourly: few(Name, HourlyDraw, MAX_HOURLY, 'hourly values').describe('numbers on an hourly clock; a formula may read columns of the stay, other hourly values, "hour" and "clock"'),
  chart: z.strictObject({
    every: Amount.default(4).describe('hours from one charting to the next'),
    hourlyWhen: Formula.optional().describe('after a charting at which this holds, the next is an hour later'),
  }).default({ every: 4 }),
})
export type StreamSpec = z.infer<typeof StreamSpec>
