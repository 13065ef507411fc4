/** The order of stages and of medals, and which stage a state of the machine belongs to. */
import type { Stage } from '../log/facts.ts'
import type { QuestState } from './context.ts'
import type { Medal, Quest } from './schema.ts'

export const STAGES = ['brief', 'learn', 'practice', 'build', 'verify', 'debrief'] as const satisfies readonly Stage[]
const MEDALS = ['none', 'pass', 'silver', 'gold'] as const satisfies readonly Medal[]

export function stageRank(stage: Stage): number {
  return STAGES.indexOf(stage)
}

export function medalRank(medal: Medal): number {
  return MEDALS.indexOf(medal)
}

export function betterMedal(a: Medal, b: Medal): Medal {
  return medalRank(a) >= medalRank(b) ? a : b
}

export function laterStage(a: Stage, b: Stage): Stage {
  return stageRank(a) >= stageRank(b) ? a : b
}

export function isStage(name: string): name is Stage {
  return (STAGES as readonly string[]).includes(name)
}

/** Stage whose screen belongs to a state. An extra state is shown where it was inserted, which only its quest knows. */
export function stageOf(state: QuestState, quest?: Pick<Quest, 'machine'>): Stage {
  if (isStage(state)) return state
  if (state === 'verifying') return 'verify'
  if (state === 'done') return 'debrief'
  const extra = quest?.machine.states.find(({ id }) => id === state)
  const anchor = extra?.after ?? extra?.during
  if (anchor === undefined) return 'brief'
  return isStage(anchor) ? anchor : stageOf(anchor)
}
