import { describe, expect, it } from 'vitest'
import { oneSlip } from '../language/one-slip.ts'
import { figureIn, medicineIn, topicOf } from '../language/topics.ts'
import { BOOKS, ragFormulary } from './rag-formulary.ts'

const day = ragFormulary.generate('library-test', {})
const kindOf = new Map(BOOKS.map(({ id, kind }) => [id as string, kind as string]))
const truth = day.truth ?? { facts: [], answers: {} }

describe('the library shelf', () => {
  it('is the day we know: a new draw moves the calibrated goals', () => {
    const medicines = (kind: string) => new Set(day.pages.filter(({ book }) => kindOf.get(book) === kind).map(({ title }) => title)).size
    const answers = Object.values(truth.answers)
    expect({
      force: medicines('current'), replaced: medicines('superseded'), blog: medicines('blog'),
      questions: day.questions.length, silent: answers.filter(({ value }) => value === null).length,
      repeated: day.questions.length - new Set(day.questions.map(({ text }) => text)).size,
    }).toEqual({ force: 40, replaced: 21, blog: 13, questions: 120, silent: 21, repeated: 18 })
  })

  // There is no published figure for either share: curriculum 6.6 sets them, so that both temptations turn up every day.
  it('has about 35% of its medicines in an older edition too, and about one question in six that no book in force answers', () => {
    const days = Array.from({ length: 20 }, (_, i) => ragFormulary.generate(`day-${i}`, {}))
    const mean = (of: (one: typeof day) => number) => days.reduce((sum, one) => sum + of(one), 0) / days.length
    expect(mean(({ pages }) => new Set(pages.filter(({ book }) => kindOf.get(book) === 'superseded').map(({ title }) => title)).size / 40)).toBeCloseTo(0.35, 1)
    expect(mean((one) => Object.values(one.truth?.answers ?? {}).filter(({ value }) => value === null).length / 120)).toBeCloseTo(1 / 6, 1)
  })

  it('says the same figure where its facts say it does', () => {
    for (const { page, topic, value, from, to } of truth.facts) {
      const sentence = day.pages.find(({ id }) => id === page)?.text.slice(from, to) ?? ''
      expect(figureIn(sentence)).toBe(value)
      expect(topicOf(sentence)?.id).toBe(topic)
    }
  })

  it('gives another figure in every older edition, and none at all for a question that nobody answers', () => {
    for (const fact of truth.facts.filter(({ page }) => page.startsWith('formulary-2019'))) {
      const now = truth.facts.find(({ page, topic }) => page === `formulary-2025/${fact.subject}` && topic === fact.topic)
      expect(now?.value).not.toBe(fact.value)
    }
    for (const { subject, topic, value } of Object.values(truth.answers)) {
      const said = truth.facts.filter((fact) => fact.subject === subject && fact.topic === topic && kindOf.get(fact.page.split('/')[0] ?? '') === 'current')
      expect(said.map((fact) => fact.value)).toEqual(value === null ? [] : [value])
    }
  })

  it('asks of a medicine by its name, but for one slip of the finger', () => {
    for (const { id, text } of day.questions) {
      const asked = truth.answers[id]
      expect(topicOf(text)?.id).toBe(asked?.topic)
      expect(oneSlip(medicineIn(text) ?? '', asked?.subject ?? '')).toBe(true)
    }
  })

  it('shows hidden questions without their answers', () => {
    expect(ragFormulary.asOf(day, 'question')).not.toHaveProperty('truth')
  })

  it('is the same for the same seed and another for another', () => {
    expect(ragFormulary.generate('library-test', {})).toEqual(day)
    expect(ragFormulary.generate('another', {}).questions).not.toEqual(day.questions)
  })
})
