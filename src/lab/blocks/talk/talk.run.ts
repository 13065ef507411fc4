import type { TalkPlan } from '../../../core/artefacts/talk-plan.ts'
import type { Json } from '../../../core/quest/schema.ts'
import type { PromptPack } from '../../../core/artefacts/prompt-pack.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { playChats } from '../../dialogue/play-chats.ts'
import { flagReader } from '../../dialogue/red-flags.ts'
import { readTurns } from '../../dialogue/read-turns.ts'
import { talkCost } from '../../dialogue/talk-cost.ts'
import { talkDetail } from '../../dialogue/talk-detail.ts'
import type { FlagFound, Meant, TurnPlay } from '../../dialogue/talk-values.ts'
import { lexiconOf } from '../../language/lexicons.ts'
import { naiveBayes } from '../../ml/naive-bayes.ts'
import { linearText } from '../../ml/text-linear.ts'
import { countOf } from '../say.ts'
import { packOf } from '../text/pack.ts'
import { cascadeSpec, dialoguesSpec, handoverSpec, intentSpec, latencySpec, redFlagSpec, transcriptSinkSpec } from './talk.ts'

/** Parts of turns between two looks at the clock. */
const STRIDE = 50

function talkOf(context: RunContext): PromptPack & { talk: TalkPlan } {
  const pack = packOf(context)
  return pack.talk ? { ...pack, talk: pack.talk } : context.problem('This desk answers single questions: its settings say nothing of talk.', 'no-talk')
}

export const dialoguesSource: Block = {
  ...dialoguesSpec,
  fit(_, context) {
    const cases = context.cases(paramsOf(dialoguesSpec, context).dataset)
    if (cases.type !== 'Shelf' || !cases.talk) throw new TypeError(`this block reads conversations, and the quest has ${cases.type}`)
    const pack = talkOf(context)
    const known = new Set(cases.books.map(({ id }) => id))
    const stray = pack.shelf.find(({ id }) => !known.has(id))
    if (stray) return context.problem(`"${stray.title}" is not in the library. Take it off the shelf.`, 'no-book')
    const on = new Set(pack.shelf.filter((book) => book.on).map(({ id }) => id))
    const { questions, parts } = readTurns(cases.talk.chats, pack.talk, lexiconOf(cases.lexicon))
    return {
      outputs: { shelf: { ...cases, books: cases.books.filter(({ id }) => on.has(id)), pages: cases.pages.filter(({ book }) => on.has(book)), questions, talk: { ...cases.talk, parts } } },
      state: null,
    }
  },
  report(_, outputs) {
    const { talk, books } = take(outputs, 'shelf', 'Shelf')
    const turns = Object.values(talk?.parts ?? {})
    return {
      rows: turns.length, columns: null,
      facts: [countOf(talk?.chats.length ?? 0, 'conversation'), countOf(books.length, 'book'), `${countOf(turns.flat().filter(({ completed }) => completed).length, 'turn')} completed from before`],
      views: [],
    }
  },
}

export const redFlag: Block = {
  ...redFlagSpec,
  fit(inputs, context) {
    const shelf = take(inputs, 'shelf', 'Shelf')
    const { flags: { rows, turns, forgive } } = talkOf(context).talk
    const before = flagReader(rows, 'before', forgive)
    const lines = (shelf.talk?.chats ?? []).flatMap((chat) => (turns === 'first' ? chat.lines.slice(0, 1) : chat.lines))
    const found = Object.fromEntries(lines.flatMap(({ id, text }): [string, FlagFound][] => {
      const flag = before(text)
      return flag ? [[id, flag]] : []
    }))
    return { outputs: { flags: { type: 'Flags', shelf, found, after: flagReader(rows, 'after', forgive) } }, state: null }
  },
  report(_, outputs) {
    const all = Object.values(take(outputs, 'flags', 'Flags').found)
    const titles = [...new Set(all.map(({ title }) => title))]
    return {
      rows: all.length, columns: null,
      facts: [`${countOf(all.length, 'turn')} with a red flag`],
      views: [{ view: 'bars', title: 'Rows that spoke', say: 'Turns, by the row that found a word in them.', unit: 'turns', rows: titles.map((label) => ({ label, value: all.filter(({ title }) => title === label).length })) }],
    }
  },
}

export const intent: Block = {
  ...intentSpec,
  fit(inputs, context) {
    const shelf = take(inputs, 'shelf', 'Shelf')
    const { examples, learner, intents } = talkOf(context).talk
    if (examples.length === 0) return context.problem('The intents have no example to learn from. Write some.', 'no-examples')
    const learn = learner.kind === 'bayes' ? naiveBayes : linearText
    const classify = learn(examples.map(({ text, intent: label }) => ({ text, label })), learner.reads)
    const titles = new Map(intents.map(({ id, title }) => [id, title]))
    const read = new Map<string, Meant>()
    const meant = Object.fromEntries(shelf.questions.map(({ id, text }, at): [string, Meant] => {
      if (at % STRIDE === 0) context.tick(at / shelf.questions.length)
      const known = read.get(text)
      if (known) return [id, known]
      const [best = ['', 0] as const] = [...classify(text)].sort((a, b) => b[1] - a[1])
      const one: Meant = { intent: best[0], title: titles.get(best[0]) ?? best[0], sure: best[1], to: 'books', doubted: false }
      read.set(text, one)
      return [id, one]
    }))
    return { outputs: { intents: { type: 'Intents', shelf, meant } }, state: null }
  },
  report: (_, outputs) => intentReport(Object.values(take(outputs, 'intents', 'Intents').meant)),
}

