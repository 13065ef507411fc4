import { useState } from 'react'
import type { Tone } from '../../core/verdict.ts'
import { IconButton } from '../../kit/button.tsx'
import { Exhibit } from '../../kit/exhibit/exhibit.tsx'
import { TONE_SIGNS } from '../../kit/exhibit/tone-signs.ts'
import type { TalkDetail } from '../../lab/dialogue/talk-detail.ts'
import { talkWords as words } from './talk-words.ts'

type Chat = TalkDetail['chats'][number]

const label = ({ tone, end }: { tone: Tone; end: string }) => `${TONE_SIGNS[tone]} ${end}`

/** Every conversation of the last run, to open: turn by turn, with what each was made from. */
export function ChatList({ detail: { chats } }: { detail: TalkDetail }) {
  const [filter, setFilter] = useState<string>('all')
  const [chosen, setChosen] = useState<string | null>(null)
  const ends = [...new Map(chats.map(chat => [chat.outcome, chat])).values()].map(chat => ({ chat, n: chats.filter(({ outcome }) => outcome === chat.outcome).length }))
  const order: Readonly<Record<Tone, number>> = { wrong: 0, missed: 1, right: 2, note: 3 }
  ends.sort((a, b) => order[a.chat.tone] - order[b.chat.tone] || b.n - a.n)
  const now = ends.some(({ chat }) => chat.outcome === filter) ? filter : 'all'
  const shown = chats.filter(({ outcome }) => now === 'all' || outcome === now)
  const at = Math.max(0, shown.findIndex(({ id }) => id === chosen))
  const chat: Chat | undefined = shown[at]
  const go = (by: number) => setChosen(shown[at + by]?.id ?? null)
  return (
    <>
      <div className="desk-pick">
        <label className="desk-filter">
          <span>{words.show}</span>
          <select className="select" aria-label={words.show} value={now} onChange={event => setFilter(event.target.value)}>
            <option value="all">{words.all(chats.length)}</option>
            {ends.map(({ chat: one, n }) => <option key={one.outcome} value={one.outcome}>{`${label(one)} (${n})`}</option>)}
          </select>
        </label>
        <label className="desk-question">
          <span>{words.chats}</span>
          <select className="select" aria-label={words.chats} value={chat?.id ?? ''} onChange={event => setChosen(event.target.value)}>
            {shown.map(one => <option key={one.id} value={one.id}>{`${TONE_SIGNS[one.tone]} ${one.title}`}</option>)}
          </select>
        </label>
        <div className="desk-steps-through">
          <IconButton icon="chevron-left" small label={words.previous} disabled={at === 0} onClick={() => go(-1)} />
          <IconButton icon="chevron-right" small label={words.next} disabled={at >= shown.length - 1} onClick={() => go(1)} />
        </div>
      </div>
      {chat ? <Exhibit key={chat.id} exhibit={chat.exhibit} /> : <p className="desk-help">{words.none}</p>}
    </>
  )
}
