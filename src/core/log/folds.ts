/** What the log says of a learner. Everything here is a fold over the facts: the same facts give the same answer, in any order. */
import type { Medal, Solution } from '../quest/schema.ts'
import { betterMedal, medalRank } from '../quest/stages.ts'
import type { Career } from './career.ts'
import type { Fact } from './facts.ts'
import { levelOf, MEDAL_XP, questScore, XP } from './levels.ts'
import { inOrder } from './order.ts'

/** What the folds need of a quest (a whole one will do); facts of quests that are not known still count, but for answers and traps. */
export interface QuestForCareer {
  id: string
  check: readonly { answer: number }[]
  hints: readonly { cost: number }[]
  trap: { badge: string }
  learn: readonly unknown[]
}

/** What is kept of one quest while its facts go by. */
interface Tally {
  accepted: boolean
  completedAt: number | null
  medal: Medal
  cards: Set<number>
  steps: Set<number>
  answers: Map<number, number>
  hints: Set<number>
  verdicts: number
  trapped: boolean
  /** Last solution handed in, by the device that did. */
  submitted: Map<string, Solution>
}

function newTally(): Tally {
  return {
    accepted: false, completedAt: null, medal: 'none', cards: new Set(), steps: new Set(), answers: new Map(), hints: new Set(), verdicts: 0,
    trapped: false, submitted: new Map(),
  }
}

/** A learner's career. `facts` may come in any order and hold some twice; `quests` are those the game knows. */
export function career(facts: Iterable<Fact>, quests: Iterable<QuestForCareer> = []): Career {
  const known = new Map([...quests].map((quest) => [quest.id, quest]))
  const tallies = new Map<string, Tally>()
  const result: Career = {
    player: null, startedAt: null, xp: 0, level: 1, toNextLevel: 0, medals: {}, active: [], completed: [], badges: [], journal: [], lastQuest: null, scores: {},
  }
  for (const fact of inOrder(facts)) {
    if (fact.type === 'game.started') result.startedAt ??= fact.at
    else if (fact.type === 'player.named') result.player = { name: fact.name, look: fact.look }
    else if ('quest' in fact) {
      const tally = tallies.get(fact.quest) ?? newTally()
      tallies.set(fact.quest, tally)
      count(fact, tally, known.get(fact.quest), result)
    }
  }
  for (const [id, tally] of tallies) conclude(id, tally, known.get(id), result)
  return { ...result, ...levelOf(result.xp) }
}

type QuestFact = Extract<Fact, { quest: string }>

function count(fact: QuestFact, tally: Tally, quest: QuestForCareer | undefined, result: Career): void {
  const award = (badge: string): void => earn(result, badge, fact)
  result.lastQuest = fact.quest
  switch (fact.type) {
    case 'quest.accepted':
      tally.accepted = true
      break
    case 'card.read':
      tally.cards.add(fact.card)
      if (quest && quest.learn.every((_, card) => tally.cards.has(card))) award('well-read')
      break
    case 'step.passed':
      tally.steps.add(fact.step)
      break
    case 'run.finished':
      if (fact.ok && fact.stage === 'build') award('first-run')
      break
    case 'hint.taken':
      tally.hints.add(fact.hint)
      break
    case 'solution.submitted':
      tally.submitted.set(fact.deviceId, fact.solution)
      break
    case 'verdict.given':
      judged(fact, tally, quest, result)
      break
    case 'answer.submitted':
      if (!tally.answers.has(fact.question)) tally.answers.set(fact.question, fact.option)
      if (quest && quest.check.every(({ answer }, question) => tally.answers.get(question) === answer)) award('full-marks')
      break
    case 'quest.completed':
      tally.completedAt ??= fact.at
      break
  }
}

function judged(fact: Extract<QuestFact, { type: 'verdict.given' }>, tally: Tally, quest: QuestForCareer | undefined, result: Career): void {
  const { verdict } = fact
  const award = (badge: string): void => earn(result, badge, fact)
  const isBest = medalRank(verdict.medal) > medalRank(tally.medal)
  const solution = tally.submitted.get(fact.deviceId)
  if (solution) result.journal.push({ id: `${fact.deviceId}:${fact.seq}`, quest: fact.quest, at: fact.at, solution, verdict, isBest })
  if (verdict.trap && quest) award(quest.trap.badge)
  if (verdict.medal !== 'none') {
    award('first-medal')
    if (tally.trapped && !verdict.trap) award('honest-numbers')
    if (tally.verdicts === 0 && !verdict.trap) award('sure-footed')
    if (verdict.medal === 'gold') award('gold')
    if (verdict.medal !== 'pass' && tally.hints.size === 0) award('own-steam')
    if (isBest && tally.completedAt !== null) award('never-done')
  }
  tally.verdicts += 1
  tally.trapped ||= verdict.trap !== null
  tally.medal = betterMedal(verdict.medal, tally.medal)
}

/** A badge is earned once in each quest. */
function earn(result: Career, id: string, { quest, at }: QuestFact): void {
  if (!result.badges.some((badge) => badge.id === id && badge.quest === quest)) result.badges.push({ id, quest, at })
}

function conclude(id: string, tally: Tally, quest: QuestForCareer | undefined, result: Career): void {
  const right = quest?.check.filter(({ answer }, question) => tally.answers.get(question) === answer).length ?? 0
  const hintCost = [...tally.hints].reduce((sum, hint) => sum + (quest?.hints[hint]?.cost ?? 0), 0)
  result.xp += tally.cards.size * XP.card + tally.steps.size * XP.step + right * XP.rightAnswer + MEDAL_XP[tally.medal]
  if (tally.completedAt !== null) {
    result.xp += XP.completed
    result.completed.push({ quest: id, at: tally.completedAt, medal: tally.medal })
  } else if (tally.accepted) result.active.push(id)
  result.medals[id] = tally.medal
  result.scores![id] = questScore(tally.medal, hintCost)
}

/** A place where a learner seems to stand still: for a kind word of the game, or of a trainer. */
export interface StuckFlag {
  quest: string
  kind: 'step' | 'verdict'
  /** Practice step, counted from 0. */
  step?: number
  times: number
  since: number
}

/** Fails at one place before somebody counts as stuck there. */
const STUCK_AFTER = 3

/** Where a learner has failed three times or more without getting on since. */
export function stuckFlags(facts: Iterable<Fact>): StuckFlag[] {
  const flags = new Map<string, StuckFlag>()
  const fail = (key: string, flag: Omit<StuckFlag, 'times'>): void => {
    const before = flags.get(key)
    flags.set(key, before ? { ...before, times: before.times + 1 } : { ...flag, times: 1 })
  }
  for (const fact of inOrder(facts)) {
    if (!('quest' in fact)) continue
    const { quest, at: since } = fact
    if (fact.type === 'step.failed') fail(`${quest}/step/${fact.step}`, { quest, kind: 'step', step: fact.step, since })
    if (fact.type === 'step.passed') flags.delete(`${quest}/step/${fact.step}`)
    if (fact.type === 'practice.skipped') for (const key of flags.keys()) if (key.startsWith(`${quest}/step/`)) flags.delete(key)
    if (fact.type === 'verdict.given' && fact.verdict.medal === 'none') fail(`${quest}/verdict`, { quest, kind: 'verdict', since })
    if (fact.type === 'verdict.given' && fact.verdict.medal !== 'none') flags.delete(`${quest}/verdict`)
  }
  return [...flags.values()].filter(({ times }) => times >= STUCK_AFTER)
}
