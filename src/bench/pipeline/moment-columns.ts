/** Columns of the moments of a stay: what is written once about it, what the learner looks back at, and what happened by then. Pure. */
import type { Graph, Quest } from '../../core/quest/schema.ts'
import type { ColumnChoice } from '../../kit/param-form/column-terms.ts'
import type { OverTime } from '../../kit/param-form/schema-fields.ts'
import { RHYTHM_FIGURES } from '../../lab/stream/rhythm-figures.ts'
import { windowColumn, windowLabel } from '../../lab/blocks/stream/window-columns.ts'

/** Names of what is measured over time, of what happens once and of what lasts, where the quest describes stays or patches. */
function namesOver({ data }: Quest): { hourly: readonly string[]; events: readonly string[]; episodes: readonly string[] } {
  const keys = (value: unknown) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [])
  const episodes = keys(data.params['episodes'])
  // On a patch blocks measure, and always the same.
  const measured = [...keys(data.params['hourly']), ...(episodes.length > 0 ? Object.keys(RHYTHM_FIGURES) : [])]
  return { hourly: measured.filter((name) => Object.hasOwn(data.columns, name)), events: keys(data.params['events']), episodes }
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
  const { hourly, events, episodes } = namesOver(quest)
  if (hourly.length === 0) return columns
  const at = quest.data.defaultAvailableAt ?? 'stay'
  const byName = new Map(columns.map((column) => [column.name, column]))
  const made = terms.flatMap((term): ColumnChoice[] => {
    const column = windowColumn(term)
    const of = column && byName.get(column.of)
    return of ? [{ ...of, name: column.name, label: windowLabel(column, of.label), kind: 'number' }] : []
  })
  const truth = events.flatMap((name): ColumnChoice[] => {
    const of = byName.get(name)
    return of?.role === 'truth' ? [{ ...of, name: `${name}In`, label: `${of.label}: hours until`, unit: 'hours' }] : []
  })
  const lasting = episodes.flatMap((name): ColumnChoice[] => {
    const of = byName.get(name)
    return of ? [{ ...of, name: `${name}Now`, label: `${of.label}: now`, unit: '0 or 1', kind: 'number', role: 'truth' }] : []
  })
  return [
    ...columns.filter(({ name, role }) => !hourly.includes(name) && !episodes.includes(name) && !(events.includes(name) && role === 'truth')),
    { name: 'hour', label: 'Hours since the start', unit: 'hours', kind: 'number', availableAt: at }, { name: 'stay', label: 'Stay', kind: 'category', availableAt: at, role: 'id' },
    ...made, ...truth, ...lasting,
  ]
}
