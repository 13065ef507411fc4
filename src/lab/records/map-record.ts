/** One record through the map. Rows run from top to bottom, and where two fill the same element the later one stands. */
import { ASK } from '../../core/artefacts/map-table.ts'
import { extracted } from '../interop/map/extract.ts'
import type { Source } from '../interop/map/compile-map.ts'
import { throughMap } from '../interop/map/map-message.ts'
import { transformed } from '../interop/map/transforms.ts'
import { converted, readUnit } from '../interop/map/unit.ts'
import { clauseHolds } from '../interop/map/when.ts'
import { type RecordMap, type RecordRow as Row } from './compile-records.ts'
import { type Fact, type Facts, newestFirst, NO_FACTS, type Paper, partOf } from './facts.ts'
import { elementsOf, type Shape, writtenElement } from './shape.ts'
import type { RecordPlace } from './sides.ts'

/** The paper that a value was taken from. */
export interface Evidence extends Paper {
  /** It goes along with the value. */
  linked: boolean
}

/** What stands in an element: a value, several codes, nothing, or the wish that a person looks. `row` of the map; '' where a person put it in. */
export type Filled = { value: string | number; row: string; paper?: Evidence } | { values: readonly string[]; row: string } | { ask: true; row: string }

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

/**
 * @param field the text of a field of the record; '' where it says nothing
 * @param facts what papers say of it
 */
export function mapRecord(map: RecordMap, shape: Shape, field: (name: string) => string, facts: Facts = NO_FACTS): MappedRecord {
  const filled = new Map<string, Filled>()
  const lost: Lost[] = []
  const kinds = new Map(elementsOf(shape).map(({ path, element }) => [path, element.type]))
  const has = map.applies(field)
  for (const row of map.rows) {
    const path = writtenElement(row.to)
    if (!has(path)) continue
    const found = soughtIn(map.kindOf.get(row.id), facts).flatMap((fact): Read[] => {
      const textAt = reader(field, filled, fact)
      if (!row.clauses.every((clause) => clauseHolds(clause, textAt(clause.path), textAt))) return []
      const text = readText(row.source, textAt)
      return text === '' ? [] : [{ fact, text, textAt }]
    })
    const [first] = found
    if (!first) continue
    if (row.pick === 'agreed' && found.some(({ text }) => text !== first.text)) {
      filled.set(path, { ask: true, row: row.id })
      continue
    }
    const value = valueOf(row, first.text, first.textAt, lost)
    if (value === null) continue
    if (value === ASK) filled.set(path, { ask: true, row: row.id })
    else if (kinds.get(path) === 'codes') filled.set(path, { values: [...new Set([...codesOf(filled.get(path)), String(value)])], row: row.id })
    else filled.set(path, { value: kinds.get(path) === 'number' ? asNumber(value) : value, row: row.id, ...(first.fact ? { paper: evidenceOf(first.fact, row.link) } : {}) })
  }
  return { filled, lost }
}

interface Read {
  fact: Fact | null
  text: string
  textAt(place: RecordPlace): string
}

/** A row that reads facts is tried on each of its kind, the newest first; any other row once. */
const NOT_OF_FACTS = [null] as const

function soughtIn(kind: string | undefined, facts: Facts): readonly (Fact | null)[] {
  return kind === undefined ? NOT_OF_FACTS : newestFirst(facts.get(kind) ?? [])
}

function reader(field: (name: string) => string, filled: ReadonlyMap<string, Filled>, fact: Fact | null): (place: RecordPlace) => string {
  return (place) => {
    if ('field' in place) return field(place.field)
    if ('element' in place) return textOf(filled.get(place.element))
    return fact === null ? '' : place.part === 'value' ? fact.value : partOf(fact, place.part)
  }
}

function evidenceOf({ source, date, days, side, sure }: Fact, linked: boolean): Evidence {
  return { source, date, days, side, sure, linked }
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
