/** Does the passage say what the answer says it says? A check by rule, not by another model. */
import type { Lexicon } from './lexicon.ts'
import { type Sentence, sentencesOf } from './passages.ts'

export interface Readable {
  title: string
  text: string
}

/**
 * The sentence of the passage that backs the claim: same name (in the sentence, its heading or, failing both, the passage), same
 * matter, same value. Null when there is none: a claim without a value is never backed.
 * @param question in whose light the claim is read: what it leaves unsaid, the question has said
 */
export function supportFor(claim: string, { title, text }: Readable, lexicon: Lexicon, question = ''): Sentence | null {
  const matter = (lexicon.matterOf(claim) ?? lexicon.matterOf(question))?.id
  if (matter === undefined) return null
  const wanted = { name: lexicon.nameIn(claim, matter) ?? lexicon.nameIn(question, matter), value: lexicon.valueIn(claim, matter) }
  if (wanted.name === null || wanted.value === null) return null
  for (const sentence of sentencesOf(text)) {
    const name = lexicon.nameIn(sentence.text, matter) ?? lexicon.nameIn(title, matter) ?? lexicon.nameIn(text, matter)
    const same = name !== null && lexicon.sameName(name, wanted.name)
    if (same && lexicon.matterOf(sentence.text)?.id === matter && lexicon.valueIn(sentence.text, matter) === wanted.value) return sentence
  }
  return null
}
