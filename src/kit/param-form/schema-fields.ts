/** From the JSON Schema of a block's parameters to the fields of a form. Pure. */

export type FieldControl = 'number' | 'choice' | 'switch' | 'text' | 'expression' | 'sql' | 'column' | 'columns' | 'looks' | 'rows' | 'hidden'

export interface FieldSpec {
  name: string
  title: string
  description: string | null
  control: FieldControl
  fallback: unknown
  /** Numbers. */
  min: number | null
  max: number | null
  whole: boolean
  /** A share between 0 and 1 is read as a percentage. */
  percent: boolean
  /** Choices, with words where the schema brings some. */
  options: { value: string; label: string }[]
  minLength: number | null
  maxLength: number | null
  maxItems: number | null
  /** Ways of looking at values over time: "mean", and a word for it. */
  ways: { value: string; label: string }[]
  /** The values there are to look at; what happens rather than is measured can only be asked for the hours since. */
  over: OverTime[]
  optional: boolean
  /** Shown only while another field has one of these values. */
  showWhen: { field: string; values: unknown[] } | null
  /** Lists of small records: the schema of one, what one is called, and how few there may be. */
  item: { schema: Schema; one: string; many: string; least: number } | null
}

export interface OverTime {
  name: string
  label: string
  happens?: boolean
}

type Schema = Record<string, unknown>

const CONTROLS: readonly string[] = ['number', 'choice', 'switch', 'text', 'expression', 'sql', 'column', 'columns', 'looks', 'rows', 'hidden']

/**
 * One field for each property, in the order of the schema. A schema may name its control (`control: 'columns'`), the words
 * of its choices (`labels: { none: 'No weights' }`) and when it matters (`showWhen: { method: ['grouped'] }`); without
 * those, type and name decide. A list of small records (`control: 'rows'`) says what one is called (`one: 'pass', many: 'passes'`).
 */
export function fieldsOf(schema: Schema): FieldSpec[] {
  const properties = asRecord(schema['properties'])
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  return Object.entries(properties).map(([name, raw]) => fieldOf(name, asRecord(raw), required.includes(name)))
}

function fieldOf(name: string, raw: Schema, required: boolean): FieldSpec {
  const schema = withoutNull(raw)
  const options = optionsOf(schema)
  const [min, max] = boundsOf(schema)
  return {
    name,
    title: text(raw['title']) ?? wordsOf(name),
    description: text(raw['description']),
    control: controlOf(name, raw, schema, options.length > 0),
    fallback: raw['default'],
    min,
    max,
    whole: schema['type'] === 'integer',
    percent: raw['percent'] === true || /share$/i.test(name) && min !== null && min >= 0 && max !== null && max <= 1,
    options,
    minLength: number(schema['minLength']),
    maxLength: number(schema['maxLength']),
    maxItems: number(schema['maxItems']),
    ways: Object.entries(asRecord(raw['ways'])).map(([value, label]) => ({ value, label: text(label) ?? wordsOf(value) })),
    over: Array.isArray(raw['over']) ? (raw['over'] as OverTime[]) : [],
    optional: raw['optional'] === true || (!required && raw['default'] === undefined),
    showWhen: showWhenOf(raw['showWhen']),
    item: raw['control'] === 'rows' ? { schema: asRecord(schema['items']), one: text(raw['one']) ?? 'row', many: text(raw['many']) ?? 'rows', least: number(schema['minItems']) ?? 0 } : null,
  }
}

function controlOf(name: string, raw: Schema, schema: Schema, hasOptions: boolean): FieldControl {
  if (typeof raw['control'] === 'string' && CONTROLS.includes(raw['control'])) return raw['control'] as FieldControl
  if (hasOptions) return 'choice'
  if (schema['type'] === 'number' || schema['type'] === 'integer') return 'number'
  if (schema['type'] === 'boolean') return 'switch'
  if (schema['type'] === 'array') return 'columns'
  if (/^expr|Expr$|^exclude$/.test(name)) return 'expression'
  return 'text'
}

/** `nullable` arrives as anyOf [X, null]; the form edits X. */
function withoutNull(schema: Schema): Schema {
  const any = schema['anyOf']
  if (!Array.isArray(any)) return schema
  const rest = any.map(asRecord).filter((option) => option['type'] !== 'null')
  return rest.length === 1 ? { ...rest[0] } : schema
}

function optionsOf(schema: Schema): FieldSpec['options'] {
  const labels = asRecord(schema['labels'])
  const fromConst = Array.isArray(schema['anyOf']) ? schema['anyOf'].map((option) => asRecord(option)['const']) : []
  const values = Array.isArray(schema['enum']) ? schema['enum'] : fromConst.every((value) => typeof value === 'string') ? fromConst : []
  return values.filter((value): value is string => typeof value === 'string')
    .map((value) => ({ value, label: text(labels[value]) ?? wordsOf(value) }))
}

/** zod writes the bounds of a safe integer where none were given; those are no bounds for a person. */
function boundsOf(schema: Schema): [number | null, number | null] {
  const real = (value: number | null) => (value !== null && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : null)
  return [real(number(schema['minimum']) ?? number(schema['exclusiveMinimum'])), real(number(schema['maximum']) ?? number(schema['exclusiveMaximum']))]
}

function showWhenOf(raw: unknown): FieldSpec['showWhen'] {
  const [field, values] = Object.entries(asRecord(raw))[0] ?? []
  return field ? { field, values: Array.isArray(values) ? values : [values] } : null
}

/** "grouped-temporal" -> "Grouped temporal", "testShare" -> "Test share". */
export function wordsOf(name: string): string {
  const words = name.replace(/[-_]/g, ' ').replace(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function asRecord(value: unknown): Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : {}
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
