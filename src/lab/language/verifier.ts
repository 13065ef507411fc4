/** Does the passage say what the answer says it says? A check by rule, not by another model. */
import { type Sentence, sentencesOf } from './passages.ts'
import { figureIn, medicineIn, sameMedicine, topicOf } from './topics.ts'

export interface Readable {
  title: string
  text: string
}

/**
 * The sentence of the passage that backs the claim: same medicine (by name in the sentence, its heading or, failing both, the
 * passage), same topic, same figure. Null when there is none: a claim without a figure is never backed.
 */
export function supportFor(claim: string, { title, text }: Readable): Sentence | null {
  const wanted = { name: medicineIn(claim), topic: topicOf(claim)?.id, figure: figureIn(claim) }
  if (wanted.name === null || wanted.topic === undefined || wanted.figure === null) return null
  for (const sentence of sentencesOf(text)) {
    const name = medicineIn(sentence.text) ?? medicineIn(title) ?? medicineIn(text)
    const same = name !== null && sameMedicine(name, wanted.name)
    if (same && topicOf(sentence.text)?.id === wanted.topic && figureIn(sentence.text) === wanted.figure) return sentence
  }
  return null
}
