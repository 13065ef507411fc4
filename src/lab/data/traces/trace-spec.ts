/**
 * What a trainer writes to have people who wear a patch for days: a table of them (as in `table.synthetic`), how often the patch
 * looks, what kind of heart each has, and episodes that come, last and come again. Data, not code.
 */
import { z } from 'zod'
import { Amount, few, Name, SyntheticSpec } from '../synthetic/spec.ts'

/** Which episode of its kind it is in this person, from 1: formulas of an episode may read it. */
export const NUMBER = 'k'

const MAX_KINDS = 12
/** Windows of one set: what a verdict can look through in a second. */
export const MAX_WINDOWS = 80_000
/** Episodes that one person has of one kind. */
export const MAX_EPISODES = 400

/** A number drawn anew for each episode: one value, one between two, or one about a middle. */
export const Span = z.union([
  Amount,
  z.strictObject({ from: Amount, to: Amount }),
  z.strictObject({ median: Amount, sigma: Amount.describe('standard deviation of the logarithm') }),
]).describe('a number or formula; or drawn anew each time: { "from", "to" }, or { "median", "sigma" }')
export type Span = z.infer<typeof Span>

/** What is left out is drawn as in `ecg.patch`: by age, and differently in everybody. */
const heart = {
  rate: Amount.optional().describe('beats a minute in sinus rhythm'),
  swing: Amount.optional().describe('what breathing does from beat to beat: RMSSD in milliseconds'),
  fibrillating: Amount.optional().describe('beats a minute in fibrillation'),
  evenness: Amount.optional().describe('of the intervals in fibrillation: 3 is wild, 20 hardly to be seen'),
  early: Amount.optional().describe('share of beats that come early while there are extra beats'),
  fromVentricles: Amount.optional().describe('share of early beats that come from the ventricles and look broad'),
  everyNth: Amount.optional().describe('in bigeminy every second beat is early; 3 makes it trigeminy'),
}
export const HEART_WORDS = Object.keys(heart) as (keyof typeof heart)[]
export type HeartWords = { [Word in keyof typeof heart]?: Amount | undefined }

export const RHYTHM_KINDS = ['atrial fibrillation', 'extra beats', 'bigeminy'] as const
export const TROUBLE_KINDS = ['movement', 'electrode off'] as const

const EpisodeKind = z.strictObject({
  what: z.enum([...RHYTHM_KINDS, ...TROUBLE_KINDS]).describe('a rhythm, or what disturbs the patch'),
  minutes: Span.describe('how long one lasts'),
  perDay: Amount.optional().describe('how many begin in a day, on average, at any time'),
  between: z.tuple([z.number().min(0).max(24), z.number().min(0).max(24)]).optional().describe('with perDay: hours of the day between which they begin, e.g. [7, 22]; [22, 7] is the night'),
  count: Amount.optional().describe('instead of perDay: how many there are'),
  first: Span.optional().describe('with count: hours from the start to the first'),
  apart: Span.optional().describe('with count: hours from the end of one to the start of the next'),
  strength: Span.optional().describe('of movement: 0.1 disturbs a little, 1 hides the heart (0.6)'),
  ...heart,
})
export type EpisodeKind = z.infer<typeof EpisodeKind>

export const TraceSpec = SyntheticSpec.extend({
  recording: z.strictObject({
    hours: z.int().min(2).max(336).default(72).describe('how long each person wears the patch'),
    every: z.number().min(1).max(60).default(5).describe('minutes from one window to the next'),
    seconds: z.int().min(10).max(60).default(30).describe('of trace in each window'),
    start: Amount.default(9).describe('hour of the day at which it begins, 0 to 23'),
  }).default({ hours: 72, every: 5, seconds: 30, start: 9 }),
  heart: z.strictObject(heart).default({}).describe('of each person; a formula may read columns'),
  episodes: few(Name, EpisodeKind, MAX_KINDS, 'kinds of episodes').describe('by name; where two rhythms meet, the one that is written first is the one there is'),
})
export type TraceSpec = z.infer<typeof TraceSpec>
