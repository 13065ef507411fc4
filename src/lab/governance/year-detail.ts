/** A year as the board bench shows it: every paper of every month, with what came of it. */
import { z } from 'zod'
import { FINDINGS, Ruling } from '../../core/artefacts/board-dossier.ts'
import type { Board } from './year-values.ts'

const MODES = ['go', 'limit', 'pause', 'repair'] as const
const Figure = z.number().nullable()

const Paper = z.object({
  month: z.number(),
  product: z.string(),
  bought: z.boolean(),
  mode: z.enum(MODES),
  next: z.enum(MODES),
  finding: z.enum(FINDINGS),
  ruling: Ruling.nullable(),
  voted: z.boolean(),
  grounded: z.boolean(),
  heldBack: z.boolean(),
  /** What an audit finds long after, for the year that everybody may look at. */
  fault: z.string().nullable(),
  harm: z.number(),
  evidence: z.object({
    psi: Figure, promised: Figure, happened: Figure, slope: Figure, dashboard: Figure, gap: Figure, alerts: z.number(), usualAlerts: z.number(), overrides: z.number(),
    trial: z.object({ needed: z.number(), oldFound: z.number(), newFound: z.number(), worse: z.boolean() }).nullable(),
  }),
})
export type Paper = z.infer<typeof Paper>

export const YearDetail = z.object({
  papers: z.array(Paper),
  ledger: z.object({ harm: z.number(), harmIfNothing: z.number(), hours: z.number(), heldBack: z.number(), trust: z.array(z.number()) }),
  cards: z.object({ right: z.number(), wrong: z.number(), empty: z.number(), of: z.number() }).nullable(),
})
export type YearDetail = z.infer<typeof YearDetail>

export function yearDetail({ year, log, cards }: Board): YearDetail {
  const bought = new Map(year.products.map((product) => [product.id, product.bought]))
  const papers = log.sittings.map(({ month, product, mode, next, finding, ruling, voted, grounded, heldBack, fault, harm, evidence }): Paper => ({
    month, product, mode, next, finding, ruling, voted, grounded, heldBack, harm, fault: fault && (year.committee.changes[fault.id]?.say ?? fault.id), bought: bought.get(product) ?? false,
    evidence: {
      ...evidence,
      trial: evidence.trial && { needed: evidence.trial.needed, oldFound: evidence.trial.oldFound, newFound: evidence.trial.newFound, worse: evidence.trial.worse },
    },
  }))
  const order = year.products.map(({ id }) => id)
  papers.sort((a, b) => a.month - b.month || order.indexOf(a.product) - order.indexOf(b.product))
  return { papers, cards, ledger: ledgerOf(log) }
}

/** What a year came to: people, hours, months, trust. */
export function ledgerOf({ sittings, hours, trust }: Board['log']): YearDetail['ledger'] {
  const sum = (of: (sitting: Board['log']['sittings'][number]) => number) => sittings.reduce((all, one) => all + of(one), 0)
  return { harm: sum(({ harm }) => harm), harmIfNothing: sum(({ harmIfNothing }) => harmIfNothing), heldBack: sum(({ heldBack }) => Number(heldBack)), hours: Math.round(hours), trust: [...trust] }
}
