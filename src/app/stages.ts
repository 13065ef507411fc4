/** Where each quest that was taken stands, read from the log without opening it: for the list of the hospital. */
import type { Fact, Stage } from '../core/log/facts.ts'
import { laterStage } from '../core/quest/stages.ts'

export function stagesReached(facts: Iterable<Fact>): Record<string, Stage> {
  const reached: Record<string, Stage> = {}
  for (const fact of facts) {
    if (!('quest' in fact)) continue
    const stage = stageAfter(fact)
    if (stage) reached[fact.quest] = laterStage(stage, reached[fact.quest] ?? 'brief')
  }
  return reached
}

function stageAfter(fact: Fact): Stage | null {
  switch (fact.type) {
    case 'quest.accepted': return 'brief'
    case 'stage.entered': return fact.stage
    case 'practice.skipped': case 'solution.submitted': return 'build'
    case 'verdict.given': return 'verify'
    default: return null
  }
}
