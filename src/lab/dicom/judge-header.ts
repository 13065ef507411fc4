/** What became of each attribute, read off the files themselves: before beside after, and whether that is what the profile asks. */
import type { TagAction } from '../../core/artefacts/annotations.ts'
import { type Attribute, ATTRIBUTES, PRIVATE } from './attributes.ts'
import { type DataSet, elementAt, isPrivate, tagWords, textAt } from './element.ts'
import { TAG } from './tags.ts'

export interface HeaderLine {
  keyword: string
  label: string
  tag: string
  before: string
  /** Null when it is gone. */
  after: string | null
  /** What happened, in the letters of the profile. */
  happened: TagAction
  profile: string
  ok: boolean
}

/** One line for each attribute the file had, private ones in one. */
export function headerLines(before: DataSet, after: DataSet): HeaderLine[] {
  const names = [TAG.PatientName, TAG.PatientID].flatMap((tag) => textAt(before, tag).split('^')).filter((part) => part.length > 1)
  const lines = ATTRIBUTES.flatMap((attribute) => {
    const was = deepText(before, attribute.tag)
    return was === null ? [] : [lineOf(attribute, was, deepText(after, attribute.tag), names)]
  })
  const [had, has] = [before, after].map((set) => set.filter(({ tag }) => isPrivate(tag)))
  if ((had ?? []).length > 0) {
    const left = (has ?? []).length > 0
    lines.push({
      keyword: PRIVATE, label: 'The maker\'s own attributes', tag: '(0019,xxxx)', before: privateText(before), after: left ? privateText(after) : null,
      happened: left ? (privateText(after) === privateText(before) ? 'K' : 'Z') : 'X', profile: 'X', ok: !left,
    })
  }
  return lines
}

function privateText(set: DataSet): string {
  return set.filter(({ tag }) => isPrivate(tag)).map(({ value }) => String(value)).join(' | ')
}

function lineOf({ keyword, label, tag, profile, allowed }: Attribute, before: string, after: string | null, names: readonly string[]): HeaderLine {
  const happened = happenedTo(keyword, before, after)
  const tells = after !== null && happened !== 'K' && names.some((name) => after.includes(name))
  // Cleaning a text in which there was nothing to clean leaves it as it was.
  const nothingToClean = happened === 'K' && allowed.includes('C') && !names.some((name) => before.includes(name))
  return { keyword, label, tag: tagWords(tag), before, after, happened, profile, ok: (allowed.includes(happened) || nothingToClean) && !tells }
}

function happenedTo(keyword: string, before: string, after: string | null): TagAction {
  if (after === null) return 'X'
  if (after === before) return 'K'
  if (after === '') return 'Z'
  if (keyword.endsWith('UID')) return after === '2.25.0' ? 'D' : 'U'
  return after.includes('…') ? 'C' : 'D'
}

/** Words of an attribute, also inside sequences; null where it is nowhere. */
function deepText(set: DataSet, tag: number): string | null {
  const own = elementAt(set, tag)
  if (own) return typeof own.value === 'string' ? own.value : null
  for (const { vr, value } of set) {
    if (vr !== 'SQ') continue
    for (const item of value as readonly DataSet[]) {
      const inside = deepText(item, tag)
      if (inside !== null) return inside
    }
  }
  return null
}

const THREADS = [TAG.StudyInstanceUID, TAG.SeriesInstanceUID, TAG.SOPInstanceUID, TAG.FrameOfReferenceUID]

/** What is wrong with the threads between the files of a study, given before and after, or null: no old UID left, one study, files told apart, pointers that arrive. */
export function brokenThread(before: readonly DataSet[], after: readonly DataSet[]): string | null {
  const old = new Set(before.flatMap((set) => [...THREADS, TAG.ReferencedSOPInstanceUID].map((tag) => deepText(set, tag) ?? '')))
  const uid = (file: DataSet, tag: number) => deepText(file, tag) ?? ''
  for (const file of after) {
    for (const tag of [...THREADS, TAG.ReferencedSOPInstanceUID]) {
      const now = uid(file, tag)
      if (now === '' ? THREADS.includes(tag as (typeof THREADS)[number]) : old.has(now)) return now === '' ? 'a UID is missing' : 'an old UID still points home'
    }
  }
  const distinct = (tag: number) => new Set(after.map((file) => uid(file, tag))).size
  if (distinct(TAG.StudyInstanceUID) !== 1 || distinct(TAG.SeriesInstanceUID) !== 1) return 'the files of one study no longer know each other'
  if (distinct(TAG.SOPInstanceUID) !== after.length) return 'two files carry the same UID'
  const files = new Set(after.map((file) => uid(file, TAG.SOPInstanceUID)))
  const pointer = after.map((file) => uid(file, TAG.ReferencedSOPInstanceUID)).find((one) => one !== '')
  if (pointer === undefined) return 'the second film no longer points to the first'
  return files.has(pointer) ? null : 'a pointer leads nowhere'
}
