import { useId, useState } from 'react'
import './moved-dates.css'

const WAYS = [
  { id: 'keep', label: 'Leave them', dates: ['12 March 2025', '15 March 2025', '2 April 2025'], between: ['3 days', '18 days'], can: 'A neighbour who saw the ambulance on 12 March finds the note at once.', safe: false },
  { id: 'shift', label: 'Move all by 40 days', dates: ['31 January 2025', '3 February 2025', '21 February 2025'], between: ['3 days', '18 days'], can: 'The days are others, the gaps are not. Taken in, three days later an operation, home eighteen days after that: somebody in a small town knows whose story that is.', safe: false },
  { id: 'year', label: 'Keep the year', dates: ['2025', '2025', '2025'], between: ['?', '?'], can: 'Nobody can tell one stay of 2025 from another by its dates. The gaps are lost for the researchers too.', safe: true },
] as const

const EVENTS = ['Taken in', 'Operation', 'Home']

/** Three days of one stay, and what each way to treat dates leaves for somebody who knows a little. */
export function MovedDates() {
  const [id, setId] = useState<(typeof WAYS)[number]['id']>('keep')
  const name = useId()
  const way = WAYS.find(one => one.id === id) ?? WAYS[0]
  return (
    <div className="moved-dates">
      <fieldset>
        <legend>What becomes of dates?</legend>
        {WAYS.map(one => (
          <label key={one.id} className={one.id === id ? 'moved-dates-chosen' : ''}>
            <input type="radio" name={name} checked={one.id === id} onChange={() => setId(one.id)} />
            {one.label}
          </label>
        ))}
      </fieldset>
      <ol>
        {EVENTS.map((event, i) => (
          <li key={event}>
            <strong>{event}</strong>
            <span>{way.dates[i]}</span>
            {i > 0 && <small>{way.between[i - 1]} later</small>}
          </li>
        ))}
      </ol>
      <output className={way.safe ? 'moved-dates-safe' : 'moved-dates-unsafe'}>
        <strong>{way.safe ? '✓ Safe Harbor: ' : '✕ Not Safe Harbor: '}</strong>{way.can}
      </output>
    </div>
  )
}
