/** Changes to a map and to gate rules, as values. */
import type { Expr, Language } from '../../core/artefacts/exprs.ts'
import type { MapRow } from '../../core/artefacts/map-table.ts'

type Named = MapRow | Expr

/** "r12" after the highest number there is. */
export function freshId(letter: string, rows: readonly { id: string }[]): string {
  const highest = rows.reduce((most, { id }) => Math.max(most, Number(/^[a-z](\d+)$/.exec(id)?.[1] ?? 0)), 0)
  return `${letter}${highest + 1}`
}

export function newRow(rows: readonly MapRow[], start: Partial<MapRow> = {}): MapRow {
  return { id: freshId('r', rows), from: '', when: '', to: '', transform: 'text', ...start }
}

export function newRule(rules: readonly Expr[]): Expr {
  return { id: freshId('g', rules), on: 'Observation', expr: '', say: '' }
}

/** The same rule begun anew in another language: a text of the one means nothing in the other. FHIRPath needs no name. */
export function writtenIn({ id, say }: Expr, language: Language): Expr {
  const start: Readonly<Record<Language, Pick<Expr, 'on'> & Pick<Partial<Expr>, 'language'>>> = { fhirpath: { on: 'Observation' }, sql: { language: 'sql', on: '' }, regex: { language: 'regex', on: 'PID-7' } }
  return { id, say, expr: '', ...start[language] }
}

/** Behind the row of that id, or at the end. */
export function inserted<T extends Named>(rows: readonly T[], row: T, after: string | null): T[] {
  const at = rows.findIndex(({ id }) => id === after)
  return at < 0 ? [...rows, row] : [...rows.slice(0, at + 1), row, ...rows.slice(at + 1)]
}

export function replaced<T extends Named>(rows: readonly T[], id: string, change: Partial<T>): T[] {
  return rows.map((row) => (row.id === id ? { ...row, ...change } : row))
}

export function removed<T extends Named>(rows: readonly T[], id: string): T[] {
  return rows.filter((row) => row.id !== id)
}

/** One place up or down; the same list where there is no such place. */
export function moved<T extends Named>(rows: readonly T[], id: string, by: 1 | -1): readonly T[] {
  const at = rows.findIndex((row) => row.id === id)
  const to = at + by
  const row = rows[at]
  if (!row || to < 0 || to >= rows.length) return rows
  const rest = rows.filter((_, i) => i !== at)
  return [...rest.slice(0, to), row, ...rest.slice(to)]
}

/** A row whose whole value goes on, not a part of it. */
export function whole(row: MapRow): MapRow {
  const { extract: _old, ...rest } = row
  return rest
}

/** A value map without entries is none at all. */
export function withMap(row: MapRow, entries: readonly (readonly [string, string])[]): MapRow {
  const { valueMap: _old, ...rest } = row
  return entries.length === 0 ? rest : { ...rest, valueMap: Object.fromEntries(entries) }
}
