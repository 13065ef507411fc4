/** Plays the messages that were let through into a portal, one after the other, and looks after each. */
import type { Fhir, FhirMessage } from '../graph/ports.ts'
import type { FeedMessage } from '../interop/feed/feed-message.ts'
import { compareResource, type FieldDiff } from '../interop/fhir/compare.ts'
import { Portal } from '../interop/fhir/portal.ts'
import type { Resource } from '../interop/fhir/resource.ts'

/** An element of one of the resources that a message is about. */
export interface ElementDiff extends FieldDiff {
  /** Of the resource. */
  id: string
}

export interface Outcome {
  message: FhirMessage
  feed: FeedMessage
  /** What the portal should hold beside what it holds, for the resources this message is about. */
  diffs: readonly ElementDiff[]
  /** A correction, and the portal shows another value than the corrected one. */
  stale: boolean
  /** A patient's address or telephone is gone that should be there, or there that should be gone. */
  lost: boolean
}

/** `truth` has one entry per message, in the same order; without it there is nothing to say. */
export function replay({ messages }: Fhir, truth: readonly FeedMessage[]): Outcome[] {
  const portal = new Portal()
  return messages.flatMap((message, i) => {
    const feed = truth[i]
    if (!feed) return []
    if (!message.deadLetter) for (const change of message.changes) portal.take(change)
    const held = feed.wanted.map((wanted) => ({ wanted, got: portal.get({ type: wanted.resourceType, id: wanted.id }) }))
    const diffs = held.flatMap(({ wanted, got }) => compareResource(wanted, got).map((diff) => ({ ...diff, id: wanted.id })))
    return [{
      message, feed, diffs,
      stale: feed.corrects && held.some(({ wanted, got }) => got && wanted.resourceType === 'Observation' && valueOf(wanted) !== valueOf(got)),
      lost: feed.update && held.some(({ wanted, got }) => got && wanted.resourceType === 'Patient') && diffs.some(({ path, ok }) => !ok && /^Patient\.(address|telecom)/.test(path)),
    }]
  })
}

/** Value of a result as the ward screen shows it, whatever its kind. */
function valueOf(resource: Resource | undefined): string {
  if (!resource) return ''
  const { valueQuantity, valueString, valueCodeableConcept } = resource
  const amount = (valueQuantity as { value?: unknown } | undefined)?.value
  return JSON.stringify(amount ?? valueString ?? valueCodeableConcept ?? null)
}
