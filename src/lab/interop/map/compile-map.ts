/** A map as written, made ready to run; what cannot run is named by row, and the rest runs all the same. */
import type { MapRow, MapTable, Transform, Updates } from '../../../core/artefacts/map-table.ts'
import { type FhirPath, readFhirPath } from '../fhir/shapes.ts'
import { readV2Path, type V2Path } from '../v2/path.ts'
import { readPattern } from './extract.ts'
import { type Clause, readWhen } from './when.ts'

export type Source = { kind: 'constant'; text: string } | { kind: 'fields'; paths: readonly V2Path[] }

export interface ReadyRow {
  id: string
  /** Its place in the map, from 1. */
  n: number
  source: Source
  clauses: readonly Clause[]
  to: FhirPath
  /** As written, for reports. */
  target: string
  transform: Transform
  /** Only the part that fits goes on. */
  extract: RegExp | null
  valueMap: Readonly<Record<string, string>> | null
}

export interface RowProblem {
  row: string
  part: 'from' | 'when' | 'to' | 'extract' | 'valueMap'
  say: string
}

export interface ReadyMap {
  rows: readonly ReadyRow[]
  updates: Updates
  problems: readonly RowProblem[]
}

export function compileMap({ rows, updates }: MapTable): ReadyMap {
  const ready: ReadyRow[] = []
  const problems: RowProblem[] = []
  for (const [i, row] of rows.entries()) {
    const source = readSource(row.from)
    const when = readWhen(row.when)
    const to = readFhirPath(row.to)
    const extract = row.extract === undefined || row.extract === '' ? null : readPattern(row.extract)
    if (typeof source === 'string') problems.push({ row: row.id, part: 'from', say: source })
    if (!when.ok) problems.push({ row: row.id, part: 'when', say: when.say })
    if (!to.ok) problems.push({ row: row.id, part: 'to', say: to.say })
    if (extract && !extract.ok) problems.push({ row: row.id, part: 'extract', say: extract.say })
    if (typeof source !== 'string' && when.ok && to.ok && (!extract || extract.ok)) {
      ready.push({
        id: row.id, n: i + 1, source, clauses: when.clauses, to: to.path, target: row.to.trim(), transform: row.transform, extract: extract ? extract.pattern : null, valueMap: mapOf(row),
      })
    }
  }
  return { rows: ready, updates, problems }
}

/** A map without entries is no map: everything goes through. */
function mapOf({ valueMap }: MapRow): Readonly<Record<string, string>> | null {
  return valueMap && Object.keys(valueMap).length > 0 ? valueMap : null
}

/** `PID-3.1`, `PID-11.1 + PID-11.3`, `"phone"`; a sentence when it is none of them. */
export function readSource(text: string): Source | string {
  const written = text.trim()
  const constant = /^"([^"]*)"$/.exec(written)
  if (constant) return { kind: 'constant', text: constant[1] ?? '' }
  if (written === '') return 'Say where the value comes from: a field such as PID-5.1, or a text in quotes.'
  const paths: V2Path[] = []
  for (const part of written.split('+')) {
    const path = readV2Path(part)
    if (!path) return `"${part.trim().slice(0, 40)}" is no place in a message. Write PID-5.1, or put a fixed text in quotes.`
    paths.push(path)
  }
  return { kind: 'fields', paths }
}
