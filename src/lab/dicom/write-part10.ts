/**
 * Writes a DICOM file (PS3.10) in explicit VR, little endian: 128 bytes of nothing, "DICM", the file's own header, the data
 * set. Sequences and items carry their length. Text is UTF-8, and the data set must say so (ISO_IR 192).
 */
import { type DataSet, type Element, sorted, textAt, type Vr, words } from './element.ts'
import { TAG } from './tags.ts'
import { utf8 } from './utf8.ts'

const EXPLICIT_LITTLE = '1.2.840.10008.1.2.1'
/** Under 2.25, as anybody may make them. */
const OUR_CLASS = '2.25.214159265358979323846264338327950288'
const OUR_NAME = 'ST_TURING_1'
/** Two bytes are kept free and the length takes four. */
const LONG: ReadonlySet<Vr> = new Set(['OB', 'SQ'])

/** @throws RangeError for a data set without SOP class and instance, which no file may lack */
export function writePart10(set: DataSet): Uint8Array {
  const [sopClass, instance] = [textAt(set, TAG.SOPClassUID), textAt(set, TAG.SOPInstanceUID)]
  if (!sopClass || !instance) throw new RangeError('a DICOM file needs a SOP class and a SOP instance UID')
  const meta = joined([
    { tag: 0x00020001, vr: 'OB', value: Uint8Array.of(0, 1) },
    words(0x00020002, 'UI', sopClass), words(0x00020003, 'UI', instance), words(0x00020010, 'UI', EXPLICIT_LITTLE),
    words(0x00020012, 'UI', OUR_CLASS), words(0x00020013, 'SH', OUR_NAME),
  ])
  const start = new Uint8Array(132)
  start.set(utf8('DICM'), 128)
  return concat([start, bytesOf({ tag: 0x00020000, vr: 'UL', value: [meta.length] }), meta, joined(set)])
}

function joined(set: DataSet): Uint8Array {
  return concat(sorted(set).map(bytesOf))
}

function bytesOf({ tag, vr, value }: Element): Uint8Array {
  const content = contentOf(vr, value)
  const head = new Uint8Array(LONG.has(vr) ? 12 : 8)
  const view = new DataView(head.buffer)
  view.setUint16(0, tag >>> 16, true)
  view.setUint16(2, tag & 0xffff, true)
  head.set(utf8(vr), 4)
  if (LONG.has(vr)) view.setUint32(8, content.length, true)
  else if (content.length > 0xffff) throw new RangeError(`${vr} holds ${content.length} bytes, and its length takes two`)
  else view.setUint16(6, content.length, true)
  return concat([head, content])
}

function contentOf(vr: Vr, value: Element['value']): Uint8Array {
  if (typeof value === 'string') return even(utf8(value), vr === 'UI' ? 0 : 0x20)
  if (value instanceof Uint8Array) return even(value, 0)
  if (vr === 'SQ') return concat((value as readonly DataSet[]).map(itemOf))
  const size = vr === 'UL' ? 4 : 2
  const bytes = new Uint8Array(value.length * size)
  const view = new DataView(bytes.buffer)
  for (const [i, number] of (value as readonly number[]).entries()) {
    if (size === 4) view.setUint32(i * 4, number, true)
    else view.setUint16(i * 2, number, true)
  }
  return bytes
}

function itemOf(set: DataSet): Uint8Array {
  const content = joined(set)
  const head = Uint8Array.of(0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0)
  new DataView(head.buffer).setUint32(4, content.length, true)
  return concat([head, content])
}

/** Every value has an even length. */
function even(bytes: Uint8Array, pad: number): Uint8Array {
  return bytes.length % 2 === 0 ? bytes : concat([bytes, Uint8Array.of(pad)])
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
