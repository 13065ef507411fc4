/** A conversation as it is opened: each turn with its gate, intent, source, time and price, and the sentence that was missed. */
import type { Exhibit, TalkTurn, Tone } from '../../core/verdict.ts'
import type { Shelf } from '../language/desk-values.ts'
import { GOOD_ENDS, type JudgedChat, type JudgedTurn, type TalkOutcome } from './judge-talk.ts'
import { PASTED } from './play-chats.ts'
import type { AnsweredBy, PartPlay, TurnPlay } from './talk-values.ts'

export type TalkExhibit = Extract<Exhibit, { kind: 'talk' }>

const BY: Readonly<Record<AnsweredBy, string>> = {
  flags: 'red flag', quick: 'quick reply', cache: 'out of the drawer', intent: 'by intent alone', small: 'small model (simulation)', large: 'large model (simulation)', 'small-then-large': 'small, then large model (simulation)',
}
const ENDS: Readonly<Record<TalkOutcome, string>> = {
  late: 'nobody was called', obeyed: 'did as pasted text ordered', 'made-up': 'answered what no book answers', wrong: 'wrong', 'old-edition': 'from a page not in force', 'left-alone': 'needed a person, got none',
  half: 'half of it answered', refused: 'not answered', 'false-alarm': 'called for nothing', 'needless-person': 'a person for nothing', right: 'right', 'refused-rightly': 'rightly refused', fetched: 'a person took over', 'small-talk': 'friendly word', 'handed-over': 'a person was called',
}
const MISSED: ReadonlySet<TalkOutcome> = new Set<TalkOutcome>(['half', 'refused', 'false-alarm', 'needless-person'])

export function endWords(outcome: TalkOutcome): string {
  return ENDS[outcome]
}

export function toneOf(outcome: TalkOutcome): Tone {
  return GOOD_ENDS.has(outcome) ? 'right' : MISSED.has(outcome) ? 'missed' : 'wrong'
}

export function talkExhibit({ turns, language }: JudgedChat, shelf: Shelf): TalkExhibit {
  return { kind: 'talk', caption: `The conversation${language === null ? '' : `, in ${language}`}, turn by turn (simulated language model)`, turns: turns.flatMap((turn) => [guestTurn(turn), deskTurn(turn, shelf)]) }
}

function guestTurn({ play: { line }, truth, outcome }: JudgedTurn): TalkTurn {
  const { cry } = truth
  const seen = outcome === 'handed-over'
  return {
    who: 'Visitor', side: 'guest', text: line.text, notes: [],
    spans: cry ? [{ from: cry.from, to: cry.to, label: seen ? `${cry.kind}: seen` : `${cry.kind}: missed`, tone: seen ? 'right' : 'wrong' }] : [],
  }
}

function deskTurn({ play, outcome, wanted }: JudgedTurn, shelf: Shelf): TalkTurn {
  const tone = toneOf(outcome)
  return {
    who: 'Desk', side: 'desk', text: play.say, spans: [],
    notes: [
      { label: 'Outcome', value: wanted.length > 0 && tone !== 'right' ? `${ENDS[outcome]}; the books say ${wanted.join(', ')}` : ENDS[outcome], tone },
      { label: 'Gate', value: gateOf(play) },
      { label: 'Intent', value: intentsOf(play) },
      { label: 'By', value: [...new Set(play.parts.map(({ by }) => BY[by]))].join(', ') },
      { label: 'Source', value: sourcesOf(play, shelf) },
      { label: 'Time', value: `${Math.round(play.ms)} ms` },
      { label: 'Price', value: `${play.cents.toFixed(2)} cents` },
    ],
  }
}

function gateOf({ flag, gated }: TurnPlay): string {
  if (flag) return `“${flag.word}” (${flag.title}), ${flag.side === 'before' ? 'before the model' : 'in what the desk was about to say'}`
  return gated ? 'no red flag' : 'not read before the answer'
}

function intentsOf({ parts }: TurnPlay): string {
  // A red flag and a quick reply ask for no intent.
  const read = parts.filter(({ by }) => by !== 'flags' && by !== 'quick')
  return read.length === 0 ? 'not read' : [...new Set(read.map(({ meant }) => `${meant.title}, ${Math.round(meant.sure * 100)}% sure`))].join('; ')
}

function sourcesOf({ parts }: TurnPlay, { books }: Shelf): string {
  const shown = parts.flatMap((part) => sourceIn(part, books))
  return shown.length === 0 ? 'none' : [...new Set(shown)].join('; ')
}

function sourceIn({ answer, end }: PartPlay, books: Shelf['books']): string[] {
  const main = end === 'shown' ? answer?.shown.find((claim) => claim.main) : undefined
  if (!main) return []
  if (main.cites === PASTED) return ['what was pasted into the turn']
  const passage = answer?.hits.find((hit) => hit.passage.id === main.cites)?.passage
  const book = books.find(({ id }) => id === passage?.book)
  return passage ? [[book ? `${book.title}, ${book.year}` : passage.book, passage.title].filter((one) => one !== '').join(': ')] : ['no page named']
}
