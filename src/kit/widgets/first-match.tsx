import { useState } from 'react'
import type { FirstMatchParams } from '../../core/quest/widgets.ts'
import { IconButton } from '../button.tsx'
import { Icon } from '../icon.tsx'
import './first-match.css'

type Row = FirstMatchParams['rows'][number]
type Order = FirstMatchParams['orders'][number]

/** Rows that may be moved, and what each order hears first: why place matters in a table that is read from the top. */
export function FirstMatch({ rows: start, orders }: FirstMatchParams) {
  const [rows, setRows] = useState(start)
  const heard = orders.map(order => rows.find(row => fits(row, order)))
  const right = orders.filter((order, i) => heard[i]?.say === order.wanted).length
  const move = (at: number, by: number) => {
    const row = rows[at]
    if (row) setRows(rows.toSpliced(at, 1).toSpliced(at + by, 0, row))
  }
  return (
    <section className="first-match" aria-label="Who speaks first?">
      <ol className="first-match-rows">
        {rows.map((row, at) => (
          <li key={row.say}>
            <span><strong>{at + 1}</strong> {row.say}</span>
            <IconButton icon="chevron-up" small label={`Move up: ${row.say}`} disabled={at === 0} onClick={() => move(at, -1)} />
            <IconButton icon="chevron-down" small label={`Move down: ${row.say}`} disabled={at === rows.length - 1} onClick={() => move(at, 1)} />
          </li>
        ))}
      </ol>
      <ul className="first-match-orders">
        {orders.map((order, i) => (
          <li key={order.name} className={heard[i]?.say === order.wanted ? 'first-match-right' : 'first-match-wrong'}>
            <Icon name={heard[i]?.say === order.wanted ? 'check' : 'warning'} size={1.125} label={heard[i]?.say === order.wanted ? 'right' : 'wrong'} />
            <span><strong>{order.name}</strong><small>{heard[i] ? `Row ${rows.indexOf(heard[i]) + 1} speaks. ${heard[i].say}.` : 'No row speaks.'}</small></span>
          </li>
        ))}
      </ul>
      <output>{right === orders.length ? 'Everybody hears the right row first.' : `${right} of ${orders.length} hear the right row first.`}</output>
    </section>
  )
}

function fits({ when }: Row, { facts }: Order): boolean {
  return Object.entries(when).every(([name, values]) => Object.hasOwn(facts, name) && values.includes(facts[name] ?? ''))
}
