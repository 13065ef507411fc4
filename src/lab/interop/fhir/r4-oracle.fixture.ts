/**
 * Resources held against material that is not ours: the R4 model that the `fhirpath` package ships, which its authors made from
 * the specification. It knows every element, its type, and whether it repeats.
 */
import { readFileSync } from 'node:fs'

const read = <T>(file: string): T => JSON.parse(readFileSync(`node_modules/fhirpath/fhir-context/r4/${file}.json`, 'utf8')) as T

export const R4 = {
  types: read<Record<string, string | { code: string }>>('path2Type'),
  choices: read<Record<string, string[]>>('choiceTypePaths'),
  repeating: new Set(read<string[]>('path2Repeating')),
  parents: read<Record<string, string>>('type2Parent'),
}

const SINGLE: Readonly<Record<string, (value: unknown) => boolean>> = {
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger, positiveInt: (value) => Number.isInteger(value) && (value as number) > 0, unsignedInt: (value) => Number.isInteger(value) && (value as number) >= 0,
  decimal: (value) => typeof value === 'number',
  date: (value) => typeof value === 'string' && /^\d{4}(-\d\d(-\d\d)?)?$/.test(value),
  dateTime: (value) => typeof value === 'string' && /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?)?)?$/.test(value),
}

/** What R4 has against a resource, by path; nothing when it has the elements, types and lists of R4. */
export function r4Troubles(resource: { resourceType: string }): string[] {
  const { resourceType, ...elements } = resource
  return resourceType in R4.parents ? elementsIn(elements, resourceType, resourceType) : [`${resourceType}: no such resource`]
}

function elementsIn(elements: object, type: string, path: string): string[] {
  return Object.entries(elements).flatMap(([name, value]) => {
    const at = ownerOf(type, name)
    const here = `${path}.${name}`
    if (at === null) return [`${here}: no such element`]
    if (R4.repeating.has(`${at}.${name}`) !== Array.isArray(value)) return [`${here}: ${Array.isArray(value) ? 'does not repeat' : 'repeats'}`]
    return (Array.isArray(value) ? value as unknown[] : [value as unknown]).flatMap((one) => valueIn(one, `${at}.${name}`, here))
  })
}

function valueIn(value: unknown, element: string, path: string): string[] {
  const written = R4.types[element]
  const type = typeof written === 'object' ? written.code : written ?? ''
  if (type === 'Resource') return r4Troubles(value as { resourceType: string })
  if (type === 'BackboneElement' || type === 'Element') return elementsIn(value as object, element, path)
  if (/^[A-Z]/.test(type) && !type.startsWith('System.')) return typeof value === 'object' && value !== null ? elementsIn(value, type, path) : [`${path}: should be a ${type}`]
  const fits = SINGLE[type] ?? ((one: unknown) => typeof one === 'string')
  return fits(value) ? [] : [`${path}: should be ${type}`]
}

/** The type that an element is defined in: the type itself or one that it is made from. */
function ownerOf(type: string, name: string): string | null {
  for (let at: string | undefined = type; at !== undefined; at = R4.parents[at]) if (`${at}.${name}` in R4.types) return at
  return null
}
