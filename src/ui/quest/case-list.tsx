import { useState } from 'react'
import type { Quest } from '../../core/quest/schema.ts'
import type { CaseReport } from '../../core/verdict.ts'
import { Button } from '../../kit/button.tsx'
import '../../kit/card.css'
import { Icon } from '../../kit/icon.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { VisuallyHidden } from '../../kit/visually-hidden.tsx'
import { outcomes, outcomesSaid, verify as words } from '../words/en-quest.ts'
import { CaseChart } from './case-chart.tsx'

const SIGNS: Record<string, IconName> = { missed: 'warning', needless: 'info', caught: 'check', 'kept-waiting': 'warning', 'rung-for-nothing': 'info', 'in-time': 'check' }

/** What became of a case, in the quest's own words where it has them. */
export function caseOutcome(outcome: string, words: Quest['verify']['outcome']): string {
  const said = words && Object.hasOwn(outcomesSaid, outcome) ? outcomesSaid[outcome]?.(words.yes, words.no) : undefined
  return said ?? (Object.hasOwn(outcomes, outcome) ? (outcomes[outcome] ?? outcome) : outcome)
}

/** Hidden patients by what became of them; each opens like a chart. */
export function CaseList({ cases, outcome }: { cases: readonly CaseReport[]; outcome: Quest['verify']['outcome'] }) {
  const [kind, setKind] = useState<string | null>(null)
  const [open, setOpen] = useState<CaseReport | null>(null)
  const kinds = [...new Set(cases.map(one => one.outcome))]
  const shown = cases.filter(one => kind === null || one.outcome === kind)
  return (
    <section className="card verdict-section" aria-labelledby="cases-heading">
      <h3 id="cases-heading">{words.cases}</h3>
      <p>{words.casesIntro}</p>
      <div className="case-kinds">
        <Button small aria-pressed={kind === null} onClick={() => setKind(null)}>{words.casesShow(words.caseAll, cases.length)}</Button>
        {kinds.map(one => (
          <Button key={one} small aria-pressed={kind === one} onClick={() => setKind(one)}>
            {words.casesShow(caseOutcome(one, outcome), cases.filter(item => item.outcome === one).length)}
          </Button>
        ))}
      </div>
      <ul className="case-list">
        {shown.map(one => (
          <li key={`${one.set} ${one.id}`}>
            <button type="button" className={/^[a-z-]+$/.test(one.outcome) ? `case case-${one.outcome}` : 'case'} onClick={() => setOpen(one)}>
              <Icon name={SIGNS[one.outcome] ?? 'person'} />
              <span>
                <strong><VisuallyHidden>{words.caseOpen} </VisuallyHidden>{one.title}</strong>
                <small>{caseOutcome(one.outcome, outcome)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {open && <CaseChart report={open} onClose={() => setOpen(null)} />}
    </section>
  )
}
