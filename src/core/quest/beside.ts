/** What would be lost when an earlier solution comes back to the bench. */
import type { QuestContext } from './context.ts'
import type { Quest, Solution } from './schema.ts'

/**
 * The half-made solution to keep beside the bench when `wanted` is put on it: what stands there now, unless it is found elsewhere
 * anyway (the start of the quest, something judged, `wanted` itself); then what was kept before, on the same condition. Else null.
 */
export function besideAfter(quest: Quest, { solution, beside }: Pick<QuestContext, 'solution' | 'beside'>, judged: readonly Solution[], wanted: Solution): Solution | null {
  const start: Solution = { graph: quest.build.start, artefacts: quest.build.startArtefacts }
  const found = new Set([start, ...judged, wanted].map(textOf))
  if (!found.has(textOf(solution))) return solution
  return beside !== null && !found.has(textOf(beside)) ? beside : null
}

/** The same for the same solution, in whatever order its parts were written. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part
  ))
}
