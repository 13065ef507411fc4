/**
 * One message through the map. A message is not a picture of the patient but a change to it, so what comes out are edits:
 * set this, take that away. Rows for Observation run once for every OBX line, rows for DiagnosticReport once for every OBR,
 * rows for Patient and Encounter once.
 */
import type { Updates } from '../../../core/artefacts/map-table.ts'
import type { Leaf } from '../fhir/resource.ts'
import type { FhirPath, ResourceType } from '../fhir/shapes.ts'
import type { Field, Message, Segment } from '../v2/message.ts'
import { fieldOf, isEmpty, isNull, textAt, type V2Path } from '../v2/path.ts'
import type { V2Place } from '../v2/place.ts'
import type { ReadyMap, ReadyRow } from './compile-map.ts'
import { extracted } from './extract.ts'
import { transformed } from './transforms.ts'
import { clauseHolds } from './when.ts'

export type Edit = { row: string; path: FhirPath } & ({ set: Leaf } | { remove: true })

/** What a row looked at, whether or not anything came of it. */
export interface Read {
  row: string
  /** Its place in the map, from 1. */
  n: number
  path: FhirPath
  /** A fixed text looks at nothing, and stands for the whole line. */
  places: readonly V2Place[]
  /** It put something in, or took it away. */
  edited: boolean
}

/** What a message asks of one resource. */
export interface Change {
  type: ResourceType
  id: string
  /** The line that it is made from, from 0. */
  line: number
  edits: readonly Edit[]
  reads: readonly Read[]
}

/** A value that the row's map has no entry for, or that its pattern does not fit. */
export interface Unmapped {
  row: string
  value: string
  unfit?: true
}

export interface Mapped {
  changes: readonly Change[]
  unmapped: readonly Unmapped[]
}

/** Lines that one resource is made from. */
interface Scope {
  type: ResourceType
  id: string
  /** The line of that name that this resource is about. */
  line(name: string): Segment | undefined
}

const MADE_FROM: Readonly<Record<ResourceType, string>> = { Patient: 'PID', Encounter: 'PV1', Observation: 'OBX', DiagnosticReport: 'OBR' }

export function mapMessage({ rows, updates }: ReadyMap, message: Message): Mapped {
  const unmapped: Unmapped[] = []
  const changes = scopesOf(message).map((scope): Change => {
    const line = lineOf(message, scope, MADE_FROM[scope.type])
    const edits: Edit[] = []
    const reads = rows.filter(({ to }) => to.type === scope.type).map((row): Read => {
      const value = readValue(row, message, scope)
      const made = editsOf(row, updates, value.found, unmapped)
      edits.push(...made)
      return { row: row.id, n: row.n, path: row.to, places: row.source.kind === 'constant' ? [{ line }] : placesRead(row.source.paths, message, scope, value.at), edited: made.length > 0 }
    })
    return { type: scope.type, id: scope.id, line, edits, reads }
  })
  return { changes, unmapped }
}

/**
 * Which resources a message speaks about. Ids come from the message itself, never from the map, so that a slip in the map
 * does not scatter one patient over many.
 */
export function scopesOf(message: Message): Scope[] {
  const first = (name: string): Segment | undefined => message.segments.find((segment) => segment.name === name)
  const scopes: Scope[] = []
  const patient = recordNumber(message, first('PID'))
  if (patient) scopes.push({ type: 'Patient', id: patient, line: first })
  const visit = plainAt(message, first('PV1'), { segment: 'PV1', field: 19, component: 1 })
  if (visit) scopes.push({ type: 'Encounter', id: visit, line: first })
  let order: Segment | undefined
  for (const segment of message.segments) {
    const current = order
    if (segment.name === 'OBR') {
      order = segment
      const id = orderNumber(message, segment)
      if (id) scopes.push({ type: 'DiagnosticReport', id, line: (name) => (name === 'OBR' ? segment : first(name)) })
    } else if (segment.name === 'OBX' && current) {
      const id = `${orderNumber(message, current)}-${plainAt(message, segment, { segment: 'OBX', field: 1 })}`
      scopes.push({ type: 'Observation', id, line: (name) => (name === 'OBX' ? segment : name === 'OBR' ? current : first(name)) })
    }
  }
  return scopes
}

function recordNumber(message: Message, pid: Segment | undefined): string {
  const numbers = fieldOf(pid, 3)
  const own = numbers.findIndex((_, i) => textAt(message, numbers, { segment: 'PID', field: 3, component: 5 }, i) === 'MR')
  return textAt(message, numbers, { segment: 'PID', field: 3, component: 1 }, Math.max(0, own))
}

