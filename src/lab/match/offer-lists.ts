/** From verdicts on criteria to lists: who is invited, who is asked first, who stands where. */
import type { MatchPlan, PlanLine } from '../../core/artefacts/match-plan.ts'
import { columnOf } from '../graph/table.ts'
import type { Pool } from './pool.ts'

export interface Invited {
  row: number
  /** Lines that somebody has to ask about before the invitation; none, and it is sent at once. */
  open: readonly number[]
}

/** What the lines together come to: nothing, an offer, or an offer once somebody has asked. */
export function standing(lines: readonly PlanLine[], said: ArrayLike<number>, { unknown }: Pick<MatchPlan, 'unknown'>): { fits: boolean; open: number[] } {
  const open: number[] = []
  for (const [k, { kind }] of lines.entries()) {
    const mark = said[k]
    if (mark === -1) {
      if (unknown[kind] === 'fail') return { fits: false, open: [] }
      if (unknown[kind] === 'ask') open.push(k)
    } else if (mark !== (kind === 'inclusion' ? 1 : 0)) return { fits: false, open: [] }
  }
  // An offer that nobody has read fits nobody.
  return { fits: lines.length > 0, open }
}

/** The list of each offer, in order. */
export function offerLists(plan: MatchPlan, linesOf: readonly (readonly PlanLine[])[], said: readonly Int8Array[], { table, offers, group }: Pick<Pool, 'table' | 'offers' | 'group'>): Invited[][] {
  const groups = group === null ? undefined : columnOf(table, group)
  return offers.map(({ places }, o) => {
    const [lines, marks] = [linesOf[o] ?? [], said[o] as Int8Array]
    const fitting = table.ids.flatMap((_, row): Invited[] => {
      const { fits, open } = standing(lines, marks.subarray(row * lines.length, (row + 1) * lines.length), plan)
      return fits ? [{ row, open }] : []
    })
    const ordered = plan.order === 'sure' ? fitting.sort((a, b) => a.open.length - b.open.length || a.row - b.row) : fitting
    const turned = plan.turns && groups ? inTurns(ordered, ({ row }) => String(groups.values[row])) : ordered
    return turned.slice(0, Math.min(plan.top, places))
  })
}

/** One of each group, then another of each, in the order in which groups are first met; each group keeps its own order. */
function inTurns(all: readonly Invited[], groupOf: (one: Invited) => string): Invited[] {
  const queues = new Map<string, Invited[]>()
  for (const one of all) {
    const queue = queues.get(groupOf(one))
    if (queue) queue.push(one)
    else queues.set(groupOf(one), [one])
  }
  const longest = Math.max(0, ...[...queues.values()].map(({ length }) => length))
  return Array.from({ length: longest }, (_, round) => [...queues.values()].flatMap((queue) => queue[round] ?? [])).flat()
}
