import type { SqlValue } from 'sql.js/dist/sql-wasm-inline.js'
import type { Block, RunContext } from '../../graph/block.ts'
import { isKnownAt, isMoment } from '../../graph/moment.ts'
import type { Column, ColumnMeta, Table } from '../../graph/ports.ts'
import { headOf, metaOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { type Asked, askRows, ROW_ID } from '../../sql/ask-rows.ts'
import { SqlProblem } from '../../sql/bounded-query.ts'
import { distributionsOf } from '../distribution.ts'
import { countOf } from '../say.ts'
import { querySpec } from './query.ts'

type Kinds = Readonly<Record<string, ColumnMeta['kind']>>

export const query: Block = {
  ...querySpec,
  fit(inputs, context) {
    const table = ask(take(inputs, 'table', 'Table'), null, context)
    if (table.ids.length === 0 && !context.applying) context.problem('The answer has no rows. Loosen what you ask for.', 'empty')
    return { outputs: { table }, state: Object.fromEntries(table.meta.map(({ name, kind }) => [name, kind])) satisfies Kinds }
  },
  apply(inputs, state, context) {
    return { table: ask(take(inputs, 'table', 'Table'), state as Kinds, context) }
  },
  report(inputs, outputs) {
    const before = take(inputs, 'table', 'Table')
    const table = take(outputs, 'table', 'Table')
    return {
      rows: table.ids.length,
      columns: table.meta.length,
      facts: [`${countOf(before.ids.length, 'row')} asked, ${countOf(table.ids.length, 'row')} in the answer`],
      head: headOf(table),
      views: distributionsOf(table, table.meta.map(({ name }) => name)),
    }
  },
}

/** @param kinds numbers or words by column as the visible rows had them: hidden rows must come out alike */
function ask(table: Table, kinds: Kinds | null, context: RunContext): Table {
  const { sql } = paramsOf(querySpec, context)
  const asked = reading(context, () => askRows(table, sql, context.tick))
  const answered = asked.columns.filter(({ from }) => from !== ROW_ID || metaOf(table, ROW_ID))
  const twice = answered.find(({ name }, i) => answered.findIndex((other) => other.name === name) < i)
  if (twice) context.problem(`Two columns of the answer are called "${twice.name}". Give one another name: … AS other_name`, 'columns')
  if (answered.length === 0) context.problem('The answer has no columns besides row_id. Ask for at least one.', 'columns')
  const computedAt = latest(table.meta)
  const meta = answered.map(({ name, from, values }): ColumnMeta => (from === null ? undefined : metaOf(table, from))
    ?? { name, label: name, kind: kinds?.[name] ?? kindOf(values), availableAt: computedAt })
  const columns = Object.fromEntries(answered.map(({ name, values }, i) => [name, columnFrom(values, meta[i] as ColumnMeta, context)]))
  return { type: 'Table', meta, columns, ...identified(table, asked, context) }
}

/** Ids and what is known of each row, where the answer still says whose row it is; otherwise rows are numbered. */
function identified(table: Table, { columns, rows }: Asked, context: RunContext): Pick<Table, 'ids' | 'label'> {
  const kept = columns.find(({ from }) => from === ROW_ID && !metaOf(table, ROW_ID))
  if (!kept) return { ids: Array.from({ length: rows }, (_, i) => String(i + 1)) }
  const ids = kept.values.map(String)
  if (kept.values.includes(null) || new Set(ids).size < ids.length) {
    context.problem('row_id must say of each row of the answer whose it is. Here some have none, or share one: leave row_id out, or group by it.', 'columns')
  }
  if (!table.label) return { ids }
  const at = new Map(table.ids.map((id, row) => [id, row]))
  const { expr, values } = table.label
  return { ids, label: { expr, values: Float64Array.from(ids, (id) => values[at.get(id) as number] as number) } }
}

function kindOf(values: readonly SqlValue[]): ColumnMeta['kind'] {
  return values.some((value) => typeof value === 'string') ? 'category' : 'number'
}

function columnFrom(values: readonly SqlValue[], { name, kind }: ColumnMeta, context: RunContext): Column {
  if (values.some((value) => value instanceof Uint8Array)) context.problem(`"${name}" holds bytes. A table holds numbers or words.`, 'columns')
  if (kind === 'category') return { kind, values: values.map((value) => (value === null ? '' : String(value))) }
  if (values.some((value) => typeof value === 'string')) context.problem(`"${name}" holds words here, and held numbers before. Make it one or the other: CAST(… AS TEXT).`, 'columns')
  return { kind, values: Float64Array.from(values, (value) => (value === null ? Number.NaN : value as number)) }
}

/** The moment when all of these are written. One that nobody knows is later than any. */
function latest(meta: readonly ColumnMeta[]): string {
  return meta.map(({ availableAt }) => availableAt).reduce((late, next) => (!isMoment(late) || isKnownAt(next, late) ? late : next))
}

function reading<T>(context: RunContext, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SqlProblem)) throw error
    const { from, to, say } = error.place
    return context.problem(to > from ? `At character ${from + 1}: ${say}` : say, 'expression')
  }
}
