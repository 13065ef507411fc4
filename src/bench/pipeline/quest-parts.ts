/** What the pipeline bench needs of a quest: its blocks, its columns, its parameter schemas. Pure. */
import { z } from 'zod'
import type { Graph, Quest } from '../../core/quest/schema.ts'
import { namesGiven } from '../../core/sql-text.ts'
import { blockSpec } from '../../lab/blocks/catalogue.ts'
import type { BlockSpec } from '../../lab/graph/block.ts'
import { type ColumnChoice, OWN_TERM } from '../../kit/param-form/column-terms.ts'
import { overTime } from './moment-columns.ts'

/** Blocks of the quest's palette, in its order; an id this version does not know is left out. */
export function paletteOf(quest: Quest): BlockSpec[] {
  return quest.build.palette.flatMap((id) => blockSpec(id) ?? [])
}

/** Columns the quest describes. A unit of "0 or 1" is a number all the same; words are told by the generator alone. */
export function columnsOf(quest: Quest): ColumnChoice[] {
  return Object.entries(quest.data.columns).map(([name, words]) => ({
    name,
    label: words.label,
    kind: words.unit === undefined && words.role !== 'truth' ? 'category' : 'number',
    availableAt: words.availableAt ?? quest.data.defaultAvailableAt ?? 'discharge',
    ...(words.unit ? { unit: words.unit } : {}),
    ...(words.note ? { note: words.note } : {}),
    ...(words.role ? { role: words.role } : {}),
  }))
}

/** Names that the learner's own queries, and blocks that write a column of a given name, bring; each once. */
export function namesMade(graph: Graph): string[] {
  return [...new Set(graph.nodes.flatMap(({ block, params }) => (block === 'sql.query' && typeof params['sql'] === 'string' ? namesGiven(params['sql']) : blockSpec(block)?.adds === 'any' && typeof params['as'] === 'string' ? [params['as']] : [])))]
}

/** Those names are columns too, for the blocks behind the query. Where no column is known, none is made up. */
export function withMade(columns: readonly ColumnChoice[], names: readonly string[]): readonly ColumnChoice[] {
  const fresh = names.filter((name) => !columns.some((column) => column.name === name))
  return columns.length === 0 || fresh.length === 0 ? columns : [...columns, ...fresh.map((name): ColumnChoice => ({ name, label: name, kind: 'number', availableAt: OWN_TERM }))]
}

/** Names under which the quest hands over artefacts of that shape: its own, and those of tables that nodes of the quest ask for. */
function tablesOf(artefact: string, { build }: Quest): string[] {
  const asked = [...build.start.nodes, ...build.reference.nodes].flatMap(({ block, params }) => {
    const reads = blockSpec(block)?.reads
    const name = reads?.artefact === artefact && reads.namedBy !== undefined ? params[reads.namedBy] : undefined
    return typeof name === 'string' ? [name] : []
  })
  return [...new Set([artefact, ...asked])].filter((name) => Object.hasOwn(build.startArtefacts, name))
}

/** JSON Schema of a block's parameters; a data set is chosen among those of the quest, and so are values over time. */
export function paramSchema(spec: BlockSpec, quest: Quest): Record<string, unknown> {
  const schema = z.toJSONSchema(spec.params, { io: 'input' }) as Record<string, unknown>
  const properties = schema['properties'] as Record<string, Record<string, unknown>> | undefined
  const dataset = properties?.['dataset']
  if (spec.family === 'source' && dataset) dataset['enum'] = Object.keys(quest.data.sets)
  const named = spec.reads?.namedBy === undefined ? undefined : properties?.[spec.reads.namedBy]
  const tables = spec.reads ? tablesOf(spec.reads.artefact, quest) : []
  if (named && tables.length > 1) named['enum'] = tables
  for (const property of Object.values(properties ?? {})) if (property['control'] === 'looks') property['over'] = overTime(quest)
  return schema
}
