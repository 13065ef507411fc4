/**
 * A service, described by a quest: who comes and when, where they are seen to and for how long, what may be planned. Data, not
 * code: formulas are those of `lab/graph/expr.ts`, everything is bounded. What it means is in `engine.ts`.
 */
import { z } from 'zod'
import { Budgets, Levers } from '../../../core/artefacts/levers.ts'
import { SyntheticSpec } from '../../data/synthetic/spec.ts'
import { MAX_EXPR_LENGTH } from '../../graph/expr.ts'

export const MAX_DAYS = 14
/** Cases of one future, those on the list and those who come by themselves. */
export const MAX_CASES = 2000
/** Cases of all futures of one set together. */
export const MAX_LIVES = 30_000
/** Rooms, beds and crews of one station. */
export const MAX_UNITS = 120
export const DAY = 1440

const Name = z.string().max(40).regex(/^[A-Za-z][A-Za-z0-9]*$/, 'must be one word of letters and digits, e.g. "theatre"')
const Word = z.string().min(1).max(60)
const Formula = z.string().min(1).max(MAX_EXPR_LENGTH)
const Amount = z.union([z.number().min(-1e6).max(1e6), Formula])
export type Amount = z.infer<typeof Amount>
const CLOCK = '([01]\\d|2[0-3]):[0-5]\\d|24:00'
const Clock = z.string().regex(new RegExp(`^(${CLOCK})$`), 'must be a time such as "07:30"')
const Moment = z.string().regex(new RegExp(`^(day \\d{1,2} )?(${CLOCK})$`), 'must be a time such as "07:30" or "day 3 07:30"')

function few<Value extends z.ZodType>(key: z.ZodString, value: Value, least: number, most: number) {
  return z.record(key, value).refine((entries) => Object.keys(entries).length >= least && Object.keys(entries).length <= most, `must have ${least} to ${most} entries`)
}

const Arrival = z.strictObject({
  label: Word,
  planned: z.literal(true).optional().describe('the list that is planned: as many cases as "cases" has rows. At most one'),
  count: Amount.optional().describe('so many at once, at "from": people who lie there when it begins'),
  perHour: z.union([Amount, z.array(Amount).length(24)]).optional().describe('how many an hour on average, by chance (Poisson); or a list of 24, by hour of the day'),
  perDay: z.array(z.number().min(0).max(20)).min(1).max(MAX_DAYS).optional().describe('factor of each day'),
  from: Moment.default('00:00').describe('nobody comes before'),
  to: Moment.optional().describe('nobody comes after; the end when left out'),
  surges: z.array(z.strictObject({ from: Moment, to: Moment, times: Amount })).max(10).default([]).describe('times at which so many times as many come'),
  enters: Name.optional().describe('station at which they begin; the first step when left out'),
})
export type Arrival = z.infer<typeof Arrival>

const Station = z.strictObject({
  label: Word,
  units: z.union([Amount, z.array(Word).min(1).max(MAX_UNITS)]).describe('how many rooms, beds or crews, or their names; may read constants and levers'),
  unit: Word.optional().describe('what one is called, e.g. "Bed"; the label when left out'),
  open: z.strictObject({ from: Clock, to: Clock, days: z.array(z.int().min(1).max(MAX_DAYS)).max(MAX_DAYS).optional() }).optional().describe('when it is staffed; always when left out'),
  night: Amount.default(0).describe('units for cases that are not planned while it is not open'),
  cleaning: Amount.default(0).describe('minutes after each case until the unit is free again'),
  late: Amount.default(0).describe('a planned case begins only if it should be over so many minutes after closing; otherwise it is cancelled'),
  place: Word.optional().describe('of the map'),
  posts: Name.optional().describe('lever that says where its crews wait: they drive to the case'),
  board: z.enum(['ward', 'time', 'none']).default('time').describe('how it is shown: beds as cells, a line of time for each unit, or not'),
})
export type Station = z.infer<typeof Station>

const Step = z.strictObject({
  at: z.union([Name, z.array(Name).min(2).max(8)]).describe('station, or several to choose from'),
  by: z.strictObject({ travel: Amount.default(1), queue: Amount.default(0), wait: Amount.default(0) }).optional()
    .describe('how to choose: the station with the least sum of these weights times minutes of travel, people in its queue, minutes its queue will take'),
  minutes: Amount.describe('how long it takes'),
  when: Formula.optional().describe('cases that take this step; all when left out'),
  needs: z.array(Name).max(4).default([]).describe('stations of later steps at which a unit must be free, and is kept, before this begins'),
  priority: Amount.default(0).describe('the highest goes first'),
  ageing: Amount.default(0).describe('priority gained in each hour of waiting'),
  keepFree: Amount.default(0).describe('begins only if more units than so many are free'),
  holds: z.boolean().default(true).describe('the unit stays taken until the next step has one'),
  keeps: z.boolean().default(false).describe('the unit of the step before stays taken until this one is over'),
})
export type Step = z.infer<typeof Step>

