/** The invented formulary: names of medicines, figures with a unit, and no orders to anybody. */
import type { Lexicon, Matter } from './lexicon.ts'
import { oneSlip } from './one-slip.ts'
import { figureIn, filled, medicineIn, TOPICS, topicOf } from './topics.ts'

const MATTERS: ReadonlyMap<string, Matter> = new Map(TOPICS.map((topic) => [topic.id, {
  id: topic.id,
  say: (name, value) => filled(topic.says[0] ?? '', name, value),
  draw: (rng) => String(topic.draw(rng)),
}]))

export const formularyLexicon: Lexicon = {
  matterOf: (text) => MATTERS.get(topicOf(text)?.id ?? ''),
  nameIn: medicineIn,
  sameName: oneSlip,
  valueIn: figureIn,
  isOrder: () => false,
  asides: ['It is usually taken in the morning.', 'Most people tolerate it well.', 'No other checks are needed.'],
}
