import type { Cell, View } from '../../core/verdict.ts'
import { Meter } from '../meter.tsx'
import { round } from './bars-chart.tsx'
import './rows-view.css'

/** A small table with the rows to look at first marked by a sign and a word. */
export function RowsView({ view }: { view: Extract<View, { view: 'rows' }> }) {
  const marked = new Set(view.marked)
  return (
    // A wide table scrolls inside its box; the box takes focus so that the keyboard can scroll it too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="rows-view" aria-label={view.title} tabIndex={0}>
      <h4>{view.title}</h4>
      <table>
        <thead><tr>{view.columns.map(column => <th key={column} scope="col">{column}</th>)}</tr></thead>
        <tbody>
          {view.rows.map((row, i) => (
            // Rows of a finished run never move.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={i} className={marked.has(i) ? 'rows-marked' : undefined}>
              {row.map((cell, j) => <td key={view.columns[j]}>{j === 0 && marked.has(i) && <span aria-label="look here">▸ </span>}{words(cell)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Figures against their limits. */
export function MetersView({ view }: { view: Extract<View, { view: 'meters' }> }) {
  return (
    <section className="meters-view" aria-label={view.title}>
      <h4>{view.title}</h4>
      {view.rows.map(({ label, value, unit = '', limit }) => (
        <div key={label} className={limit !== undefined && value > limit ? 'meters-over' : undefined}>
          <span>{label}</span>
          <strong>{round(value)} {unit}{limit !== undefined && value > limit ? ', over the limit' : ''}</strong>
          {limit !== undefined && <Meter label={`${label}, of ${round(limit)} ${unit} allowed`} share={value / limit} />}
        </div>
      ))}
    </section>
  )
}

function words(cell: Cell): string {
  if (cell === null || cell === '') return '–'
  return typeof cell === 'number' ? round(cell) : cell
}
