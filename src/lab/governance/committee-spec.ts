/**
 * What a trainer writes to have a committee with a year of its own: the tools it answers for, what happens to them, who sits at
 * the table, what may be asked, signed and given as a reason. Data, not code; what it means when the year is played is in
 * `data/governance-year.ts` and `replay.ts`.
 */
import { z } from 'zod'
import { FINDINGS, VOTES } from '../../core/artefacts/board-dossier.ts'
import { DEFAULT_REASONS } from './committee-words.ts'

export const MONTHS = 12
/** The part of town that a mean forgets stands beside the measurements under this name. */
export const GROUP = 'group'

const Name = z.string().max(40).regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'must be one word of letters, digits and hyphens, e.g. "chest"')
const Title = z.string().min(1).max(80)
const Words = z.string().min(1).max(600)
const Share = z.number().min(0).max(1)
const Month = z.int().min(1).max(MONTHS)
const Weight = z.number().min(-4).max(4)

function few<Value extends z.ZodType>(value: Value, most: number, what: string) {
  return z.record(Name, value).refine((entries) => Object.keys(entries).length <= most, `more than ${most} ${what}`)
}

const Weights = few(Weight, 6, 'measurements').describe('log-odds of the outcome for one standard deviation of each measurement')
const Group = z.strictObject({
  name: Title.describe('as it stands in a sentence: "the east side of town"'),
  short: z.string().min(1).max(30).describe('as it heads a line: "East side"'),
  share: Share.default(0.25).describe('of all people'),
})

const Entries = z.strictObject({
  right: Words,
  wrong: z.array(Words).min(1).max(5),
  why: Words.optional().describe('where it stands, told of an entry that is wrong or missing'),
})

const Tool = z.strictObject({
  name: Title,
  short: z.string().min(1).max(12).describe('over a narrow column'),
  ward: Title,
  sheet: Words.describe('what came with it; what it does not say must be asked'),
  counts: z.string().min(1).max(60).default('people').describe('whom it looks for, in many: "urgent films"'),
  harm: Words.describe('what comes to a person whom it fails: "waited too long for their film to be read". "their" stands for anybody'),
  bought: z.boolean().default(false).describe('a vendor may send versions, and has a dashboard'),
  dashboard: Title.optional().describe('what the vendor calls its dashboard'),
  monthly: z.int().min(100).max(4000).describe('people who go through it in a month'),
  rate: z.number().min(0.01).max(0.9).describe('share of them with what it looks for'),
  reads: Weights.refine((entries) => Object.keys(entries).length > 0, 'it must read one measurement at least'),
  group: Weight.default(0).describe('log-odds of the outcome for those in the group'),
  auc: z.number().min(0.55).max(0.97).optional().describe('how well such measurements can tell at all; the weights are made larger or smaller together'),
  alerts: z.number().min(0.02).max(0.6).default(0.2).describe('share for which it raises its hand'),
  setAside: Share.default(0.1).describe('share of its alerts that staff set aside'),
  ages: z.tuple([z.int().min(0).max(120), z.int().min(0).max(120)]).default([0, 120]),
  card: z.record(Name, Entries).default({}).describe('its model card, field by field'),
})
export type ToolSpec = z.infer<typeof Tool>

const everyChange = {
  tools: z.array(Name).min(1).max(8),
  month: Month.describe('in which it begins; a set may move it by "jitter" months'),
  months: Month.optional().describe('how long it lasts; to the end of the year when left out'),
  say: Words.describe('what happened, as an audit tells it'),
  felt: Words.optional().describe('whom it met, for the story behind the green tick'),
}
const fault = z.boolean().default(true).describe('the tool no longer does what it promised')
const Changes = [
  z.strictObject({ kind: z.literal('reading'), input: Name.describe('a measurement'), at: z.number().min(-5).max(5).default(-1.9), times: z.number().min(-5).max(5).default(0.02).describe('what arrives is at + times x what is so, in standard deviations'), fault, ...everyChange }),
  z.strictObject({ kind: z.literal('meaning'), rate: z.number().min(0.01).max(0.9).optional(), reads: Weights.optional(), group: Weight.optional(), fault, ...everyChange }),
  z.strictObject({ kind: z.literal('version'), reads: Weights, group: Weight.default(0), fault, ...everyChange }),
  z.strictObject({ kind: z.literal('group'), by: Weight.describe('log-odds that the group gains'), fault, ...everyChange }),
  z.strictObject({ kind: z.literal('people'), by: few(Weight, 6, 'measurements').describe('standard deviations by which people differ'), ...everyChange }),
  z.strictObject({ kind: z.literal('habits'), setAside: Share, ...everyChange }),
] as const
const Change = z.discriminatedUnion('kind', Changes)
export type ChangeSpec = z.infer<typeof Change>

