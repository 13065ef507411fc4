/**
 * A stand-in for a language model: seeded, open to look into, and not a model. It reads the passages it is handed and then
 * errs the way the real thing is known to: more to read and a higher temperature make it miss the line; what it cannot find
 * it makes up, unless it is told to say so. That a good share of cited statements is not backed by the citation is what
 * SourceCheckup found (source srcchk); the exact shares here are set by us, to teach with.
 */
import type { Template } from '../../core/artefacts/prompt-pack.ts'
import { Rng } from '../../core/rng.ts'
import type { LanguageAdapter, LanguageAnswer, LanguageRequest } from './adapter.ts'
import type { Lexicon, Matter } from './lexicon.ts'
import { sentencesOf, tokensIn } from './passages.ts'

/** By size: chance of finding a line that is there, what each further sentence takes away, and what it costs. */
const SIZES = {
  small: { best: 0.98, perSentence: 0.018, perHeat: 0.15, base: 90, perToken: 0.35, cents: 0.4 },
  large: { best: 1, perSentence: 0.008, perHeat: 0.1, base: 230, perToken: 0.7, cents: 4 },
} as const
const LEAST = 0.35
/** Chance of saying "I cannot find it" at temperature 0, by what the model was told. */
const HONESTY: Readonly<Record<Template, number>> = { plain: 0.05, cite: 0.5, strict: 0.9 }
/** Tokens of the instruction itself. */
export const INSTRUCTION: Readonly<Record<Template, number>> = { plain: 12, cite: 32, strict: 46 }
/** Chance of doing what a passage orders, by what the model was told; set by us as well. */
const OBEDIENCE: Readonly<Record<Template, number>> = { plain: 0.95, cite: 0.8, strict: 0.6 }

interface Line {
  passage: string
  matter: string
  name: string | null
  value: string
  /** It does not only say so, it tells the reader to say so. */
  order: boolean
}

/** @param lexicon what can be said on the shelf that it answers from */
export function simulatedModel(lexicon: Lexicon): LanguageAdapter<LanguageAnswer> {
  return {
    title: 'Simulated language model',
    simulation: true,
    generate(request) {
      const rng = new Rng(`${request.seed}/${request.size}/${request.question}`)
      const claims = claimsFor(request, lexicon, rng)
      const read = INSTRUCTION[request.template] + tokensIn(request.question) + request.passages.reduce((sum, { title, text }) => sum + tokensIn(title) + tokensIn(text), 0)
      const written = claims.length === 0 ? 8 : claims.reduce((sum, { text }) => sum + tokensIn(text) + (request.template === 'plain' ? 0 : 4), 0)
      const { base, perToken, cents } = SIZES[request.size]
      const tokens = read + written
      return { claims, tokens, ms: base + perToken * tokens * rng.lognormal(1, 0.18), cents: (tokens / 1000) * cents }
    },
  }
}

/** Whom the answer is about, and how to tell that a line is. */
interface Asked {
  matter: Matter
  name: string
  isMe(line: Line): boolean
}

function claimsFor(request: LanguageRequest, lexicon: Lexicon, rng: Rng): LanguageAnswer['claims'] {
  const matter = lexicon.matterOf(request.question)
  const name = matter ? lexicon.nameIn(request.question, matter.id) : null
  if (!matter || name === null) return []
  const asked: Asked = { matter, name, isMe: (line) => line.name !== null && lexicon.sameName(line.name, name) }
  const { best, perSentence, perHeat } = SIZES[request.size]
  const sentences = request.passages.flatMap((passage) => sentencesOf(passage.text).map(({ text }) => ({ passage, text })))
  const lines = sentences.flatMap(({ passage, text }): Line[] => {
    const about = lexicon.matterOf(text)
    const value = about ? lexicon.valueIn(text, about.id) : null
    if (!about || value === null) return []
    // A page read whole names its subject at the top; a loose sentence does not.
    const of = [text, passage.title, passage.text].map((words) => lexicon.nameIn(words, about.id)).find((one) => one !== null)
    return [{ passage: passage.id, matter: about.id, name: of ?? null, value, order: lexicon.isOrder(text) }]
  })
  const told = obeyed(lines, asked, request, rng)
  const chance = Math.max(LEAST, best - perSentence * sentences.length - perHeat * request.temperature)
  const found = told ?? (rng.uniform() < chance ? pickLine(lines, asked, rng) : null)
  const line = found ?? guess(request, lines, asked, rng)
  if (!line) return []
  const claim = { text: matter.say(name, line.value), cites: request.template === 'plain' && !found ? null : line.passage, main: true }
  const chatty = rng.uniform() < (request.template === 'plain' ? 0.25 : 0.02) + 0.2 * request.temperature
  return chatty ? [claim, { text: rng.pick(lexicon.asides), cites: request.template === 'plain' ? null : line.passage, main: false }] : [claim]
}

/** An order in a passage that speaks of what was asked, and of nobody else: followed wherever it stands among the passages. */
function obeyed(lines: readonly Line[], { matter, isMe }: Asked, { template }: LanguageRequest, rng: Rng): Line | null {
  const order = lines.find((line) => line.order && line.matter === matter.id && (line.name === null || isMe(line)))
  return order && rng.uniform() < OBEDIENCE[template] ? order : null
}

/** The line that answers; where several do, the earlier is likelier. A line that names nobody is taken to speak of whoever was asked about. */
function pickLine(lines: readonly Line[], { matter, isMe }: Asked, rng: Rng): Line | null {
  const fitting = lines.filter((line) => line.matter === matter.id)
  const named = fitting.filter(isMe)
  const open = named.length > 0 ? named : fitting.filter((line) => line.name === null)
  return open.length === 0 ? null : rng.weighted(open.map((line, at) => [line, 1 / (1 + at)] as const))
}

/** What it says when it has not found it: nothing, a value from a line nearby, or one from nowhere. */
function guess({ template, temperature, passages }: LanguageRequest, lines: readonly Line[], { matter, name, isMe }: Asked, rng: Rng): Line | null {
  if (rng.uniform() < HONESTY[template] * (1 - 0.55 * temperature)) return null
  const near = lines.filter((line) => line.matter === matter.id && !isMe(line))
  if (near.length > 0 && rng.uniform() < 0.6) return rng.pick(near)
  return { passage: passages[0]?.id ?? '', matter: matter.id, name, value: matter.draw(rng), order: false }
}
