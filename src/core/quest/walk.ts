/** Walks a quest's machine in every direction a learner could take, to prove that nobody is ever locked in. */
import { initialTransition, transition } from 'xstate'
import type { VerdictSummary } from '../verdict.ts'
import { standingExtras, type QuestEvent } from './extras.ts'
import { questMachine, type QuestSnapshot } from './machine.ts'
import type { Medal, Quest } from './schema.ts'
import { STAGES } from './stages.ts'

export interface Walk {
  /** Names of the states that were reached. */
  states: ReadonlySet<string>
  /** States of the machine from which no way leads to `done`; empty when the quest can always be finished. */
  deadEnds: string[]
  /** There were too many ways to walk them all, so nothing is proven. */
  unfinished: boolean
}

interface Place {
  snapshot: QuestSnapshot
  to: Set<string>
}

/** Some five times what a quest with an extra state or two needs; a file that makes more is refused before it takes a minute. */
const MAX_PLACES = 2000

/** What a learner does in one go, e.g. all steps of the practice: the order inside makes no difference to the way out. */
type Move = readonly QuestEvent[]

/** Tells the machine everything that could happen, from everywhere, until nothing new comes up. */
export function walkQuest(quest: Quest): Walk {
  const machine = questMachine(quest)
  const moves = everythingTold(quest)
  const places = new Map<string, Place>()
  const open: string[] = []
  const visit = (snapshot: QuestSnapshot): string => {
    const key = keyOf(snapshot)
    if (!places.has(key)) {
      places.set(key, { snapshot, to: new Set() })
      open.push(key)
    }
    return key
  }
  visit(initialTransition(machine)[0])
  for (let key = open.pop(); key !== undefined && places.size < MAX_PLACES; key = open.pop()) {
    const here = places.get(key)!
    for (const move of moves) {
      if (here.snapshot.can(move[0]!)) here.to.add(visit(move.reduce((snapshot, event) => transition(machine, snapshot, event)[0], here.snapshot)))
    }
  }
  const states = [...places.values()].map(({ snapshot }) => String(snapshot.value))
  const unfinished = open.length > 0
  return { states: new Set(states), deadEnds: unfinished ? [] : [...new Set(withoutWayTo('done', places))], unfinished }
}

/** Counters grow for ever; two memories that allow the same moves are one place on the map. */
function keyOf({ value, context }: QuestSnapshot): string {
  const { reached, step, best, choices, extras, answers, lastVerdict } = context
  return JSON.stringify([value, reached, step, best, choices, extras, Object.keys(answers).length, lastVerdict?.medal, lastVerdict?.metrics])
}

/** Backwards from the goal: what was not met on the way has no way to it. */
function withoutWayTo(goal: string, places: ReadonlyMap<string, Place>): string[] {
  const from = new Map<string, string[]>()
  for (const [key, { to }] of places) for (const next of to) from.set(next, [...(from.get(next) ?? []), key])
  const met = new Set([...places].filter(([, { snapshot }]) => snapshot.value === goal).map(([key]) => key))
  for (const key of met) for (const before of from.get(key) ?? []) met.add(before)
  return [...places].filter(([key]) => !met.has(key)).map(([, { snapshot }]) => String(snapshot.value))
}

function everythingTold(quest: Quest): Move[] {
  const solution = { graph: quest.build.reference, artefacts: quest.build.referenceArtefacts }
  return [
    [{ type: 'quest.accepted' }],
    ...STAGES.map((stage): Move => [{ type: 'stage.entered', stage }]),
    quest.practice.map((_, step): QuestEvent => ({ type: 'step.passed', step })),
    [{ type: 'practice.skipped' }],
    [{ type: 'run.finished', stage: 'build', ok: true, metrics: {} }],
    [{ type: 'solution.submitted', solution }],
    [{ type: 'verdict.withdrawn', why: 'stopped' }],
    ...verdicts(quest).map((verdict): Move => [{ type: 'verdict.given', verdict }]),
    ...standingExtras(quest).flatMap(({ id, choices }) => (choices ?? [{ id: 'ok' }]).map((choice): Move => [{ type: 'choice.made', state: id, choice: choice.id }])),
    quest.check.map(({ answer }, question): QuestEvent => ({ type: 'answer.submitted', question, option: answer })),
    [{ type: 'quest.completed' }],
  ]
}

/** A fail and a gold at both ends of every scale, so that conditions on metrics are met as well as missed. */
function verdicts(quest: Quest): VerdictSummary[] {
  const at = (medal: Medal, value: number): VerdictSummary => ({
    medal,
    metrics: Object.fromEntries(quest.verify.metrics.map(({ id }) => [id, value])),
    goals: [], guards: [], trap: null, problems: [], seeds: [], ms: 0,
  })
  return [at('none', 0), at('gold', 0), at('gold', 1)]
}