function orderNumber(message: Message, order: Segment): string {
  return plainAt(message, order, { segment: 'OBR', field: 3, component: 1 })
}

function plainAt(message: Message, segment: Segment | undefined, path: V2Path): string {
  return textAt(message, fieldOf(segment, path.field), path)
}

function lineOf(message: Message, scope: Scope, name: string): number {
  const segment = scope.line(name)
  return segment ? message.segments.indexOf(segment) : -1
}

/** Where the value was looked for: in the repetition that was taken, or in the whole field where none was. */
function placesRead(paths: readonly V2Path[], message: Message, scope: Scope, at: number | null): V2Place[] {
  const [main] = paths
  return paths.flatMap((path) => {
    const line = lineOf(message, scope, path.segment)
    if (line < 0) return []
    const repetition = main && sameField(path, main) ? at : 0
    if (repetition === null) return [{ line, field: path.field }]
    return [{ line, field: path.field, repetition, ...(path.component === undefined ? {} : { component: path.component }), ...(path.sub === undefined ? {} : { sub: path.sub }) }]
  })
}

function editsOf(row: ReadyRow, updates: Updates, found: Found, unmapped: Unmapped[]): Edit[] {
  const remove: Edit = { row: row.id, path: row.to, remove: true }
  if (found === 'not asked') return []
  if (found === 'null') return updates.quotes === 'remove' ? [remove] : updates.quotes === 'keep' ? [] : [{ row: row.id, path: row.to, set: '""' }]
  if (found === 'empty') return updates.empty === 'remove' ? [remove] : []
  const part = row.extract ? extracted(row.extract, found.text) : found.text
  const text = part === null ? null : throughMap(row.valueMap, part)
  if (text === null) {
    unmapped.push(part === null ? { row: row.id, value: found.text, unfit: true } : { row: row.id, value: part })
    return []
  }
  const value = transformed(row.transform, text)
  return value === null ? [] : [{ row: row.id, path: row.to, set: value }]
}

type Found = 'not asked' | 'null' | 'empty' | { text: string }

interface Value {
  found: Found
  /** The repetition that was taken; null where the field as a whole said it, or said nothing. */
  at: number | null
}

/** The first repetition that the condition fits; `""` and an empty field have none to choose from. */
function readValue({ source, clauses }: ReadyRow, message: Message, scope: Scope): Value {
  const whole = (found: Found): Value => ({ found, at: null })
  const main = source.kind === 'fields' ? source.paths[0] : undefined
  if (!main || source.kind === 'constant') {
    return whole(holdsAt(clauses, message, scope, undefined, 0) && source.kind === 'constant' ? { text: source.text } : 'not asked')
  }
  const field = fieldOf(scope.line(main.segment), main.field)
  const others = clauses.filter(({ path }) => !sameField(path, main))
  if (isNull(field)) return whole(holdsAt(others, message, scope, main, 0) ? 'null' : 'not asked')
  if (isEmpty(field)) return whole(holdsAt(others, message, scope, main, 0) ? 'empty' : 'not asked')
  const at = field.findIndex((_, i) => holdsAt(clauses, message, scope, main, i))
  if (at < 0) return whole('not asked')
  const text = joined(source.paths, message, scope, main, field, at)
  return { found: text === '' ? 'empty' : { text }, at }
}

function joined(paths: readonly V2Path[], message: Message, scope: Scope, main: V2Path, field: Field, at: number): string {
  const texts = paths.map((path) => (sameField(path, main) ? textAt(message, field, path, at) : textAt(message, fieldOf(scope.line(path.segment), path.field), path)))
  return texts.filter((text) => text !== '').join(' ')
}

function holdsAt(clauses: ReadyRow['clauses'], message: Message, scope: Scope, main: V2Path | undefined, at: number): boolean {
  return clauses.every((clause) => {
    const textOf = (path: V2Path) => textAt(message, fieldOf(scope.line(path.segment), path.field), path, main && sameField(path, main) ? at : 0)
    return clauseHolds(clause, textOf(clause.path), textOf)
  })
}

function sameField(a: V2Path, b: V2Path): boolean {
  return a.segment === b.segment && a.field === b.field
}

/** Null when the map names neither the value nor "*" for all others; "*" to "*" lets all others through as they are. */
export function throughMap(valueMap: ReadyRow['valueMap'], text: string): string | null {
  if (!valueMap) return text
  if (Object.hasOwn(valueMap, text)) return valueMap[text] ?? null
  const others = Object.hasOwn(valueMap, '*') ? valueMap['*'] : undefined
  return others === '*' ? text : (others ?? null)
}
