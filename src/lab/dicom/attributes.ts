/**
 * What is to become of each attribute, after DICOM PS3.15 Annex E, table E.1-1, basic application level profile (edition
 * 2024b). The letters: K keep, Z zero length, D dummy, X remove, C clean, U new UID. Where the table says Z, a dummy is allowed
 * too (E.1.1: "Z: a zero length value, or a non-zero length value that may be a dummy"); X/Z, X/D and X/Z/D leave the choice.
 * C comes from the option to clean descriptors (113105), which keeps free text that somebody has gone through.
 */
import type { TagAction } from '../../core/artefacts/annotations.ts'
import type { Vr } from './element.ts'

export interface Attribute {
  keyword: string
  tag: number
  vr: Exclude<Vr, 'OB' | 'SQ' | 'UL' | 'US'>
  label: string
  group: 'The patient' | 'The visit' | 'Dates and times' | 'People at work' | 'Place and machine' | 'Free text' | 'Threads between files' | 'The picture'
  /** As the table has it; "-" for what the table does not name. */
  profile: string
  allowed: readonly TagAction[]
}

const ALLOWED: Readonly<Record<string, readonly TagAction[]>> = {
  Z: ['Z', 'D'], 'Z/D': ['Z', 'D'], X: ['X'], 'X/C': ['X', 'C'], 'X/Z': ['X', 'Z'], 'X/Z/C': ['X', 'Z', 'C'], 'X/D': ['X', 'D'], 'X/Z/D': ['X', 'Z', 'D'], U: ['U'], '-': ['K'],
}

type Row = readonly [keyword: string, tag: number, vr: Attribute['vr'], label: string, profile: string]

const GROUPS: Readonly<Record<Attribute['group'], readonly Row[]>> = {
  'The patient': [
    ['PatientName', 0x00100010, 'PN', 'Patient\'s name', 'Z'],
    ['PatientID', 0x00100020, 'LO', 'Patient number', 'Z/D'],
    ['IssuerOfPatientID', 0x00100021, 'LO', 'Who gave the number', 'X'],
    ['PatientBirthDate', 0x00100030, 'DA', 'Date of birth', 'Z'],
    ['PatientSex', 0x00100040, 'CS', 'Sex', 'Z'],
    ['OtherPatientIDs', 0x00101000, 'LO', 'Other numbers', 'X'],
    ['OtherPatientNames', 0x00101001, 'PN', 'Other names', 'X'],
    ['PatientAge', 0x00101010, 'AS', 'Age', 'X'],
    ['PatientWeight', 0x00101030, 'DS', 'Weight', 'X'],
    ['PatientAddress', 0x00101040, 'LO', 'Address', 'X'],
    ['PatientTelephoneNumbers', 0x00102154, 'SH', 'Telephone', 'X'],
    ['Occupation', 0x00102180, 'SH', 'Occupation', 'X'],
  ],
  'The visit': [
    ['AdmissionID', 0x00380010, 'LO', 'Admission number', 'X'],
    ['CurrentPatientLocation', 0x00380300, 'LO', 'Ward and bed', 'X'],
    ['AccessionNumber', 0x00080050, 'SH', 'Order number', 'Z'],
    ['StudyID', 0x00200010, 'SH', 'Study number', 'Z'],
  ],
  'Dates and times': [
    ['StudyDate', 0x00080020, 'DA', 'Date of the study', 'Z'],
    ['StudyTime', 0x00080030, 'TM', 'Time of the study', 'Z'],
    ['SeriesDate', 0x00080021, 'DA', 'Date of the series', 'X/D'],
    ['AcquisitionDate', 0x00080022, 'DA', 'Date of the exposure', 'X/Z'],
    ['ContentDate', 0x00080023, 'DA', 'Date of the picture', 'Z/D'],
  ],
  'People at work': [
    ['ReferringPhysicianName', 0x00080090, 'PN', 'Referring doctor', 'Z'],
    ['PerformingPhysicianName', 0x00081050, 'PN', 'Performing doctor', 'X'],
    ['NameOfPhysiciansReadingStudy', 0x00081060, 'PN', 'Reading doctor', 'X'],
    ['OperatorsName', 0x00081070, 'PN', 'Radiographer', 'X/Z/D'],
    ['RequestingPhysician', 0x00321032, 'PN', 'Requesting doctor', 'X'],
  ],
  'Place and machine': [
    ['InstitutionName', 0x00080080, 'LO', 'Hospital', 'X/Z/D'],
    ['InstitutionAddress', 0x00080081, 'LO', 'Address of the hospital', 'X'],
    ['StationName', 0x00081010, 'SH', 'Name of the machine', 'X/Z/D'],
    ['DeviceSerialNumber', 0x00181000, 'LO', 'Serial number', 'X/Z/D'],
  ],
  'Free text': [
    ['StudyDescription', 0x00081030, 'LO', 'What was done', 'X/C'],
    ['SeriesDescription', 0x0008103e, 'LO', 'The series in words', 'X/C'],
    ['RequestedProcedureDescription', 0x00321060, 'LO', 'What was asked for', 'X/Z/C'],
    ['AdditionalPatientHistory', 0x001021b0, 'LT', 'History', 'X/C'],
    ['PatientComments', 0x00104000, 'LT', 'Comments on the patient', 'X/C'],
    ['ImageComments', 0x00204000, 'LT', 'Comments on the picture', 'X/C'],
  ],
  'Threads between files': [
    ['StudyInstanceUID', 0x0020000d, 'UI', 'Study: the same in all its files', 'U'],
    ['SeriesInstanceUID', 0x0020000e, 'UI', 'Series', 'U'],
    ['SOPInstanceUID', 0x00080018, 'UI', 'This file', 'U'],
    ['ReferencedSOPInstanceUID', 0x00081155, 'UI', 'Another file that this one points to', 'U'],
    ['FrameOfReferenceUID', 0x00200052, 'UI', 'Same position of the patient', 'U'],
  ],
  'The picture': [
    ['Modality', 0x00080060, 'CS', 'Kind of machine', '-'],
    ['Manufacturer', 0x00080070, 'LO', 'Maker', '-'],
    ['BodyPartExamined', 0x00180015, 'CS', 'Part of the body', '-'],
    ['ViewPosition', 0x00185101, 'CS', 'View', '-'],
  ],
}

/** Key of the row for everything in odd groups. */
export const PRIVATE = 'PrivateAttributes'

export const ATTRIBUTES: readonly Attribute[] = Object.entries(GROUPS).flatMap(([group, rows]) =>
  rows.map(([keyword, tag, vr, label, profile]) => ({ keyword, tag, vr, label, group: group as Attribute['group'], profile, allowed: ALLOWED[profile] ?? [] })))

const byTag = new Map(ATTRIBUTES.map((attribute) => [attribute.tag, attribute]))

export function attributeAt(tag: number): Attribute | undefined {
  return byTag.get(tag)
}

export const ACTION_WORDS: Readonly<Record<TagAction, string>> = {
  K: 'keep', Z: 'empty it', D: 'put a dummy in', X: 'remove it', C: 'clean the text', U: 'give a new UID, the same everywhere',
}
