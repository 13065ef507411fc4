import type { Block } from '../../graph/block.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { countOf } from '../say.ts'
import { packOf } from './pack.ts'
import { shelfSpec } from './shelf.ts'

export const shelf: Block = {
  ...shelfSpec,
  fit(_, context) {
    const cases = context.cases(paramsOf(shelfSpec, context).dataset)
    if (cases.type !== 'Shelf') throw new TypeError(`this block reads a Shelf, and the quest has ${cases.type}`)
    const pack = packOf(context)
    const known = new Set(cases.books.map(({ id }) => id))
    const stray = pack.shelf.find(({ id }) => !known.has(id))
    if (stray) return context.problem(`"${stray.title}" is not in the library. Take it off the shelf.`, 'no-book')
    const on = new Set(pack.shelf.filter((book) => book.on).map(({ id }) => id))
    return {
      outputs: { shelf: { ...cases, books: cases.books.filter(({ id }) => on.has(id)), pages: cases.pages.filter(({ book }) => on.has(book)) } },
      state: null,
    }
  },
  report(_, outputs) {
    const { books, pages, questions } = take(outputs, 'shelf', 'Shelf')
    return {
      rows: pages.length,
      columns: null,
      facts: [countOf(books.length, 'book'), countOf(pages.length, 'page'), countOf(questions.length, 'question')],
      views: [{
        view: 'bars', title: 'Pages on the shelf', say: 'Pages that the desk may read, book by book.', unit: 'pages',
        rows: books.map(({ id, title, year }) => ({ label: `${title} (${year})`, value: pages.filter(({ book }) => book === id).length })),
      }],
    }
  },
}
