/**
 * The patient portal at the other end: it keeps one copy of each resource and takes changes to it.
 *
 * Its rule for results is the one that makes "preliminary is not final" matter: a final result stands until something that
 * calls itself corrected (or cancelled, or an error) replaces it. A second "final" is taken for a copy and dropped.
 */
import type { Change } from '../map/map-message.ts'
import { edited, type Resource } from './resource.ts'

/** What a resource looks like once the change is made. Results arrive whole; patients and visits are changed piece by piece. */
export function changed(before: Resource | undefined, { type, id, edits }: Change): Resource {
  const piecewise = type === 'Patient' || type === 'Encounter'
  return edited(piecewise && before ? before : { resourceType: type, id }, edits)
}

const STANDS = new Set(['final', 'corrected', 'amended'])
const MAY_REPLACE = new Set(['corrected', 'amended', 'cancelled', 'entered-in-error'])

export class Portal {
  private readonly held = new Map<string, Resource>()

  get({ type, id }: Pick<Change, 'type' | 'id'>): Resource | undefined {
    return this.held.get(`${type}/${id}`)
  }

  /** What would stand after this change, before the portal decides whether it takes it. */
  preview(change: Change): Resource {
    return changed(this.get(change), change)
  }

  /** Take it, or keep the final result that is there. Gives what stands afterwards. */
  take(change: Change): Resource {
    const before = this.get(change)
    const after = changed(before, change)
    if (before && isResult(before) && STANDS.has(String(before['status'])) && !MAY_REPLACE.has(String(after['status']))) return before
    this.held.set(`${change.type}/${change.id}`, after)
    return after
  }
}

function isResult({ resourceType }: Resource): boolean {
  return resourceType === 'Observation' || resourceType === 'DiagnosticReport'
}
