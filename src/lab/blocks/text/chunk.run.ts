import type { Block } from '../../graph/block.ts'
import { take } from '../../graph/take.ts'
import type { Passage } from '../../language/desk-values.ts'
import { cutPage, tokensIn } from '../../language/passages.ts'
import { countOf } from '../say.ts'
import { chunkSpec } from './chunk.ts'
import { packOf } from './pack.ts'

const MOST = 20_000

export const chunk: Block = {
  ...chunkSpec,
  fit(inputs, context) {
    const shelf = take(inputs, 'shelf', 'Shelf')
    const { chunk: plan } = packOf(context)
    const books = new Map(shelf.books.map((book) => [book.id, book]))
    const passages = shelf.pages.flatMap(({ id: page, book: bookId, title, text }): Passage[] => {
      const book = books.get(bookId)
      return book ? cutPage(title, text, plan).map((cut, at) => ({ ...cut, id: `${page}#${at + 1}`, page, book: bookId, year: book.year, kind: book.kind })) : []
    })
    if (passages.length > MOST) return context.problem('That makes too many passages to search. Make the windows longer, or overlap less.', 'too-many-passages')
    return { outputs: { chunks: { type: 'Chunks', shelf, passages } }, state: null }
  },
  report(_, outputs) {
    const { passages } = take(outputs, 'chunks', 'Chunks')
    const tokens = passages.reduce((sum, { title, text }) => sum + tokensIn(title) + tokensIn(text), 0)
    const each = passages.length > 0 ? Math.round(tokens / passages.length) : 0
    return {
      rows: passages.length, columns: null,
      facts: [countOf(passages.length, 'passage'), `${countOf(each, 'token')} each`, `${countOf(passages.filter(({ title }) => title === '').length, 'passage')} without a heading`],
      views: [{
        view: 'rows', title: 'The first passages', columns: ['Book', 'Year', 'Heading', 'Text'],
        rows: passages.slice(0, 8).map(({ book, year, title, text }) => [book, String(year), title || 'lost in the cut', text]),
      }],
    }
  },
}
