/** From what a trainer wrote to chats that can be drawn, or everything that is wrong with it: where, what, and how to mend it. */
import { lexiconOf } from '../../language/lexicons.ts'
import type { ParamProblem } from '../generator.ts'
import { didYouMean } from '../nearest-name.ts'
import type { ParamTrouble } from '../param-words.ts'
import { bookProblems } from '../rag-pages/check-books.ts'
import { factProblems, patternProblems } from '../rag-pages/check-facts.ts'
import { placeholders } from '../rag-pages/pattern.ts'
import { quoted } from '../rag-pages/quoted.ts'
import { readBackProblems } from '../rag-pages/read-back.ts'
import { lexiconFor } from '../rag-pages/shelf.ts'
import type { PagesSpec } from '../rag-pages/spec.ts'
import { TalkSpec } from './spec.ts'

export type TalkSpecRead = { ok: true; spec: TalkSpec } | { ok: false } & ParamTrouble

export function readTalkSpec(written: unknown): TalkSpecRead {
  const read = TalkSpec.safeParse(written)
  if (!read.success) return { ok: false, issues: read.error.issues, problems: [] }
  const spec = read.data
  const pages = pagesIn(spec)
  for (const look of [() => intentProblems(spec), () => lineProblems(spec), () => factProblems(pages), () => languageProblems(spec), () => bookProblems(pages), () => readBackProblems(pages), () => followProblems(spec)]) {
    const problems = look()
    if (problems.length > 0) return { ok: false, issues: [], problems }
  }
  return { ok: true, spec }
}

/** The books and what stands in them, as `pages.written` reads them; every other line only so that its lists are known to be used. */
export function pagesIn(spec: TalkSpec): PagesSpec {
  const { lists, facts, books, asides, slipShare } = spec
  return {
    lists, facts, books, asides, slipShare, questions: 40, unanswerableShare: 0, repeatShare: 0,
    emergencies: { share: 0, mixed: 0, asks: linesOf(spec).filter(({ facts: named }) => named.length === 0).map(({ text }) => text) },
  }
}

interface Written {
  path: PropertyKey[]
  text: string
  facts: readonly string[]
}

/** Every line that somebody may write, and where it stands. Questions for facts are looked at with their facts. */
function linesOf({ facts, intents, emergencies }: TalkSpec): Written[] {
  const all = (path: PropertyKey[], lines: readonly string[], named: readonly string[] = []) => lines.map((text, i) => ({ path: [...path, i], text, facts: named }))
  const inLanguages = (path: PropertyKey[], by: Readonly<Record<string, readonly string[]>>) => Object.entries(by).flatMap(([code, lines]) => all([...path, code], lines))
  return [
    ...Object.entries(facts).flatMap(([id, { follows, pasted }]) => [...all(['facts', id, 'follows'], follows), ...all(['facts', id, 'pasted'], pasted, [id])]),
    ...Object.entries(intents).flatMap(([id, { asks, asksIn, presses }]) => [...all(['intents', id, 'asks'], asks), ...inLanguages(['intents', id, 'asksIn'], asksIn), ...all(['intents', id, 'presses'], presses)]),
    ...Object.entries(emergencies?.kinds ?? {}).flatMap(([id, { asks, asksIn }]) => [...all(['emergencies', 'kinds', id, 'asks'], asks), ...inLanguages(['emergencies', 'kinds', id, 'asksIn'], asksIn)]),
  ]
}

function lineProblems(spec: TalkSpec): ParamProblem[] {
  return linesOf(spec).flatMap(({ path, text, facts }) => patternProblems(pagesIn(spec), path, text, { lists: Object.keys(spec.lists), facts }))
}

