/**
 * The artefact `matchPlan`: how people are matched with what they may be offered. What is asked of a file and where an answer may be
 * found; each criterion as atoms that ask one thing each; what an answer that nobody can give does; how the lists are made.
 * What it means when it runs is in `lab/match/`; here is the shape alone.
 */
import { z } from 'zod'

export const OfferId = z.string().max(40).regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'must be letters and digits, perhaps joined by hyphens, e.g. "T04" or "sugar"')
const Column = z.string().max(40).regex(/^[A-Za-z][A-Za-z0-9]*$/, 'must be one word of letters and digits, e.g. "hba1c"')
const Word = z.string().min(1).max(60)

const TakenBack = z.strictObject({
  words: z.array(Word).max(40).describe('"no", "never", "his mother"'),
  side: z.enum(['before', 'after']).default('before').describe('where these words stand, seen from what was found'),
  reach: z.int().min(1).max(30).default(6).describe('words that they reach over, never past the end of their sentence'),
  stops: z.array(Word).max(30).default([]).describe('words that end their reach: "but", "however"'),
  becomes: Word.nullable().default(null).describe('what it says instead: "no"; null, and it says nothing about this person'),
})
export type TakenBack = z.infer<typeof TakenBack>

const EVIDENCE = [
  z.strictObject({
    from: z.literal('column'),
    column: Column.describe('column of the file that holds the answer'),
    date: Column.optional().describe('column with the day of that answer; without it, it counts as of today'),
  }),
  z.strictObject({
    from: z.literal('words'),
    words: z.array(Word).max(60).describe('words of a letter'),
    says: Word.default('yes').describe('what it means that they stand there'),
    back: z.array(TakenBack).max(8).default([]).describe('what takes them back'),
  }),
  z.strictObject({
    from: z.literal('pattern'),
    find: z.string().max(200).describe('a regular expression over letters; its first group, where there is one, is the answer'),
    says: Word.optional().describe('what it means that it fits; what the group holds, when left out'),
    back: z.array(TakenBack).max(8).default([]),
  }),
] as const
export const EvidenceRule = z.discriminatedUnion('from', EVIDENCE)
export type EvidenceRule = z.infer<typeof EvidenceRule>

export const Question = z.strictObject({
  id: OfferId,
  label: z.string().min(1).max(80),
  kind: z.enum(['choice', 'number']),
  values: z.array(Word).max(30).optional().describe('what may be answered, for a choice'),
  unit: z.string().max(40).optional(),
  evidence: z.array(EvidenceRule).max(8).describe('where an answer may stand; the first place that has one speaks, of letters the newest'),
  silence: z.enum(['unknown', 'no']).default('unknown').describe('what it means that nothing is written anywhere'),
  old: z.enum(['unknown', 'no']).default('unknown').describe('what an answer says that is older than a criterion allows: a measurement is not known any more, an event is over'),
})
export type Question = z.infer<typeof Question>

export const Atom = z.strictObject({
  ask: OfferId.describe('question by its id'),
  is: z.string().max(120).describe('a test as in a decision table: "< 8", "[18..75]", "yes", "not(yes)"'),
  within: z.int().min(1).max(20_000).optional().describe('answers of so many days before the index date'),
})
export type Atom = z.infer<typeof Atom>

export const CRITERION_KINDS = ['inclusion', 'exclusion'] as const
export type CriterionKind = (typeof CRITERION_KINDS)[number]

export const PlanLine = z.strictObject({
  id: OfferId.describe('criterion of the offer; a name of its own for one that the offer does not list'),
  kind: z.enum(CRITERION_KINDS),
  say: z.string().min(1).max(300).optional().describe('in words, for a line that the offer does not list'),
  join: z.enum(['all', 'any']).default('all').describe('whether all atoms must hold, or any'),
  atoms: z.array(Atom).max(6),
})
export type PlanLine = z.infer<typeof PlanLine>

export const UNKNOWN_DOES = ['ask', 'fail', 'pass'] as const
export type UnknownDoes = (typeof UNKNOWN_DOES)[number]

export const MOST_ON_LIST = 60

export const MatchPlan = z.strictObject({
  questions: z.array(Question).max(30),
  offers: z.record(OfferId, z.array(PlanLine).max(20)).refine((offers) => Object.keys(offers).length <= 60, 'more than 60 offers').describe('lines by offer'),
  unknown: z.strictObject({
    inclusion: z.enum(UNKNOWN_DOES).describe('what an inclusion that is not known does: somebody is asked, it fails, or it passes'),
    exclusion: z.enum(UNKNOWN_DOES),
  }),
  order: z.enum(['sure', 'file']).default('sure').describe('who stands first on a list: whoever leaves least to ask, or whoever comes first in the file'),
  turns: z.boolean().default(false).describe('groups take turns on a list'),
  top: z.int().min(1).max(MOST_ON_LIST).describe('people on the list of one offer, at most'),
})
export type MatchPlan = z.infer<typeof MatchPlan>

export type ReadMatchPlan = { ok: true; plan: MatchPlan } | { ok: false; say: string }

/** A plan from outside: a file, a save, a learner's hand. Says the first thing that is wrong with it. */
export function readMatchPlan(written: unknown): ReadMatchPlan {
  if (written === undefined || written === null) return { ok: false, say: 'There is no plan for matching here yet.' }
  const read = MatchPlan.safeParse(written)
  if (!read.success) {
    const [issue] = read.error.issues
    return { ok: false, say: `The plan for matching cannot be read at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? 'not as expected'}.` }
  }
  const trouble = troubleIn(read.data)
  return trouble === null ? { ok: true, plan: read.data } : { ok: false, say: trouble }
}

function troubleIn({ questions, offers }: MatchPlan): string | null {
  const asked = questions.map(({ id }) => id)
  const twice = asked.find((id, i) => asked.indexOf(id) !== i)
  if (twice !== undefined) return `Two questions are called "${twice}". Give each an id of its own.`
  for (const [offer, lines] of Object.entries(offers)) {
    const ids = lines.map(({ id }) => id)
    const same = ids.find((id, i) => ids.indexOf(id) !== i)
    if (same !== undefined) return `Two lines of "${offer}" are called "${same}". Give each an id of its own.`
    for (const { id, atoms } of lines) {
      const stray = atoms.find(({ ask }) => !asked.includes(ask))
      if (stray) return `Line "${id}" of "${offer}" asks "${stray.ask}", and there is no such question.`
    }
  }
  return null
}
