/** A chart as anybody can read it who has no more than the chart: the coded list, and what the sentences of the note say. */
import { aboutOf, kindOf, type LetterWords, sameTold, type Stay, type Told } from './letter-values.ts'
import { readTold } from './ways.ts'

export interface Chart {
  list: readonly Told[]
  note: readonly Told[]
}

const read = new WeakMap<Stay, Chart>()

export function chartOf(stay: Stay, words: LetterWords): Chart {
  const known = read.get(stay)
  if (known) return known
  const note = stay.note.flatMap((sentence) => readTold(sentence, words, 'note') ?? [])
  const chart = { list: stay.list, note: note.filter((told, at) => note.findIndex((other) => sameTold(told, other)) === at) }
  read.set(stay, chart)
  return chart
}

/** Whether the two cannot both be so: the same resource says something else of the same thing. */
export function contradicts(a: Told, b: Told, words: LetterWords): boolean {
  const about = aboutOf(a, words)
  return about !== null && !sameTold(a, b) && about === aboutOf(b, words) && kindOf(words, a.kind)?.resource === kindOf(words, b.kind)?.resource
}

/** What a careful reader takes from the chart: the list, and what the note says beyond it. Where the two disagree, the list is younger. */
export function soundFacts(stay: Stay, words: LetterWords): Told[] {
  const { list, note } = chartOf(stay, words)
  return [...list, ...note.filter((told) => !list.some((one) => sameTold(one, told) || contradicts(one, told, words)))]
}
