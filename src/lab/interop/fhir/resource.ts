/** A FHIR resource as plain JSON: put a value in, take it out, list its leaves. */
import type { Json } from '../../../core/quest/schema.ts'
import type { FhirStep, ResourceType } from './shapes.ts'

export interface Resource {
  resourceType: ResourceType
  id: string
  [element: string]: Json
}

export type Leaf = string | number | boolean | null

type Node = { [name: string]: Json } | Json[]

/** What is done to one place of a resource. */
export type PlaceEdit = { path: { steps: readonly FhirStep[] } } & ({ set: Leaf } | { remove: true })

/** A copy with all edits made in their order. Elements and lists on the way are made, and go when nothing is left in them. */
export function edited(resource: Resource, edits: readonly PlaceEdit[]): Resource {
  const copy = copyOf(resource) as Resource
  for (const edit of edits) {
    const keys = keysOf(edit.path.steps)
    if ('remove' in edit) removeAt(copy, keys)
    else putAt(copy, keys, edit.set)
  }
  return copy
}

function putAt(resource: Resource, keys: readonly (string | number)[], value: Leaf): void {
  let at: Node = resource
  for (const [i, key] of keys.entries()) {
    if (i === keys.length - 1) return put(at, key, value)
    const inner = get(at, key)
    const next: Node = isNode(inner) ? inner : typeof keys[i + 1] === 'number' ? [] : {}
    put(at, key, next)
    at = next
  }
}

function removeAt(at: Node, [key, ...rest]: readonly (string | number)[]): void {
  if (key === undefined) return
  const inner = get(at, key)
  if (rest.length > 0) {
    if (!isNode(inner)) return
    removeAt(inner, rest)
    if (Object.keys(inner).length > 0 && !(Array.isArray(inner) && inner.every((one) => one === null))) return
  }
  if (Array.isArray(at)) {
    at[key as number] = null
    while (at.length > 0 && at.at(-1) === null) at.pop()
  } else delete at[key]
}

/** Path and value of every leaf: `name[0].family` -> "Lind". Type and id are not counted. */
export function leavesOf(resource: Resource): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>()
  for (const [name, value] of Object.entries(resource)) {
    if (name !== 'resourceType' && name !== 'id') gather(value, name, leaves)
  }
  return leaves
}

function gather(value: Json, path: string, leaves: Map<string, Leaf>): void {
  if (Array.isArray(value)) value.forEach((one, i) => gather(one, `${path}[${i}]`, leaves))
  else if (typeof value === 'object' && value !== null) for (const [name, one] of Object.entries(value)) gather(one, `${path}.${name}`, leaves)
  else if (value !== null) leaves.set(path, value)
}

function keysOf(steps: readonly FhirStep[]): (string | number)[] {
  return steps.flatMap(({ name, at }) => (at === undefined ? [name] : [name, at]))
}

function get(at: Node, key: string | number): Json | undefined {
  return Array.isArray(at) ? at[key as number] : at[key]
}

function put(at: Node, key: string | number, value: Json): void {
  if (!Array.isArray(at)) at[key] = value
  else {
    while (at.length < (key as number)) at.push(null)
    at[key as number] = value
  }
}

function isNode(value: Json | undefined): value is Node {
  return typeof value === 'object' && value !== null
}

function copyOf(value: Json): Json {
  if (Array.isArray(value)) return value.map(copyOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copyOf(inner)]))
}
