/**
 * What a file says of itself: whether the patient's identity is out of it, and by which methods (PS3.15 E.1.1, point 6; codes of
 * PS3.16 CID 7050). Read off the file before and after, so that it tells what was done, not what was meant. An option that
 * keeps something overrides the profile where it says so; anything else that stays is not the profile, and then nothing is said
 * of what was kept, for options only go with a profile. Cleaning is named wherever it was done.
 */
import { type DataSet, type Element, sorted, textAt, words } from './element.ts'
import { type HeaderLine, headerLines } from './judge-header.ts'
import { TAG } from './tags.ts'

export const METHODS = {
  113100: 'Basic Application Confidentiality Profile',
  113101: 'Clean Pixel Data Option',
  113105: 'Clean Descriptors Option',
  113106: 'Retain Longitudinal Temporal Information Full Dates Option',
  113108: 'Retain Patient Characteristics Option',
  113109: 'Retain Device Identity Option',
  113110: 'Retain UIDs Option',
  113112: 'Retain Institution Identity Option',
} as const
export type Method = keyof typeof METHODS

/** Attributes that an option keeps: the columns of table E.1-1, as far as our films have them. */
const RETAINED: Readonly<Partial<Record<Method, readonly string[]>>> = {
  113106: ['StudyDate', 'StudyTime', 'SeriesDate', 'AcquisitionDate', 'ContentDate'],
  113108: ['PatientSex', 'PatientAge', 'PatientWeight'],
  113109: ['StationName', 'DeviceSerialNumber'],
  113110: ['StudyInstanceUID', 'SeriesInstanceUID', 'SOPInstanceUID', 'ReferencedSOPInstanceUID', 'FrameOfReferenceUID'],
  113112: ['InstitutionName', 'InstitutionAddress'],
}

/** Free text that the option to clean descriptors lets stay. */
const DESCRIPTORS: ReadonlySet<string> = new Set(['StudyDescription', 'SeriesDescription', 'RequestedProcedureDescription', 'AdditionalPatientHistory', 'PatientComments', 'ImageComments'])

export interface Done {
  /** In ascending order. */
  methods: Method[]
  /** The profile was followed, with its options, and nothing is known to be left in the picture. */
  identityRemoved: boolean
}

/** @param painted whether anything was painted over in the picture */
export function doneTo(before: DataSet, after: DataSet, painted: boolean): Done {
  const lines = headerLines(before, after)
  const kept = lines.filter(({ happened, ok }) => !ok && happened === 'K').map(({ keyword }) => keyword)
  const options = Object.entries(RETAINED).filter(([, keywords]) => keywords.some((keyword) => kept.includes(keyword)))
  const covered = new Set(options.flatMap(([, keywords]) => keywords))
  const profile = lines.every(({ ok, happened, keyword }) => ok || (happened === 'K' && covered.has(keyword)))
  const methods = [
    ...(profile ? [113100] : []), ...(painted ? [113101] : []), ...(cleaned(lines) ? [113105] : []),
    ...(profile ? options.map(([code]) => Number(code)) : []),
  ] as Method[]
  return { methods: methods.sort((a, b) => a - b), identityRemoved: profile && (painted || textAt(before, TAG.BurnedInAnnotation) !== 'YES') }
}

/** Descriptors are there, and no name is in any of them. */
function cleaned(lines: readonly HeaderLine[]): boolean {
  const left = lines.filter(({ keyword, after }) => DESCRIPTORS.has(keyword) && after !== null && after !== '')
  return left.length > 0 && left.every(({ ok }) => ok)
}

/** The data set as it leaves, with what it says of itself in place of what was said there before. */
export function declared(before: DataSet, after: DataSet, painted: boolean): DataSet {
  const { methods, identityRemoved } = doneTo(before, after, painted)
  const said: ReadonlySet<number> = new Set([
    TAG.PatientIdentityRemoved, TAG.DeidentificationMethod, TAG.DeidentificationMethodCodeSequence, ...(painted ? [TAG.BurnedInAnnotation] : []),
  ])
  return sorted([
    ...after.filter(({ tag }) => !said.has(tag)),
    ...(painted ? [words(TAG.BurnedInAnnotation, 'CS', 'NO')] : []),
    words(TAG.PatientIdentityRemoved, 'CS', identityRemoved ? 'YES' : 'NO'),
    ...(methods.length > 0 ? [words(TAG.DeidentificationMethod, 'LO', 'St Turing release'), { tag: TAG.DeidentificationMethodCodeSequence, vr: 'SQ', value: methods.map(codeItem) } satisfies Element] : []),
  ])
}

function codeItem(method: Method): DataSet {
  return [words(TAG.CodeValue, 'SH', String(method)), words(TAG.CodingSchemeDesignator, 'SH', 'DCM'), words(TAG.CodeMeaning, 'LO', METHODS[method])]
}

/** What a file says of itself, read off it. */
export function declaredIn(set: DataSet): { identityRemoved: string; methods: { code: string; meaning: string }[]; burnedIn: string } {
  const items = set.find(({ tag }) => tag === TAG.DeidentificationMethodCodeSequence)?.value
  return {
    identityRemoved: textAt(set, TAG.PatientIdentityRemoved), burnedIn: textAt(set, TAG.BurnedInAnnotation),
    methods: ((items ?? []) as readonly DataSet[]).map((item) => ({ code: textAt(item, TAG.CodeValue), meaning: textAt(item, TAG.CodeMeaning) })),
  }
}
