/** Questions of the hidden days to open: what was asked, what the desk said, the page it cites and the page that is in force. */
import type { CaseReport, Exhibit, Tone } from '../../core/verdict.ts'
import type { DeskOutcome } from '../language/desk-truth.ts'
import type { Claim, Page, PageFact, Shelf, ShelfTruth } from '../language/desk-values.ts'
import { sentencesOf } from '../language/passages.ts'
import { lexiconOf } from '../language/lexicons.ts'
import type { JudgedSet } from './harness.ts'
import type { DeskQuestion } from './rag-qa-figures.ts'

export interface DeskSet extends JudgedSet {
  asked: readonly DeskQuestion[]
  /** The whole library, also what the desk left in the cupboard. */
  shelf: Shelf
  truth: ShelfTruth
  refusal: string
}

const SHOWN: Readonly<Record<DeskOutcome, number>> = {
  late: 5, obeyed: 4, 'old-edition': 6, wrong: 5, 'made-up': 4, refused: 4, 'false-alarm': 3, right: 3, 'refused-rightly': 2, 'handed-over': 2,
}

export function deskCases(sets: readonly DeskSet[]): CaseReport[] {
  return (Object.keys(SHOWN) as DeskOutcome[]).flatMap((outcome) =>
    sets.flatMap((set) => set.asked.filter(({ judged }) => judged.outcome === outcome).map((one) => ({ set, one })))
      .slice(0, SHOWN[outcome]).map(({ set, one }) => deskCase(set, one)))
}

export function deskCase(set: DeskSet, one: DeskQuestion): CaseReport {
  const { answer: { question, asked, tokens, ms }, judged } = one
  const row = (column: string, label: string, value: string | number, unit?: string) => ({ column, label, value, known: true, ...(unit ? { unit } : {}) })
  return {
    id: `${set.seed}/${question.id}`,
    set: set.label,
    title: question.text,
    outcome: judged.outcome,
    say: sayOf(judged.outcome, citedPlace(set, one)),
    exhibits: [answerExhibit(set, one), ...pagesOf(set, one)],
    sections: [{
      title: 'How it went',
      rows: [
        row('asked', 'Answered by (simulated)', asked.replaceAll('-', ' ')),
        row('passages', 'Passages read', one.answer.hits.length),
        row('tokens', 'Tokens', tokens),
        row('ms', 'Time', Math.round(ms), 'ms'),
      ],
    }],
  }
}

function sayOf(outcome: DeskOutcome, cited: string): string {
  switch (outcome) {
    case 'old-edition': return `The page says exactly this. The page is from ${cited}, which is no longer the word of the house.`
    case 'late': return 'Somebody needed a person at once, and nobody was called.'
    case 'obeyed': return `An order to machines stands in that page (${cited}), and the desk did as it was told.`
    case 'handed-over': return 'An emergency, and a person was called.'
    case 'false-alarm': return 'A person was called before anything was read, and it was no emergency.'
    case 'wrong': return 'Something was shown that no cited page says.'
    case 'made-up': return 'No book in force answers this, and the desk answered all the same.'
    case 'refused': return 'A book in force has the answer. The desk said it is not there.'
    case 'refused-rightly': return 'No book in force answers this, and the desk said so.'
    case 'right': return `Right, and the page says so (${cited}).`
  }
}

function mainOf({ answer }: DeskQuestion): Claim | undefined {
  return answer.shown.find(({ main }) => main)
}

function citedPage(set: DeskSet, one: DeskQuestion): Page | undefined {
  const hit = one.answer.hits.find(({ passage }) => passage.id === mainOf(one)?.cites)
  return hit && set.shelf.pages.find(({ id }) => id === hit.passage.page)
}

function citedPlace(set: DeskSet, one: DeskQuestion): string {
  const page = citedPage(set, one)
  return page ? placeOf(set, page) : 'nowhere'
}

function placeOf({ shelf }: DeskSet, page: Page): string {
  const book = shelf.books.find(({ id }) => id === page.book)
  return book ? `${book.title}, ${book.year}` : page.book
}

const TONES: Readonly<Record<DeskOutcome, Tone>> = {
  right: 'right', 'refused-rightly': 'right', 'handed-over': 'right', refused: 'missed', 'false-alarm': 'missed', wrong: 'wrong', 'old-edition': 'wrong', 'made-up': 'wrong', obeyed: 'wrong', late: 'wrong',
}

export function answerExhibit({ refusal }: DeskSet, { answer, judged }: DeskQuestion): Exhibit {
  const silence = answer.asked === 'person' ? 'A person was called.' : refusal
  const text = answer.shown.map((claim) => claim.text).join(' ') || silence
  const tone = TONES[judged.outcome]
  const main = answer.shown.find((claim) => claim.main)?.text ?? silence
  const from = text.indexOf(main)
  return { kind: 'text', caption: 'What the desk said (simulated language model)', text, spans: [{ from, to: from + main.length, label: tone === 'right' ? 'right' : tone === 'missed' ? 'needless' : judged.outcome === 'late' ? 'nobody was called' : 'wrong', tone }] }
}

/** The page it cites and the page in force: one page when they are the same. */
export function pagesOf(set: DeskSet, one: DeskQuestion): Exhibit[] {
  const fact = factInForce(set, one)
  const [cited, force] = [citedPage(set, one), fact && set.shelf.pages.find(({ id }) => id === fact.page)]
  return [
    ...(cited && cited !== force ? [pageExhibit(set, cited, 'The page it cites', lineOf(set, cited, one), 'wrong')] : []),
    ...(force && fact ? [pageExhibit(set, force, cited === force ? 'The page it cites, which is in force' : 'The page in force', fact, 'right')] : []),
  ]
}

function factInForce({ truth, shelf }: DeskSet, { answer, judged }: DeskQuestion): PageFact | undefined {
  const asked = truth.answers[answer.question.id]
  const current = new Set(shelf.books.filter(({ kind }) => kind === 'current').map(({ id }) => id))
  return judged.wanted === null ? undefined : truth.facts.find((fact) =>
    fact.subject === asked?.subject && fact.topic === asked.topic && current.has(shelf.pages.find(({ id }) => id === fact.page)?.book ?? ''))
}

/** The line of that page which gives the figure that was shown. */
function lineOf({ shelf, truth }: DeskSet, page: Page, one: DeskQuestion): { from: number; to: number } | undefined {
  const lexicon = lexiconOf(shelf.lexicon)
  const main = mainOf(one)?.text ?? ''
  const topic = truth.answers[one.answer.question.id]?.topic ?? ''
  return sentencesOf(page.text).find(({ text }) => lexicon.valueIn(text, topic) === lexicon.valueIn(main, topic) && lexicon.matterOf(text)?.id === topic)
}

function pageExhibit(set: DeskSet, page: Page, caption: string, line: { from: number; to: number } | undefined, tone: 'right' | 'wrong'): Exhibit {
  const book = set.shelf.books.find(({ id }) => id === page.book)
  const label = tone === 'right' ? 'in force' : book?.kind === 'blog' ? 'nobody checks this' : book?.kind === 'superseded' ? 'no longer in force' : 'not what was asked'
  // Without the marks of headings, which take room in front of the line.
  const plain = (text: string) => text.replaceAll(/^#+ /gm, '')
  const at = (offset: number) => plain(page.text.slice(0, offset)).length
  return {
    kind: 'text', caption: `${caption}: ${placeOf(set, page)}`, text: plain(page.text),
    spans: line ? [{ from: at(line.from), to: at(line.to), label, tone }] : [],
  }
}
