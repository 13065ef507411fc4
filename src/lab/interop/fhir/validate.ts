/**
 * Whether a resource keeps the rules of FHIR R4 and of our own profile: elements, kinds, required ones, codes; then the
 * invariants of the specification, written in FHIRPath as it publishes them.
 */
import type { Json } from '../../../core/quest/schema.ts'
import { isUcum } from '../map/ucum.ts'
import type { Resource } from './resource.ts'
import { type Elements, type ElementShape, type Primitive, type ResourceType, SHAPES } from './shapes.ts'

export interface Finding {
  /** "Patient.birthDate" */
  path: string
  say: string
}

/** Regular expressions as in the R4 data types; days that do not exist are caught by counting. */
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const DATE_TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00))$/

const CHECKS: Readonly<Record<Primitive, (value: Json) => string | null>> = {
  string: (value) => (typeof value === 'string' && value.trim() !== '' && value !== '""' ? null : 'must be a text that says something'),
  code: (value) => (typeof value === 'string' && /^\S+( \S+)*$/.test(value) ? null : 'must be a code without stray spaces'),
  uri: (value) => (typeof value === 'string' && /^\S+$/.test(value) ? null : 'must be an address without spaces'),
  date: (value) => (typeof value === 'string' && DATE.test(value) && isRealDay(value) ? null : 'must be a real date such as 1961-03-24'),
  dateTime: (value) => (typeof value === 'string' && ((DATE.test(value) || DATE_TIME.test(value)) && isRealDay(value)) ? null : 'must be a real date and time such as 2025-03-07T14:05:00+00:00'),
  decimal: (value) => (typeof value === 'number' && Number.isFinite(value) ? null : 'must be a number'),
  reference: (value) => (typeof value === 'string' && /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.test(value) ? null : 'must be a link such as Patient/P0421'),
}

/** Days per month by the Gregorian calendar; a year or a month alone is always real. */
function isRealDay(text: string): boolean {
  const [year = 0, month = 0, day] = text.slice(0, 10).split('-').map(Number)
  if (day === undefined) return true
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0)
}

/** Structure only: needs no library, so that a bench can ask it at every key. */
export function validateShape(resource: Resource): Finding[] {
  const { resourceType, id: _id, ...rest } = resource
  const findings = walk(rest, SHAPES[resourceType], resourceType)
  const unit = (rest['valueQuantity'] as { code?: Json } | undefined)?.code
  if (typeof unit === 'string' && !isUcum(unit)) findings.push({ path: 'Observation.valueQuantity.code', say: `"${unit}" is not a UCUM unit` })
  return findings
}

function walk(value: { [name: string]: Json }, elements: Elements, path: string): Finding[] {
  const findings = Object.keys(value).flatMap((name) => {
    const shape = Object.hasOwn(elements, name) ? elements[name] : undefined
    return shape ? element(value[name] as Json, shape, `${path}.${name}`) : [{ path: `${path}.${name}`, say: 'is not an element of our profile' }]
  })
  const missing = Object.entries(elements).filter(([name, { required }]) => required && value[name] === undefined)
  return [...findings, ...missing.map(([name]) => ({ path: `${path}.${name}`, say: 'must be there' }))]
}

function element(value: Json, shape: ElementShape, path: string): Finding[] {
  if (!shape.many) return one(value, shape, path)
  if (!Array.isArray(value)) return [{ path, say: 'must be a list' }]
  return value.flatMap((entry, i) => one(entry, shape, `${path}[${i}]`))
}

function one(value: Json, { kind, values }: ElementShape, path: string): Finding[] {
  if (typeof kind !== 'string') {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return walk(value, kind, path)
    return [{ path, say: 'is empty, and there is something after it' }]
  }
  const wrong = CHECKS[kind](value)
  if (wrong) return [{ path, say: `${wrong}, not ${JSON.stringify(value)}` }]
  return values && !values.includes(String(value)) ? [{ path, say: `"${String(value)}" is not one of: ${values.join(', ')}` }] : []
}

export interface Invariant {
  key: string
  on: ResourceType
  expr: string
  say: string
}

/** Keys and expressions as HL7 FHIR R4 (4.0.1) gives them; us-core-8 from US Core. */
export const INVARIANTS: readonly Invariant[] = [
  { key: 'us-core-8', on: 'Patient', expr: 'name.all(family.exists() or given.exists())', say: 'a name needs a family or a given name' },
  { key: 'cpt-2', on: 'Patient', expr: 'telecom.all(value.empty() or system.exists())', say: 'a number needs to say whether it is a phone or something else' },
  { key: 'per-1', on: 'Encounter', expr: 'period.all(start.hasValue().not() or end.hasValue().not() or (start <= end))', say: 'a visit cannot end before it begins' },
  { key: 'obs-6', on: 'Observation', expr: 'dataAbsentReason.empty() or value.empty()', say: 'a result has a value or a reason why not, never both' },
  { key: 'qty-3', on: 'Observation', expr: "value.ofType(Quantity).all(code.empty() or system.exists())", say: 'a unit code needs the system it is from' },
]
