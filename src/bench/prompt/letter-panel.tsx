import { useEffect, useMemo, useRef, useState } from 'react'
import type { Quest } from '../../core/quest/schema.ts'
import type { RunReport } from '../../core/verdict.ts'
import { IconButton } from '../../kit/button.tsx'
import { Note } from '../../kit/note.tsx'
import { type DetailLetter, LettersDetail } from '../../lab/letters/letters-detail.ts'
import { LetterCard } from './letter-card.tsx'
import { letterWords as words } from './letter-words.ts'
import { LimitMeters } from './limit-meters.tsx'
import { words as deskWords } from './words.ts'

type Filter = 'all' | DetailLetter['outcome']

const FILTERS: readonly DetailLetter['outcome'][] = ['missing', 'wrong', 'held', 'good']
const SIGNS: Readonly<Record<DetailLetter['outcome'], string>> = { missing: '✕', wrong: '✕', held: '✓', good: '✓' }

/** Every letter of the last run, to open beside its chart. */
export function LetterPanel({ quest, report, stale }: { quest: Quest; report: RunReport | null; stale: boolean }) {
  const detail = useMemo(() => detailIn(report), [report])
  const problems = report?.problems ?? []
  const panel = useRef<HTMLElement>(null)
  const seen = useRef(report)
  // On a phone the letters stand below the settings: new ones come up by themselves.
  useEffect(() => {
    if (report && report !== seen.current && (panel.current?.getBoundingClientRect().top ?? 0) > innerHeight * 0.6) panel.current?.scrollIntoView({ block: 'start' })
    seen.current = report
  }, [report])
  return (
    <section className="desk-answers" aria-label={words.read} ref={panel}>
      <h3>{words.read}</h3>
      {problems.length > 0 && <Note tone="warning"><strong>{deskWords.problems}</strong>{problems.map(({ say }) => <p key={say}>{say}</p>)}</Note>}
      {stale && detail && <Note tone="info">{words.stale}</Note>}
      {detail
        ? <><LimitMeters quest={quest} metrics={report?.metrics ?? {}} /><Pick letters={detail.letters} /></>
        : problems.length === 0 && <div className="desk-empty"><p>{words.before}</p><p className="desk-help">{words.simulationHelp}</p></div>}
    </section>
  )
}

function detailIn(report: RunReport | null): LettersDetail | null {
  for (const node of report?.nodes ?? []) {
    const read = node.detail === undefined ? null : LettersDetail.safeParse(node.detail)
    if (read?.success) return read.data
  }
  return null
}

function Pick({ letters }: { letters: readonly DetailLetter[] }) {
  const [filter, setFilter] = useState<Filter>('all')
  const [chosen, setChosen] = useState<string | null>(null)
  const some = FILTERS.map(outcome => ({ outcome, n: letters.filter(one => one.outcome === outcome).length })).filter(({ n }) => n > 0)
  const now = filter !== 'all' && some.every(({ outcome }) => outcome !== filter) ? 'all' : filter
  const shown = letters.filter(one => now === 'all' || one.outcome === now)
  const at = Math.max(0, shown.findIndex(({ id }) => id === chosen))
  const letter = shown[at]
  const go = (by: number) => setChosen(shown[at + by]?.id ?? null)
  return (
    <>
      <div className="desk-pick">
        <label className="desk-filter">
          <span>{deskWords.show}</span>
          <select className="select" aria-label={deskWords.show} value={now} onChange={event => setFilter(event.target.value as Filter)}>
            <option value="all">{words.all(letters.length)}</option>
            {some.map(({ outcome, n }) => <option key={outcome} value={outcome}>{`${SIGNS[outcome]} ${words.outcomes[outcome]} (${n})`}</option>)}
          </select>
        </label>
        <label className="desk-question">
          <span>{words.letters}</span>
          <select className="select" aria-label={words.letters} value={letter?.id ?? ''} onChange={event => setChosen(event.target.value)}>
            {shown.map(one => <option key={one.id} value={one.id}>{`${SIGNS[one.outcome]} ${one.title}`}</option>)}
          </select>
        </label>
        <div className="desk-steps-through">
          <IconButton icon="chevron-left" small label={words.previous} disabled={at === 0} onClick={() => go(-1)} />
          <IconButton icon="chevron-right" small label={words.next} disabled={at >= shown.length - 1} onClick={() => go(1)} />
        </div>
      </div>
      {letter ? <LetterCard key={letter.id} letter={letter} sign={SIGNS[letter.outcome]} /> : <p className="desk-help">{words.none}</p>}
    </>
  )
}
