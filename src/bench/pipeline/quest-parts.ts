/** What the pipeline bench needs of a quest: its blocks, its columns, its parameter schemas. Pure. */
import { z } from 'zod'
import type { Quest } from '../../core/quest/schema.ts'
import { blockSpec } from '../../lab/blocks/catalogue.ts'
import type { BlockSpec } from '../../lab/graph/block.ts'
import type { ColumnChoice } from '../../kit/param-form/column-terms.ts'

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

/** JSON Schema of a block's parameters; a data set is chosen among those of the quest. */
export function paramSchema(spec: BlockSpec, quest: Quest): Record<string, unknown> {
  const schema = z.toJSONSchema(spec.params, { io: 'input' }) as Record<string, unknown>
  const properties = schema['properties'] as Record<string, Record<string, unknown>> | undefined
  const dataset = properties?.['dataset']
  if (spec.family === 'source' && dataset) dataset['enum'] = Object.keys(quest.data.sets)
  return schema
}
