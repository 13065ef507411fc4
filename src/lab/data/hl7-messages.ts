/** `hl7.messages`: the feed of the old systems as a generator of quests. What the messages are is in `lab/interop/feed/`. */
import { z } from 'zod'
import { feedOf } from '../interop/feed/feed.ts'
import { DIALECTS } from '../interop/feed/senders.ts'
import type { V2 } from '../graph/ports.ts'
import type { Generator } from './generator.ts'

export const HL7_PARAMS = z.strictObject({
  n: z.number().int().min(10).max(1000).default(120).describe('messages'),
  defectRate: z.number().min(0).max(0.5).default(0.1).describe('share that must not reach the portal'),
  dialects: z.array(z.enum(DIALECTS)).min(1).default([...DIALECTS]).describe('systems that send about arrivals'),
})

export const hl7Messages: Generator<V2> = {
  id: 'hl7.messages',
  about: 'messages of the old systems in the order they arrive, some of them defective',
  makes: 'V2',
  params: HL7_PARAMS,
  schema: [],
  generate(seed, params) {
    const feed = feedOf(seed, HL7_PARAMS.parse(params))
    return { type: 'V2', messages: feed.map(({ id, sentAt, raw, title }) => ({ id, sentAt, raw, title, parsed: null })), truth: feed }
  },
  asOf: ({ messages }) => ({ type: 'V2', messages, truth: [] }),
  traps: ['empty-is-not-delete'],
}
