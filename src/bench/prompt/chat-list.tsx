import type { Tone } from '../../core/verdict.ts'
import { Exhibit } from '../../kit/exhibit/exhibit.tsx'
import { TONE_SIGNS } from '../../kit/exhibit/tone-signs.ts'
import type { TalkDetail } from '../../lab/dialogue/talk-detail.ts'
import { PickOne } from './pick-one.tsx'
import { talkWords as words } from './talk-words.ts'

const ORDER: Readonly<Record<Tone, number>> = { wrong: 0, missed: 1, right: 2, note: 3 }

/** Every conversation of the last run, to open: turn by turn, with what each was made from. */
export function ChatList({ detail: { chats } }: { detail: TalkDetail }) {
  return (
    <PickOne label={words.chats} words={words} items={chats} outcomes={endsOf(chats)} title={({ tone, title }) => `${TONE_SIGNS[tone]} ${title}`}>
      {chat => <Exhibit key={chat.id} exhibit={chat.exhibit} />}
    </PickOne>
  )
}

/** How they ended: what went wrong first, and of those what happened most often. */
function endsOf(chats: TalkDetail['chats']): { id: string; label: string }[] {
  const often = (outcome: string) => chats.filter(chat => chat.outcome === outcome).length
  return [...new Map(chats.map(chat => [chat.outcome, chat])).values()]
    .sort((a, b) => ORDER[a.tone] - ORDER[b.tone] || often(b.outcome) - often(a.outcome))
    .map(({ outcome, tone, end }) => ({ id: outcome, label: `${TONE_SIGNS[tone]} ${end}` }))
}
