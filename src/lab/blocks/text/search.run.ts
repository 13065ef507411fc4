import type { Block, BlockSpec } from '../../graph/block.ts'
import { take } from '../../graph/take.ts'
import { searchOver, type SearchWay } from '../../language/search.ts'
import { countOf } from '../say.ts'
import { packOf } from './pack.ts'
import { bm25Spec, hybridSpec } from './search.ts'

/** Questions between two looks at the clock. */
const STRIDE = 20

function searchBlock(spec: BlockSpec, way: SearchWay): Block {
  return {
    ...spec,
    fit(inputs, context) {
      const chunks = take(inputs, 'chunks', 'Chunks')
      const { search: { k, minScore } } = packOf(context)
      const search = searchOver(chunks.passages, way)
      const { questions } = chunks.shelf
      const found = questions.map(({ text }, at) => {
        if (at % STRIDE === 0) context.tick(at / questions.length)
        return search.find(text, k, minScore)
      })
      return { outputs: { hits: { type: 'Hits', chunks, found } }, state: null }
    },
    report(_, outputs) {
      const { found } = take(outputs, 'hits', 'Hits')
      const years = new Map<number, number>()
      for (const { passage } of found.flat()) years.set(passage.year, (years.get(passage.year) ?? 0) + 1)
      return {
        rows: found.length, columns: null,
        facts: [countOf(found.length, 'question'), `${countOf(found.filter(({ length }) => length === 0).length, 'question')} without any passage`],
        views: [{
          view: 'bars', title: 'How old is what was found?', say: 'Passages handed to the model, by the year of their book.', unit: 'passages',
          rows: [...years].sort(([a], [b]) => b - a).map(([year, value]) => ({ label: String(year), value })),
        }],
      }
    },
  }
}

export const bm25 = searchBlock(bm25Spec, 'bm25')
export const hybrid = searchBlock(hybridSpec, 'hybrid')
