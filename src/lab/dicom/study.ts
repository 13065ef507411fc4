/** A chest film of somebody: two pictures with a full header, as the machine has written it. */
import { Rng } from '../../core/rng.ts'
import type { FilmMarks } from '../../core/artefacts/annotations.ts'
import { ageOn } from '../data/town.ts'
import type { PersonOnFile } from '../data/visitors.ts'
import { burntIn, type Burn, MACHINES, type Machine } from './burn.ts'
import { type DataSet, type Element, sorted, words } from './element.ts'
import { FILM_SIZE } from './film.ts'
import { ATTRIBUTES } from './attributes.ts'
import { TAG } from './tags.ts'
import { uidFrom } from './uid.ts'

export interface FilmInstance {
  set: DataSet
  burn: Burn
  /** Painted over, once somebody has. */
  painted: FilmMarks | null
}

export interface FilmStudy {
  id: string
  /** Record number: "P0421" of the town, from P6001 on of people from elsewhere. */
  patient: string
  name: string
  machine: Machine
  /** The second points to the first. */
  instances: readonly FilmInstance[]
}

const COMPUTED_RADIOGRAPHY = '1.2.840.10008.5.1.4.1.1.1'
const DOCTORS = ['Falk^Ines', 'Adler^Ngozi', 'Amundsen^Kari', 'Boateng^Esi']

export function studyOf(seed: string, who: PersonOnFile, burnIn: number): FilmStudy {
  const rng = new Rng(seed)
  const machine = rng.pick(MACHINES)
  const date = `${rng.int(2023, 2025)}${two(rng.int(1, 12))}${two(rng.int(1, 28))}`
  const burns = rng.uniform() < burnIn
  const [study, series, frame] = [uidFrom(`${seed}/study`), uidFrom(`${seed}/series`), uidFrom(`${seed}/frame`)]
  const files = ['PA', 'LL'].map((_, k) => uidFrom(`${seed}/file/${k}`))
  const values: Readonly<Record<string, string>> = {
    PatientName: `${who.family}^${who.given}`, PatientID: who.record, IssuerOfPatientID: 'St Turing', PatientBirthDate: who.born.replaceAll('-', ''), PatientSex: who.sex,
    OtherPatientIDs: `9${rng.int(10, 99)}-${rng.int(10, 99)}-${rng.int(1000, 9999)}`, OtherPatientNames: `${rng.pick(['Ash', 'Moor', 'Field'])}^${who.given}`, PatientAge: `${String(ageOn(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`, who.born)).padStart(3, '0')}Y`,
    PatientWeight: String(rng.int(48, 112)), PatientAddress: `${who.address}, ${who.city}`, PatientTelephoneNumbers: who.phone, Occupation: rng.pick(['ferry pilot', 'teacher', 'baker', 'former mayor']),
    AdmissionID: `A${rng.int(10000, 99999)}`, CurrentPatientLocation: `Ward ${rng.int(1, 9)} bed ${rng.int(1, 30)}`, AccessionNumber: `X${rng.int(100000, 999999)}`, StudyID: String(rng.int(1000, 9999)),
    StudyDate: date, StudyTime: `${two(rng.int(7, 21))}${two(rng.int(0, 59))}00`, SeriesDate: date, AcquisitionDate: date, ContentDate: date,
    ReferringPhysicianName: rng.pick(DOCTORS), PerformingPhysicianName: rng.pick(DOCTORS), NameOfPhysiciansReadingStudy: rng.pick(DOCTORS), OperatorsName: 'Quist^Jon', RequestingPhysician: rng.pick(DOCTORS),
    InstitutionName: 'St Turing Hospital', InstitutionAddress: '1 North Quay', StationName: `XR-${machine.toUpperCase()}`, DeviceSerialNumber: `SN-${rng.int(10000, 99999)}`,
    StudyDescription: `Chest two views for ${who.family}`, SeriesDescription: 'Chest upright', RequestedProcedureDescription: rng.pick(['Cough for three weeks', `Cough, see letter of ${who.given}`]),
    AdditionalPatientHistory: `${who.given} smoked until 2010.`, PatientComments: `Ring ${who.given} before noon.`, ImageComments: rng.pick(['Good breath in', `${who.family} moved a little`]),
    Modality: 'CR', Manufacturer: 'Lumen', BodyPartExamined: 'CHEST', StudyInstanceUID: study, SeriesInstanceUID: series, FrameOfReferenceUID: frame,
  }
  const instances = files.map((file, k): FilmInstance => {
    const view = k === 0 ? 'PA' : 'LL'
    const own: Readonly<Record<string, string>> = { ...values, SOPInstanceUID: file, ViewPosition: view }
    const elements: Element[] = ATTRIBUTES.flatMap(({ keyword, tag, vr }) => (own[keyword] === undefined ? [] : [words(tag, vr, own[keyword])]))
    if (k > 0) elements.push({ tag: TAG.ReferencedImageSequence, vr: 'SQ', value: [[words(TAG.ReferencedSOPClassUID, 'UI', COMPUTED_RADIOGRAPHY), words(TAG.ReferencedSOPInstanceUID, 'UI', files[0] as string)]] })
    elements.push(
      words(TAG.SpecificCharacterSet, 'CS', 'ISO_IR 192'), words(TAG.SOPClassUID, 'UI', COMPUTED_RADIOGRAPHY), words(TAG.InstanceNumber, 'IS', String(k + 1)),
      words(0x00190010, 'LO', 'LUMEN HEADER'), words(0x00191001, 'LO', `${who.given} ${who.family}`), words(0x00191002, 'DA', date),
      ...pixelModule(), words(TAG.BurnedInAnnotation, 'CS', burns ? 'YES' : 'NO'),
    )
    return { set: sorted(elements), burn: burntIn({ seed: `${seed}/${k}`, machine, view, called: who, id: who.record, born: who.born, date, burns }), painted: null }
  })
  return { id: `S-${who.id}`, patient: who.id, name: who.name, machine, instances }
}

function pixelModule(): Element[] {
  const number = (tag: number, value: number): Element => ({ tag, vr: 'US', value: [value] })
  return [
    number(TAG.SamplesPerPixel, 1), words(TAG.PhotometricInterpretation, 'CS', 'MONOCHROME2'), number(TAG.Rows, FILM_SIZE), number(TAG.Columns, FILM_SIZE),
    number(TAG.BitsAllocated, 8), number(TAG.BitsStored, 8), number(TAG.HighBit, 7), number(TAG.PixelRepresentation, 0),
  ]
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
