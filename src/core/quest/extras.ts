/**
 * What a quest file adds to its machine: states that stand before a stage until a choice is made, states that interrupt one,
 * and marks that are set when something happens. All of it is data; conditions are JSON-Logic.
 */
import { ruleHolds } from '../logic.ts'
import type { QuestFactBody, Stage } from '../log/facts.ts'
import type { QuestContext, QuestState } from './context.ts'
import type { ExtraState, Json, Quest, Timer } from './schema.ts'
import { isStage, STAGES, stageRank } from './stages.ts'

type WithoutQuest<T> = T extends unknown ? Omit<T, 'quest'> : never
/** What a quest's machine hears: a fact, without the name of the quest it belongs to. */
export type QuestEvent = WithoutQuest<QuestFactBody>

/** Every fact a machine may hear, for checking what a quest file listens to. */
export const QUEST_EVENT_TYPES: ReadonlySet<string> = new Set<QuestEvent['type']>([
  'quest.accepted', 'stage.entered', 'card.read', 'step.passed', 'step.failed', 'practice.skipped', 'solution.changed', 'solution.reopened', 'run.finished',
  'inspector.opened', 'hint.taken', 'solution.submitted', 'verdict.given', 'verdict.withdrawn', 'choice.made', 'timer.fired',
  'answer.submitted', 'quest.completed', 'quest.left', 'quest.resumed',
])

/** What rules of extras and timers may read; fields that the file declares stand beside the engine's own. */
export function ruleData(context: QuestContext): Record<string, unknown> {
  const { lastVerdict, extras, best, attempts, fails, runs, choices, trapSprung, hintsTaken, step } = context
  return {
    ...extras,
    medal: lastVerdict?.medal ?? 'none',
    metrics: lastVerdict?.metrics ?? {},
    best, attempts, fails, runs, choices, trapSprung, step,
    hints: hintsTaken.length,
  }
}

/** The part of an event that an `on` may ask for after the colon: "INSPECTOR_OPENED:timeline" -> "timeline". */
function detailOf(event: QuestEvent): string | undefined {
  switch (event.type) {
    case 'inspector.opened': return event.view
    case 'timer.fired': return event.timer
    case 'stage.entered': case 'solution.changed': case 'run.finished': return event.stage
    case 'verdict.given': return event.verdict.medal
    case 'card.read': return String(event.card)
    case 'step.passed': case 'step.failed': return String(event.step)
    case 'hint.taken': return String(event.hint)
    case 'choice.made': return event.choice
    default: return undefined
  }
}

/** Fact that an `on` waits for: "INSPECTOR_OPENED:timeline" and "inspector.opened:timeline" say the same. */
export function listensTo(on: string): { type: string; detail: string | undefined } {
  const [name = '', ...rest] = on.split(':')
  return { type: name.toLowerCase().replace('_', '.'), detail: rest.length > 0 ? rest.join(':') : undefined }
}

function hears(extra: ExtraState, event: QuestEvent): boolean {
  if (extra.on === undefined) return false
  const { type, detail } = listensTo(extra.on)
  return type === event.type && (detail === undefined || detail === detailOf(event))
}

/** Stage that an extra state stands before: the one it names, else the one after its anchor. */
export function blockedStage(extra: ExtraState): Stage | undefined {
  if (extra.kind === 'event' || extra.after === undefined) return undefined
  if (extra.blocks !== undefined) return isStage(extra.blocks) ? extra.blocks : undefined
  return isStage(extra.after) ? STAGES[stageRank(extra.after) + 1] : undefined
}

/** Extra states that a learner stands in until a choice is made. */
export function standingExtras(quest: Quest): ExtraState[] {
  return quest.machine.states.filter(({ kind }) => kind !== 'event')
}

/** An extra state waits when nobody has chosen in it yet and its condition holds. */
export function extraWaits(extra: ExtraState, context: QuestContext): boolean {
  return context.choices[extra.id] === undefined && ruleHolds(extra.when, ruleData(context))
}

/** An extra state interrupts the state it is declared for when the event it listens to arrives. */
export function extraInterrupts(extra: ExtraState, context: QuestContext, event: QuestEvent): boolean {
  return hears(extra, event) && extraWaits(extra, context)
}

/** Whether a choice belongs to an extra state; one that lists no choices takes any word, e.g. "ok". */
export function choiceBelongs(extra: ExtraState, choice: string): boolean {
  return extra.choices === undefined || extra.choices.some(({ id }) => id === choice)
}

/** A timer may fire once: in its state, when its condition holds, and when what it sets is not set yet. */
export function timerIsDue(timer: Timer | undefined, context: QuestContext): boolean {
  if (!timer || !ruleHolds(timer.when, ruleData(context))) return false
  return Object.entries(timer.do).some(([key, value]) => JSON.stringify(context.extras[key]) !== JSON.stringify(value))
}

/** Fields of the quest's own that an event sets while the machine is in a state. */
export function extrasSetBy(quest: Quest, state: QuestState, context: QuestContext, event: QuestEvent): Record<string, Json> {
  const set: Record<string, Json> = {}
  for (const extra of quest.machine.states) {
    const here = extra.during === undefined || extra.during === state
    const marks = extra.kind === 'event' && here && hears(extra, event) && ruleHolds(extra.when, ruleData(context))
    const chosen = event.type === 'choice.made' && event.state === extra.id
    if (marks || chosen) Object.assign(set, extra.assign)
  }
  if (event.type === 'timer.fired') Object.assign(set, quest.machine.timers.find(({ id }) => id === event.timer)?.do)
  return set
}
