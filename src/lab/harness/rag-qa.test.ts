import { describe, expect, it } from 'vitest'
import { formularyLexicon } from '../language/formulary-lexicon.ts'
import { judgeAnswer } from '../language/desk-truth.ts'
import type { Answer, Claim, Passage, ShelfTruth } from '../language/desk-values.ts'
import { deskFigures, type DeskQuestion } from './rag-qa-figures.ts'

/** Velofenin starts on 60 mg; the old edition said 90. Nobody says anything of its limit. */
const truth: ShelfTruth = {
  facts: [
    { page: 'new/Velofenin', subject: 'Velofenin', topic: 'start', value: '60', from: 0, to: 46 },
    { page: 'old/Velofenin', subject: 'Velofenin', topic: 'start', value: '90', from: 0, to: 46 },
  ],
  answers: { start: { subject: 'Velofenin', topic: 'start', value: '60' }, limit: { subject: 'Velofenin', topic: 'limit', value: null } },
}
const passage = (book: string, to = 60): Passage => ({ id: `${book}#1`, page: `${book}/Velofenin`, book, year: 2025, kind: 'current', title: '', text: '', from: 0, to })
const says = (figure: string, cites: string | null): Claim => ({ text: `Adults start on ${figure} mg of Velofenin once a day.`, cites, main: true, supported: null })
const answer = (question: string, shown: Claim[], passages: Passage[] = [passage('new'), passage('old')]): Answer => ({
  question: { id: question, text: '' }, hits: passages.map((one) => ({ passage: one, score: 1 })), claims: shown, shown, asked: 'large', tokens: 100, ms: 400, cents: 0.5,
})
const outcome = (one: Answer) => judgeAnswer(one, truth, formularyLexicon).outcome

describe('what became of a question', () => {
  it('tells right, wrong, made up and the two silences apart', () => {
    expect(outcome(answer('start', [says('60', 'new#1')]))).toBe('right')
    expect(outcome(answer('start', [says('75', 'new#1')]))).toBe('wrong')
    expect(outcome(answer('start', []))).toBe('refused')
    expect(outcome(answer('limit', []))).toBe('refused-rightly')
    expect(outcome(answer('limit', [says('60', 'new#1')]))).toBe('made-up')
  })

  it('knows a wrong answer that its page does give', () => {
    expect(outcome(answer('start', [says('90', 'old#1')]))).toBe('old-edition')
    expect(outcome(answer('start', [says('90', 'new#1')]))).toBe('wrong')
  })

  it('does not count a line that the cut has torn', () => {
    expect(judgeAnswer(answer('start', [says('60', 'new#1')], [passage('new', 20)]), truth, formularyLexicon)).toMatchObject({ outcome: 'right', unsupported: 1 })
  })
})

it('adds a day up by hand', () => {
  const day = [
    answer('start', [says('60', 'new#1')]), answer('start', [says('90', 'old#1')]), answer('start', []),
    answer('start', [says('75', null)]), answer('limit', []),
  ].map((one): DeskQuestion => ({ answer: one, judged: judgeAnswer(one, truth, formularyLexicon) }))
  const metric = (fn: string) => deskFigures(day, [{ id: 'x', label: 'x', fn, aggregate: 'mean', format: 'number' }])['x']
  expect({
    correct: metric('correct'), wrong: metric('wrongShown'), unsupported: metric('unsupported'), refuses: metric('refusesUnanswerable'),
    needless: metric('needlessRefusal'), grounded: metric('groundedWrong'), tokens: metric('tokens'), p95: metric('p95Ms'), cents: metric('cents'),
  }).toEqual({ correct: 1 / 4, wrong: 2 / 5, unsupported: 1 / 3, refuses: 1, needless: 1 / 4, grounded: 1 / 5, tokens: 100, p95: 400, cents: 50 })
})