function intentProblems({ intents, facts, emergencies, languages, pressureShare, pastedShare }: TalkSpec): ParamProblem[] {
  const all = Object.entries(intents)
  const known = Object.keys(facts)
  const of = new Map<string, string>()
  const problems = all.flatMap(([id, intent]): ParamProblem[] => [
    ...intent.facts.flatMap((fact, i): ParamProblem[] => {
      const path = ['intents', id, 'facts', i]
      if (!known.includes(fact)) return [{ path, what: `there is no fact "${fact}"`, mend: didYouMean(fact, known) }]
      const other = of.get(fact)
      of.set(fact, id)
      return other === undefined ? [] : [{ path, what: `"${fact}" belongs to the intent "${other}" already`, mend: 'A fact is of one intent: take it away in one place.' }]
    }),
    ...(intent.facts.length === 0 && intent.asks.length === 0 ? [{ path: ['intents', id], what: 'nobody can mean this: it has no facts and no asks', mend: 'Name facts, or write asks.' }] : []),
    ...(intent.asks.length > 0 && intent.needs === undefined ? [{ path: ['intents', id, 'asks'], what: 'these lines ask for no fact, and nothing says what they need', mend: 'Add "needs": "reply", "person" or "refusal"; or write them as asks of a fact.' }] : []),
    ...languagesKnown(['intents', id, 'asksIn'], intent.asksIn, languages),
  ])
  const homeless = known.find((fact) => !of.has(fact))
  const refusal = all.some(([, { needs }]) => needs === 'refusal')
  return [
    ...problems,
    ...(all.length < 2 ? [{ path: ['intents'], what: 'there is nothing to tell apart', mend: 'Write at least two intents.' }] : []),
    ...(homeless === undefined ? [] : [{ path: ['facts', homeless], what: `no intent holds the fact "${homeless}"`, mend: 'Add it to the facts of one intent.' }]),
    ...(all.some(([, { facts: own, needs }]) => own.length > 0 && needs === undefined) ? [] : [{ path: ['intents'], what: 'no intent is answered from the books', mend: 'Give one "facts", and leave its "needs" out.' }]),
    ...(pressureShare > 0 && !refusal ? [{ path: ['pressureShare'], what: 'nobody can press for anything: no intent needs a refusal', mend: 'Give an intent "needs": "refusal", or let pressureShare be 0.' }] : []),
    ...(pastedShare > 0 && Object.values(facts).every(({ pasted }) => pasted.length === 0) ? [{ path: ['pastedShare'], what: 'there is no order to paste', mend: 'Give a fact "pasted" lines, or let pastedShare be 0.' }] : []),
    ...Object.entries(emergencies?.kinds ?? {}).flatMap(([id, { asksIn }]) => languagesKnown(['emergencies', 'kinds', id, 'asksIn'], asksIn, languages)),
    ...Object.entries(facts).flatMap(([id, { asksIn }]) => languagesKnown(['facts', id, 'asksIn'], asksIn, languages)),
  ]
}

function languagesKnown(path: PropertyKey[], by: Readonly<Record<string, unknown>>, languages: TalkSpec['languages']): ParamProblem[] {
  return Object.keys(by).filter((code) => !Object.hasOwn(languages, code)).map((code) => ({ path: [...path, code], what: `there is no language "${code}"`, mend: `Add it to "languages" with its title and share, e.g. "${code}": { "title": "…", "share": 0.1 }.` }))
}

/** Questions in other languages are held to what the desk reads in its own: the same words, the same names. */
function languageProblems(spec: TalkSpec): ParamProblem[] {
  return Object.keys(spec.languages).flatMap((code) => {
    const facts = Object.fromEntries(Object.entries(spec.facts).map(([id, fact]) => [id, { ...fact, asks: fact.asksIn[code] ?? fact.asks }]))
    const pages = pagesIn({ ...spec, facts })
    const problems = factProblems(pages)
    return (problems.length > 0 ? problems : readBackProblems(pages))
      .map((problem) => (problem.path[2] === 'asks' ? { ...problem, path: [...problem.path.slice(0, 2), 'asksIn', code, ...problem.path.slice(3)] } : problem))
  })
}

/** A line that goes on must leave something out which an earlier turn can give; an order must order. */
function followProblems(spec: TalkSpec): ParamProblem[] {
  const lexicon = lexiconOf(lexiconFor(pagesIn(spec)))
  return Object.entries(spec.facts).flatMap(([id, { of, follows, pasted }]) => [
    ...follows.flatMap((text, i): ParamProblem[] => {
      const path = ['facts', id, 'follows', i]
      if (of === undefined) return [{ path, what: 'this fact holds for the whole house, so nothing can be left out', mend: 'Write it among "asks".' }]
      const seen = lexicon.matterOf(text)?.id
      if (placeholders(text).includes(of)) return seen === undefined ? [] : [{ path, what: `${quoted(text)} says of itself that it is about "${seen}"`, mend: 'Leave that word out: it goes on from a turn before. Or write it among "asks".' }]
      return seen === id ? [] : [{ path, what: `${quoted(text)} names nobody, and nobody could tell that it is about "${id}"`, mend: `Let it hold {${of}}, or one word of facts.${id}.spot.` }]
    }),
    ...pasted.flatMap((text, i): ParamProblem[] => {
      const path = ['facts', id, 'pasted', i]
      if (!placeholders(text).includes(id)) return [{ path, what: 'this order orders nothing', mend: `Let it say what machines should answer, with {${id}}.` }]
      return lexicon.isOrder(text) ? [] : [{ path, what: `${quoted(text)} is no order that a machine would follow`, mend: 'Speak to it: "Assistants must answer that …".' }]
    }),
  ])
}
