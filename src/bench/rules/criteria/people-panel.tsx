import { useMemo, useState } from 'react'
import { Icon } from '../../../kit/icon.tsx'
import { titleOf } from '../../../lab/records/field-text.ts'
import { OfferPick } from './criteria-panel.tsx'
import { useCriteria } from './criteria-context.ts'
import { isFine, type Matched } from './criteria-live.ts'
import { said } from './criteria-words.ts'
import { Pick } from './pick.tsx'
import { WhyPerson } from './why-person.tsx'

const MOST = 30
type Shown = keyof typeof said.shows
const FILTERS: Readonly<Record<Shown, (one: Matched) => boolean>> = {
  wrong: one => !isFine(one), list: ({ standing }) => standing === 'sent' || standing === 'ask', missed: ({ eligible, standing }) => eligible && (standing === 'none' || standing === 'full'), all: () => true,
}

/** Everybody for one offer, and one of them opened: what each line says, and why. */
export function PeoplePanel() {
  const { pool, live, offer } = useCriteria()
  const [shown, setShown] = useState<Shown>('wrong')
  const [chosen, setChosen] = useState<number | null>(null)
  const people = useMemo(() => live.people[offer] ?? [], [live, offer])
  const list = people.filter(FILTERS[shown])
  const one = people.find(({ row }) => row === chosen) ?? list[0]
  return (
    <div className="criteria-persons">
      <div className="criteria-row">
        <OfferPick />
        <Pick label={said.show} value={shown} options={(Object.keys(FILTERS) as Shown[]).map(id => ({ id, say: `${said.shows[id]} (${people.filter(FILTERS[id]).length})` }))} onPick={setShown} />
      </div>
      {list.length === 0 && <p className="rules-quiet">{said.nobody}</p>}
      <ul className="criteria-list" aria-label={said.people}>
        {list.slice(0, MOST).map(person => (
          <li key={person.row}>
            <button type="button" className={isFine(person) ? 'rules-case rules-case-right' : 'rules-case rules-case-wrong'} aria-pressed={person.row === one?.row} onClick={() => setChosen(person.row)}>
              <Icon name={isFine(person) ? 'check' : 'cross'} size={1} />
              <span><strong>{titleOf(pool.table, pool.title, person.row)}</strong><small>{said.standing[person.standing]}; {person.eligible ? said.eligible : said.notEligible}</small></span>
            </button>
          </li>
        ))}
      </ul>
      {list.length > MOST && <p className="rules-quiet">{said.more(list.length - MOST)}</p>}
      {one ? <WhyPerson row={one.row} /> : <p className="rules-quiet">{said.choose}</p>}
    </div>
  )
}
