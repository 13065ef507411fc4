/** What travels from the feeds to the portal: messages, and what they ask of it. */
import type { FeedMessage } from './feed/feed-message.ts'
import type { Resource } from './fhir/resource.ts'
import type { Finding } from './fhir/validate.ts'
import type { Change, Unmapped } from './map/map-message.ts'
import type { Message } from './v2/message.ts'

/** HL7 v2 messages in the order they arrived. */
export interface V2 {
  type: 'V2'
  /** `parsed` is null until somebody has taken the message apart. */
  messages: readonly { id: string; sentAt: string; raw: string; title: string; parsed: Message | null }[]
  /** What is known long after, by the same index; empty for hidden messages. */
  truth: readonly FeedMessage[]
}

/** What the messages ask of the portal, and what was found wrong with each. */
export interface Fhir {
  type: 'Fhir'
  messages: readonly FhirMessage[]
  truth: readonly FeedMessage[]
}

export interface FhirMessage {
  id: string
  sentAt: string
  raw: string
  title: string
  changes: readonly Change[]
  /** Each resource as it would stand afterwards, if all messages before had been let in. */
  resources: readonly Resource[]
  unmapped: readonly Unmapped[]
  /** Rules of FHIR it breaks. */
  invalid: readonly Finding[]
  /** Gate rules that stopped it, by id. */
  stopped: readonly { rule: string; say: string }[]
  /** Put aside for a person to read. */
  deadLetter: boolean
}
