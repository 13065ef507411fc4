/** What a block is set to, short enough to stand on the block: "readmit30", "20%", "8 columns". Pure. */
import type { Json, Quest } from '../../core/quest/schema.ts'
import { formatNumber } from '../../kit/param-form/field-check.ts'
import { fieldsOf } from '../../kit/param-form/schema-fields.ts'
import type { FieldSpec } from '../../kit/param-form/schema-fields.ts'
import type { BlockSpec } from '../../lab/graph/block.ts'
import { paramSchema } from './quest-parts.ts'

const fieldsBySpec = new WeakMap<BlockSpec, FieldSpec[]>()

export function settingsLine(spec: BlockSpec, params: Record<string, Json>, quest: Quest): string {
  const fields = fieldsBySpec.get(spec) ?? fieldsOf(paramSchema(spec, quest))
  fieldsBySpec.set(spec, fields)
  return fields.filter((field) => field.control !== 'hidden' && isShown(field, params, fields))
    .map((field) => valueWords(field, params[field.name] ?? (field.fallback as Json)))
    .filter((words) => words !== '')
    .slice(0, 2)
    .join(' · ')
}

function isShown(field: FieldSpec, params: Record<string, Json>, fields: readonly FieldSpec[]): boolean {
  const on = field.showWhen
  return !on || on.values.includes(params[on.field] ?? fields.find((other) => other.name === on.field)?.fallback)
}

function valueWords(field: FieldSpec, value: Json | undefined): string {
  if (field.control === 'looks' && Array.isArray(value)) return value.length === 1 ? '1 value' : `${value.length} values`
  if (Array.isArray(value) && field.item) return value.length === 1 ? `1 ${field.item.one}` : `${value.length} ${field.item.many}`
  if (Array.isArray(value)) return value.length === 1 ? '1 column' : `${value.length} columns`
  if (typeof value === 'boolean') return value ? field.title : ''
  if (typeof value === 'number') return field.percent ? `${formatNumber(value * 100)}%` : `${field.title} ${formatNumber(value)}`
  if (typeof value !== 'string' || value === '') return ''
  // What stands in brackets explains; the form has room for it, the block has not.
  return field.options.find((option) => option.value === value)?.label.replace(/ \(.*\)$/, '') ?? value
}
