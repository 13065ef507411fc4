/** A real model behind the same door as the simulation: the same passages and template in words, and its text as statements with sources. */
import type { AbortSignalLike } from '../../core/ports.ts'
import type { Template } from '../../core/artefacts/prompt-pack.ts'
import type { TextEngine, TextPrompt } from '../../core/text-engine.ts'
import type { LanguageAdapter, LanguageAnswer, LanguageRequest } from './adapter.ts'
import { tokensIn } from './passages.ts'

export interface LiveAnswer extends LanguageAnswer {
  /** Tokens as the engine counted them, not estimated from the letters. */
  counted: boolean
}

const NOWHERE = 'Not in my sources.'
const TOLD: Readonly<Record<Template, string>> = {
  plain: 'Answer the question in one or two short sentences.',
  cite: 'Answer the question in one or two short sentences. Put the number of the passage that says it behind each sentence, like [1].',
  strict: `Answer the question in one or two short sentences, from the passages only. Put the number of the passage that says it behind each sentence, like [1]. If the passages do not say it, write only: ${NOWHERE}`,
}
/** A model that does not stop is cut off here. */
const MOST_LETTERS = 4000
const MOST_CLAIMS = 12

/** The desk's template and passages, as a real model is told them. */
export function promptFor({ question, passages, template, temperature }: LanguageRequest): TextPrompt {
  const pages = passages.map(({ title, text }, at) => `[${at + 1}] ${title === '' ? '' : `${title}\n`}${text.replaceAll(/^#+ /gm, '')}`)
  const read = pages.length > 0 ? `Passages:\n\n${pages.join('\n\n')}\n\n` : ''
  return { system: `You answer questions at a desk of an invented hospital. ${TOLD[template]}`, user: `${read}Question: ${question}`, temperature }
}

/** A sentence with what it cites behind its last word or behind its full stop. A full stop inside a figure does not end it. */
const STATEMENT = /(?:[^.!?\n]|[.!?](?![\s"')\]*[]|$))+[.!?]*["')*]*(?:\s*\[\d[\d, ]*\])*/g
const CITED = /\[(\d{1,3})[\d, ]*\]/

/** Models that think aloud do so between these marks; what was cut off in the middle of a thought was never said. */
const THOUGHT = /<think>[\s\S]*?(?:<\/think>|$)/g

/** What a reply says once its thoughts are taken away. @throws Error where nothing is left */
export function spoken(reply: string): string {
  const said = reply.replaceAll(THOUGHT, '').trim()
  if (said === '') throw new Error('The model thought aloud and came to no answer. Ask again, or try another model.')
  return said
}

/** Statements of a reply, in its order; none when it says that it cannot find it. A passage that was never handed over is no source. */
export function claimsIn(reply: string, passages: LanguageRequest['passages']): LanguageAnswer['claims'] {
  const text = reply.slice(0, MOST_LETTERS)
  if (/not in (?:my|the) sources/i.test(text)) return []
  const said = [...text.matchAll(STATEMENT)].flatMap(([statement]) => {
    const number = CITED.exec(statement)?.[1]
    const words = statement.replaceAll(/\s*\[\d[\d, ]*\]/g, '').replaceAll(/^[\s*#>-]+|[*`]/g, '').trim()
    return /[\p{L}\p{N}]/u.test(words) ? [{ text: words, cites: passages[Number(number) - 1]?.id ?? null }] : []
  })
  return said.slice(0, MOST_CLAIMS).map((claim, at) => ({ ...claim, main: at === 0 }))
}

/** Answers later, and never the same twice: for the bench, not for the judge, whose adapters answer at once. */
export function liveAdapter(engine: TextEngine): LanguageAdapter<Promise<LiveAnswer>> {
  return {
    title: engine.title,
    simulation: false,
    async generate(request: LanguageRequest, signal?: AbortSignalLike) {
      const prompt = promptFor(request)
      const { text, tokens, ms } = await engine.write(prompt, signal)
      return { claims: claimsIn(spoken(text), request.passages), tokens: tokens ?? tokensIn(prompt.system + prompt.user + text), counted: tokens !== null, ms, cents: 0 }
    },
  }
}
