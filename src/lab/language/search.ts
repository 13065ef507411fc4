/** Search over passages: BM25 by MiniSearch, or BM25 with letter triples beside it, which forgive a slip of the finger. */
import MiniSearch from 'minisearch'
import type { Hit, Passage } from './desk-values.ts'

export type SearchWay = 'bm25' | 'hybrid'

export interface PassageSearch {
  /** Best first, at most `k`, none weaker than `minScore` (0..1 of the best that any passage got for this question's own words). */
  find(question: string, k: number, minScore: number): Hit[]
}

/** Words that stand in every question and help nobody find anything. */
const COMMON = new Set(['what', 'is', 'the', 'of', 'for', 'an', 'a', 'how', 'does', 'on', 'in', 'at', 'we', 'do', 'be', 'may', 'it', 'to', 'which', 'when', 'before', 'must', 'someone', 'long', 'leave', 'out', 'much', 'many', 'usual', 'adult', 'adults', 'day', 'once'])

function termOf(term: string): string | null {
  const low = term.toLowerCase()
  return COMMON.has(low) ? null : low
}

export function searchOver(passages: readonly Passage[], way: SearchWay): PassageSearch {
  const index = new MiniSearch<Passage>({ fields: ['title', 'text'], processTerm: termOf })
  index.addAll(passages.slice())
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  const letters = way === 'hybrid' ? new Letters(passages) : null
  return {
    find(question, k, minScore) {
      if (k === 0) return []
      const scores = new Map<string, number>()
      const ranked = index.search(question, { boost: { title: 2 } })
      const best = ranked[0]?.score ?? 0
      const wanted = new Set(question.split(/[^\p{L}\p{N}]+/u).flatMap((word) => termOf(word) ?? [])).size
      for (const { id, score, queryTerms } of ranked) {
        // A passage that holds few of the words asked for is a weak match, however rare those words are.
        scores.set(String(id), (score / best) * (queryTerms.length / Math.max(1, wanted)))
      }
      if (letters) for (const [id, likeness] of letters.like(question)) scores.set(id, 0.5 * (scores.get(id) ?? 0) + 0.5 * likeness)
      return [...scores].filter(([, score]) => score >= minScore).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, k)
        .flatMap(([id, score]) => {
          const passage = byId.get(id)
          return passage ? [{ passage, score }] : []
        })
    },
  }
}

/** How alike two texts are by the letter triples of their words, rare triples counting more. */
class Letters {
  private readonly rows: { id: string; weights: Map<string, number>; norm: number }[]
  private readonly rarity = new Map<string, number>()

  constructor(passages: readonly Passage[]) {
    const triples = passages.map(({ id, title, text }) => ({ id, grams: triplesOf(`${title} ${text}`) }))
    for (const { grams } of triples) for (const gram of grams) this.rarity.set(gram, (this.rarity.get(gram) ?? 0) + 1)
    for (const [gram, seen] of this.rarity) this.rarity.set(gram, Math.log(1 + passages.length / seen))
    this.rows = triples.map(({ id, grams }) => this.weigh(id, grams))
  }

  private weigh(id: string, grams: ReadonlySet<string>): { id: string; weights: Map<string, number>; norm: number } {
    const weights = new Map<string, number>()
    let square = 0
    for (const gram of grams) {
      const weight = this.rarity.get(gram) ?? 0
      weights.set(gram, weight)
      square += weight * weight
    }
    return { id, weights, norm: Math.sqrt(square) }
  }

  /** Share of the question's own triples, by weight, that the passage holds. */
  like(question: string): Map<string, number> {
    const asked = this.weigh('', triplesOf(question))
    const likeness = new Map<string, number>()
    const total = [...asked.weights.values()].reduce((sum, weight) => sum + weight, 0) || 1
    for (const { id, weights, norm } of this.rows) {
      let shared = 0
      for (const [gram, weight] of asked.weights) if (weights.has(gram)) shared += weight
      // Long passages hold every triple sooner or later; the root of their weight takes that back.
      if (shared > 0) likeness.set(id, (shared / total) * Math.min(1, Math.sqrt(20 / Math.max(20, norm))))
    }
    return likeness
  }
}

function triplesOf(text: string): Set<string> {
  const grams = new Set<string>()
  for (const word of text.split(/[^\p{L}\p{N}]+/u)) {
    const term = word === '' ? null : termOf(word)
    if (term === null) continue
    const padded = `_${term}_`
    for (let at = 0; at + 3 <= padded.length; at++) grams.add(padded.slice(at, at + 3))
  }
  return grams
}
