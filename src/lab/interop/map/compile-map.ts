/** A map as written, made ready to run; what cannot run is named by row, and the rest runs all the same. */
import type { MapRow, MapTable, Transform, Updates } from '../../../core/artefacts/map-table.ts'
import { type FhirPath, readFhirPath } from '../fhir/shapes.ts'
import type { V2Path } from '../v2/path.ts'
import { readPattern } from './extract.ts'
import { readUnit, type Unit } from './unit.ts'
import { type Clause, type Places, readWhenOf, V2_PLACES } from './when.ts'

export type Source<From = V2Path> = { kind: 'constant'; text: string } | { kind: 'fields'; paths: readonly From[] }

/** Between which sides a map carries values: how places are named on either. */
export interface Sides<From, To> {
  from: Places<From>
  to(text: string): { ok: true; path: To } | { ok: false; say: string }
}

const V2_TO_FHIR: Sides<V2Path, FhirPath> = { from: V2_PLACES, to: readFhirPath }

export interface ReadyConversion<From> {
  /** Where the unit stands, or which it always is. */
  from: Source<From>
  to: Unit
  gramsPerMole: number | null
}

export interface ReadyRow<From = V2Path, To = FhirPath> {
  id: string
  /** Its place in the map, from 1. */
  n: number
  source: Source<From>
  clauses: readonly Clause<From>[]
  to: To
  /** As written, for reports. */
  target: string
  transform: Transform
  /** Only the part that fits goes on. */
  extract: RegExp | null
  convert: ReadyConversion<From> | null
  valueMap: Readonly<Record<string, string>> | null
  /** Which of several facts, where the row reads facts. */
  pick: NonNullable<MapRow['pick']>
  /** Whether the paper goes along. */
  link: boolean
}

export interface RowProblem {
  row: string
  part: 'from' | 'when' | 'to' | 'extract' | 'convert' | 'valueMap'
  say: string
}

export interface ReadyMap<From = V2Path, To = FhirPath> {
  rows: readonly ReadyRow<From, To>[]
  updates: Updates
  problems: readonly RowProblem[]
}

export function compileMap(table: MapTable): ReadyMap {
  return compileBetween(table, V2_TO_FHIR)
}

/** A map between any two sides. */
export function compileBetween<From, To>({ rows, updates }: MapTable, sides: Sides<From, To>): ReadyMap<From, To> {
  const ready: ReadyRow<From, To>[] = []
  const problems: RowProblem[] = []
  for (const [i, row] of rows.entries()) {
    const source = readSourceOf(row.from, sides.from)
    const when = readWhenOf(row.when, sides.from)
    const to = sides.to(row.to)
    const convert = row.transform === 'convert' ? readConversion(row, sides.from) : null
    const extract = row.extract === undefined || row.extract === '' ? null : readPattern(row.extract)
    if (typeof source === 'string') problems.push({ row: row.id, part: 'from', say: source })
    if (!when.ok) problems.push({ row: row.id, part: 'when', say: when.say })
    if (!to.ok) problems.push({ row: row.id, part: 'to', say: to.say })
    if (extract && !extract.ok) problems.push({ row: row.id, part: 'extract', say: extract.say })
    if (typeof convert === 'string') problems.push({ row: row.id, part: 'convert', say: convert })
    if (typeof source !== 'string' && typeof convert !== 'string' && when.ok && to.ok && (!extract || extract.ok)) {
      ready.push({
        id: row.id, n: i + 1, source, clauses: when.clauses, to: to.path, target: row.to.trim(), transform: row.transform, extract: extract ? extract.pattern : null, convert, valueMap: mapOf(row), pick: row.pick ?? 'newest', link: row.link ?? false,
      })
    }
  }
  return { rows: ready, updates, problems }
}

/** A map without entries is no map: everything goes through. */
function mapOf({ valueMap }: MapRow): Readonly<Record<string, string>> | null {
  return valueMap && Object.keys(valueMap).length > 0 ? valueMap : null
}

function readConversion<From>({ convert }: MapRow, places: Places<From>): ReadyConversion<From> | string {
  if (!convert) return 'Say which unit it comes in, and which is wanted.'
  const from = readSourceOf(convert.from, places)
  if (typeof from === 'string') return `The unit it comes in: ${from}`
  const to = readUnit(convert.to)
  return to ? { from, to, gramsPerMole: convert.gramsPerMole ?? null } : `"${convert.to.slice(0, 40)}" is no unit of UCUM that is known here. Write e.g. mmol/L, mg/dL or 10*9/L.`
}

/** `PID-3.1`, `PID-11.1 + PID-11.3`, `"phone"`; a sentence when it is none of them. */
export function readSource(text: string): Source | string {
  return readSourceOf(text, V2_PLACES)
}

export function readSourceOf<From>(text: string, { read, within, example }: Places<From>): Source<From> | string {
  const written = text.trim()
  const constant = /^"([^"]*)"$/.exec(written)
  if (constant) return { kind: 'constant', text: constant[1] ?? '' }
  if (written === '') return `Say where the value comes from: a field such as ${example}, or a text in quotes.`
  const paths: From[] = []
  for (const part of written.split('+')) {
    const path = read(part.trim())
    if (!path) return `"${part.trim().slice(0, 40)}" is no place in a ${within}. Write ${example}, or put a fixed text in quotes.`
    paths.push(path)
  }
  return { kind: 'fields', paths }
}
