/**
 * Reads a DICOM file (PS3.10) in explicit VR, little endian, with sequences and items that carry their length: what
 * `write-part10.ts` writes, and no more of DICOM than that. The judge reads what left the house, not what was meant.
 */
import type { DataSet, Element, Vr } from './element.ts'
import { fromUtf8 } from './utf8.ts'

const EXPLICIT_LITTLE = '1.2.840.10008.1.2.1'
const TRANSFER_SYNTAX = 0x00020010
/** Two bytes are skipped and the length takes four. */
const LONG: ReadonlySet<string> = new Set(['OB', 'SQ'] satisfies Vr[])
const WORDS: ReadonlySet<string> = new Set(['AS', 'CS', 'DA', 'DS', 'IS', 'LO', 'LT', 'PN', 'SH', 'TM', 'UI'] satisfies Vr[])
const ITEM = 0xfffee000

export interface Part10 {
  /** Group 0002: the file's own header. */
  meta: DataSet
  set: DataSet
}

/** @throws RangeError with what is wrong, for bytes that are no such file */
export function readPart10(bytes: Uint8Array): Part10 {
  if (bytes.length < 132 || fromUtf8(bytes.subarray(128, 132)) !== 'DICM') throw new RangeError('not a DICOM file: "DICM" does not stand at byte 128')
  const all = elementsIn(bytes, 132, bytes.length)
  const meta = all.filter(({ tag }) => tag >>> 16 === 2)
  const syntax = meta.find(({ tag }) => tag === TRANSFER_SYNTAX)?.value
  if (syntax !== EXPLICIT_LITTLE) throw new RangeError(`only explicit VR, little endian can be read, not ${String(syntax ?? 'a file that says nothing of its syntax')}`)
  return { meta, set: all.slice(meta.length) }
}

function elementsIn(bytes: Uint8Array, from: number, to: number): Element[] {
  const elements: Element[] = []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = from; at < to;) {
    need(at + 8 <= to, at)
    const tag = tagAt(view, at)
    const vr = String.fromCharCode(bytes[at + 4] as number, bytes[at + 5] as number)
    const long = LONG.has(vr)
    need(!long || at + 12 <= to, at)
    const length = long ? view.getUint32(at + 8, true) : view.getUint16(at + 6, true)
    const start = at + (long ? 12 : 8)
    need(start + length <= to, at)
    elements.push({ tag, vr: vr as Vr, value: valueOf(vr, bytes, view, start, start + length) })
    at = start + length
  }
  return elements
}

function valueOf(vr: string, bytes: Uint8Array, view: DataView, from: number, to: number): Element['value'] {
  // Values are filled up to an even length, UIDs with a zero, words with a blank.
  if (WORDS.has(vr)) return fromUtf8(bytes.subarray(from, to)).replace(vr === 'UI' ? /\0+$/ : / +$/, '')
  if (vr === 'OB') return bytes.subarray(from, to)
  if (vr === 'SQ') return itemsIn(bytes, view, from, to)
  if (vr === 'US') return Array.from({ length: (to - from) / 2 }, (_, i) => view.getUint16(from + i * 2, true))
  if (vr === 'UL') return Array.from({ length: (to - from) / 4 }, (_, i) => view.getUint32(from + i * 4, true))
  throw new RangeError(`the value representation "${vr}" at byte ${from} is none of ours`)
}

function itemsIn(bytes: Uint8Array, view: DataView, from: number, to: number): DataSet[] {
  const items: DataSet[] = []
  for (let at = from; at < to;) {
    need(at + 8 <= to && tagAt(view, at) === ITEM, at)
    const end = at + 8 + view.getUint32(at + 4, true)
    need(end <= to, at)
    items.push(elementsIn(bytes, at + 8, end))
    at = end
  }
  return items
}

function tagAt(view: DataView, at: number): number {
  return ((view.getUint16(at, true) << 16) | view.getUint16(at + 2, true)) >>> 0
}

function need(holds: boolean, at: number): void {
  if (!holds) throw new RangeError(`the file breaks off or goes wrong at byte ${at}`)
}
