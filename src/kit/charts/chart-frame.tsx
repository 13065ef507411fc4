import { useId } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import './charts.css'

export interface ChartTable {
  head: string[]
  rows: (string | number)[][]
}

interface ChartFrameProps {
  title: string
  /** What the picture says, in a sentence. */
  summary: string
  table: ChartTable
  viewBox?: string
  /** Signs used in the drawing. */
  legend?: ReactNode
  children: ReactNode
}

/** A drawing with its title, its sentence and its numbers: nothing is said by the picture alone. */
export function ChartFrame({ title, summary, table, viewBox = '0 0 400 280', legend, children }: ChartFrameProps) {
  const id = useId()
  // Drawn at about the size of the text beside it, whatever the width of the drawing's own grid.
  const width = Number(viewBox.split(' ')[2])
  return (
    <figure className="chart">
      <figcaption>
        <h4 id={id}>{title}</h4>
        <p id={`${id}-words`}>{summary}</p>
      </figcaption>
      <svg className="chart-drawing" style={{ '--chart-width': `${width / 14.5}rem` } as CSSProperties} viewBox={viewBox} role="img" aria-labelledby={id} aria-describedby={`${id}-words`} focusable="false">
        {children}
      </svg>
      {legend && <div className="chart-legend" aria-hidden="true">{legend}</div>}
      <details className="chart-table">
        <summary>Read as table<span className="visually-hidden">: {title}</span></summary>
        <DataTable caption={title} table={table} />
      </details>
    </figure>
  )
}

export function DataTable({ caption, table }: { caption: string; table: ChartTable }) {
  return (
    // A wide table scrolls inside its box; the box takes focus so that the keyboard can scroll it too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="chart-table-scroll" aria-label={caption} tabIndex={0}>
      <table>
        <thead><tr>{table.head.map(cell => <th key={cell} scope="col">{cell}</th>)}</tr></thead>
        <tbody>
          {table.rows.map((row, i) => (
            // Rows of a chart never move.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={i}>{row.map((cell, j) => (j === 0 ? <th key={table.head[j]} scope="row">{cell}</th> : <td key={table.head[j]}>{cell}</td>))}</tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
