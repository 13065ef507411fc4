/**
 * `dialogues.written`: conversations at a desk whose books a quest writes itself. Who comes, what they write, in which words and
 * languages, what they write next, and what of it cannot wait: all from the parameters, drawn anew for every seed.
 */
import type { Shelf } from '../../language/desk-values.ts'
import type { Generator } from '../generator.ts'
import { firstProblem } from '../param-words.ts'
import { shelfFor } from '../rag-pages/shelf.ts'
import { pagesIn, readTalkSpec } from './read-spec.ts'
import { TalkSpec } from './spec.ts'
import { writeChats } from './write-chats.ts'

function generate(seed: string, written: Record<string, unknown>): Shelf {
  const read = readTalkSpec(written)
  if (!read.ok) throw new Error(`The conversations that this quest describes cannot be written. ${firstProblem(read, written)}`)
  const shelf = shelfFor(pagesIn(read.spec), seed)
  const current = new Set(shelf.books.filter(({ kind }) => kind === 'current').map(({ id }) => id))
  const bookOf = new Map(shelf.pages.map(({ id, book }) => [id, book]))
  const inForce = new Map(shelf.truth.facts.filter(({ page, planted }) => !planted && current.has(bookOf.get(page) ?? '')).map(({ topic, subject, value }) => [`${topic}/${subject}`, value]))
  const { chats, truth, answers } = writeChats(read.spec, seed, (fact, name) => inForce.get(`${fact}/${name}`) ?? null)
  return { ...shelf, questions: [], talk: { chats, parts: {} }, truth: { facts: shelf.truth.facts, answers, talk: truth } }
}

export const writtenDialogues: Generator<Shelf> = {
  id: 'dialogues.written',
  about: 'conversations of several turns that the parameters describe, and the books that answer them',
  makes: 'Shelf',
  params: TalkSpec,
  schema: [],
  generate,
  asOf: ({ truth: _hidden, ...seen }) => seen,
  problemsIn(written) {
    const read = readTalkSpec(written)
    return read.ok ? [] : read.problems
  },
  traps: ['polite-and-late', 'pasted-order'],
}
