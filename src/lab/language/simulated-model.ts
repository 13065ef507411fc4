/**
 * A stand-in for a language model: seeded, open to look into, and not a model. It reads the passages it is handed and then
 * errs the way the real thing is known to: more to read and a higher temperature make it miss the line; what it cannot find
 * it makes up, unless it is told to say so. That a good share of cited statements is not backed by the citation is what
 * SourceCheckup found (source srcchk); the exact shares here are set by us, to teach with.
 */
import type { Template } from '../../core/artefacts/prompt-pack.ts'
import { Rng } from '../../core/rng.ts'
import type { LanguageAdapter, LanguageAnswer, LanguageRequest } from './adapter.ts'
import { sentencesOf, tokensIn } from './passages.ts'
import { figureIn, filled, medicineIn, sameMedicine, type Topic, topicOf } from './topics.ts'

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
const ASIDES = ['It is usually taken in the morning.', 'Most people tolerate it well.', 'No other checks are needed.']

interface Line {
  passage: string
  topic: string
  name: string | null
  figure: string
}

export const simulatedModel: LanguageAdapter = {
  id: 'simulation',
  title: 'Simulated language model',
  simulation: true,
  generate(request) {
    const rng = new Rng(`${request.seed}/${request.size}/${request.question}`)
    const claims = claimsFor(request, rng)
    const read = INSTRUCTION[request.template] + tokensIn(request.question) + request.passages.reduce((sum, { title, text }) => sum + tokensIn(title) + tokensIn(text), 0)
    const written = claims.length === 0 ? 8 : claims.reduce((sum, { text }) => sum + tokensIn(text) + (request.template === 'plain' ? 0 : 4), 0)
    const { base, perToken, cents } = SIZES[request.size]
    const tokens = read + written
    return { claims, tokens, ms: base + perToken * tokens * rng.lognormal(1, 0.18), cents: (tokens / 1000) * cents }
  },
}

function claimsFor(request: LanguageRequest, rng: Rng): LanguageAnswer['claims'] {
  const topic = topicOf(request.question)
  const name = medicineIn(request.question)
  if (!topic || !name) return []
  const { best, perSentence, perHeat } = SIZES[request.size]
  const sentences = request.passages.flatMap(({ id, title, text }) => sentencesOf(text).map((sentence) => ({ id, title, text: sentence.text })))
  const lines = sentences.flatMap(({ id, title, text }): Line[] => {
    const figure = figureIn(text)
    const about = topicOf(text)
    return figure !== null && about ? [{ passage: id, topic: about.id, name: medicineIn(text) ?? medicineIn(title) ?? medicineIn(wholeOf(request, id)), figure }] : []
  })
  const chance = Math.max(LEAST, best - perSentence * sentences.length - perHeat * request.temperature)
  const found = rng.uniform() < chance ? pickLine(lines, topic, name, rng) : null
  const line = found ?? guess(request, lines, topic, name, rng)
  if (!line) return []
  const claim = { text: filled(topic.says[0] ?? '', name, line.figure), cites: request.template === 'plain' && !found ? null : line.passage, main: true }
  const chatty = rng.uniform() < (request.template === 'plain' ? 0.25 : 0.02) + 0.2 * request.temperature
  return chatty ? [claim, { text: rng.pick(ASIDES), cites: request.template === 'plain' ? null : line.passage, main: false }] : [claim]
}

/** A page read whole names its medicine at the top; a loose sentence does not. */
function wholeOf({ passages }: LanguageRequest, id: string): string {
  return passages.find((passage) => passage.id === id)?.text ?? ''
}

/** The line that answers; where several do, the earlier is likelier. A line that names nobody is taken to speak of whoever was asked about. */
function pickLine(lines: readonly Line[], topic: Topic, name: string, rng: Rng): Line | null {
  const fitting = lines.filter((line) => line.topic === topic.id)
  const named = fitting.filter((line) => line.name !== null && sameMedicine(line.name, name))
  const open = named.length > 0 ? named : fitting.filter((line) => line.name === null)
  return open.length === 0 ? null : rng.weighted(open.map((line, at) => [line, 1 / (1 + at)] as const))
}

/** What it says when it has not found it: nothing, a figure from a line nearby, or one from nowhere. */
function guess({ template, temperature, passages }: LanguageRequest, lines: readonly Line[], topic: Topic, name: string, rng: Rng): Line | null {
  if (rng.uniform() < HONESTY[template] * (1 - 0.55 * temperature)) return null
  const near = lines.filter((line) => line.topic === topic.id && !(line.name !== null && sameMedicine(line.name, name)))
  if (near.length > 0 && rng.uniform() < 0.6) return rng.pick(near)
  return { passage: passages[0]?.id ?? '', topic: topic.id, name, figure: String(topic.draw(rng)) }
}
