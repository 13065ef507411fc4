/** What the portal ought to hold after each message, written from what happened, never from the message. */
import type { DiagnosticReport, Encounter, Observation, Patient } from 'fhir/r4'
import { CITY } from '../../data/town.ts'
import type { Resource } from '../fhir/resource.ts'
import { isoTime } from './clock.ts'
import { type Analyte, flagOf, type Panel, rangeOf, type Value } from './laboratory.ts'
import type { ResultState, Visit } from './lines.ts'
import type { Class, Registered } from './senders.ts'

export const LOINC = 'http://loinc.org'
export const UCUM = 'http://unitsofmeasure.org'
export const RECORD_SYSTEM = 'https://st-turing.example/record-number'
const CLASS_SYSTEM = 'http://terminology.hl7.org/CodeSystem/v3-ActCode'
const ABSENT_SYSTEM = 'http://terminology.hl7.org/CodeSystem/data-absent-reason'
const CLASSES: Readonly<Record<Class, string>> = { inpatient: 'IMP', emergency: 'EMER', outpatient: 'AMB' }
/** HL7 table 0085 to Observation.status, after the v2-to-FHIR guide's concept map. */
const STATES: Readonly<Record<ResultState, Observation['status']>> = { P: 'preliminary', F: 'final', C: 'corrected', W: 'entered-in-error', X: 'cancelled' }

/** The typed FHIR shapes hold what we write to the specification; the rest of the house reads plain JSON. */
function plainResource(resource: Patient | Encounter | Observation | DiagnosticReport): Resource {
  return resource as unknown as Resource
}

export interface Known {
  address: string | null
  phone: string | null
}

export function patientTruth({ record, person, birth, gender }: Registered, { address, phone }: Known): Resource {
  return plainResource({
    resourceType: 'Patient', id: record,
    identifier: [{ system: RECORD_SYSTEM, value: record }],
    name: [{ family: person.family, given: [person.given] }],
    ...(phone === null ? {} : { telecom: [{ system: 'phone', value: phone }] }),
    gender, birthDate: birth,
    ...(address === null ? {} : { address: [{ line: [address], city: CITY }] }),
  })
}

export function visitTruth(record: string, { number, class: kind, ward, admitted, discharged }: Visit): Resource {
  return plainResource({
    resourceType: 'Encounter', id: number,
    identifier: [{ value: number }],
    status: discharged === null ? 'in-progress' : 'finished',
    class: { system: CLASS_SYSTEM, code: CLASSES[kind] },
    subject: { reference: `Patient/${record}` },
    period: { start: isoTime(admitted), ...(discharged === null ? {} : { end: isoTime(discharged) }) },
    location: [{ location: { display: ward } }],
  })
}

export function reportTruth(record: string, order: string, panel: Panel, taken: number, state: 'P' | 'F' | 'C'): Resource {
  return plainResource({
    resourceType: 'DiagnosticReport', id: order,
    identifier: [{ value: order }],
    status: state === 'P' ? 'preliminary' : state === 'F' ? 'final' : 'corrected',
    code: { coding: [{ system: LOINC, code: panel.loinc }], text: panel.name },
    subject: { reference: `Patient/${record}` },
    effectiveDateTime: isoTime(taken),
  })
}

export interface ResultTruth {
  analyte: Analyte
  value: Value | null
  state: ResultState
  measured: number
}

export function resultTruth(record: string, id: string, { analyte, value, state, measured }: ResultTruth): Resource {
  const flag = value ? flagOf(analyte, value) : null
  const range = rangeOf(analyte)
  return plainResource({
    resourceType: 'Observation', id,
    status: STATES[state],
    code: { coding: [{ system: LOINC, code: analyte.loinc }], text: analyte.name },
    subject: { reference: `Patient/${record}` },
    effectiveDateTime: isoTime(measured),
    ...valueOf(analyte, value),
    ...(state === 'X' ? { dataAbsentReason: { coding: [{ system: ABSENT_SYSTEM, code: 'not-performed' }] } } : {}),
    ...(flag ? { interpretation: [{ coding: [{ code: flag }] }] } : {}),
    ...(range ? { referenceRange: [{ text: range }] } : {}),
  })
}

function valueOf({ unit = '' }: Analyte, value: Value | null): Pick<Observation, 'valueQuantity' | 'valueString' | 'valueCodeableConcept'> {
  if (!value) return {}
  switch (value.kind) {
    case 'NM': return { valueQuantity: { value: value.value, unit, system: UCUM, code: unit } }
    case 'ST': return { valueString: value.text }
    case 'CWE': return { valueCodeableConcept: { coding: [{ code: value.code }], text: value.text } }
  }
}
