import { useMemo } from 'react'
import type { PromptPack } from '../../core/artefacts/prompt-pack.ts'
import type { Quest } from '../../core/quest/schema.ts'
import type { TextEngine } from '../../core/text-engine.ts'
import type { RunReport } from '../../core/verdict.ts'
import { type DeskAnswer, DeskDetail } from '../../lab/language/desk-detail.ts'
import { TalkDetail } from '../../lab/dialogue/talk-detail.ts'
import { AnswerCard } from './answer-card.tsx'
import { ChatList } from './chat-list.tsx'
import { LimitMeters } from './limit-meters.tsx'
import { PickOne } from './pick-one.tsx'
import { detailIn, RunPanel } from './run-panel.tsx'
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

const OUTCOMES: readonly DeskAnswer['outcome'][] = ['late', 'obeyed', 'old-edition', 'wrong', 'made-up', 'refused', 'false-alarm', 'right', 'refused-rightly', 'handed-over']
const SIGNS: Readonly<Record<DeskAnswer['outcome'], string>> = { right: '✓', 'refused-rightly': '✓', refused: '!', wrong: '✕', 'old-edition': '⟲', 'made-up': '✕', late: '✕', obeyed: '✕', 'handed-over': '✓', 'false-alarm': '!' }

/** Every question of the last run, to open: the answer, what it was made from, and what it cost. */
export function AnswerPanel({ quest, report, stale, asked, textEngine }: AnswerPanelProps) {
  const detail = useMemo(() => detailIn(report, DeskDetail), [report])
  const talk = useMemo(() => detailIn(report, TalkDetail), [report])
  const before = asked.talk ? { say: talkWords.before, help: talkWords.simulated } : { say: words.before, help: words.simulationHelp }
  return (
    <RunPanel title={words.ask} report={report} stale={stale ? words.stale : null} before={before}>
      {(detail ?? talk) && (
        <>
          <LimitMeters quest={quest} metrics={report?.metrics ?? {}} />
          {detail
            ? (
                <PickOne
                  label={words.questions} words={words} items={detail.answers} title={({ outcome, question }) => `${SIGNS[outcome]} ${question}`}
                  outcomes={OUTCOMES.map(id => ({ id, label: `${SIGNS[id]} ${words.outcomes[id]}` }))}
                >
                  {answer => <AnswerCard key={answer.id} answer={answer} sign={SIGNS[answer.outcome]} refusal={detail.refusal.say} lexicon={detail.lexicon} asked={asked} textEngine={textEngine} />}
                </PickOne>
              )
            : talk && <ChatList detail={talk} />}
        </>
      )}
    </RunPanel>
  )
}
