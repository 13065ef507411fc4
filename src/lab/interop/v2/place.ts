/** Where a part of a message stands in its text, so that it can be marked for somebody to see. */

/** A line (from 0) and, within it, field, component and subcomponent as HL7 counts them (from 1); repetitions from 0. */
export interface V2Place {
  line: number
  field?: number
  repetition?: number
  component?: number
  sub?: number
}

export interface Span {
  from: number
  to: number
}

/**
 * The signs a part stands on. A whole line is its three letters. Where nothing stands between two signs, these two are taken, and
 * where a line ends before the field, its last sign is: an empty part must be seen too. Null when there is no such line.
 * @param text of the message, lines parted by any line end
 */
export function spanOf(text: string, place: V2Place): Span | null {
  const line = linesOf(text)[place.line]
  if (!line) return null
  const head = line.text.startsWith('MSH')
  if (place.field === undefined) return { from: line.from, to: line.from + 3 }
  const [fieldSign = '|', componentSign = '^', repetitionSign = '~', , subSign = '&'] = text.slice(3, 8).split('')
  // The sign after MSH is its first field.
  if (head && place.field === 1) return { from: line.from + 3, to: line.from + 4 }
  const end = line.from + line.text.length
  let span: Span | null = partOf({ from: line.from, to: end }, text, fieldSign, head ? place.field - 1 : place.field)
  if (head && place.field === 2) return span
  span = span && place.repetition !== undefined ? partOf(span, text, repetitionSign, place.repetition) : span
  span = span && place.component !== undefined ? partOf(span, text, componentSign, place.component - 1) : span
  span = span && place.sub !== undefined ? partOf(span, text, subSign, place.sub - 1) : span
  if (!span) return { from: end - 1, to: end }
  return span.from < span.to ? span : { from: span.from - 1, to: Math.min(span.to + 1, end) }
}

function partOf({ from, to }: Span, text: string, sign: string, n: number): Span | null {
  const parts = text.slice(from, to).split(sign)
  const part = parts[n]
  if (part === undefined) return null
  const start = from + parts.slice(0, n).reduce((sum, one) => sum + one.length + sign.length, 0)
  return { from: start, to: start + part.length }
}

/** Lines with something in them, as a message is taken apart. */
function linesOf(text: string): { from: number; text: string }[] {
  return [...text.matchAll(/[^\r\n]+/g)].map((line) => ({ from: line.index, text: line[0] }))
}
