/**
 * The part of FHIR R4 (4.0.1) that St Turing's portal takes: which elements a resource has, of what kind, which must be there.
 * Kinds, cardinalities and value sets follow the R4 definitions of Patient, Encounter, Observation and DiagnosticReport; the
 * stricter "required" marks (name, gender, identifier, class) are those of our own profile, after US Core.
 */
export type Primitive = 'string' | 'code' | 'uri' | 'date' | 'dateTime' | 'decimal' | 'reference'

export interface ElementShape {
  kind: Primitive | Elements
  /** May repeat: an array in JSON. */
  many?: boolean
  required?: boolean
  /** Codes that a required binding allows. */
  values?: readonly string[]
  /** In words, for completion. */
  about: string
}
export interface Elements {
  [name: string]: ElementShape
}

export const RESOURCE_TYPES = ['Patient', 'Encounter', 'Observation', 'DiagnosticReport'] as const
export type ResourceType = (typeof RESOURCE_TYPES)[number]

const coding: Elements = {
  system: { kind: 'uri', about: 'which list the code is from' },
  code: { kind: 'code', about: 'the code' },
  display: { kind: 'string', about: 'the code in words' },
}
const concept: Elements = {
  coding: { kind: coding, many: true, about: 'codes for it' },
  text: { kind: 'string', about: 'as people say it' },
}
const identifier: Elements = {
  system: { kind: 'uri', about: 'who gives this number out' },
  value: { kind: 'string', about: 'the number itself' },
}
const period: Elements = {
  start: { kind: 'dateTime', about: 'from' },
  end: { kind: 'dateTime', about: 'until' },
}
const reference: Elements = { reference: { kind: 'reference', about: 'link such as Patient/P0421' } }
const quantity: Elements = {
  value: { kind: 'decimal', about: 'the number' },
  unit: { kind: 'string', about: 'the unit as people read it' },
  system: { kind: 'uri', about: 'list the unit code is from: http://unitsofmeasure.org' },
  code: { kind: 'code', about: 'the unit as a UCUM code' },
}

const OBSERVATION_STATUS = ['registered', 'preliminary', 'final', 'amended', 'corrected', 'cancelled', 'entered-in-error', 'unknown']

export const SHAPES: Readonly<Record<ResourceType, Elements>> = {
  Patient: {
    identifier: { kind: identifier, many: true, required: true, about: 'numbers of the patient' },
    name: {
      kind: {
        family: { kind: 'string', about: 'family name' },
        given: { kind: 'string', many: true, about: 'given names, in order' },
      }, many: true, required: true, about: 'names',
    },
    telecom: {
      kind: {
        system: { kind: 'code', values: ['phone', 'fax', 'email', 'pager', 'url', 'sms', 'other'], about: 'phone, email…' },
        value: { kind: 'string', about: 'the number' },
      }, many: true, about: 'how to reach the patient',
    },
    gender: { kind: 'code', required: true, values: ['male', 'female', 'other', 'unknown'], about: 'as the office records it' },
    birthDate: { kind: 'date', required: true, about: 'date of birth' },
    address: {
      kind: {
        line: { kind: 'string', many: true, about: 'house and street' },
        city: { kind: 'string', about: 'town' },
        postalCode: { kind: 'string', about: 'post code' },
      }, many: true, about: 'where the patient lives',
    },
  },
  Encounter: {
    identifier: { kind: identifier, many: true, required: true, about: 'visit number' },
    status: {
      kind: 'code', required: true, about: 'how far the visit has come',
      values: ['planned', 'arrived', 'triaged', 'in-progress', 'onleave', 'finished', 'cancelled', 'entered-in-error', 'unknown'],
    },
    class: { kind: { ...coding, code: { kind: 'code', required: true, about: 'the class itself' } }, required: true, about: 'inpatient IMP, emergency EMER, outpatient AMB' },
    subject: { kind: reference, required: true, about: 'whose visit it is' },
    period: { kind: period, about: 'when it began and ended' },
    location: { kind: { location: { kind: { display: { kind: 'string', about: 'name of the ward' } }, required: true, about: 'the place' } }, many: true, about: 'where the patient is' },
  },
  Observation: {
    status: { kind: 'code', required: true, values: OBSERVATION_STATUS, about: 'preliminary, final, corrected…' },
    code: { kind: concept, required: true, about: 'what was measured' },
    subject: { kind: reference, required: true, about: 'whose result it is' },
    effectiveDateTime: { kind: 'dateTime', about: 'when it was measured' },
    valueQuantity: { kind: quantity, about: 'a number with its unit' },
    valueString: { kind: 'string', about: 'a result in words' },
    valueCodeableConcept: { kind: concept, about: 'a result that is a code' },
    dataAbsentReason: { kind: concept, about: 'why there is no value' },
    interpretation: { kind: concept, many: true, about: 'high, low, normal' },
    referenceRange: { kind: { text: { kind: 'string', about: 'usual range, in words' } }, many: true, about: 'what is usual' },
  },
  DiagnosticReport: {
    identifier: { kind: identifier, many: true, about: 'number of the report' },
    status: {
      kind: 'code', required: true, about: 'state of the report',
      values: ['registered', 'partial', 'preliminary', 'final', 'amended', 'corrected', 'appended', 'cancelled', 'entered-in-error', 'unknown'],
    },
    code: { kind: concept, required: true, about: 'which test' },
    subject: { kind: reference, required: true, about: 'whose report it is' },
    effectiveDateTime: { kind: 'dateTime', about: 'when the sample was taken' },
  },
}

