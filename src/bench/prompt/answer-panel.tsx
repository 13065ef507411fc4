import { useEffect, useMemo, useRef, useState } from 'react'
import type { ZodType } from 'zod'
import type { PromptPack } from '../../core/artefacts/prompt-pack.ts'
import type { Quest } from '../../core/quest/schema.ts'
import type { TextEngine } from '../../core/text-engine.ts'
import type { RunReport } from '../../core/verdict.ts'
import { IconButton } from '../../kit/button.tsx'
import { Note } from '../../kit/note.tsx'
import { type DeskAnswer, DeskDetail } from '../../lab/language/desk-detail.ts'
import { TalkDetail } from '../../lab/dialogue/talk-detail.ts'
import { AnswerCard } from './answer-card.tsx'
import { ChatList } from './chat-list.tsx'
import { LimitMeters } from './limit-meters.tsx'
import { talkWords } from './talk-words.ts'
import { words } from './words.ts'

interface AnswerPanelProps {
  quest: Quest
  report: RunReport | null
  stale: boolean
  /** Settings of the desk that gave these answers. */
  asked: PromptPack
  textEngine?: () => Promise<TextEngine | null>
}

type Filter = 'all' | DeskAnswer['outcome']

const FILTERS: readonly DeskAnswer['outcome'][] = ['late', 'obeyed', 'old-edition', 'wrong', 'made-up', 'refused', 'false-alarm', 'right', 'refused-rightly', 'handed-over']
const SIGNS: Readonly<Record<DeskAnswer['outcome'], string>> = { right: '✓', 'refused-rightly': '✓', refused: '!', wrong: '✕', 'old-edition': '⟲', 'made-up': '✕', late: '✕', obeyed: '✕', 'handed-over': '✓', 'false-alarm': '!' }

/** Every question of the last run, to open: the answer, what it was made from, and what it cost. */
export function AnswerPanel({ quest, report, stale, asked, textEngine }: AnswerPanelProps) {
  const detail = useMemo(() => detailIn(report, DeskDetail), [report])
  const talk = useMemo(() => detailIn(report, TalkDetail), [report])
  const problems = report?.problems ?? []
  const panel = useRef<HTMLElement>(null)
  const seen = useRef(report)
  // On a phone the answers stand below the settings: new ones come up by themselves.
  useEffect(() => {
    if (report && report !== seen.current && (panel.current?.getBoundingClientRect().top ?? 0) > innerHeight * 0.6) panel.current?.scrollIntoView({ block: 'start' })
    seen.current = report
  }, [report])
  return (
    <section className="desk-answers" aria-label={words.ask} ref={panel}>
      <h3>{words.ask}</h3>
      {problems.length > 0 && <Note tone="warning"><strong>{words.problems}</strong>{problems.map(({ say }) => <p key={say}>{say}</p>)}</Note>}
      {stale && (detail ?? talk) && <Note tone="info">{words.stale}</Note>}
      {detail
        ? <><LimitMeters quest={quest} metrics={report?.metrics ?? {}} /><Questions detail={detail} asked={asked} textEngine={textEngine} /></>
        : talk
          ? <><LimitMeters quest={quest} metrics={report?.metrics ?? {}} /><ChatList detail={talk} /></>
          : problems.length === 0 && <div className="desk-empty"><p>{asked.talk ? talkWords.before : words.before}</p><p className="desk-help">{asked.talk ? talkWords.simulated : words.simulationHelp}</p></div>}
    </section>
  )
}

function detailIn<Detail>(report: RunReport | null, shape: ZodType<Detail>): Detail | null {
  for (const node of report?.nodes ?? []) {
    const read = node.detail === undefined ? null : shape.safeParse(node.detail)
    if (read?.success) return read.data
  }
  return null
}

function Questions({ detail, asked, textEngine }: Pick<AnswerPanelProps, 'asked'> & { detail: DeskDetail; textEngine: AnswerPanelProps['textEngine'] | undefined }) {
  const [filter, setFilter] = useState<Filter>('all')
  const [chosen, setChosen] = useState<string | null>(null)
  const some = FILTERS.map(outcome => ({ outcome, n: detail.answers.filter(one => one.outcome === outcome).length })).filter(({ n }) => n > 0)
  const now = filter !== 'all' && some.every(({ outcome }) => outcome !== filter) ? 'all' : filter
  const shown = detail.answers.filter(one => now === 'all' || one.outcome === now)
  const at = Math.max(0, shown.findIndex(({ id }) => id === chosen))
  const answer = shown[at]
  const go = (by: number) => setChosen(shown[at + by]?.id ?? null)
  return (
    <>
      <div className="desk-pick">
        <label className="desk-filter">
          <span>{words.show}</span>
          <select className="select" aria-label={words.show} value={now} onChange={event => setFilter(event.target.value as Filter)}>
            <option value="all">{words.all(detail.answers.length)}</option>
            {some.map(({ outcome, n }) => <option key={outcome} value={outcome}>{`${SIGNS[outcome]} ${words.outcomes[outcome]} (${n})`}</option>)}
          </select>
        </label>
        <label className="desk-question">
          <span>{words.questions}</span>
          <select className="select" aria-label={words.questions} value={answer?.id ?? ''} onChange={event => setChosen(event.target.value)}>
            {shown.map(one => <option key={one.id} value={one.id}>{`${SIGNS[one.outcome]} ${one.question}`}</option>)}
          </select>
        </label>
        <div className="desk-steps-through">
          <IconButton icon="chevron-left" small label={words.previous} disabled={at === 0} onClick={() => go(-1)} />
          <IconButton icon="chevron-right" small label={words.next} disabled={at >= shown.length - 1} onClick={() => go(1)} />
        </div>
      </div>
      {answer ? <AnswerCard key={answer.id} answer={answer} sign={SIGNS[answer.outcome]} refusal={detail.refusal.say} lexicon={detail.lexicon} asked={asked} textEngine={textEngine} /> : <p className="desk-help">{words.none}</p>}
    </>
  )
}