const Schedule = z.strictObject({
  lists: Name.describe('lever of the kind grid: rows are units of the station, columns are days'),
  station: Name,
  of: Name.describe('column of words that says what kind of case it is'),
  takes: z.record(z.string().max(40), z.array(Word).max(12)).describe('by option of the grid, the kinds of case that go there; an option that is not named stays open for who comes unplanned'),
  closed: z.string().max(40).optional().describe('option that closes the unit for the day'),
  minutes: Amount.describe('how long a case is expected to take; reads what is known beforehand, levers and forecasts'),
  closing: Amount.optional().describe('how long it may take, when somebody asks whether it still begins before closing; minutes when left out'),
  between: Amount.default(0).describe('minutes between two cases'),
  first: Amount.default(0).describe('who is given a place first: the smallest'),
  order: Amount.default(0).describe('the order within a list: the smallest first'),
})
export type Schedule = z.infer<typeof Schedule>

const Forecast = z.strictObject({
  label: Word,
  else: Amount.describe('what is taken where no block of the graph foretells it: what people say today. Reads what is known beforehand, and levers'),
})

const Closure = z.strictObject({ station: Name, units: Amount.describe('how many, the last ones'), from: Moment, to: Moment, label: Word })
export type Closure = z.infer<typeof Closure>

export const FlowSpec = z.strictObject({
  cases: SyntheticSpec.describe('columns of every case, as in table.synthetic; formulas may also read stream (a word), at (minutes from the beginning), day and hour'),
  lived: z.array(Name).max(20).default([]).describe('columns of the list that nobody knows beforehand: each future draws them anew'),
  listSeed: z.string().min(1).max(80).optional().describe('seed of the list, where it is to be the same in every set'),
  arrivals: few(Name, Arrival, 1, 8).describe('streams of cases'),
  stations: few(Name, Station, 1, 12).describe('where they are seen to'),
  steps: z.array(Step).min(1).max(8).describe('what happens to a case, from first to last'),
  schedule: Schedule.optional().describe('how the list is laid out over days and units'),
  forecasts: few(Name, Forecast, 0, 8).default({}).describe('numbers that the graph may foretell of each case of the list: a column of this name that reaches the plan. Formulas over cases read them'),
  closures: z.array(Closure).max(20).default([]),
  days: z.int().min(1).max(MAX_DAYS).default(1),
  firstDay: z.int().min(0).max(6).default(0).describe('day of the week on which it begins, 0 for Monday'),
  futures: z.int().min(1).max(60).default(20).describe('how often it is lived through, each time with other chance'),
  places: few(Word, z.strictObject({ x: z.number().min(0).max(100), y: z.number().min(0).max(64) }), 0, 24).default({}).describe('of the map, 100 wide and 64 high'),
  place: Name.optional().describe('column that says at which place a case is'),
  travel: z.strictObject({
    minutesPerUnit: Amount.default(0.5).describe('minutes for one unit of the map'),
    byHour: z.array(z.number().min(0.1).max(10)).length(24).optional().describe('factor of each hour'),
    least: Amount.default(1).describe('minutes a drive takes at least'),
  }).optional(),
  levers: Levers.default({}).describe('what the learner may set'),
  budgets: Budgets.default([]),
  words: z.strictObject({ one: Word, many: Word, waiting: Word, done: Word }).default({ one: 'person', many: 'people', waiting: 'Waiting', done: 'Gone home' }),
})
export type FlowSpec = z.infer<typeof FlowSpec>

/** Minutes from the beginning; the first day where none is said. */
export function minuteOf(moment: string): number {
  const [, day = '1', hours = '0', minutes = '0'] = /^(?:day (\d+) )?(\d\d):(\d\d)$/.exec(moment) ?? []
  return (Number(day) - 1) * DAY + Number(hours) * 60 + Number(minutes)
}

/** Names of the stations a step may go to. */
export function stationsOf({ at }: Step): readonly string[] {
  return typeof at === 'string' ? [at] : at
}