export interface FhirStep {
  name: string
  /** Place in a list, from 0; absent where the element does not repeat. */
  at?: number
}
export interface FhirPath {
  type: ResourceType
  steps: readonly FhirStep[]
  kind: Primitive
}

export type ReadFhirPath = { ok: true; path: FhirPath } | { ok: false; say: string }

/** `Patient.name[0].family` against the shapes; a list without a place means its first entry. */
export function readFhirPath(text: string): ReadFhirPath {
  const [type = '', ...parts] = text.trim().split('.')
  if (!isResourceType(type)) return { ok: false, say: `Begin with one of ${RESOURCE_TYPES.join(', ')}.` }
  let elements: ElementShape['kind'] = SHAPES[type]
  const steps: FhirStep[] = []
  let walked: string = type
  for (const part of parts) {
    const [, name = '', place] = /^([A-Za-z]+)(?:\[(\d)\])?$/.exec(part) ?? []
    if (typeof elements === 'string') return { ok: false, say: `${walked} is a single value; nothing comes after it.` }
    const shape: ElementShape | undefined = Object.hasOwn(elements, name) ? elements[name] : undefined
    if (!shape) return { ok: false, say: `${walked} has no "${part.slice(0, 40)}" here. It has: ${Object.keys(elements).join(', ')}.` }
    if (place !== undefined && !shape.many) return { ok: false, say: `${walked}.${name} does not repeat: leave [${place}] out.` }
    steps.push({ name, ...(shape.many ? { at: Number(place ?? 0) } : {}) })
    walked = `${walked}.${name}`
    elements = shape.kind
  }
  if (typeof elements !== 'string') return { ok: false, say: `${walked} has parts. Choose one: ${Object.keys(elements).join(', ')}.` }
  return { ok: true, path: { type, steps, kind: elements } }
}

/** `Patient.name[0].family`, every place in a list spelt out. */
export function writtenPath({ type, steps }: Pick<FhirPath, 'type' | 'steps'>): string {
  return [type, ...steps.map(({ name, at }) => (at === undefined ? name : `${name}[${at}]`))].join('.')
}

export function isResourceType(text: string): text is ResourceType {
  return (RESOURCE_TYPES as readonly string[]).includes(text)
}

/** Every single value that a map may fill, with its words: `Patient.name[0].family`. */
export function leafPaths(): { path: string; about: string }[] {
  return RESOURCE_TYPES.flatMap((type) => leavesOf(SHAPES[type], type))
}

function leavesOf(elements: Elements, prefix: string): { path: string; about: string }[] {
  return Object.entries(elements).flatMap(([name, { kind, many, about }]) => {
    const path = `${prefix}.${name}${many ? '[0]' : ''}`
    return typeof kind === 'string' ? [{ path, about }] : leavesOf(kind, path)
  })
}
