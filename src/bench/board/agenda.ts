/** What a month asks the committee to vote on: each kind of paper on the table, the gravest first. */
import { type BoardDossier, type Finding, FINDINGS, type Ruling, votedIn } from '../../core/artefacts/board-dossier.ts'
import type { Paper } from '../../lab/governance/year-detail.ts'

export interface AgendaItem {
  finding: Finding
  /** Tools whose papers say so, in the order of the table. */
  tools: readonly string[]
  /** What was voted in that month. */
  cast: Ruling | null
  /** What was last voted on such papers, which holds until another vote. */
  before: Ruling | null
}

export function agendaOf(papers: readonly Paper[], month: number, { votes, rulings }: Pick<BoardDossier, 'votes' | 'rulings'>): AgendaItem[] {
  const own = papers.filter((paper) => paper.month === month)
  return FINDINGS.toReversed().flatMap((finding) => {
    const tools = own.filter((paper) => paper.finding === finding).map(({ product }) => product)
    return tools.length === 0 ? [] : [{ finding, tools, cast: votedIn(votes, month, finding) ?? null, before: rulings[finding] ?? null }]
  })
}

/** Months that still ask for a vote. */
export function openMonths(papers: readonly Paper[], months: readonly number[], dossier: Pick<BoardDossier, 'votes' | 'rulings'>): number[] {
  return months.filter((month) => agendaOf(papers, month, dossier).some(({ cast }) => cast === null))
}
