import { useState } from 'react'
import type { RuleRow } from '../../core/artefacts/rule-table.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { classNames } from '../../kit/class-names.ts'
import { Icon } from '../../kit/icon.tsx'
import { cellText } from './cell-text.ts'
import { CellText } from './rule-grid.tsx'
import { useRules } from './rules-context.ts'
import { isTold } from './rule-cases.ts'
import { words } from './words.ts'

/** The table for a narrow screen: a card for each row, its conditions as buttons, in the order in which they are read. */
export function RuleCards() {
  const { table, cases, noun } = useRules()
  const right = cases?.filter(({ state }) => state === 'right').length ?? 0
  return (
    <section aria-label={words.grid}>
      {cases && <p className="rules-caption">{isTold(cases) ? words.right(right, cases.length, noun.many) : words.untold(cases.length, noun.many)}</p>}
      <ol className="rules-cards">{table.rows.map((row, at) => <Card key={row.id} row={row} at={at} />)}</ol>
    </section>
  )
}

function Card({ row, at }: { row: RuleRow; at: number }) {
  const { table, columns, coverage, cases, chosen, highlight, compiled, open, move, duplicate, remove, readOnly, noun } = useRules()
  const hits = cases?.find(({ one }) => one.id === chosen)?.hits
  const count = coverage?.rows[at]
  const used = columns.map((column, col) => ({ column, col })).filter(({ column }) => column.side === 'says' || cellText(row, column) !== '')
  const place = at + 1
  return (
    <li className={classNames('rules-card', hits?.includes(at) && 'rules-fired', highlight === `node:${row.id}` && 'rules-pointed')}>
      <div className="rules-card-head" data-cell={`${row.id}:-1`} tabIndex={-1}>
        <span>
          <strong>{words.row} {place}</strong>
          {count && <small className={count.speaks === 0 ? 'rules-count-none' : ''}>{words.spoke(count.speaks, noun.many)}</small>}
        </span>
        <span className="rules-card-acts">
          <IconButton icon="chevron-up" small label={`${words.up}: row ${place}`} disabled={at === 0 || readOnly} onClick={() => move(row.id, -1)} />
          <IconButton icon="chevron-down" small label={`${words.down}: row ${place}`} disabled={at === table.rows.length - 1 || readOnly} onClick={() => move(row.id, 1)} />
          <IconButton icon="copy" small label={`${words.duplicate}: row ${place}`} disabled={readOnly} onClick={() => duplicate(row.id)} />
          <IconButton icon="trash" small label={`${words.remove}: row ${place}`} disabled={readOnly} onClick={() => remove(row.id)} />
        </span>
      </div>
      <dl>
        {used.map(({ column, col }) => {
          const problem = compiled.problems.find(one => one.row === row.id && one.column === column.spec.name)
          return (
            <div key={column.spec.name} className={column.side === 'says' ? 'rules-card-says' : ''}>
              <dt>{column.spec.label}</dt>
              <dd>
                <button type="button" className="rules-card-cell" data-cell={`${row.id}:${col}`} disabled={readOnly} onClick={() => open({ row: row.id, col })}>
                  <span className="visually-hidden">{column.spec.label}, row {place}: </span><CellText text={cellText(row, column)} column={column} />
                  {problem && <Icon name="warning" size={1} label={problem.say} />}
                </button>
              </dd>
            </div>
          )
        })}
      </dl>
      {!readOnly && <AddCondition row={row} place={place} />}
    </li>
  )
}

function AddCondition({ row, place }: { row: RuleRow; place: number }) {
  const { columns, open } = useRules()
  const [name, setName] = useState('')
  const free = columns.map((column, col) => ({ column, col })).filter(({ column }) => column.side === 'when' && cellText(row, column) === '')
  if (free.length === 0) return null
  const chosen = free.find(({ column }) => column.spec.name === name)
  return (
    <div className="rules-card-add">
      <select className="select" aria-label={`${words.condition}: row ${place}`} value={name} onChange={event => setName(event.target.value)}>
        <option value="">{words.condition}</option>
        {free.map(({ column }) => <option key={column.spec.name} value={column.spec.name}>{column.spec.label}</option>)}
      </select>
      <Button
        small icon="plus" aria-label={`${words.condition}, row ${place}`} disabled={!chosen}
        onClick={() => {
          if (chosen) open({ row: row.id, col: chosen.col })
          setName('')
        }}
      >Add</Button>
    </div>
  )
}
