/** One record through the map. Rows run from top to bottom, and where two fill the same element the later one stands. */
import { ASK } from '../../core/artefacts/map-table.ts'
import { extracted } from '../interop/map/extract.ts'
import type { ReadyMap, ReadyRow, Source } from '../interop/map/compile-map.ts'
import { throughMap } from '../interop/map/map-message.ts'
import { transformed } from '../interop/map/transforms.ts'
import { converted, readUnit } from '../interop/map/unit.ts'
import { clauseHolds } from '../interop/map/when.ts'
import { type ElementPath, elementsOf, type Shape, writtenElement } from './shape.ts'
import type { RecordPlace } from './sides.ts'

export type RecordMap = ReadyMap<RecordPlace, ElementPath>
type Row = ReadyRow<RecordPlace, ElementPath>

/** What stands in an element: a value, several codes, nothing, or the wish that a person looks. */
export type Filled = { value: string | number; row: string } | { values: readonly string[]; row: string } | { ask: true; row: string }

/** A value that the row's map has no entry for, that its pattern does not fit, or whose unit leads nowhere. */
export interface Lost {
  row: string
  value: string
  unfit?: true
}

export interface MappedRecord {
  /** By element: "Result.code". */
  filled: ReadonlyMap<string, Filled>
  lost: readonly Lost[]
}

/** @param field the text of a field of the record; '' where it says nothing */
export function mapRecord({ rows }: RecordMap, shape: Shape, field: (name: string) => string): MappedRecord {
  const filled = new Map<string, Filled>()
  const lost: Lost[] = []
  const kinds = new Map(elementsOf(shape).map(({ path, element }) => [path, element.type]))
  const textAt = (place: RecordPlace): string => ('field' in place ? field(place.field) : textOf(filled.get(place.element)))
  for (const row of rows) {
    if (!row.clauses.every((clause) => clauseHolds(clause, textAt(clause.path), textAt))) continue
    const text = readText(row.source, textAt)
    if (text === '') continue
    const value = valueOf(row, text, textAt, lost)
    if (value === null) continue
    const path = writtenElement(row.to)
    if (value === ASK) filled.set(path, { ask: true, row: row.id })
    else if (kinds.get(path) === 'codes') filled.set(path, { values: [...new Set([...codesOf(filled.get(path)), String(value)])], row: row.id })
    else filled.set(path, { value: kinds.get(path) === 'number' ? asNumber(value) : value, row: row.id })
  }
  return { filled, lost }
}

/** Text of a number that says one is that number: nobody should stumble over a change that was not chosen. */
function asNumber(value: string | number): string | number {
  return typeof value === 'string' ? transformed('number', value) ?? value : value
}

function codesOf(filled: Filled | undefined): readonly string[] {
  return filled && 'values' in filled ? filled.values : []
}

export function textOf(filled: Filled | undefined): string {
  if (!filled) return ''
  if ('ask' in filled) return ASK
  return 'values' in filled ? filled.values.join('; ') : String(filled.value)
}

function readText(source: Source<RecordPlace>, textAt: (place: RecordPlace) => string): string {
  return source.kind === 'constant' ? source.text : source.paths.map(textAt).filter((text) => text !== '').join(' ')
}

function valueOf(row: Row, text: string, textAt: (place: RecordPlace) => string, lost: Lost[]): string | number | null {
  const part = row.extract ? extracted(row.extract, text) : text
  if (part === null) {
    lost.push({ row: row.id, value: text, unfit: true })
    return null
  }
  const mapped = throughMap(row.valueMap, part)
  if (mapped === null) {
    lost.push({ row: row.id, value: part })
    return null
  }
  if (mapped === ASK) return ASK
  const value = transformed(row.transform, mapped)
  return row.convert && typeof value === 'number' ? carried(row, value, textAt, lost) : value
}

function carried({ id, convert }: Row, value: number, textAt: (place: RecordPlace) => string, lost: Lost[]): number | null {
  if (!convert) return value
  const written = readText(convert.from, textAt)
  const from = readUnit(written)
  const there = from && converted(value, from, convert.to, convert.gramsPerMole)
  if (there === null) lost.push({ row: id, value: `${value} ${written}`, unfit: true })
  return there
}
