/**
 * The artefact `board`: what the committee lays down, beside the graph. Model cards filled in, questions asked, clauses of the
 * contract, and a ruling for each kind of evidence. Edited by the board bench, read by the blocks of the committee. What is
 * watched, and how closely, are blocks of their own and stand in the graph.
 */
import { z } from 'zod'

/** What the month's papers say of a product, from nothing to grave. The gravest finding names the paper. */
export const FINDINGS = ['quiet', 'volume', 'drift', 'gap', 'calibration', 'notice'] as const
export type Finding = (typeof FINDINGS)[number]

export const VOTES = ['go', 'limit', 'pause', 'retrain'] as const
export type Vote = (typeof VOTES)[number]

/** Reasons are the committee's own; this one is there always, and is none. */
export const NO_REASON = 'none'

const MONTH_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const

export const MOST_QUESTIONS = 6
export const MOST_CLAUSES = 3

const Id = z.string().min(1).max(40)

export const Ruling = z.strictObject({ vote: z.enum(VOTES), reason: Id })
export type Ruling = z.infer<typeof Ruling>

export const BoardDossier = z.strictObject({
  cards: z.record(Id, z.record(Id, Id)).default({}).describe('product -> field -> the chosen entry'),
  asked: z.array(Id).max(MOST_QUESTIONS).default([]).describe('questions put to those who answer for a product'),
  contract: z.array(Id).max(MOST_CLAUSES).default([]).describe('clauses that the vendor has to sign'),
  votes: z.partialRecord(z.enum(MONTH_KEYS), z.partialRecord(z.enum(FINDINGS), Ruling)).default({}).describe('month of the year on the bench -> kind of evidence -> what was voted that month'),
  rulings: z.partialRecord(z.enum(FINDINGS), Ruling).default({}).describe('the vote that holds for such evidence until another is cast, for the committee decides like cases alike: quiet, volume, drift, gap, calibration, notice'),
})
export type BoardDossier = z.infer<typeof BoardDossier>
/** Votes of the year on the bench, by month and by what the papers said. */
export type Votes = BoardDossier['votes']

/** What was voted in that month on papers that said so. */
export function votedIn(votes: Votes, month: number, finding: Finding): Ruling | undefined {
  return votes[String(month) as (typeof MONTH_KEYS)[number]]?.[finding]
}

/** A vote is cast: for that month, and as the ruling on such papers from now on. */
export function withVote(dossier: BoardDossier, month: number, finding: Finding, ruling: Ruling): BoardDossier {
  const key = String(month) as (typeof MONTH_KEYS)[number]
  return {
    ...dossier,
    votes: { ...dossier.votes, [key]: { ...dossier.votes[key], [finding]: ruling } },
    rulings: { ...dossier.rulings, [finding]: ruling },
  }
}

export type ReadBoardDossier = { ok: true; dossier: BoardDossier } | { ok: false; say: string }

/** A dossier from outside: a file, a save, a learner's hand. Says the first thing that is wrong. */
export function readBoardDossier(written: unknown): ReadBoardDossier {
  if (written === undefined || written === null) return { ok: false, say: 'The committee has no dossier yet.' }
  const read = BoardDossier.safeParse(written)
  if (!read.success) {
    const issue = read.error.issues[0]
    return { ok: false, say: `The dossier cannot be read at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? 'unknown shape'}.` }
  }
  const { asked, contract } = read.data
  for (const [list, what] of [[asked, 'question'], [contract, 'clause']] as const) {
    const twice = list.find((id, at) => list.indexOf(id) !== at)
    if (twice) return { ok: false, say: `The ${what} "${twice}" stands in the dossier twice.` }
  }
  return { ok: true, dossier: read.data }
}
