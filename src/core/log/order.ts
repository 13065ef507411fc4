/** One order for the facts of many devices, so that every fold gives the same answer wherever it is computed. */
import type { Fact } from './facts.ts'

/** By time, then device, then number; a fact that came twice (a save imported again) counts once. */
export function inOrder(facts: Iterable<Fact>): Fact[] {
  const once = new Map<string, Fact>()
  for (const fact of facts) {
    const key = `${fact.deviceId}:${fact.seq}`
    const other = once.get(key)
    if (!other || compare(fact, other) < 0) once.set(key, fact)
  }
  return [...once.values()].sort(compare)
}

function compare(a: Fact, b: Fact): number {
  return a.at - b.at || byText(a.deviceId, b.deviceId) || a.seq - b.seq || byText(JSON.stringify(a), JSON.stringify(b))
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
