/** The whole shelf of a described house: its books, their lines, the questions, and what is true. */
import type { PageFact, Shelf } from '../../language/desk-values.ts'
import type { LexiconSource } from '../../language/lexicon-source.ts'
import { askQuestions } from './ask-questions.ts'
import type { PagesSpec } from './spec.ts'
import { houseOf } from './values.ts'
import { writeBook } from './write-book.ts'

export function lexiconFor({ lists, facts, asides }: PagesSpec): LexiconSource & { kind: 'written' } {
  return {
    kind: 'written', names: lists, asides,
    matters: Object.entries(facts).map(([id, { of, spot, say, value }]) => ({ id, of: of ?? null, spot, say, value })),
  }
}

/** A shelf from parameters that were checked. */
export function shelfFor(spec: PagesSpec, seed: string): Shelf & Required<Pick<Shelf, 'truth'>> {
  const house = houseOf(spec, seed)
  const written = Object.entries(spec.books).map(([id, book]) => ({ book, ...writeBook({ spec, house, seed }, id, book) }))
  const key = (fact: string, name: string) => `${fact}/${name}`
  const inForce = new Map(written.filter(({ book }) => book.kind === 'current').flatMap(({ facts }) => facts)
    .filter(({ planted }) => !planted).map(({ topic, subject, value }) => [key(topic, subject), value]))
  const facts: PageFact[] = written.flatMap((one) => one.facts)
  const { questions, answers } = askQuestions(spec, seed, (fact, name) => inForce.get(key(fact, name)) ?? null)
  return {
    type: 'Shelf',
    books: Object.entries(spec.books).map(([id, { title, year, kind }]) => ({ id, title, year, kind })),
    pages: written.flatMap(({ pages }) => pages),
    questions, lexicon: lexiconFor(spec), truth: { facts, answers },
  }
}
