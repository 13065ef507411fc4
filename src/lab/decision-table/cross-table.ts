/** What rules said, counted against what they should have said. */
import type { Cell, View } from '../../core/verdict.ts'
import { LIST_SEPARATOR } from './answers.ts'

export interface Answered {
  given: readonly string[]
  wanted: readonly string[]
}

/** More different answers than these are counted together: nobody reads a wider table. */
const MOST_ANSWERS = 8
const REST = 'something else'
const NOTHING = 'none'

/** A row for each answer that is wanted, a column for each that is given; rows with mistakes are marked. */
export function crossTable(title: string, answered: readonly Answered[]): View {
  const pairs = answered.map(({ given, wanted }) => ({ given: wordsOf(given), wanted: wordsOf(wanted) }))
  const wanted = commonest(pairs.map((pair) => pair.wanted))
  const given = columnsFor(wanted, pairs.map((pair) => pair.given))
  const shownAs = (word: string, among: readonly string[]) => (among.includes(word) ? word : REST)
  const counts = new Map<string, number>()
  for (const pair of pairs) {
    const key = JSON.stringify([shownAs(pair.wanted, wanted), shownAs(pair.given, given)])
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const rows = wanted.map((should): Cell[] => [should, ...given.map((said) => counts.get(JSON.stringify([should, said])) ?? 0)])
  return {
    view: 'rows', title, columns: ['Should be', ...given.map((said) => `Said: ${said}`)], rows,
    marked: rows.flatMap((row, i) => (row.some((n, j) => j > 0 && n !== 0 && given[j - 1] !== row[0]) ? [i] : [])),
  }
}

function wordsOf(answers: readonly string[]): string {
  return answers.length === 0 ? NOTHING : [...answers].sort().join(LIST_SEPARATOR)
}

/** Answers that are wanted somewhere first, then the commonest others, then what is left under one name. */
function columnsFor(wanted: readonly string[], given: readonly string[]): string[] {
  const [all, common] = [new Set(given), commonest(given)]
  const shown = [...new Set([...wanted, ...common])].filter((word) => word !== REST && all.has(word)).slice(0, MOST_ANSWERS)
  return all.size > shown.length ? [...shown, REST] : shown
}

/** The commonest words first, the rest under one name. */
function commonest(words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word)
  return ranked.length <= MOST_ANSWERS ? ranked : [...ranked.slice(0, MOST_ANSWERS - 1), REST]
}
