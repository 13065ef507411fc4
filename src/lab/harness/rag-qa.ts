/** `rag-qa`: answers of a desk to questions it has never seen, judged by what stands in the books that are in force. */
import type { View } from '../../core/verdict.ts'
import type { PortValue } from '../graph/ports.ts'
import { deskCost } from '../language/desk-cost.ts'
import { judgeAnswer } from '../language/desk-truth.ts'
import { lexiconOf } from '../language/lexicons.ts'
import type { Answers, Shelf, ShelfTruth } from '../language/desk-values.ts'
import type { Harness } from './harness.ts'
import { deskCases, type DeskSet } from './rag-qa-cases.ts'
import { deskFigures, deskMetrics, type DeskQuestion } from './rag-qa-figures.ts'
import { deskStory } from './rag-qa-story.ts'

export const ragQa: Harness<DeskSet> = {
  id: 'rag-qa',
  about: 'answers of a desk, against the books in force',
  judges: 'Answers',
  generators: ['rag.formulary', 'pages.written'],
  metrics: deskMetrics,
  testFigures(result, metrics) {
    const answers = answersIn(result)
    return deskFigures(askedOf(answers, truthOf(answers.hits.chunks.shelf)), metrics)
  },
  judgeSet(quest, { label, seed, weight, whole }, result) {
    if (whole.type !== 'Shelf') throw new TypeError(`rag-qa reads questions from a Shelf, not from ${whole.type}`)
    const answers = answersIn(result)
    const truth = truthOf(whole)
    const asked = askedOf(answers, truth)
    return { label, seed, weight, n: asked.length, asked, shelf: whole, truth, refusal: answers.refusal.say, figures: deskFigures(asked, quest.verify.metrics) }
  },
  whyNull: () => 'Nobody asked such a question on these days.',
  cases: (_, sets) => deskCases(sets),
  views: (_, sets) => [outcomesView(sets), yearsView(sets), costView(sets)],
  story: ({ trap }, sets) => deskStory(trap.replay, sets),
}

/** @throws TypeError when the graph ends in something else than answers */
function answersIn(result: PortValue): Answers {
  const from = result.type === 'Result' ? (result as { from: PortValue }).from : result
  if (from.type !== 'Answers') throw new TypeError(`rag-qa judges Answers, not ${from.type}`)
  return from
}

function truthOf({ truth }: Shelf): ShelfTruth {
  if (!truth) throw new TypeError('rag-qa needs to know what is true')
  return truth
}

function askedOf({ answers, hits, refusal: { human } }: Answers, truth: ShelfTruth): DeskQuestion[] {
  const lexicon = lexiconOf(hits.chunks.shelf.lexicon)
  return answers.map((answer) => ({ answer, judged: judgeAnswer(answer, { truth, lexicon, human }) }))
}

const all = (sets: readonly DeskSet[]): DeskQuestion[] => sets.flatMap(({ asked }) => asked)

function outcomesView(sets: readonly DeskSet[]): View {
  const asked = all(sets)
  const count = (outcome: string) => asked.filter(({ judged }) => judged.outcome === outcome).length
  return {
    view: 'bars', title: 'What became of the questions', say: 'Questions of the hidden days.', unit: 'questions',
    rows: [
      { label: 'Right', value: count('right'), tone: 'right' },
      { label: 'Rightly "not in my sources"', value: count('refused-rightly'), tone: 'right' },
      { label: 'Needlessly "not in my sources"', value: count('refused'), tone: 'missed' },
      { label: 'Wrong, and the page says so', value: count('old-edition'), tone: 'wrong' },
      { label: 'Wrong, from thin air', value: count('wrong'), tone: 'wrong' },
      { label: 'Answered what no book answers', value: count('made-up'), tone: 'wrong' },
      // Not every desk meets these.
      ...FURTHER.map(({ outcome, label, tone }) => ({ label, value: count(outcome), tone })).filter(({ value }) => value > 0),
    ],
  }
}

/** Wrong answers by the book they cite: where a shelf, and not a model, is at fault. */
function yearsView(sets: readonly DeskSet[]): View {
  const rows = (sets[0]?.shelf.books ?? []).map(({ id, title, year, kind }) => {
    const cites = all(sets).filter(({ answer }) => answer.hits.some(({ passage }) => passage.book === id && answer.shown.some(({ main, cites: cited }) => main && cited === passage.id)))
    const wrong = cites.filter(({ judged }) => judged.outcome !== 'right').length
    return [title, String(year), KIND_WORDS[kind], cites.length, wrong]
  })
  return {
    view: 'rows', title: 'Answers by the book they cite', columns: ['Book', 'Year', 'Stands for', 'Cited', 'Of these wrong'], rows,
    marked: rows.flatMap((row, at) => (Number(row[4]) > 0 ? [at] : [])),
  }
}

const FURTHER = [
  { outcome: 'obeyed', label: 'Wrong, by order of a page', tone: 'wrong' },
  { outcome: 'handed-over', label: 'Emergency, a person called', tone: 'right' },
  { outcome: 'late', label: 'Emergency, nobody called', tone: 'wrong' },
  { outcome: 'false-alarm', label: 'A person called for nothing', tone: 'missed' },
] as const

const KIND_WORDS = { current: 'in force', superseded: 'replaced', blog: 'unchecked' } as const

function costView(sets: readonly DeskSet[]): View {
  const { tokens, cents, p95 } = deskCost(all(sets).map(({ answer }) => answer))
  return {
    view: 'meters', title: 'What an answer costs (simulated)',
    rows: [
      { label: 'Tokens a question', value: Math.round(tokens) },
      { label: 'Cents for 100 questions', value: Math.round(cents * 1000) / 10 },
      { label: '95 of 100 answered within', value: Math.round(p95), unit: 'ms' },
    ],
  }
}
