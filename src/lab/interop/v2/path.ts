/** Where something stands in a message: `PID-3.1` is component 1 of field 3 of the PID line. */
import { type Field, type Message, type Segment, V2_NULL, writeRepetition } from './message.ts'

export interface V2Path {
  segment: string
  field: number
  component?: number
  sub?: number
}

const PATH = /^([A-Z][A-Z0-9]{2})-([1-9]\d?)(?:\.([1-9]\d?))?(?:\.([1-9]\d?))?$/

/** Null when it is not written like `PID-3` or `PID-3.1`. */
export function readV2Path(text: string): V2Path | null {
  const [, segment, field, component, sub] = PATH.exec(text.trim()) ?? []
  if (!segment || !field) return null
  return { segment, field: Number(field), ...(component ? { component: Number(component) } : {}), ...(sub ? { sub: Number(sub) } : {}) }
}

export function fieldOf(segment: Segment | undefined, field: number): Field {
  return segment?.fields[field - 1] ?? []
}

/** The sender asks to delete: the whole field is `""`. */
export function isNull(field: Field): boolean {
  return field.length === 1 && field[0]?.length === 1 && field[0][0]?.length === 1 && field[0][0][0] === V2_NULL
}

/** Nothing is said: no field at all, or one without any text. */
export function isEmpty(field: Field): boolean {
  return field.every((repetition) => repetition.every((part) => part.every((text) => text === '')))
}

/** Text at a path in one repetition (from 0); a field or component asked for whole keeps its hats: "LN^2345". */
export function textAt(message: Message, field: Field, { component, sub }: V2Path, repetition = 0): string {
  const found = field[repetition]
  if (!found) return ''
  if (isNull(field)) return V2_NULL
  if (component === undefined) return found.length === 1 && found[0]?.length === 1 ? found[0][0] ?? '' : writeRepetition(found, message.delimiters)
  const part = found[component - 1] ?? []
  if (sub !== undefined) return part[sub - 1] ?? ''
  return part.length <= 1 ? part[0] ?? '' : part.join(message.delimiters.sub)
}
