/**
 * Plays the chats of a day, turn by turn: what people write next hangs on what the desk said. Every turn is timed and priced. The
 * answers are those of the simulated language model; the order, the table, the intents, the drawer and the check are real.
 */
import type { PromptPack } from '../../core/artefacts/prompt-pack.ts'
import type { TalkPlan } from '../../core/artefacts/talk-plan.ts'
import { askModels } from '../language/ask-models.ts'
import type { Answer, Hits, Question } from '../language/desk-values.ts'
import type { Lexicon } from '../language/lexicon.ts'
import { lexiconOf } from '../language/lexicons.ts'
import { backedOnly, lookUp } from '../language/look-up.ts'
import { sentencesOf } from '../language/passages.ts'
import { simulatedModel } from '../language/simulated-model.ts'
import { flagReader } from './red-flags.ts'
import type { Chat, ChatPlay, Flags, Intents, PartPlay, TurnPart, TurnPlay, TalkLine } from './talk-values.ts'

/** What each step takes, in milliseconds: made up, as are the model's. */
const MS = { flags: 4, quick: 2, cache: 12, intent: 6 } as const

/** Cited by a model that takes its answer from what was pasted into the turn. */
export const PASTED = 'said-in-the-turn'

export interface Desk {
  pack: PromptPack
  talk: TalkPlan
  hits: Hits
  flags: Flags
  intents: Intents
  /** Price of a person who takes over, in cents. */
  personCents: number
  tick?: (done: number) => void
}

export function playChats(desk: Desk): ChatPlay[] {
  const { shelf } = desk.hits.chunks
  const chats = shelf.talk?.chats ?? []
  const player = new Player(desk, lexiconOf(shelf.lexicon))
  return chats.map((chat, at) => {
    desk.tick?.(at / chats.length)
    return player.chat(chat)
  })
}

class Player {
  private readonly drawer = new Map<string, Answer>()
  private readonly questions: ReadonlyMap<string, { question: Question; at: number }>
  private readonly quick: readonly { say: string; holds: (text: string) => boolean }[]
  private readonly adapter
  private readonly desk: Desk
  private readonly lexicon: Lexicon

  constructor(desk: Desk, lexicon: Lexicon) {
    this.desk = desk
    this.lexicon = lexicon
    this.questions = new Map(desk.hits.chunks.shelf.questions.map((question, at) => [question.id, { question, at }]))
    this.quick = desk.talk.quick.filter(({ on }) => on).map(({ id, title, words, say }) => {
      const reads = flagReader([{ id, title, words, unless: [], reads: 'before' }], 'before', false)
      return { say, holds: (text: string) => reads(text) !== null }
    })
    this.adapter = simulatedModel(lexicon)
  }

  chat({ id, lines }: Chat): ChatPlay {
    const turns: TurnPlay[] = []
    for (const line of lines) {
      if (line.only === 'unanswered' && isAnswered(turns.at(-1))) continue
      turns.push(this.turn(line, turns.length === 0))
      // Whoever is with a person writes no more to a screen.
      if (turns.at(-1)?.ended) break
    }
    return { id, turns }
  }

  private turn(line: TalkLine, first: boolean): TurnPlay {
    const { talk, flags, hits } = this.desk
    const parts = hits.chunks.shelf.talk?.parts[line.id] ?? []
    let ms = 0
    let gated = false
    for (const step of talk.order) {
      ms += MS[step]
      if (step === 'flags') {
        gated = talk.flags.turns === 'every' || first
        const flag = flags.found[line.id]
        if (flag) return this.reply(line, first, { ms, gated, flag: { ...flag, side: 'before' }, parts: parts.map((part) => this.unread(part, 'flags', 'call', talk.handover)) })
      } else if (step === 'quick') {
        const found = this.quick.find(({ holds }) => holds(line.text))
        if (found) return this.reply(line, first, { ms, gated, flag: null, parts: parts.slice(0, 1).map((part) => this.unread(part, 'quick', 'reply', found.say)) })
      } else {
        const kept = parts.map((part) => this.kept(part))
        if (kept.length > 0 && kept.every((one) => one !== null)) {
          return this.reply(line, first, { ms, gated, flag: null, parts: kept.map((answer, at) => ({ ...this.unread(parts[at] as TurnPart, 'cache', 'shown', saidIn(answer)), answer })) })
        }
      }
    }
    const played = parts.map((part) => this.part(part))
    const after = flags.after(played.map(({ say }) => say).join(' '))
    const checked = after === null ? played : played.map((one) => (one.end === 'shown' ? { ...one, end: 'person' as const, say: talk.handover, answer: one.answer && { ...one.answer, shown: [] } } : one))
    return this.reply(line, first, { ms: ms + MS.flags, gated, flag: after && { ...after, side: 'after' }, parts: checked })
  }

