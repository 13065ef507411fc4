/**
 * A learner who moves blocks about writes many half-made graphs, and only the last of them matters. Everything else that ever
 * happened stays.
 */
import type { Fact } from './facts.ts'
import { inOrder } from './order.ts'

/**
 * The facts without every `solution.changed` that a later one of the same quest, stage and device has replaced, with nothing of
 * that quest in between that would notice. Career and quests replay to the same values.
 */
export function compact(facts: Iterable<Fact>): Fact[] {
  const kept: (Fact | null)[] = []
  /** Place of the last half-made graph that nothing has looked at yet. */
  const pending = new Map<string, number>()
  for (const fact of inOrder(facts)) {
    if (fact.type === 'solution.changed') {
      const key = JSON.stringify([fact.quest, fact.stage, fact.deviceId])
      const before = pending.get(key)
      if (before !== undefined) kept[before] = null
      pending.set(key, kept.length)
    } else if ('quest' in fact && NOTICES.has(fact.type)) forget(pending, fact.quest)
    kept.push(fact)
  }
  return kept.filter((fact) => fact !== null)
}

/** Moves of the machine: after these, whether a graph is taken at all may be different. */
const NOTICES: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  'quest.accepted', 'stage.entered', 'practice.skipped', 'solution.submitted', 'verdict.given', 'verdict.withdrawn', 'choice.made', 'quest.completed',
])

function forget(pending: Map<string, number>, quest: string): void {
  for (const key of pending.keys()) if ((JSON.parse(key) as string[])[0] === quest) pending.delete(key)
}
