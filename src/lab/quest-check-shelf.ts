/** The shelf that a desk shows against the books that its generator writes: ids, and what the learner reads of each. */
import { readPromptPack } from '../core/artefacts/prompt-pack.ts'
import { jsonPath, type Report } from '../core/quest/problem.ts'
import type { Json, Quest } from '../core/quest/schema.ts'
import { paramsFor } from './data/quest-cases.ts'
import { BOOKS } from './data/rag-formulary.ts'
import { didYouMean } from './data/nearest-name.ts'
import { TalkSpec } from './data/dialogues/spec.ts'
import { PagesSpec } from './data/rag-pages/spec.ts'
import type { Book } from './language/desk-values.ts'

const WRITERS: Readonly<Record<string, (params: Record<string, Json>) => readonly Book[]>> = {
  'rag.formulary': () => BOOKS,
  // What is wrong with the parameters themselves is told elsewhere.
  'pages.written': (params) => {
    const read = PagesSpec.safeParse(params)
    return read.success ? booksOf(read.data) : []
  },
  'dialogues.written': (params) => {
    const read = TalkSpec.safeParse(params)
    return read.success ? booksOf(read.data) : []
  },
}

function booksOf({ books }: Pick<PagesSpec, 'books'>): Book[] {
  return Object.entries(books).map(([id, { title, year, kind }]) => ({ id, title, year, kind }))
}

export function checkShelves(quest: Quest, report: Report): void {
  const { build, practiceArtefacts, data } = quest
  const books = Object.hasOwn(WRITERS, data.generator) ? WRITERS[data.generator]?.(paramsFor(quest, { params: {} })) ?? [] : []
  if (books.length === 0) return
  for (const [path, artefacts] of [
    [['build', 'startArtefacts'], build.startArtefacts], [['build', 'referenceArtefacts'], build.referenceArtefacts], [['practiceArtefacts'], practiceArtefacts ?? {}],
  ] as const) {
    const read = readPromptPack(artefacts['promptPack'])
    if (read.ok) read.pack.shelf.forEach((shown, i) => checkBook(books, shown, (field) => jsonPath([...path, 'promptPack', 'shelf', i, field]), report))
  }
}

function checkBook(books: readonly Book[], shown: Book, at: (field: keyof Book) => string, report: Report): void {
  const book = books.find(({ id }) => id === shown.id)
  if (!book) {
    report(at('id'), `nobody writes a book "${shown.id}"`, didYouMean(shown.id, books.map(({ id }) => id)))
    return
  }
  for (const field of ['title', 'year', 'kind'] as const) {
    if (shown[field] !== book[field]) report(at(field), `the shelf says ${JSON.stringify(shown[field])}, and the book itself ${JSON.stringify(book[field])}`, 'Write the same in both places: the learner decides by what the shelf says.')
  }
}
