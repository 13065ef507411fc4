import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { findingWords } from '../../lab/governance/committee-words.ts'
import { MODE_WORDS } from '../../lab/governance/minutes.ts'
import type { Paper } from '../../lab/governance/year-detail.ts'
import { FINDING_SIGN, MODE_SIGN } from './board-look.ts'
import { useCommittee } from './committee.ts'
import { MONTHS, words } from './words.ts'

export interface Place {
  product: number
  month: number
}

interface YearGridProps {
  papers: readonly Paper[]
  /** Months up to this one have come. */
  until: number
  at: Place
  onOpen(place: Place): void
}

/** Tools and twelve months: one square for each paper. One stop for Tab; arrows, Home and End move inside. */
export function YearGrid({ papers, until, at, onOpen }: YearGridProps) {
  const tools = Object.entries(useCommittee().tools)
  const table = useRef<HTMLTableElement>(null)
  const go = (place: Place) => {
    onOpen(place)
    table.current?.querySelector<HTMLElement>(`[data-place="${place.product}:${place.month}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(event.key, at, until, tools.length - 1)
    if (!next) return
    event.preventDefault()
    go(next)
  }
  return (
    // The keys bubble up here from the squares.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <table className="board-grid" ref={table} onKeyDown={onKeyDown}>
      <caption className="visually-hidden">{words.grid}</caption>
      <thead>
        <tr>
          <th scope="col"><span className="visually-hidden">{words.tool}</span></th>
          {MONTHS.map(month => <th key={month} scope="col" className={month === until ? 'board-now' : ''}><span className="visually-hidden">{words.month(month)}</span><span aria-hidden="true">{month}</span></th>)}
        </tr>
      </thead>
      <tbody>
        {tools.map(([id, { name, short }], product) => (
          <tr key={id}>
            <th scope="row"><span className="board-name">{name}</span><span className="board-short" aria-hidden="true">{short}</span></th>
            {MONTHS.map((month) => {
              const paper = papers.find(one => one.product === id && one.month === month)
              const open = at.product === product && at.month === month
              return (
                <td key={month}>
                  {paper && month <= until
                    ? <Square paper={paper} name={name} place={{ product, month }} open={open} onOpen={onOpen} />
                    : <span className="board-later"><span className="visually-hidden">{words.yetToCome(name, month)}</span></span>}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Square({ paper, name, place, open, onOpen }: { paper: Paper; name: string; place: Place; open: boolean; onOpen(place: Place): void }) {
  const { finding, mode, ruling } = paper
  const { title } = findingWords(useCommittee(), finding)
  const unruled = mode === 'go' && finding !== 'quiet' && !ruling
  return (
    <button
      type="button" tabIndex={open ? 0 : -1} aria-pressed={open} data-place={`${place.product}:${place.month}`}
      className={`board-square board-${finding} board-mode-${mode}`}
      aria-label={words.cell(name, place.month, title.toLowerCase(), unruled ? words.noRuling : MODE_WORDS[mode])}
      onClick={() => onOpen(place)}
    >
      <span aria-hidden="true">{FINDING_SIGN[finding]}</span>
      <small aria-hidden="true">{unruled ? '!' : MODE_SIGN[mode]}</small>
    </button>
  )
}

function moved(key: string, { product, month }: Place, until: number, last: number): Place | null {
  switch (key) {
    case 'ArrowRight': return { product, month: Math.min(until, month + 1) }
    case 'ArrowLeft': return { product, month: Math.max(1, month - 1) }
    case 'ArrowDown': return { product: Math.min(last, product + 1), month }
    case 'ArrowUp': return { product: Math.max(0, product - 1), month }
    case 'Home': return { product, month: 1 }
    case 'End': return { product, month: until }
    default: return null
  }
}

/** What the signs of the squares mean. */
export function Signs() {
  const committee = useCommittee()
  return (
    <details className="board-signs">
      <summary>{words.signs}</summary>
      <ul>
        {(Object.keys(FINDING_SIGN) as (keyof typeof FINDING_SIGN)[]).map(finding => (
          <li key={finding}><span className={`board-square board-${finding}`} aria-hidden="true">{FINDING_SIGN[finding]}</span><span><strong>{findingWords(committee, finding).title}.</strong> {findingWords(committee, finding).about}</span></li>
        ))}
      </ul>
    </details>
  )
}
