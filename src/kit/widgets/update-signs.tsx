import { useState } from 'react'
import './update-signs.css'

const BEFORE = '555-0134'

const SIGNS = [
  { id: 'value', between: '555-0199', label: 'A new number', after: '555-0199', say: 'Something stands there: it replaces what the portal had.' },
  { id: 'empty', between: '', label: 'Nothing at all', after: BEFORE, say: 'An empty field says nothing about the phone. The portal keeps what it had.' },
  { id: 'quotes', between: '""', label: 'Two double quotes', after: null, say: 'Two double quotes are a request: delete it. The portal holds no number now.' },
] as const

/** What an update may say about a phone number, and what the portal should hold afterwards. */
export function UpdateSigns() {
  const [chosen, setChosen] = useState<(typeof SIGNS)[number]['id']>('value')
  const sign = SIGNS.find(({ id }) => id === chosen) ?? SIGNS[0]
  return (
    <section className="update-signs" aria-label="What an update says">
      <fieldset>
        <legend>Between the pipes stands</legend>
        {SIGNS.map(({ id, label }) => (
          <label key={id}>
            <input type="radio" name="update-sign" checked={id === chosen} onChange={() => setChosen(id)} /> {label}
          </label>
        ))}
      </fieldset>
      <p className="update-signs-line"><span className="visually-hidden">The message: </span>PID|1||P0421||WAKELEY^TREVOR||19680210|M|||||<b>|{sign.between}</b>|</p>
      <div className="update-signs-portal">
        <p><small>Before</small><strong>{BEFORE}</strong></p>
        <p aria-hidden="true">→</p>
        <output><small>Afterwards</small><strong>{sign.after ?? 'no number'}</strong></output>
      </div>
      <p>{sign.say}</p>
    </section>
  )
}
