/** Columns of the moments of a stay: what is written once about it, what the learner looks back at, and what happened by then. Pure. */
import type { Graph, Quest } from '../../core/quest/schema.ts'
import type { ColumnChoice } from '../../kit/param-form/column-terms.ts'
import type { OverTime } from '../../kit/param-form/schema-fields.ts'
import { windowColumn, windowLabel } from '../../lab/blocks/stream/window-columns.ts'

/** Names of what is measured hour by hour and of what happens, where the quest describes stays. */
function namesOver({ data }: Quest): { hourly: readonly string[]; events: readonly string[] } {
  const keys = (value: unknown) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [])
  return { hourly: keys(data.params['hourly']).filter((name) => Object.hasOwn(data.columns, name)), events: keys(data.params['events']) }
}

/** What can be looked back at. */
export function overTime(quest: Quest): OverTime[] {
  const { hourly, events } = namesOver(quest)
  const words = (name: string) => quest.data.columns[name]?.label ?? name
  return [
    ...hourly.map((name) => ({ name, label: words(name) })),
    ...events.filter((name) => quest.data.columns[name]?.role !== 'truth').map((name) => ({ name, label: words(name), happens: true })),
  ]
}

/** Terms of every block that looks back, each once. */
export function looksIn(graph: Graph): string[] {
  return [...new Set(graph.nodes.flatMap(({ block, params }) => (block === 'stream.features:window' && Array.isArray(params['values']) ? params['values'].filter((term) => typeof term === 'string') : [])))]
}

/** Where the quest describes no stays, the columns are what they are. */
export function momentColumns(columns: readonly ColumnChoice[], quest: Quest, terms: readonly string[]): readonly ColumnChoice[] {
  const { hourly, events } = namesOver(quest)
  if (hourly.length === 0) return columns
  const byName = new Map(columns.map((column) => [column.name, column]))
  const at = quest.data.defaultAvailableAt ?? 'stay'
  const made = terms.flatMap((term): ColumnChoice[] => {
    const column = windowColumn(term)
    const of = column && byName.get(column.of)
    return of ? [{ ...of, name: column.name, label: windowLabel(column, of.label), kind: 'number' }] : []
  })
  const truth = events.flatMap((name): ColumnChoice[] => {
    const of = byName.get(name)
    return of?.role === 'truth' ? [{ ...of, name: `${name}In`, label: `${of.label}: hours until`, unit: 'hours' }] : []
  })
  return [
    ...columns.filter(({ name, role }) => !hourly.includes(name) && !(events.includes(name) && role === 'truth')),
    { name: 'hour', label: 'Hours since the start', unit: 'hours', kind: 'number', availableAt: at }, { name: 'stay', label: 'Stay', kind: 'category', availableAt: at, role: 'id' },
    ...made, ...truth,
  ]
}
