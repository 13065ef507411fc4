/** A run of a talking desk as its bench shows it: every visible conversation as a transcript. */
import { z } from 'zod'
import { lexiconOf } from '../language/lexicons.ts'
import { judgeTalk, TALK_OUTCOMES } from './judge-talk.ts'
import { endWords, talkExhibit, toneOf } from './talk-exhibit.ts'
import type { Transcript } from './talk-values.ts'

const Tone = z.enum(['right', 'wrong', 'missed', 'note'])
const Turn = z.object({
  who: z.string(), side: z.enum(['guest', 'desk']), text: z.string(),
  spans: z.array(z.object({ from: z.number(), to: z.number(), label: z.string(), tone: Tone })),
  notes: z.array(z.object({ label: z.string(), value: z.string(), tone: Tone.exactOptional() })),
})
export const TalkDetail = z.object({
  chats: z.array(z.object({
    id: z.string(), title: z.string(), outcome: z.enum(TALK_OUTCOMES), end: z.string(), tone: Tone,
    exhibit: z.object({ kind: z.literal('talk'), caption: z.string(), turns: z.array(Turn) }),
  })),
})
export type TalkDetail = z.infer<typeof TalkDetail>

/** No chats where nobody knows what they were about. */
export function talkDetail({ chats, shelf }: Transcript): TalkDetail {
  const { truth } = shelf
  if (!truth?.talk) return { chats: [] }
  return {
    chats: judgeTalk(chats, truth, lexiconOf(shelf.lexicon)).map((chat) => ({
      id: chat.play.id, title: titleOf(chat.play.turns.map(({ line }) => line.text)), outcome: chat.outcome, end: endWords(chat.outcome), tone: toneOf(chat.outcome), exhibit: talkExhibit(chat, shelf),
    })),
  }
}

/** The longest of the turns, which says most of what was wanted. */
export function titleOf(texts: readonly string[]): string {
  return [...texts].sort((a, b) => b.length - a.length)[0] ?? ''
}
