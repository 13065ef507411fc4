import type { ReactNode } from 'react'
import type { Verdict, VerdictSummary } from '../../core/verdict.ts'
import '../../kit/card.css'
import { Icon } from '../../kit/icon.tsx'
import { Note } from '../../kit/note.tsx'
import { verify as words } from '../words/en-quest.ts'
import { MedalSign } from './medal-sign.tsx'

/** The medal, what it means, and what the ward would have felt. */
export function VerdictHead({ summary, verdict, children }: { summary: VerdictSummary; verdict: Verdict | null; children: ReactNode }) {
  const failed = summary.problems.length > 0
  return (
    <section className={`card verdict-head medal-${summary.medal}`} data-medal={summary.medal}>
      <MedalSign medal={summary.medal} size={6.5} />
      <div className="verdict-words">
        <h3>{failed ? words.problems : words.medalHeadings[summary.medal]}</h3>
        {failed ? <Problems summary={summary} /> : <p>{medalWords(summary)}</p>}
        {verdict?.ward && !failed && (
          <blockquote className="verdict-ward">
            <strong>{words.onWards}</strong>
            <p>{verdict.ward}</p>
          </blockquote>
        )}
        <div className="verdict-ways">{children}</div>
      </div>
    </section>
  )
}

/** Every goal reached and yet no medal: then a rule was broken, and that is what must be said. */
export function medalWords(summary: VerdictSummary): string {
  const onlyRuleBroken = summary.medal === 'none' && summary.goals.every(goal => goal.reached !== 'none')
  return onlyRuleBroken ? words.guardSays : words.medalSays[summary.medal]
}

function Problems({ summary }: { summary: VerdictSummary }) {
  return (
    <ul className="verdict-problems">
      {summary.problems.map(problem => <li key={`${problem.node} ${problem.port} ${problem.say}`}><Icon name="warning" size={1.125} />{problem.say}</li>)}
    </ul>
  )
}

/** Rules that hold whatever the figures: a list too long for two nurses is no list. */
export function WardNotes({ summary }: { summary: VerdictSummary }) {
  const broken = summary.guards.filter(guard => !guard.holds)
  if (broken.length === 0) return null
  return (
    <section className="verdict-guards" aria-label={words.guards}>
      {broken.map(guard => <Note key={guard.id} tone="bad"><strong>{words.guardBroken}.</strong> {guard.say}</Note>)}
    </section>
  )
}