const Said = z.strictObject({ title: Title, about: Words })
const Voted = z.strictObject({ vote: z.enum(VOTES), say: Words })
const Says = z.partialRecord(z.enum([...FINDINGS, 'dashboard']), Voted)
const Voice = z.strictObject({
  name: Title,
  role: Title,
  says: Says.describe('what they would vote on each kind of paper, and on a green dashboard'),
  ofBought: Says.default({}).describe('the same of a bought tool, where that differs'),
})

export const CommitteeSpec = z.strictObject({
  jitter: z.int().min(0).max(3).default(0).describe('months by which each change may come earlier or later'),
  tools: few(Tool, 6, 'tools'),
  group: Group.default({ name: 'the east side of town', short: 'East side', share: 0.25 }),
  changes: few(Change, 16, 'changes').default({}),
  fields: few(Title, 10, 'fields').default({}).describe('questions of a model card; each tool answers them in "card"'),
  questions: few(z.strictObject({ tool: Name.optional().describe('on whose card the answer stands'), ask: Words, answer: Words }), 20, 'questions').default({}),
  clauses: few(z.strictObject({ title: Title, about: Words, does: z.enum(['asks-first', 'goes-back']).optional().describe('asks-first: no version without our yes; goes-back: the version before returns. Others change nothing') }), 12, 'clauses').default({}),
  table: z.array(Voice).max(6).default([]).describe('who sits there'),
  findings: z.partialRecord(z.enum(FINDINGS), Said).default({}).describe('other words for kinds of paper'),
  votes: z.partialRecord(z.enum(VOTES), Said).default({}).describe('other words for votes'),
  reasons: few(z.strictObject({ say: Words, fits: z.array(z.enum(FINDINGS)).default([]).describe('papers for which it is evidence') }), 16, 'reasons').default(DEFAULT_REASONS),
  undecided: Words.default('nothing. The committee has no ruling for such a paper').describe('what the minute says where nobody decided'),
  end: z.strictObject({ title: Title, say: Words }).optional().describe('how the story behind the green tick ends'),
})
export type CommitteeSpec = z.infer<typeof CommitteeSpec>

/** The entry of a card by its id, "use-a": the first is the true one, and all stand in the order of the alphabet. */
export interface CardField {
  id: string
  label: string
  options: readonly { id: string; text: string }[]
  truth: string
  why: string | null
}

export function cardOf({ fields, tools }: Pick<CommitteeSpec, 'fields' | 'tools'>, tool: string): CardField[] {
  return Object.entries(fields).flatMap(([id, label]): CardField[] => {
    const entries = tools[tool]?.card[id]
    if (!entries) return []
    const options = [entries.right, ...entries.wrong].map((text, i) => ({ id: `${id}-${'abcdef'[i]}`, text })).sort((a, b) => (a.text < b.text ? -1 : 1))
    return [{ id, label, options, truth: `${id}-a`, why: entries.why ?? null }]
  })
}

/** Fields of all cards: right, wrong, not filled in. */
export function readCards(committee: Pick<CommitteeSpec, 'fields' | 'tools'>, cards: Readonly<Record<string, Readonly<Record<string, string>>>>): { right: number; wrong: number; empty: number; of: number } {
  const counts = { right: 0, wrong: 0, empty: 0, of: 0 }
  for (const { entry, field } of cardEntries(committee, cards)) {
    counts.of++
    counts[entry === '' ? 'empty' : entry === field.truth ? 'right' : 'wrong']++
  }
  return counts
}

/** Every field of every card, with what was filled in; '' for nothing. */
export function cardEntries(committee: Pick<CommitteeSpec, 'fields' | 'tools'>, cards: Readonly<Record<string, Readonly<Record<string, string>>>>): { tool: string; field: CardField; entry: string }[] {
  return Object.keys(committee.tools).flatMap((tool) => cardOf(committee, tool).map((field) => {
    const card = Object.hasOwn(cards, tool) ? cards[tool] : undefined
    return { tool, field, entry: (card && Object.hasOwn(card, field.id) ? card[field.id] : undefined) ?? '' }
  }))
}
