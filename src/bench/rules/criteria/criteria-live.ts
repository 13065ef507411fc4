/** What the plan makes of the visible people, worked out at once and without the judge: a preview, not a verdict. */
import type { MatchPlan } from '../../../core/artefacts/match-plan.ts'
import { mergePatch } from '../../../core/merge-patch.ts'
import type { Graph, Quest } from '../../../core/quest/schema.ts'
import { type CompiledPlan, compilePlan, matchPeople } from '../../../lab/match/match-people.ts'
import { type Invited, offerLists, standing } from '../../../lab/match/offer-lists.ts'
import { isEligible, type Pool } from '../../../lab/match/pool.ts'
import { writtenPool } from '../../../lab/match/written-pool.ts'

/** The same visible people for every stage and every visit: made once. */
const made = new Map<string, Pool>()

/** The visible people that the source block of this solution names, in the quest's own words; null for a quest that was not checked. */
export function poolOf({ data }: Quest, graph: Graph): Pool | null {
  const dataset = graph.nodes.find(({ block }) => block === 'data.source:pool')?.params['dataset'] ?? 'train'
  const set = data.sets[String(dataset)]
  if (!set) return null
  const params = mergePatch(data.params, set.params) as Record<string, unknown>
  const key = JSON.stringify([set.seed, params, data.columns])
  const known = made.get(key)
  if (known) return known
  try {
    const pool = writtenPool(set.seed, params)
    const meta = pool.table.meta.map(column => {
      const { label, unit } = data.columns[column.name] ?? {}
      return { ...column, ...(label ? { label } : {}), ...(unit ? { unit } : {}) }
    })
    const worded = { ...pool, table: { ...pool.table, meta } }
    made.set(key, worded)
    return worded
  } catch {
    return null
  }
}

/** What became of one person for one offer. */
export interface Matched {
  row: number
  standing: 'sent' | 'ask' | 'none' | 'full'
  eligible: boolean
}

export interface Live {
  compiled: CompiledPlan
  /** By offer. */
  lists: readonly (readonly Invited[])[]
  /** By offer, everybody in the order of the file. */
  people: readonly (readonly Matched[])[]
}

export function liveOf(pool: Pool, plan: MatchPlan): Live {
  const compiled = compilePlan(plan, pool)
  const said = matchPeople(compiled, pool)
  const linesOf = compiled.offers.map(lines => lines.map(({ line }) => line))
  const lists = offerLists(plan, linesOf, said, pool)
  const people = pool.offers.map((_, o) => {
    const open = new Map((lists[o] ?? []).map(one => [one.row, one.open.length]))
    const lines = linesOf[o] ?? []
    return pool.table.ids.map((_id, row): Matched => {
      const asked = open.get(row)
      const fits = asked === undefined && standing(lines, (said[o] as Int8Array).subarray(row * lines.length, (row + 1) * lines.length), plan).fits
      return { row, standing: asked === undefined ? (fits ? 'full' : 'none') : asked > 0 ? 'ask' : 'sent', eligible: isEligible(pool.truth?.criteria[o] ?? [], row) }
    })
  })
  return { compiled, lists, people }
}

/** Whether that is as it should be: nobody who fits is left out, and nobody else gets a letter unasked. */
export function isFine({ standing: at, eligible }: Matched): boolean {
  return eligible ? at === 'sent' || at === 'ask' : at !== 'sent'
}
