/** `dialogue-turns`: conversations played turn by turn with people whom the desk has never met, judged by what each turn needed. */
import type { View } from '../../core/verdict.ts'
import { judgeTalk, TALK_OUTCOMES } from '../dialogue/judge-talk.ts'
import { talkCost } from '../dialogue/talk-cost.ts'
import { endWords, toneOf } from '../dialogue/talk-exhibit.ts'
import type { Transcript } from '../dialogue/talk-values.ts'
import type { PortValue } from '../graph/ports.ts'
import { lexiconOf } from '../language/lexicons.ts'
import { talkFigures, talkMetrics } from './dialogue-turns-figures.ts'
import { talkCases, type TalkSet, talkStory } from './dialogue-turns-story.ts'
import type { Harness } from './harness.ts'

export const dialogueTurns: Harness<TalkSet> = {
  id: 'dialogue-turns',
  about: 'conversations of several turns, against what each turn needed',
  judges: 'Transcript',
  generators: ['dialogues.written'],
  metrics: talkMetrics,
  testFigures(result, metrics) {
    const { chats, shelf } = transcriptIn(result)
    return talkFigures(shelf.truth ? judgeTalk(chats, shelf.truth, lexiconOf(shelf.lexicon)) : [], metrics)
  },
  judgeSet(quest, { label, seed, weight, whole }, result) {
    if (whole.type !== 'Shelf' || !whole.truth) throw new TypeError(`dialogue-turns reads conversations, not ${whole.type}`)
    const chats = judgeTalk(transcriptIn(result).chats, whole.truth, lexiconOf(whole.lexicon))
    return { label, seed, weight, n: chats.length, chats, shelf: whole, figures: talkFigures(chats, quest.verify.metrics) }
  },
  whyNull: () => 'Nobody came with such a matter on these days.',
  cases: (_, sets) => talkCases(sets),
  views: (_, sets) => [endsView(sets), kindsView(sets), costView(sets)],
  story: ({ trap }, sets) => talkStory(trap.replay, sets),
}

/** @throws TypeError when the graph ends in something else than transcripts */
function transcriptIn(result: PortValue): Transcript {
  const from = result.type === 'Result' ? (result as { from: PortValue }).from : result
  if (from.type !== 'Transcript') throw new TypeError(`dialogue-turns judges transcripts, not ${from.type}`)
  return from
}

const capital = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase())

function endsView(sets: readonly TalkSet[]): View {
  const turns = sets.flatMap(({ chats }) => chats.flatMap((chat) => chat.turns))
  return {
    view: 'bars', title: 'What became of the turns', say: 'Turns of the hidden days.', unit: 'turns',
    rows: TALK_OUTCOMES.map((outcome) => ({ label: capital(endWords(outcome)), value: turns.filter((turn) => turn.outcome === outcome).length, tone: toneOf(outcome) })).filter(({ value }) => value > 0),
  }
}

/** Emergencies by what they were: which rows of the table are still missing. */
function kindsView(sets: readonly TalkSet[]): View {
  const cries = sets.flatMap(({ chats }) => chats.flatMap((chat) => chat.turns.flatMap(({ truth, outcome }) => (truth.cry ? [{ kind: truth.cry.kind, language: chat.language ?? 'the house’s own', seen: outcome === 'handed-over' }] : []))))
  const groups = [...new Set(cries.map(({ kind, language }) => `${kind}|${language}`))].sort()
  const rows = groups.map((group) => {
    const mine = cries.filter(({ kind, language }) => `${kind}|${language}` === group)
    return [...group.split('|'), mine.length, mine.filter(({ seen }) => !seen).length]
  })
  return { view: 'rows', title: 'Emergencies by kind', columns: ['Kind', 'Language', 'Came', 'Nobody called'], rows, marked: rows.flatMap((row, at) => (Number(row[3]) > 0 ? [at] : [])) }
}

function costView(sets: readonly TalkSet[]): View {
  const plays = sets.flatMap(({ chats }) => chats.map(({ play }) => play))
  const { cents, p95, tokens } = talkCost(plays)
  return {
    view: 'meters', title: 'What talking costs (simulated)',
    rows: [
      { label: 'Tokens a turn', value: Math.round(tokens) },
      { label: 'Cents for 100 conversations', value: Math.round(cents * 1000) / 10 },
      { label: '95 of 100 turns answered within', value: Math.round(p95), unit: 'ms' },
    ],
  }
}