function intentReport(all: readonly Meant[]) {
  const titles = [...new Set(all.map(({ title }) => title))]
  return {
    rows: all.length, columns: null,
    facts: [`${countOf(titles.length, 'intent')} found`, `${countOf(all.filter(({ sure }) => sure < 0.5).length, 'turn')} less than half sure`],
    views: [{ view: 'bars' as const, title: 'What was meant', say: 'Turns, by the intent that was read in them.', unit: 'turns', rows: titles.map((label) => ({ label, value: all.filter(({ title }) => title === label).length })) }],
  }
}

export const handover: Block = {
  ...handoverSpec,
  fit(inputs, context) {
    const intents = take(inputs, 'intents', 'Intents')
    const { talk } = talkOf(context)
    const to = new Map(talk.intents.map((one) => [one.id, one.to]))
    const meant = Object.fromEntries(Object.entries(intents.meant).map(([id, one]) => [id, { ...one, to: to.get(one.intent) ?? 'books', doubted: one.sure < talk.doubt }]))
    return { outputs: { intents: { ...intents, meant } }, state: null }
  },
  report(_, outputs) {
    const all = Object.values(take(outputs, 'intents', 'Intents').meant)
    return { rows: all.length, columns: null, facts: [`${countOf(all.filter(({ doubted }) => doubted).length, 'turn')} in doubt`], views: [] }
  },
}

export const cascade: Block = {
  ...cascadeSpec,
  fit(inputs, context) {
    const hits = take(inputs, 'hits', 'Hits')
    const pack = talkOf(context)
    const chats = playChats({
      pack, talk: pack.talk, hits, flags: take(inputs, 'flags', 'Flags'), intents: take(inputs, 'intents', 'Intents'),
      personCents: paramsOf(cascadeSpec, context).personCents, tick: (done) => context.tick(done),
    })
    return { outputs: { transcript: { type: 'Transcript', shelf: hits.chunks.shelf, chats } }, state: null }
  },
  report(_, outputs) {
    const { chats } = take(outputs, 'transcript', 'Transcript')
    return {
      rows: chats.length, columns: null,
      facts: ['simulated language model', `${countOf(chats.filter(({ turns }) => turns.at(-1)?.ended).length, 'conversation')} went on with a person`],
      views: [{ view: 'bars', title: 'Who answered', say: 'Turns, by what answered them.', unit: 'turns', rows: waits(chats.flatMap(({ turns }) => turns)).map(({ label, n }) => ({ label, value: n })) }],
    }
  },
}

const BY = { flags: 'red flag', quick: 'quick reply', cache: 'drawer', intent: 'by intent alone', small: 'small model', large: 'large model', 'small-then-large': 'small, then large' } as const

function waits(turns: readonly TurnPlay[]): { label: string; n: number; ms: number }[] {
  return (Object.keys(BY) as (keyof typeof BY)[]).flatMap((by) => {
    const mine = turns.filter(({ parts }) => parts.at(-1)?.by === by)
    return mine.length === 0 ? [] : [{ label: BY[by], n: mine.length, ms: mine.reduce((sum, { ms }) => sum + ms, 0) / mine.length }]
  })
}

export const latency: Block = {
  ...latencySpec,
  fit: () => ({ outputs: {}, state: null }),
  report(inputs) {
    const { chats } = take(inputs, 'transcript', 'Transcript')
    const { p95 } = talkCost(chats)
    return {
      rows: null, columns: null, facts: [`${Math.round(p95)} ms for the slow ones`],
      views: [{ view: 'bars', title: 'How long a reply takes (simulated)', say: 'Mean wait, by what answered.', unit: 'ms', rows: waits(chats.flatMap(({ turns }) => turns)).map(({ label, ms }) => ({ label, value: Math.round(ms) })) }],
    }
  },
}

export const transcriptSink: Block = {
  ...transcriptSinkSpec,
  fit: (inputs) => ({ outputs: { result: { type: 'Result', from: take(inputs, 'transcript', 'Transcript') } }, state: null }),
  report(inputs) {
    const transcript = take(inputs, 'transcript', 'Transcript')
    return { rows: transcript.chats.length, columns: null, facts: [countOf(transcript.chats.length, 'conversation')], views: [], detail: talkDetail(transcript) as unknown as Json }
  },
}
