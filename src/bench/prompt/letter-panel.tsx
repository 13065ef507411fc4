import { useMemo } from 'react'
import type { Quest } from '../../core/quest/schema.ts'
import type { RunReport } from '../../core/verdict.ts'
import { type DetailLetter, LettersDetail } from '../../lab/letters/letters-detail.ts'
import { LetterCard } from './letter-card.tsx'
import { letterWords as words } from './letter-words.ts'
import { LimitMeters } from './limit-meters.tsx'
import { PickOne } from './pick-one.tsx'
import { detailIn, RunPanel } from './run-panel.tsx'

const OUTCOMES: readonly DetailLetter['outcome'][] = ['missing', 'wrong', 'held', 'good']
const SIGNS: Readonly<Record<DetailLetter['outcome'], string>> = { missing: '✕', wrong: '✕', held: '✓', good: '✓' }

/** Every letter of the last run, to open beside its chart. */
export function LetterPanel({ quest, report, stale }: { quest: Quest; report: RunReport | null; stale: boolean }) {
  const detail = useMemo(() => detailIn(report, LettersDetail), [report])
  return (
    <RunPanel title={words.read} report={report} stale={stale ? words.stale : null} before={{ say: words.before, help: words.simulationHelp }}>
      {detail && (
        <>
          <LimitMeters quest={quest} metrics={report?.metrics ?? {}} />
          <PickOne
            label={words.letters} words={words} items={detail.letters} title={({ outcome, title }) => `${SIGNS[outcome]} ${title}`}
            outcomes={OUTCOMES.map(id => ({ id, label: `${SIGNS[id]} ${words.outcomes[id]}` }))}
          >
            {letter => <LetterCard key={letter.id} letter={letter} sign={SIGNS[letter.outcome]} />}
          </PickOne>
        </>
      )}
    </RunPanel>
  )
}