  private part(part: TurnPart): PartPlay {
    const { talk, pack } = this.desk
    const meant = this.meant(part)
    if (meant.doubted) return this.unread(part, 'intent', 'person', talk.handover)
    switch (meant.to) {
      case 'reply': return this.unread(part, 'intent', 'reply', talk.intents.find(({ id }) => id === meant.intent)?.say ?? '')
      case 'refuse': return this.unread(part, 'intent', 'refused', pack.refuse.say)
      case 'person': return this.unread(part, 'intent', 'person', talk.handover)
      case 'call': return this.unread(part, 'intent', 'call', talk.handover)
      case 'books': return this.fromBooks(part)
    }
  }

  private fromBooks(part: TurnPart): PartPlay {
    const { pack, hits, talk } = this.desk
    const { question, at } = this.questions.get(part.id) ?? { question: { id: part.id, text: part.text }, at: -1 }
    const orders = sentencesOf(question.text).filter(({ text }) => this.lexicon.isOrder(text)).map(({ text }) => text)
    const written = askModels(this.adapter, pack, question, hits.found[at] ?? [], orders.length === 0 ? [] : [{ id: PASTED, title: '', text: orders.join(' ') }])
    const looked = pack.verify ? lookUp(written, this.lexicon) : written
    const answer = pack.refuse.when === 'never' ? looked : backedOnly(looked)
    const by = answer.asked === 'large' || answer.asked === 'small-then-large' ? answer.asked : 'small'
    if (answer.shown.length === 0) return { part, meant: this.meant(part), by, answer, ...(pack.cascade.human ? { end: 'person', say: talk.handover } : { end: 'refused', say: pack.refuse.say }) }
    const key = this.keyOf(part)
    if (key !== null) this.drawer.set(key, answer)
    return { part, meant: this.meant(part), by, answer, end: 'shown', say: saidIn(answer) }
  }

  private kept(part: TurnPart): Answer | null {
    const key = this.keyOf(part)
    const kept = key === null ? undefined : this.drawer.get(key)
    const question = this.questions.get(part.id)?.question
    return kept && question ? { ...kept, question, asked: 'cache', tokens: 0, ms: 0, cents: 0 } : null
  }

  /** What an answer is kept under; null where none is kept. Alike: of the same intent, about the same matter and name, as the desk reads them. */
  private keyOf(part: TurnPart): string | null {
    const { pack, talk } = this.desk
    const { intent } = this.meant(part)
    if (!pack.cascade.cache || !talk.intents.some(({ id, keep }) => id === intent && keep)) return null
    const text = this.questions.get(part.id)?.question.text ?? part.text
    if (talk.drawer === 'exact') return text.toLowerCase()
    const matter = this.lexicon.matterOf(text)?.id
    const name = matter === undefined ? null : this.lexicon.nameIn(text, matter)
    return matter === undefined || name === null ? null : `${intent}/${matter}/${name}`
  }

  private meant(part: TurnPart): PartPlay['meant'] {
    const meant = this.desk.intents.meant[part.id]
    if (!meant) throw new Error(`nobody has read the turn "${part.id}"`)
    return meant
  }

  private unread(part: TurnPart, by: PartPlay['by'], end: PartPlay['end'], say: string): PartPlay {
    return { part, meant: this.meant(part), by, end, answer: null, say }
  }

  private reply(line: TalkLine, first: boolean, { ms, gated, flag, parts }: Pick<TurnPlay, 'flag' | 'gated' | 'parts' | 'ms'>): TurnPlay {
    const { talk, personCents } = this.desk
    const ended = parts.some(({ end }) => end === 'call') ? 'call' : parts.some(({ end }) => end === 'person') ? 'person' : null
    const asked = parts.some(({ by }) => by !== 'flags' && by !== 'quick' && by !== 'cache')
    const models = parts.flatMap(({ answer, by }) => (answer && by !== 'cache' ? [answer] : []))
    const disclosed = first && talk.disclosure.trim() !== ''
    return {
      line, flag, gated, parts, ended, disclosed,
      say: [...(disclosed ? [talk.disclosure] : []), ...new Set(parts.map(({ say }) => say))].join(' '),
      tokens: models.reduce((sum, one) => sum + one.tokens, 0),
      ms: ms + (asked ? MS.intent : 0) + models.reduce((sum, one) => sum + one.ms, 0),
      cents: models.reduce((sum, one) => sum + one.cents, 0) + (ended ? personCents : 0),
    }
  }
}

function saidIn({ shown }: Answer): string {
  return shown.map(({ text }) => text).join(' ')
}

/** Somebody who got words to the question does not ask again, right or wrong. */
function isAnswered(turn: TurnPlay | undefined): boolean {
  return turn !== undefined && turn.parts.every(({ end }) => end !== 'refused')
}
