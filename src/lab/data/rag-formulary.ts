/**
 * `rag.formulary`: a library shelf of invented medicines, and the questions that nurses bring to its desk in a day
 * (curriculum 6.6). No real medicine, no real dose. Two books are in force; each has an older edition with other figures for
 * some medicines; a blog copies, mixes up and rounds. Some questions no book in force answers.
 */
import { z } from 'zod'
import { Rng } from '../../core/rng.ts'
import type { Book, Page, PageFact, Question, Shelf } from '../language/desk-values.ts'
import { filled, MEDICINES, TOPICS, type Topic } from '../language/topics.ts'
import type { Generator } from './generator.ts'

export const BOOKS = [
  { id: 'formulary-2025', title: 'House Formulary, 6th edition', year: 2025, kind: 'current' },
  { id: 'handbook-2023', title: 'Kidney and Surgery Handbook', year: 2023, kind: 'current' },
  { id: 'formulary-2019', title: 'House Formulary, 5th edition', year: 2019, kind: 'superseded' },
  { id: 'handbook-2018', title: 'Kidney and Surgery Handbook, first printing', year: 2018, kind: 'superseded' },
  { id: 'blog-2025', title: 'Pill Talk, a blog', year: 2025, kind: 'blog' },
] as const satisfies readonly Book[]

const EDITIONS = {
  formulary: { current: 'formulary-2025', old: 'formulary-2019' },
  handbook: { current: 'handbook-2023', old: 'handbook-2018' },
} as const

const Params = z.strictObject({
  drugs: z.number().int().min(4).max(60).default(40).describe('medicines in the books'),
  questions: z.number().int().min(6).max(200).default(120).describe('questions of a day'),
  supersededShare: z.number().min(0).max(1).default(0.35).describe('share of medicines on which the older edition says something else'),
  unanswerableShare: z.number().min(0).max(0.5).default(1 / 6).describe('share of questions that no book in force answers'),
  blogShare: z.number().min(0).max(1).default(0.3).describe('share of medicines that the blog writes about'),
  slipShare: z.number().min(0).max(1).default(0.1).describe('share of questions with one letter too many or too few in the name of the medicine'),
  repeatShare: z.number().min(0).max(0.5).default(0.15).describe('share of questions that somebody has asked before, word for word'),
})

/** Chance that the blog has a figure wrong: ours, to teach with. */
const BLOG_WRONG = 0.4

interface Told {
  drug: string
  topic: Topic
  /** Null: no book in force says it. */
  value: string | null
}

function generate(seed: string, written: Record<string, unknown>): Shelf {
  const params = Params.parse(written)
  const rng = new Rng(seed)
  const drugs = rng.shuffle([...MEDICINES]).slice(0, params.drugs)
  const pages: Page[] = []
  const facts: PageFact[] = []
  const told: Told[] = []
  for (const drug of drugs) {
    const missing = rng.pick(TOPICS)
    const values = new Map(TOPICS.filter((topic) => topic !== missing).map((topic) => [topic, String(topic.draw(rng))]))
    for (const topic of TOPICS) told.push({ drug, topic, value: values.get(topic) ?? null })
    const older = rng.uniform() < params.supersededShare
    for (const [shelfmark, { current, old }] of Object.entries(EDITIONS)) {
      const mine = new Map([...values].filter(([topic]) => topic.shelfmark === shelfmark))
      write(rng, drug, current, mine, pages, facts)
      if (older) write(rng, drug, old, new Map([...mine].map(([topic, value]) => [topic, other(rng, topic, value)])), pages, facts)
    }
    if (rng.uniform() < params.blogShare) {
      const copied = [...values].filter(() => rng.bern(0.5) === 1)
      write(rng, drug, 'blog-2025', new Map(copied.map(([topic, value]) => [topic, rng.uniform() < BLOG_WRONG ? other(rng, topic, value) : value])), pages, facts)
    }
  }
  return { type: 'Shelf', books: BOOKS, pages, lexicon: { kind: 'formulary' }, ...asked(rng, told, facts, params) }
}

/** Another figure for the same thing: what an older edition says. */
function other(rng: Rng, topic: Topic, value: string): string {
  for (;;) {
    const drawn = String(topic.draw(rng))
    if (drawn !== value) return drawn
  }
}

/** One page with its sections, and what it says in offsets of its text. */
function write(rng: Rng, drug: string, book: string, values: ReadonlyMap<Topic, string>, pages: Page[], facts: PageFact[]): void {
  if (values.size === 0) return
  const page = `${book}/${drug}`
  let text = `# ${drug}\n`
  for (const [topic, value] of [...values].sort(([a], [b]) => a.heading.localeCompare(b.heading))) {
    const pattern = rng.uniform() < 0.45 ? topic.saysOfIt : rng.pick(topic.says)
    const sentence = filled(pattern, drug, value)
    text += `\n## ${topic.heading}\n`
    facts.push({ page, subject: drug, topic: topic.id, value, from: text.length, to: text.length + sentence.length })
    text += `${sentence} ${book.startsWith('blog') ? `So my neighbour says, and ${drug} did her good.` : topic.aside}\n`
  }
  pages.push({ id: page, book, title: drug, text })
}

function asked(rng: Rng, told: readonly Told[], facts: readonly PageFact[], params: z.infer<typeof Params>): Pick<Shelf, 'questions' | 'truth'> {
  const silent = rng.shuffle(told.filter(({ value }) => value === null))
  const spoken = rng.shuffle(told.filter(({ value }) => value !== null))
  const fresh = Math.max(1, Math.round(params.questions * (1 - params.repeatShare)))
  const none = Math.min(silent.length, Math.round(fresh * params.unanswerableShare))
  const chosen = rng.shuffle([...silent.slice(0, none), ...spoken.slice(0, fresh - none)])
  const first = chosen.map((one) => ({ one, text: rng.pick(one.topic.asks).replace('{d}', rng.uniform() < params.slipShare ? slip(rng, one.drug) : one.drug) }))
  const again = Array.from({ length: params.questions - fresh }, () => rng.pick(first))
  const all = [...first, ...again]
  const questions: Question[] = all.map(({ text }, at) => ({ id: `Q${String(at + 1).padStart(3, '0')}`, text }))
  const answers = Object.fromEntries(all.map(({ one }, at) => [questions[at]?.id ?? '', { subject: one.drug, topic: one.topic.id, value: one.value }]))
  return { questions, truth: { facts, answers } }
}

/** One letter of the beginning left out or doubled. */
function slip(rng: Rng, drug: string): string {
  const at = rng.int(1, 3)
  return rng.bern(0.5) === 1 ? drug.slice(0, at) + drug.slice(at + 1) : drug.slice(0, at + 1) + drug.slice(at)
}

export const ragFormulary: Generator<Shelf> = {
  id: 'rag.formulary',
  about: 'a shelf of books on invented medicines, and the questions that nurses bring to its desk',
  makes: 'Shelf',
  params: Params,
  schema: [],
  generate,
  asOf: ({ truth: _hidden, ...seen }) => seen,
  traps: ['old-edition'],
}
