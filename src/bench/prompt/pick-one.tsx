import { useState } from 'react'
import type { ReactNode } from 'react'
import { IconButton } from '../../kit/button.tsx'
import { words as deskWords } from './words.ts'

/** How some of them ended, in the order in which the choices stand: "✕ wrong". */
export interface Outcome {
  id: string
  label: string
}

interface PickOneProps<Item> {
  /** What they are called together, for the list: "Letters". */
  label: string
  words: { all(n: number): string; previous: string; next: string; none: string }
  items: readonly Item[]
  outcomes: readonly Outcome[]
  /** As it stands in the list. */
  title(item: Item): string
  /** The one that is open; give it a key of its own. */
  children(item: Item): ReactNode
}

/** Everything of the last run, to open one by one: by how it ended, by name, or a step on and back. */
export function PickOne<Item extends { id: string; outcome: string }>({ label, words, items, outcomes, title, children }: PickOneProps<Item>) {
  const [filter, setFilter] = useState('all')
  const [chosen, setChosen] = useState<string | null>(null)
  const some = outcomes.map(outcome => ({ ...outcome, n: items.filter(item => item.outcome === outcome.id).length })).filter(({ n }) => n > 0)
  // After another run there may be none of the kind that was chosen.
  const now = some.some(({ id }) => id === filter) ? filter : 'all'
  const shown = items.filter(({ outcome }) => now === 'all' || outcome === now)
  const at = Math.max(0, shown.findIndex(({ id }) => id === chosen))
  const item = shown[at]
  const go = (by: number) => setChosen(shown[at + by]?.id ?? null)
  return (
    <>
      <div className="desk-pick">
        <label className="desk-filter">
          <span>{deskWords.show}</span>
          <select className="select" aria-label={deskWords.show} value={now} onChange={event => setFilter(event.target.value)}>
            <option value="all">{words.all(items.length)}</option>
            {some.map(({ id, label: end, n }) => <option key={id} value={id}>{`${end} (${n})`}</option>)}
          </select>
        </label>
        <label className="desk-question">
          <span>{label}</span>
          <select className="select" aria-label={label} value={item?.id ?? ''} onChange={event => setChosen(event.target.value)}>
            {shown.map(one => <option key={one.id} value={one.id}>{title(one)}</option>)}
          </select>
        </label>
        <div className="desk-steps-through">
          <IconButton icon="chevron-left" small label={words.previous} disabled={at === 0} onClick={() => go(-1)} />
          <IconButton icon="chevron-right" small label={words.next} disabled={at >= shown.length - 1} onClick={() => go(1)} />
        </div>
      </div>
      {item ? children(item) : <p className="desk-help">{words.none}</p>}
    </>
  )
}
