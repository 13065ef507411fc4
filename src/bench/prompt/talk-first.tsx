import type { TalkPlan, TalkStep } from '../../core/artefacts/talk-plan.ts'
import { IconButton } from '../../kit/button.tsx'
import { Switch } from '../../kit/switch.tsx'
import { talkWords as words } from './talk-words.ts'

export interface TalkProps {
  talk: TalkPlan
  readOnly: boolean
  onChange(talk: TalkPlan, label: string, gesture?: string): void
}

/** The list that a turn goes down before any model is asked. */
export function AnswerOrder({ talk, readOnly, onChange }: TalkProps) {
  const move = (at: number, by: number, label: string) => {
    const step = talk.order[at] as TalkStep
    onChange({ ...talk, order: talk.order.toSpliced(at, 1).toSpliced(at + by, 0, step) }, label)
  }
  return (
    <ol className="desk-order" aria-label={words.order}>
      {talk.order.map((step, at) => (
        <li key={step}>
          <span><strong>{at + 1}</strong> {words.steps[step]}</span>
          <IconButton icon="chevron-up" small label={words.up(words.steps[step])} disabled={readOnly || at === 0} onClick={() => move(at, -1, words.up(words.steps[step]))} />
          <IconButton icon="chevron-down" small label={words.down(words.steps[step])} disabled={readOnly || at === talk.order.length - 1} onClick={() => move(at, 1, words.down(words.steps[step]))} />
        </li>
      ))}
    </ol>
  )
}

export function QuickReplies({ talk, readOnly, onChange }: TalkProps) {
  return (
    <>
      {talk.quick.map(reply => (
        <Switch
          key={reply.id} label={words.quickOne(reply.title, reply.words)} help={`“${reply.say}”`} checked={reply.on} disabled={readOnly}
          onChange={on => onChange({ ...talk, quick: talk.quick.map(one => (one.id === reply.id ? { ...one, on } : one)) }, reply.title)}
        />
      ))}
    </>
  )
}
