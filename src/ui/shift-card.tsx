import '../kit/card.css'
import { Icon } from '../kit/icon.tsx'
import { VisuallyHidden } from '../kit/visually-hidden.tsx'
import type { PersonOnFloor } from '../core/hospital.ts'
import { useActions, useGame } from './game.ts'
import { figureText } from './quest/figures.ts'
import { hud, places } from './words/en-hospital.ts'

/** Top right: today's quests, as buttons that lead to who gives them, and the figures on the wall. */
export function ShiftCard() {
  const hospital = useGame(state => state.hospital)
  const givers = hospital.departments.flatMap(department => department.people).filter(hasOpenQuest)
  const stats = Object.entries(hospital.stats)
  return (
    <section className="shift card" aria-labelledby="shift-heading">
      <h2 id="shift-heading">{hud.shift}</h2>
      {givers.length === 0 && <p className="shift-none">{hud.shiftDone}</p>}
      <ul className="shift-tasks">
        {givers.map(person => <Task key={person.id} person={person} />)}
      </ul>
      {stats.length > 0 && (
        <dl className="shift-figures" aria-label={hud.figures}>
          {stats.map(([id, { label, value, unit }]) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>{figureText(value, unit)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
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
