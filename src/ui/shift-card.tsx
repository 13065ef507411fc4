import { useState } from 'react'
import '../kit/card.css'
import { Icon } from '../kit/icon.tsx'
import { VisuallyHidden } from '../kit/visually-hidden.tsx'
import type { PersonOnFloor } from '../core/hospital.ts'
import { useActions, useGame } from './game.ts'
import { figureText } from './quest/figures.ts'
import { hud, places } from './words/en-hospital.ts'

/** More than these would cover the floor; the others come when they are asked for. */
const TASKS = 4
const FIGURES = 3

/** Top right: today's quests, as buttons that lead to who gives them, and the figures on the wall. */
export function ShiftCard() {
  const hospital = useGame(state => state.hospital)
  const quests = useGame(state => state.quests)
  const [whole, setWhole] = useState(false)
  const number = new Map(quests.map(({ id, n }) => [id, n]))
  const givers = hospital.departments.flatMap(department => department.people).filter(hasOpenQuest)
    .toSorted((a, b) => urgency(a) - urgency(b) || (number.get(a.quest?.id ?? '') ?? 0) - (number.get(b.quest?.id ?? '') ?? 0))
  const stats = Object.entries(hospital.stats)
  const shown = whole ? givers : givers.slice(0, TASKS)
  return (
    <section className="shift card" aria-labelledby="shift-heading" data-whole={whole}>
      <h2 id="shift-heading">{hud.shift}</h2>
      {givers.length === 0 && <p className="shift-none">{hud.shiftDone}</p>}
      <ul className="shift-tasks">
        {shown.map(person => <Task key={person.id} person={person} />)}
      </ul>
      {stats.length > 0 && (
        <dl className="shift-figures" aria-label={hud.figures}>
          {(whole ? stats : stats.slice(0, FIGURES)).map(([id, { label, value, unit }]) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>{figureText(value, unit)}</dd>
            </div>
          ))}
        </dl>
      )}
      {givers.length + stats.length > 1 && (
        <button type="button" className="shift-more" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? hud.shiftLess : hud.shiftMore(givers.length)}
          <Icon name={whole ? 'chevron-up' : 'chevron-down'} size={1} />
        </button>
      )}
    </section>
  )
}

/** What is begun comes first, what is done last. */
function urgency({ quest }: PersonOnFloor): number {
  return quest?.mark === 'active' ? 0 : quest?.mark === 'offered' ? 1 : 2
}

function hasOpenQuest(person: PersonOnFloor): boolean {
  return person.quest !== undefined && person.quest.mark !== 'locked'
}

function Task({ person }: { person: PersonOnFloor }) {
  const { meet } = useActions()
  const { quest } = person
  if (!quest) return null
  return (
    <li>
      <button type="button" className={`task task-${quest.mark}`} onClick={() => meet(person.id)}>
        <span className="task-sign">{quest.mark === 'done' && <Icon name="check" size={0.875} />}</span>
        <span className="task-title">
          {quest.title}
          <VisuallyHidden>, {places.marks[quest.mark]}, {person.name}</VisuallyHidden>
        </span>
      </button>
    </li>
  )
}
