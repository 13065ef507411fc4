import { useEffect, useState } from 'react'
import type { CSSProperties } from 'react'
import { Button } from '../kit/button.tsx'
import '../kit/card.css'
import { Icon } from '../kit/icon.tsx'
import type { IconName } from '../kit/icon.tsx'
import { VisuallyHidden } from '../kit/visually-hidden.tsx'
import type { Department, PersonOnFloor, QuestMark } from '../core/hospital.ts'
import { departmentLook } from './department-look.ts'
import { useActions, useGame } from './game.ts'
import { PersonPortrait } from './person-portrait.tsx'
import { common } from './words/en.ts'
import { hud, places } from './words/en-hospital.ts'

/** As many as a screen holds. */
const FIRST_DEPARTMENTS = 3

/** On a slow line the map may be long in coming: the list does not wait for it. */
const PATIENCE_MS = 1500

/** One can walk in sooner when some things follow once the map is there: faces, and departments below the edge. */
function useWaiting(): boolean {
  const coming = useGame(state => state.canvas === 'loading' || state.canvas === 'ready')
  const [patient, setPatient] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return coming && patient
}

/** The hospital as real buttons: every place and person of the map, with the same marks, enough to play everything. */
export function HospitalList() {
  const departments = useGame(state => state.hospital.departments)
  const missing = useGame(state => state.canvas === 'missing')
  const waiting = useWaiting()
  return (
    <section className="places" aria-labelledby="places-heading">
      <h2 id="places-heading" tabIndex={-1}>{places.heading}</h2>
      {missing && <p className="places-note">{hud.mapMissing}</p>}
      <ul className="places-departments">
        {(waiting ? departments.slice(0, FIRST_DEPARTMENTS) : departments).map(department => (
          <li key={department.id}><DepartmentCard department={department} /></li>
        ))}
      </ul>
    </section>
  )
}

function DepartmentCard({ department }: { department: Department }) {
  const { visit } = useActions()
  const mapOn = useGame(state => state.settings.map && state.canvas !== 'missing')
  const look = departmentLook(department.id)
  return (
    <article className="department" style={{ '--accent': look.accent, '--floor': look.floor } as CSSProperties}>
      <header>
        <span className="department-sign"><Icon name={look.icon} size={1.125} /></span>
        <h3>{department.name}</h3>
        {mapOn && (
          <Button small look="plain" onClick={() => visit(department.id)}>{places.visit}<VisuallyHidden>: {department.name}</VisuallyHidden></Button>
        )}
      </header>
      <p className="department-about">{department.about}</p>
      <Changes department={department.id} />
      {department.people.length === 0 && <p className="department-about">{places.nobody}</p>}
      <ul className="department-people">
        {department.people.map(person => <li key={person.id}><PersonButton person={person} /></li>)}
      </ul>
    </article>
  )
}

function Face({ person }: { person: PersonOnFloor }) {
  if (useWaiting()) return <span className="person-face" />
  return <PersonPortrait id={person.id} name={person.name} department={person.department} mood="neutral" decorative />
}

/** What quests have changed in a department, as the map shows it by a slower door, a light and a sign. */
function Changes({ department }: { department: string }) {
  const slow = useGame(state => state.hospital.sprites['revolving-door'] === 'slow')
  const light = useGame(state => state.hospital.lights[department] ?? 'off')
  const unlocked = useGame(state => state.hospital.unlocked)
  return (
    <>
      {slow && department === 'medical-wards' && <p className="department-note"><Icon name="revolving-door" size={1} />{places.doorSlow}</p>}
      {light !== 'off' && <p className="department-note"><Icon name="hint" size={1} />{places.lit}</p>}
      {unlocked.filter(thing => thing.department === department).map(({ id, name, medal }) => (
        <p key={id} className="department-note"><Icon name="star" size={1} />{places.opened(name, common.medalShort[medal])}</p>
      ))}
    </>
  )
}

const MARK_ICONS: Record<QuestMark, IconName> = { offered: 'quest', active: 'clock', done: 'check', locked: 'lock' }

function PersonButton({ person }: { person: PersonOnFloor }) {
  const { meet } = useActions()
  const here = useGame(state => state.meeting === person.id)
  const { quest } = person
  return (
    <button type="button" className="person" aria-pressed={here} onClick={() => meet(person.id)}>
      <Face person={person} />
      <span className="person-words">
        <span className="person-name">{person.name}</span>
        <span className="person-role">{person.role}</span>
        {person.state === 'tablet' && <span className="person-role"><Icon name="tablet" size={1} /> {places.tablet}</span>}
        {quest && (
          <span className={`mark mark-${quest.mark}`}>
            <Icon name={MARK_ICONS[quest.mark]} size={0.9375} />
            {places.marks[quest.mark]}: {quest.title}
          </span>
        )}
      </span>
    </button>
  )
}
