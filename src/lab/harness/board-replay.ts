/** `board-replay`: years that the committee has never seen, decided month by month by its rulings, and judged by what happened to people. */
import { FINDINGS } from '../../core/artefacts/board-dossier.ts'
import type { View } from '../../core/verdict.ts'
import { cardOf, MONTHS } from '../governance/committee-spec.ts'
import { findingWords, reasonWords, voteWords } from '../governance/committee-words.ts'
import { toolOf } from '../governance/minutes.ts'
import type { Board } from '../governance/year-values.ts'
import type { PortValue } from '../graph/ports.ts'
import { boardCases, boardStory } from './board-replay-cases.ts'
import { boardFigures, boardMetrics, OF_OWN_YEAR } from './board-replay-figures.ts'
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
  judgeSet({ verify: { metrics } }, { label, seed, weight }, result, test) {
    const board = boardIn(result)
    const own = metrics.filter(({ fn }) => OF_OWN_YEAR.has(fn)).map(({ id }) => [id, test[id] ?? null])
    return { label, seed, weight, n: board.log.sittings.length, board, figures: { ...boardFigures(board, metrics), ...Object.fromEntries(own) } }
  },
  whyNull: () => 'Nothing of the kind happened in these years, so there was nothing to count.',
  cases: (_, sets) => boardCases(sets),
  views: (_, sets) => [harmView(sets), changesView(sets), trustView(sets), decisionsView(sets), ...cardsView(sets)],
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
    rows: Object.entries(sets[0]?.board.year.committee.tools ?? {}).flatMap(([id, { name }]) => [
      { label: `${name}, nobody sits`, value: sum(id, 'harmIfNothing'), tone: 'note' as const },
      { label: `${name}, your committee`, value: sum(id, 'harm'), tone: sum(id, 'harm') > sum(id, 'harmIfNothing') / 2 ? 'wrong' as const : 'right' as const },
    ]),
  }
}

function changesView(sets: readonly BoardSet[]): View {
  const rows = sets.flatMap(({ label, board }) => board.log.faults.map(({ change, found, prevented, actedIn }) => [
    `${label}, month ${change.month}`, `${toolOf(board.year.committee, change.product).name}. ${board.year.committee.changes[change.id]?.say ?? ''}`,
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

/** What was decided on each kind of paper, and on what it rests. */
function decisionsView(sets: readonly BoardSet[]): View {
  const sittings = sets.flatMap(({ board }) => board.log.sittings)
  const [board] = sets.map((set) => set.board)
  const rows = FINDINGS.flatMap((finding) => {
    const own = sittings.filter((one) => one.finding === finding)
    const ruling = board?.rulings[finding]
    if (!board || own.length === 0) return []
    const { committee } = board.year
    const said = ruling ? [voteWords(committee, ruling.vote).title, reasonWords(committee, ruling.reason)] : ['nothing', '']
    return [[findingWords(committee, finding).title, own.length, ...said, `${own.filter(({ grounded }) => grounded).length} of ${own.length}`]]
  })
  return { view: 'rows', title: 'What was decided', columns: ['Papers that said', 'Times', 'Decided', 'Because', 'On evidence'], rows }
}

/** Where to look again; what would be right is for the learner to find. */
function cardsView(sets: readonly BoardSet[]): View[] {
  const board = sets[0]?.board
  const rows = (board?.cards?.poor ?? []).flatMap(({ tool, field, entry }) => {
    const known = board && cardOf(board.year.committee, tool).find(({ id }) => id === field)
    return known && board ? [[toolOf(board.year.committee, tool).name, known.label, entry === '' ? 'not filled in' : known.options.find(({ id }) => id === entry)?.text ?? entry, known.why ?? 'Read the sheet, or ask.']] : []
  })
  return rows.length === 0 ? [] : [{ view: 'rows', title: 'Model cards to look at again', columns: ['Tool', 'Field', 'What stands there', 'Where it can be found'], rows, marked: [...rows.keys()] }]
}
