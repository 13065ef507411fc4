/** `board-replay`: years that the committee has never seen, decided month by month by its rulings, and judged by what happened to people. */
import type { View } from '../../core/verdict.ts'
import { PRODUCTS } from '../governance/product-words.ts'
import { CHANGE_WORDS } from '../governance/committee-words.ts'
import { type Board, MONTHS } from '../governance/year-values.ts'
import type { PortValue } from '../graph/ports.ts'
import { boardCases, boardStory } from './board-replay-cases.ts'
import { boardFigures, boardMetrics } from './board-replay-figures.ts'
import type { Harness, JudgedSet } from './harness.ts'

export interface BoardSet extends JudgedSet {
  board: Board
}

export const boardReplay: Harness<BoardSet> = {
  id: 'board-replay',
  about: 'a committee\'s year, month by month, against what the tools really did',
  judges: 'Board',
  generators: ['board.timeline'],
  metrics: boardMetrics,
  testFigures: (result, metrics) => boardFigures(boardIn(result), metrics),
  judgeSet(quest, { label, seed, weight }, result) {
    const board = boardIn(result)
    return { label, seed, weight, n: board.log.sittings.length, board, figures: boardFigures(board, quest.verify.metrics) }
  },
  whyNull: () => 'Nothing of the kind happened in these years, so there was nothing to count.',
  cases: (_, sets) => boardCases(sets),
  views: (_, sets) => [harmView(sets), changesView(sets), trustView(sets)],
  story: (_, sets) => boardStory(sets),
}

/** @throws TypeError when the graph ends in something else than the minute book */
export function boardIn(result: PortValue): Board {
  const from = result.type === 'Result' ? result.from : result
  if (from.type !== 'Board') throw new TypeError(`board-replay judges a Board, not ${from.type}`)
  return from
}

function harmView(sets: readonly BoardSet[]): View {
  const sum = (id: string, of: 'harm' | 'harmIfNothing') => sets.reduce((all, { board }) => all + board.log.sittings.filter(({ product }) => product === id).reduce((some, one) => some + one[of], 0), 0)
  return {
    view: 'bars', title: 'People who came to harm', say: 'In all hidden years, by product: with your committee, and if nobody had sat.', unit: 'people',
    rows: PRODUCTS.flatMap(({ id, name }) => [
      { label: `${name}, nobody sits`, value: sum(id, 'harmIfNothing'), tone: 'note' as const },
      { label: `${name}, your committee`, value: sum(id, 'harm'), tone: sum(id, 'harm') > sum(id, 'harmIfNothing') / 2 ? 'wrong' as const : 'right' as const },
    ]),
  }
}

function changesView(sets: readonly BoardSet[]): View {
  const rows = sets.flatMap(({ label, board }) => board.log.faults.map(({ change, found, prevented, actedIn }) => [
    `${label}, month ${change.month}`, `${PRODUCTS.find(({ id }) => id === change.product)?.name ?? change.product}. ${CHANGE_WORDS[change.kind]}`,
    prevented ? '✓ kept out by contract' : actedIn === null ? '✕ never acted on' : `${found ? '✓' : '✕'} acted on in month ${actedIn}`,
  ]))
  return {
    view: 'rows', title: 'What changed, and when it was seen', columns: ['When', 'What happened', 'The committee'], rows,
    marked: rows.flatMap((row, at) => (row[2]?.startsWith('✕') ? [at] : [])),
  }
}

function trustView(sets: readonly BoardSet[]): View {
  return {
    view: 'lines', title: 'Trust on the wards', say: 'Lost by a tool that fails in use, and by a good one taken away for nothing. 0 to 100, at the end of each month.', x: 'Month', y: 'Trust',
    series: sets.map(({ label, board }) => ({ name: label, points: Array.from({ length: MONTHS }, (_, i): [number, number] => [i + 1, board.log.trust[i] ?? 0]) })),
  }
}
