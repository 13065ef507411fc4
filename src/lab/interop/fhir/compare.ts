/** A resource as it should be beside what came: leaf by leaf. */
import { type Leaf, leavesOf, type Resource } from './resource.ts'

export interface FieldDiff {
  path: string
  wanted: Leaf
  got: Leaf
  ok: boolean
}

/** Every leaf of either, in the order of the wanted one; what nobody asked for counts as wrong. */
export function compareResource(wanted: Resource, got: Resource | undefined): FieldDiff[] {
  const want = leavesOf(wanted)
  const have = got ? leavesOf(got) : new Map<string, Leaf>()
  const rows = [...want].map(([path, value]): FieldDiff => {
    const other = have.get(path) ?? null
    return { path: `${wanted.resourceType}.${path}`, wanted: value, got: other, ok: other === value }
  })
  const extra = [...have].filter(([path]) => !want.has(path)).map(([path, value]): FieldDiff => ({ path: `${wanted.resourceType}.${path}`, wanted: null, got: value, ok: false }))
  return [...rows, ...extra]
}
