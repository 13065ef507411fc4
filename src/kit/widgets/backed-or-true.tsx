import { useState } from 'react'
import type { BackedOrTrueParams } from '../../core/quest/widgets.ts'
import { Icon } from '../icon.tsx'
import { Switch } from '../switch.tsx'
import './backed-or-true.css'

type Page = 'now' | 'before' | 'none'

/** One answer, the page it was given, and two lamps: does the page say so, and is it so? They are not the same lamp. */
export function BackedOrTrue({ medicine, now, before, year, yearBefore }: BackedOrTrueParams) {
  const [page, setPage] = useState<Page>('none')
  const [check, setCheck] = useState(false)
  const pages = [
    { id: 'none' as const, label: 'No page at all' },
    { id: 'before' as const, label: `The page of ${yearBefore}, since replaced` },
    { id: 'now' as const, label: `The page of ${year}, in force` },
  ]
  const backed = page !== 'none'
  const said = page === 'now' ? now : page === 'before' ? before : String(Number(now) + 15)
  const held = check && !backed
  return (
    <section className="backed" aria-label="Backed, or true?">
      <fieldset>
        <legend>It was handed</legend>
        {pages.map(({ id, label }) => (
          <label key={id}><input type="radio" name="backed-page" checked={page === id} onChange={() => setPage(id)} /><span>{label}</span></label>
        ))}
      </fieldset>
      <Switch label="Somebody looks the statement up" checked={check} onChange={setCheck} />
      <p className="backed-speaker">A simulated language model says:</p>
      <p className="backed-said">{held ? 'Not in my sources.' : `Adults start on ${said} mg of ${medicine} once a day.`}</p>
      <ul className="backed-lamps" aria-live="polite">
        <Lamp on={backed} held={held} yes="The page says so" no="No page says so" />
        <Lamp on={page === 'now'} held={held} yes={`It is so: ${now} mg`} no={`It is not so: ${now} mg is in force`} />
      </ul>
      <p className="backed-moral">{moralOf(page, check)}</p>
    </section>
  )
}

function Lamp({ on, held, yes, no }: { on: boolean; held: boolean; yes: string; no: string }) {
  if (held) return <li><Icon name="minus" /> Nothing is shown</li>
  return <li className={on ? 'backed-on' : 'backed-off'}><Icon name={on ? 'check' : 'cross'} /> {on ? yes : no}</li>
}

function moralOf(page: Page, check: boolean): string {
  if (page === 'none') return check ? 'The check finds no page behind the figure and holds it back.' : 'A figure from thin air, in a calm voice.'
  if (page === 'now') return 'Both lamps burn: a good page, read well.'
  return check ? 'The check is content, and it is right to be: the page does say so. Only the shelf could have helped.' : 'It reads well. It reads the wrong page.'
}
