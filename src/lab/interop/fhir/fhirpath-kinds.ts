/** What may stand at a place of an expression: kinds of R4, each with the part of it that our portal takes. */
import { r4Model } from './fhirpath-engine.ts'
import { type Elements, isResourceType, SHAPES } from './shapes.ts'

export interface Kind {
  /** A type of R4 ("HumanName", "string") or, for an element with parts of its own, its path ("Encounter.location"). */
  r4: string
  /** Elements that something here may fill; null where our shapes say nothing about it. */
  ours: Elements | null
}

export interface Place {
  /** Each kind that may stand here; null: nobody can say. */
  kinds: readonly Kind[] | null
  /** How to call it: "Patient.name". */
  said: string
}

/** A single value: nothing stands inside it. */
export function single(r4: string, said = 'This'): Place {
  return { kinds: [{ r4, ours: null }], said }
}

export function anything(said = 'This'): Place {
  return { kinds: null, said }
}

/** The resource that an expression is asked of. A type that R4 does not know may hold anything. */
export function rootPlace(on: string): Place {
  if (isResourceType(on)) return { kinds: [{ r4: on, ours: SHAPES[on] }], said: on }
  return Object.hasOwn(r4Model().type2Parent, on) ? { kinds: [{ r4: on, ours: null }], said: on } : anything(on || 'This')
}

export function isSingle({ r4 }: Kind): boolean {
  return /^[a-z]/.test(r4) && !r4.includes('.')
}

/** `ours`: something here may fill it; `r4`: the standard has it, and nothing here fills it; `none`: there is no such element. */
export type Step = { known: 'ours' | 'r4'; place: Place } | { known: 'none' }

/** One step down, from a place whose kinds are known. */
export function stepInto({ kinds, said }: Place, name: string): Step {
  const place = (inner: readonly Kind[] | null): Place => ({ kinds: inner, said: `${said}.${name}` })
  let open = false
  const filled: Kind[] = []
  const others: Kind[] = []
  for (const kind of kinds ?? []) {
    const types = typesAt(kind.r4, name)
    if (types === null) continue
    open ||= types.includes('Resource')
    for (const [r4, element] of typesWithNames(types, kind, name)) {
      const shape = kind.ours && Object.hasOwn(kind.ours, element) ? kind.ours[element] : undefined
      const list = shape || !kind.ours || isPlain(kind.r4, name) ? filled : others
      list.push({ r4, ours: shape && typeof shape.kind !== 'string' ? shape.kind : null })
    }
  }
  if (filled.length + others.length === 0) return { known: 'none' }
  // Of a choice only the kinds that somebody fills can stand here.
  return filled.length > 0 ? { known: 'ours', place: place(open ? null : filled) } : { known: 'r4', place: place(open ? null : others) }
}

/** A choice goes by its short name, and stands in JSON by its long one: `value` is valueQuantity, valueString… */
function typesWithNames(types: readonly string[], { r4 }: Kind, name: string): [type: string, element: string][] {
  if (!choicesAt(r4, name)) return types.map((type) => [type, name])
  return types.map((type) => [type, `${name}${type.charAt(0).toUpperCase()}${type.slice(1)}`])
}

/** Names of elements that may stand in a place, with their words: ours, or R4's own where we say nothing. */
export function elementsAt({ kinds }: Place): Map<string, string> {
  const found = new Map<string, string>()
  for (const kind of kinds ?? []) {
    const { r4, ours } = kind
    if (!ours && !isSingle(kind)) for (const name of namesInR4(r4)) found.set(name, found.get(name) ?? '')
    for (const [name, { about }] of Object.entries(ours ?? {})) {
      const short = shortName(r4, name)
      found.set(short, short === name ? about : CHOICE_WORDS[short] ?? about)
    }
  }
  return found
}

const CHOICE_WORDS: Readonly<Record<string, string>> = { value: 'the result, whatever its kind', effective: 'when it was measured or taken' }

function shortName(r4: string, name: string): string {
  const [, short = ''] = /^([a-z]+)[A-Z]/.exec(name) ?? []
  return short !== '' && choicesAt(r4, short) ? short : name
}

function namesInR4(r4: string): string[] {
  const own = `${r4}.`
  const choices = Object.keys(r4Model().choiceTypePaths).filter((path) => path.startsWith(own) && !path.slice(own.length).includes('.')).map((path) => path.slice(own.length))
  const names = Object.keys(r4Model().path2Type).filter((path) => path.startsWith(own) && !path.slice(own.length).includes('.')).map((path) => path.slice(own.length))
  return [...new Set([...choices, ...names.map((name) => shortName(r4, name))])].filter((name) => !/^(?:id|extension|modifierExtension|contained|implicitRules|language|meta|text)$/.test(name))
}

/** Kinds by name of a type, or of a type that it is one of ("Age" is a "Quantity"); null: none of these can stand here. */
export function narrowed({ kinds, said }: Place, type: string): Place {
  const fitting = kinds?.filter(({ r4 }) => isA(r4, type)) ?? []
  return { kinds: fitting.length > 0 ? fitting : [{ r4: type, ours: null }], said }
}

function isA(type: string, wanted: string): boolean {
  for (let at: string | undefined = type; at !== undefined; at = r4Model().type2Parent[at]) if (at === wanted) return true
  return false
}

/** Types of R4, with those that others are made from. */
export function typeNames(): string[] {
  const { type2Parent } = r4Model()
  return [...new Set([...Object.keys(type2Parent), ...Object.values(type2Parent)])]
}

/** What may stand under `name` in a thing of this type: "HumanName", or for an element with parts its own path. Null: no such element. */
function typesAt(type: string, name: string): string[] | null {
  if (isPlain(type, name)) return ['string']
  // In the model a single value has a `value` inside; no JSON has, and the package finds nothing there.
  if (/^[a-z]/.test(type) && name === 'value') return null
  const { path2Type, pathsDefinedElsewhere, type2Parent } = r4Model()
  for (let at: string | undefined = type; at !== undefined; at = type2Parent[at]) {
    const path = pathsDefinedElsewhere[`${at}.${name}`] ?? `${at}.${name}`
    const choice = choicesAt(at, name)
    if (choice) return choice.map((one) => (Object.hasOwn(type2Parent, one) ? one : one.charAt(0).toLowerCase() + one.slice(1)))
    const written = Object.hasOwn(path2Type, path) ? path2Type[path] : undefined
    const code = typeof written === 'object' ? written.code : written
    if (code !== undefined) return [code === 'BackboneElement' || code === 'Element' ? path : code.replace(/^System\.(\w)/, (_, first: string) => first.toLowerCase())]
  }
  return null
}

/** What every resource has without being filled. R4 knows no element `resourceType`, and the package answers all the same. */
function isPlain(type: string, name: string): boolean {
  return (name === 'id' || name === 'resourceType') && isResourceType(type)
}

function choicesAt(type: string, name: string): readonly string[] | undefined {
  const { choiceTypePaths } = r4Model()
  return Object.hasOwn(choiceTypePaths, `${type}.${name}`) ? choiceTypePaths[`${type}.${name}`] : undefined
}
