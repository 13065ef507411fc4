/** Turns as the desk reads them: cut into questions where it is told to, and completed from what was said before. */
import type { TalkPlan } from '../../core/artefacts/talk-plan.ts'
import type { Question } from '../language/desk-values.ts'
import type { Lexicon } from '../language/lexicon.ts'
import type { Chat, TurnPart } from './talk-values.ts'

export interface ReadTurns {
  questions: Question[]
  parts: Record<string, TurnPart[]>
}

/** @param plan how many turns are read along, and whether a turn is answered question by question */
export function readTurns(chats: readonly Chat[], { split, remember }: Pick<TalkPlan, 'split' | 'remember'>, lexicon: Lexicon): ReadTurns {
  const questions: Question[] = []
  const parts: Record<string, TurnPart[]> = {}
  for (const { lines } of chats) {
    lines.forEach(({ id, text }, at) => {
      const before = lines.slice(Math.max(0, at - remember), at).reverse().map((line) => line.text)
      parts[id] = (split ? questionsIn(text) : [text]).map((part, i) => {
        const read = completed(part, before, lexicon)
        questions.push({ id: `${id}.${i + 1}`, text: read })
        return { id: `${id}.${i + 1}`, text: part, completed: read !== part }
      })
    })
  }
  return { questions, parts }
}

/** A turn cut behind each question mark: what leads up to a question belongs to it. */
export function questionsIn(text: string): string[] {
  return text.split(/(?<=\?)\s+/).map((part) => part.trim()).filter((part) => /[\p{L}\p{N}]/u.test(part))
}

/**
 * What a turn leaves out, from the turns before, the latest first. "And Cedar Ward?" gets the question it goes on from; "And how do
 * I find it?" gets the name. A turn that leaves out neither stays as it is.
 */
export function completed(text: string, before: readonly string[], lexicon: Lexicon): string {
  const matter = lexicon.matterOf(text)?.id
  if (matter !== undefined) {
    if (lexicon.nameIn(text, matter) !== null) return text
    const name = before.map((earlier) => lexicon.nameIn(earlier, matter)).find((one) => one !== null && one !== '')
    return name ? `${text} (${name})` : text
  }
  const earlier = before.find((one) => {
    const about = lexicon.matterOf(one)?.id
    return about !== undefined && Boolean(lexicon.nameIn(text, about))
  })
  return earlier === undefined ? text : `${text} ${earlier}`
}
