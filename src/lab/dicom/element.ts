/** A DICOM data set in memory: attributes by tag, each with its value representation (VR). */

/** The value representations that our films use. */
export type Vr = 'AS' | 'CS' | 'DA' | 'DS' | 'IS' | 'LO' | 'LT' | 'OB' | 'PN' | 'SH' | 'SQ' | 'TM' | 'UI' | 'UL' | 'US'

export interface Element {
  /** Group and element in one number: 0x00100010 is Patient's Name. */
  tag: number
  vr: Vr
  /** Words and numbers in words; bytes for OB; numbers for UL and US; data sets for SQ. */
  value: string | Uint8Array | readonly number[] | readonly DataSet[]
}

/** In ascending order of tags. */
export type DataSet = readonly Element[]

export function words(tag: number, vr: Exclude<Vr, 'OB' | 'SQ' | 'UL' | 'US'>, value: string): Element {
  return { tag, vr, value }
}

export function sorted(elements: Iterable<Element>): DataSet {
  return [...elements].sort((a, b) => a.tag - b.tag)
}

export function elementAt(set: DataSet, tag: number): Element | undefined {
  return set.find((element) => element.tag === tag)
}

/** The words of an attribute; '' where it is absent or holds no words. */
export function textAt(set: DataSet, tag: number): string {
  const value = elementAt(set, tag)?.value
  return typeof value === 'string' ? value : ''
}

/** Odd groups belong to makers of machines; what is in them is anybody's guess. */
export function isPrivate(tag: number): boolean {
  return (tag >>> 16) % 2 === 1
}

/** 0x00100010 -> "(0010,0010)" */
export function tagWords(tag: number): string {
  const hex = tag.toString(16).padStart(8, '0').toUpperCase()
  return `(${hex.slice(0, 4)},${hex.slice(4)})`
}
