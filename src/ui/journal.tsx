import { useState } from 'react'
import { badgeWords } from '../core/log/badges.ts'
import type { JournalEntry } from '../core/log/career.ts'
import { Button } from '../kit/button.tsx'
import '../kit/card.css'
import { Icon } from '../kit/icon.tsx'
import type { IconName } from '../kit/icon.tsx'
import { Meter } from '../kit/meter.tsx'
import { useActions, useGame } from './game.ts'
import { GraphTable } from './graph-table.tsx'
import './journal.css'
import { formatFigure } from './quest/figures.ts'
import { MedalSign } from './quest/medal-sign.tsx'
import { useHeadingFocus } from './screen-focus.ts'
import { common } from './words/en.ts'
import { journal as words } from './words/en-record.ts'

/** Everything that was ever judged: when, how well, how it was built; each can go back on the bench. */
export function Journal() {
  const entries = useGame(state => state.career.journal)
  const hasPlayer = useGame(state => state.career.player !== null)
  const { go } = useActions()
  const heading = useHeadingFocus<HTMLHeadingElement>('journal')
  const newestFirst = entries.toSorted((a, b) => b.at - a.at)
  // What was best in its day and has been bettered since is not called the best any more.
  const isBest = (entry: JournalEntry) => entry === newestFirst.find(other => other.isBest && other.quest === entry.quest)
  return (
    <main className="screen journal">
      <header className="screen-head">
        <Button icon="back" look="plain" onClick={() => go({ at: hasPlayer ? 'hospital' : 'title' })}>{common.back}</Button>
        <h1 ref={heading} tabIndex={-1}>{words.heading}</h1>
        <Button icon="medal" onClick={() => go({ at: 'certificate' })}>{words.certificate}</Button>
      </header>
      <Standing />
      <p className="journal-intro">{newestFirst.length === 0 ? words.empty : words.intro}</p>
      <ol className="entries">
        {newestFirst.map(entry => <li key={entry.id}><Entry entry={entry} best={isBest(entry)} /></li>)}
      </ol>
    </main>
  )
}

const BADGE_SIGNS: Record<string, IconName> = {
  'first-run': 'run', 'well-read': 'book', 'time-traveller': 'clock', 'honest-numbers': 'chart', 'sure-footed': 'flag',
  'first-medal': 'heart', gold: 'medal', 'own-steam': 'hint', 'full-marks': 'check', 'never-done': 'refresh',
}

/** Experience, medals and badges at a glance. */
function Standing() {
  const { level, xp, toNextLevel, medals, badges } = useGame(state => state.career)
  const quests = useGame(state => state.quests)
  return (
    <section className="card standing">
      <div>
        <h2>{common.level(level)}</h2>
        <Meter label={words.xp} share={toNextLevel} />
        <p>{common.xp(xp)}</p>
      </div>
      <ul aria-label={words.medals}>
        {quests.filter(quest => medals[quest.id] && medals[quest.id] !== 'none').map(quest => (
          <li key={quest.id}><MedalSign medal={medals[quest.id] ?? 'none'} size={2.25} /><span>{quest.title}</span></li>
        ))}
      </ul>
      {badges.length > 0 && (
        <ul aria-label={words.badges}>
          {badges.map(badge => {
            const { title, how } = badgeWords(badge.id)
            return (
              <li key={`${badge.quest} ${badge.id}`} className="badge">
                <span className="badge-sign"><Icon name={BADGE_SIGNS[badge.id] ?? 'star'} size={1.375} /></span>
                <span><strong>{title}</strong><small>{how}</small></span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

function Entry({ entry, best }: { entry: JournalEntry; best: boolean }) {
  const { reopen } = useActions()
  const title = useGame(state => state.quests.find(quest => quest.id === entry.quest)?.title)
  const [open, setOpen] = useState(false)
  const { verdict } = entry
  return (
    <article className="card entry" aria-labelledby={`entry-${entry.id}`}>
      <MedalSign medal={verdict.medal} size={3} />
      <div className="entry-words">
        <h2 id={`entry-${entry.id}`}>{title ?? words.unknownQuest}</h2>
        <p className="entry-when">
          <time dateTime={new Date(entry.at).toISOString()}>{new Date(entry.at).toLocaleString([], { dateStyle: 'long', timeStyle: 'short' })}</time>
          {best && <span className="entry-tag entry-best"><Icon name="star" size={0.875} />{words.best}</span>}
          {verdict.trap && <span className="entry-tag"><Icon name="warning" size={0.875} />{words.trap}</span>}
        </p>
        <Figures entry={entry} />
        <div className="entry-buttons">
          {title && <Button small icon="refresh" onClick={() => void reopen(entry.quest, entry.solution)}>{words.reopen}</Button>}
          <Button small look="plain" icon={open ? 'chevron-down' : 'chevron-right'} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? words.hideGraph : words.graph}
          </Button>
        </div>
        {open && <GraphTable graph={entry.solution.graph} />}
      </div>
    </article>
  )
}

/** The goals' figures as they were judged; the quest itself need not be loaded for them. */
function Figures({ entry: { quest, verdict } }: { entry: JournalEntry }) {
  const known = useGame(state => state.quests.find(({ id }) => id === quest)?.figures) ?? []
  const problem = verdict.problems[0]
  if (problem) return <p>{problem.say}</p>
  return (
    <dl className="entry-figures" aria-label={words.figures}>
      {verdict.goals.map(({ metric, value }) => {
        const figure = known.find(({ id }) => id === metric)
        return <div key={metric}><dt>{words.metricNames[metric] ?? figure?.label ?? metric}</dt><dd>{formatFigure(value, figure?.format)}</dd></div>
      })}
    </dl>
  )
}
