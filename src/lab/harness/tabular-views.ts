/** Pictures of the verdict: all hidden people together. */
import type { Quest } from '../../core/quest/schema.ts'
import type { View } from '../../core/verdict.ts'
import { calibrationViewOf, confusionViewOf, groupsViewOf, rocViewOf, timelineViewOf } from '../blocks/view/pictures.ts'
import type { DecidedSet } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import type { TabularSet } from './tabular-join.ts'

export function tabularViews(quest: Quest, sets: readonly TabularSet[]): View[] {
  const first = sets[0]
  if (!first) return []
  const by = groupColumn(quest)
  const together = pooled(sets, by)
  const views: (View | null)[] = [
    rocViewOf(together, first.threshold),
    first.list.probability ? togetherness(calibrationViewOf(together), sets.length) : null,
    groupsViewOf(together, by, first.list.probability),
    confusionViewOf({ test: together, threshold: first.threshold }),
    timelineViewOf(first.list.table.meta, first.uses, first.viewAt),
  ]
  return views.filter((view) => view !== null)
}

/** A curve of all people together differs from the mean over the sets, which is what a goal asks for: it says so. */
function togetherness<V extends View>(view: V | null, sets: number): (V & { sets?: number }) | null {
  return view && sets > 1 ? { ...view, sets } : view
}

/** The column that the quest compares groups by. */
function groupColumn({ verify, data }: Quest): string {
  const compared = verify.metrics.find(({ fn }) => fn === 'sensitivityGap')?.params?.['by']
  if (typeof compared === 'string') return compared
  return Object.entries(data.columns).find(([, { role }]) => role === 'group')?.[0] ?? 'group'
}

/** All sets end to end; of the tables, the column that groups people. */
function pooled(sets: readonly TabularSet[], by: string): DecidedSet {
  const groups = sets.flatMap(({ list }) => {
    const column = columnOf(list.table, by)
    return column?.kind === 'category' ? [...column.values] : list.ids.map(() => '')
  })
  const ids = sets.flatMap(({ list }) => [...list.ids])
  return {
    ids,
    scores: Float64Array.from(sets.flatMap(({ list }) => [...list.scores])),
    y: Float64Array.from(sets.flatMap(({ list }) => [...list.y])),
    flagged: Uint8Array.from(sets.flatMap(({ list }) => [...list.flagged])),
    table: { type: 'Table', ids, meta: [], columns: { [by]: { kind: 'category', values: groups } } },
  }
}
