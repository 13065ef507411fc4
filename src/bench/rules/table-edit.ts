/** Changes to a rule table, each giving a new one; what changes nothing gives the same one back. Pure. */
import type { RuleRow, RuleTable } from '../../core/artefacts/rule-table.ts'

const MOST_ROWS = 200

export function placeOf(table: RuleTable, id: string): number {
  return table.rows.findIndex((row) => row.id === id)
}

/** Row to another place, counted after it was taken out. */
export function moveRow(table: RuleTable, id: string, to: number): RuleTable {
  const from = placeOf(table, id)
  const row = table.rows[from]
  const place = Math.max(0, Math.min(table.rows.length - 1, to))
  if (!row || place === from) return table
  return { ...table, rows: table.rows.toSpliced(from, 1).toSpliced(place, 0, row) }
}

export interface Added {
  table: RuleTable
  id: string
}

/** An empty row below `after`, or at the end. Null when the table is full. */
export function addRow(table: RuleTable, after: string | null, when: RuleRow['when'] = {}): Added | null {
  const says = Object.fromEntries(table.outputs.map(({ name, kind, values }) => [name, kind === 'choice' && values[0] !== undefined ? [values[0]] : []]))
  return insert(table, after === null ? table.rows.length : placeOf(table, after) + 1, { when, says })
}

/** The same row again, above the one it is taken from: an exception stands above its rule. */
export function duplicateRow(table: RuleTable, id: string): Added | null {
  const at = placeOf(table, id)
  const row = table.rows[at]
  return row ? insert(table, at, { when: row.when, says: row.says }) : null
}

function insert(table: RuleTable, at: number, row: Omit<RuleRow, 'id'>): Added | null {
  if (table.rows.length >= MOST_ROWS) return null
  const id = freeId(table)
  return { table: { ...table, rows: table.rows.toSpliced(at, 0, { id, ...row }) }, id }
}

function freeId({ rows }: RuleTable): string {
  for (let n = rows.length + 1; ; n++) if (!rows.some(({ id }) => id === `row-${n}`)) return `row-${n}`
}

export function removeRow(table: RuleTable, id: string): RuleTable {
  return placeOf(table, id) < 0 ? table : { ...table, rows: table.rows.filter((row) => row.id !== id) }
}

/** A test under an input; "-" leaves the cell out, so that an empty cell is written in one way only. */
export function setTest(table: RuleTable, id: string, input: string, test: string): RuleTable {
  return withRow(table, id, (row) => {
    if ((row.when[input] ?? '-') === test) return row
    const { [input]: _, ...rest } = row.when
    return { ...row, when: test === '-' ? rest : { ...rest, [input]: test } }
  })
}

/** What a row says under an output. */
export function setSays(table: RuleTable, id: string, output: string, values: readonly string[]): RuleTable {
  return withRow(table, id, (row) => ((row.says[output] ?? []).join('\n') === values.join('\n') ? row : { ...row, says: { ...row.says, [output]: [...values] } }))
}

function withRow(table: RuleTable, id: string, change: (row: RuleRow) => RuleRow): RuleTable {
  const row = table.rows[placeOf(table, id)]
  const changed = row && change(row)
  return !row || changed === row ? table : { ...table, rows: table.rows.map((one) => (one.id === id ? (changed as RuleRow) : one)) }
}
