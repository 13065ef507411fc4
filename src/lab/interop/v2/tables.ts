/**
 * Messages as tables, so that SQL can ask what senders do: a table for each kind of line with its first repetitions under plain
 * names, and `fields`, where every component of every repetition stands in a row of its own.
 */
import type { Message, Segment } from './message.ts'
import { fieldOf, readV2Path, textAt, type V2Path } from './path.ts'

/** NULL where nothing stands; two double quotes stay two double quotes. */
export type V2Cell = string | number | null

export interface V2Column {
  name: string
  /** In words, with the place it is from. */
  label: string
}

export interface V2TableShape {
  name: string
  label: string
  columns: readonly V2Column[]
}

type Read = (message: Message, segment: Segment) => V2Cell

interface Table extends V2TableShape {
  rows(message: Message, segment: Segment, n: number): V2Cell[][]
}

const PLACES: Readonly<Record<string, { label: string; columns: Readonly<Record<string, string>> }>> = {
  MSH: { label: 'headers: who sends what, and when', columns: { facility: 'MSH-4', sent: 'MSH-7', type: 'MSH-9.1', event: 'MSH-9.2', version: 'MSH-12' } },
  EVN: { label: 'events', columns: { event: 'EVN-1', recorded: 'EVN-2' } },
  PID: {
    label: 'patients',
    columns: {
      id: 'PID-3.1', id_kind: 'PID-3.5', family: 'PID-5.1', given: 'PID-5.2', name_kind: 'PID-5.7', birth: 'PID-7', sex: 'PID-8', street: 'PID-11.1', town: 'PID-11.3', phone: 'PID-13.1', phone_kind: 'PID-13.3',
    },
  },
  PV1: { label: 'visits', columns: { class: 'PV1-2', ward: 'PV1-3.1', room: 'PV1-3.2', bed: 'PV1-3.3', visit: 'PV1-19.1', admitted: 'PV1-44', discharged: 'PV1-45' } },
  OBR: { label: 'tests that were ordered', columns: { order_number: 'OBR-3.1', code: 'OBR-4.1', name: 'OBR-4.2', system: 'OBR-4.3', taken: 'OBR-7', status: 'OBR-25' } },
  OBX: {
    label: 'results',
    columns: {
      n: 'OBX-1', kind: 'OBX-2', code: 'OBX-3.1', name: 'OBX-3.2', system: 'OBX-3.3', other_code: 'OBX-3.4', other_name: 'OBX-3.5', other_system: 'OBX-3.6', value: 'OBX-5', unit: 'OBX-6.1',
      usual: 'OBX-7', flag: 'OBX-8', status: 'OBX-11', measured: 'OBX-14',
    },
  },
  NTE: { label: 'notes', columns: { n: 'NTE-1', note: 'NTE-3' } },
}

/** In every table: which message the line is from, and who sent it. */
const BOTH: readonly V2Column[] = [{ name: 'message', label: 'number of the message, MSH-10' }, { name: 'sender', label: 'who sent it, MSH-3' }]

function lineTable(name: string, { label, columns }: (typeof PLACES)[string]): Table {
  const reads = Object.entries(columns).map(([column, place]): [V2Column, Read] => {
    const path = readV2Path(place) as V2Path
    return [{ name: column, label: place }, (message, segment) => said(textAt(message, fieldOf(segment, path.field), path))]
  })
  // A text is never more than a number in SQL, so numbers come a second time as numbers.
  if (name === 'OBX') reads.push([{ name: 'number', label: 'the value as a number, where it is one' }, (message, segment) => numberIn(textAt(message, fieldOf(segment, 5), { segment: 'OBX', field: 5 }))])
  return { name, label, columns: [...BOTH, ...reads.map(([column]) => column)], rows: (message, segment) => (segment.name === name ? [reads.map(([, read]) => read(message, segment))] : []) }
}

const FIELDS: Table = {
  name: 'fields',
  label: 'everything that is said, one component a row',
  columns: [
    ...BOTH, { name: 'line', label: 'which line of the message, from 1' }, { name: 'segment', label: 'PID, OBX…' }, { name: 'place', label: 'PID-3' }, { name: 'repetition', label: 'from 1' },
    { name: 'component', label: 'from 1' }, { name: 'value', label: 'what stands there' },
  ],
  rows: (message, segment, n) => segment.fields.flatMap((field, f) => field.flatMap((repetition, r) => repetition.flatMap((part, c) => {
    const value = part.join(message.delimiters.sub)
    return value === '' ? [] : [[n, segment.name, `${segment.name}-${f + 1}`, r + 1, c + 1, value]]
  }))),
}

const TABLES: readonly Table[] = [...Object.entries(PLACES).map(([name, shape]) => lineTable(name, shape)), FIELDS]

/** The tables there are, for completion and for making them. */
export const V2_TABLES: readonly V2TableShape[] = TABLES

/** Rows of one table, in the order of the lines. `line` counts from 1. */
export function rowsOfMessage(table: string, message: Message): V2Cell[][] {
  const found = TABLES.find(({ name }) => name === table)
  if (!found) return []
  const [head] = message.segments
  const both = [said(textAt(message, fieldOf(head, 10), { segment: 'MSH', field: 10 })), said(textAt(message, fieldOf(head, 3), { segment: 'MSH', field: 3 }))]
  return message.segments.flatMap((segment, i) => found.rows(message, segment, i + 1).map((row) => [...both, ...row]))
}

function said(text: string): V2Cell {
  return text === '' ? null : text
}

function numberIn(text: string): V2Cell {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text.trim()) ? Number(text) : null
}
