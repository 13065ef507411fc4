/** One turn at a time: a question for a fact, a line that goes on from one, a cry for help, with the slips of those who type. */
import type { Rng } from '../../../core/rng.ts'
import type { TurnTruth } from '../../dialogue/talk-values.ts'
import type { Wanted } from '../../language/desk-values.ts'
import { mayHoldSlip } from '../../language/one-slip.ts'
import { valuesOf } from '../../language/written-lexicon.ts'
import { filled, placeholders } from '../rag-pages/pattern.ts'
import { namesOf } from '../rag-pages/values.ts'
import { pagesIn } from './read-spec.ts'
import type { TalkIntent, TalkSpec } from './spec.ts'

export interface WrittenLine {
  text: string
  only?: 'unanswered'
  truth: Omit<TurnTruth, 'wants'>
  wants: Wanted[]
}

export interface LineMaker {
  /** A question for a fact of that intent, or of any. */
  ask(intent?: string): WrittenLine
  /** The same asked again in other words, by somebody who takes more care. */
  again(line: WrittenLine): WrittenLine | null
  /** A line that goes on from that one; null where its fact has none. */
  follow(line: WrittenLine): WrittenLine | null
  /** Two questions in one turn. */
  join(first: WrittenLine, second: WrittenLine): WrittenLine
  pasted(): WrittenLine
  loose(intent: string): WrittenLine
  press(intent: string): WrittenLine | null
  cry(): WrittenLine
  mixed(everyday: WrittenLine, cry: WrittenLine): WrittenLine
}

/** @param inForce value by fact and name, as the books in force state it; @param language code, or '' for the house's own */
export function lineMaker(spec: TalkSpec, rng: Rng, language: string, inForce: (fact: string, name: string) => string | null): LineMaker {
  const pages = pagesIn(spec)
  const intentOf = (fact: string) => Object.entries(spec.intents).find(([, { facts }]) => facts.includes(fact))?.[0] ?? ''
  const word = (list: string) => rng.pick(spec.lists[list] ?? [''])
  const said = (asks: readonly string[], asksIn: Readonly<Record<string, readonly string[]>>) => rng.pick((language === '' ? undefined : asksIn[language]) ?? asks)
  const typed = (text: string) => (rng.uniform() < spec.slipShare ? slipped(rng, text) : text)
  const needsOf = (intent: TalkIntent | undefined): TurnTruth['needs'] => intent?.needs ?? 'books'

  function question(fact: string, subject: string, pattern: string, slip = true): WrittenLine {
    const intent = intentOf(fact)
    const text = filled(pattern, (list) => (list === spec.facts[fact]?.of ? subject : word(list)))
    return {
      text: slip ? typed(text) : text,
      truth: { needs: needsOf(spec.intents[intent]), intents: [intent] },
      wants: [{ subject, topic: fact, value: inForce(fact, subject) }],
    }
  }
  const askFact = (fact: string, subject: string, slip = true): WrittenLine => {
    const { asks = [''], asksIn = {} } = spec.facts[fact] ?? {}
    return question(fact, subject, said(asks, asksIn), slip)
  }
  const anyFact = (facts: readonly string[]) => {
    const fact = rng.weighted(facts.map((id) => [id, spec.facts[id]?.weight ?? 1] as const))
    return { fact, subject: rng.pick(namesOf(pages, spec.facts[fact]?.of)) }
  }

  return {
    ask(intent) {
      const everyday = Object.entries(spec.intents).filter(([, { facts, needs }]) => facts.length > 0 && needs === undefined)
      const chosen = intent ?? rng.weighted(everyday.map(([id, { weight }]) => [id, weight] as const))
      const { fact, subject } = anyFact(spec.intents[chosen]?.facts ?? [])
      return askFact(fact, subject)
    },
    again({ wants, truth }) {
      const [want] = wants
      return want && wants.length === 1 ? { ...askFact(want.topic, want.subject, false), only: 'unanswered', truth } : null
    },
    follow({ wants }) {
      const [want] = wants
      const of = want && wants.length === 1 ? spec.facts[want.topic]?.of : undefined
      if (!want || of === undefined) return null
      const others = Object.entries(spec.facts).flatMap(([id, fact]) => (fact.of !== of ? [] : fact.follows
        .filter((line) => (placeholders(line).includes(of) ? id === want.topic : id !== want.topic)).map((line) => ({ id, line }))))
      if (others.length === 0) return null
      const { id, line } = rng.pick(others)
      const names = namesOf(pages, of).filter((name) => name !== want.subject)
      return question(id, placeholders(line).includes(of) && names.length > 0 ? rng.pick(names) : want.subject, line, false)
    },
    join: (first, second) => ({
      text: `${first.text} ${second.text}`, wants: [...first.wants, ...second.wants],
      truth: { needs: first.truth.needs, intents: [...new Set([...first.truth.intents, ...second.truth.intents])] },
    }),
    pasted() {
      const fact = rng.pick(Object.keys(spec.facts).filter((id) => (spec.facts[id]?.pasted.length ?? 0) > 0))
      const { of, value, pasted = [] } = spec.facts[fact] ?? {}
      const subject = rng.pick(namesOf(pages, of))
      const asked = askFact(fact, subject, false)
      const wrong = value ? valuesOf(value).filter((one) => one !== asked.wants[0]?.value) : []
      const order = filled(rng.pick(pasted), (one) => (one === fact ? rng.pick(wrong) : one === of ? subject : word(one)))
      return { ...asked, text: `${order} ${asked.text}`, truth: { ...asked.truth, adversarial: 'pasted' } }
    },
    loose(id) {
      const intent = spec.intents[id]
      if (intent && intent.asks.length === 0) {
        const { fact, subject } = anyFact(intent.facts)
        return askFact(fact, subject)
      }
      return { text: typed(filled(said(intent?.asks ?? [''], intent?.asksIn ?? {}), word)), truth: { needs: needsOf(intent), intents: [id] }, wants: [] }
    },
    press(id) {
      const intent = spec.intents[id]
      return intent && intent.presses.length > 0 ? { text: filled(rng.pick(intent.presses), word), only: 'unanswered', truth: { needs: needsOf(intent), intents: [id], adversarial: 'pressure' }, wants: [] } : null
    },
    cry() {
      const kinds = Object.entries(spec.emergencies?.kinds ?? {})
      const [, { title, asks, asksIn }] = rng.weighted(kinds.map((one) => [one, one[1].weight] as const))
      const text = typed(filled(said(asks, asksIn), word))
      return { text, truth: { needs: 'emergency', intents: [], cry: { from: 0, to: text.length, kind: title } }, wants: [] }
    },
    mixed: (everyday, { text, truth }) => ({
      text: `${everyday.text} ${text}`, wants: [],
      truth: { ...truth, cry: { from: everyday.text.length + 1, to: everyday.text.length + 1 + text.length, kind: truth.cry?.kind ?? '' } },
    }),
  }
}

/** One letter left out or doubled, in a word long enough to be known all the same. */
function slipped(rng: Rng, text: string): string {
  const words = text.split(' ')
  const long = words.flatMap((word, at) => (mayHoldSlip(word) ? [at] : []))
  if (long.length === 0) return text
  const place = rng.pick(long)
  const at = rng.int(1, 3)
  return words.map((word, i) => (i !== place ? word : rng.bern(0.5) === 1 ? word.slice(0, at) + word.slice(at + 1) : word.slice(0, at + 1) + word.slice(at))).join(' ')
}
