import type { IconArrayStory } from '../../core/quest/widgets.ts'
import { countsOf, fatesOf } from './icon-array-counts.ts'
import type { Fate } from './icon-array-counts.ts'
import { STORIES } from './icon-array-words.ts'
import './charts.css'

interface IconArrayProps {
  n: number
  /** Share who come back, 0..1. */
  rate: number
  /** People who can be called. */
  capacity: number
  /** Share of those who come back that the list finds, 0..1. */
  sensitivity: number
  about: IconArrayStory
}

const ACROSS = 10
const CELL_W = 34
const CELL_H = 40

/** People as a picture: colour says who comes back, the frame with a tick says who is called. */
export function IconArray({ n, rate, capacity, sensitivity, about }: IconArrayProps) {
  const counts = countsOf(n, rate, capacity, sensitivity)
  const rows = Math.ceil(n / ACROSS)
  return (
    <svg className="icon-array" viewBox={`0 0 ${ACROSS * CELL_W} ${rows * CELL_H}`} role="img" aria-label={STORIES[about].counts(counts)} focusable="false">
      {fatesOf(counts).map((fate, i) => (
        // A person is their place in the picture.
        // oxlint-disable-next-line react/no-array-index-key
        <Person key={i} fate={fate} x={(i % ACROSS) * CELL_W} y={Math.floor(i / ACROSS) * CELL_H} />
      ))}
    </svg>
  )
}

function Person({ fate, x, y }: { fate: Fate; x: number; y: number }) {
  const called = fate === 'caught' || fate === 'needless'
  return (
    <g className={`icon-person icon-person-${fate}`} transform={`translate(${x} ${y})`}>
      {called && <rect className="icon-frame" x={2} y={2} width={30} height={36} rx={8} />}
      <circle className="icon-body" cx={17} cy={12} r={5.5} />
      <path className="icon-body" d="M8 33 v-5 a9 9 0 0 1 18 0 v5 z" />
      {fate === 'missed' && <path className="icon-sign" d="M13 25.5 l8 6 m0 -6 l-8 6" />}
      {fate === 'caught' && <path className="icon-sign" d="M12.5 28 l3.5 3.5 l6 -6.5" />}
    </g>
  )
}

/** The signs of the picture, beside their counts. */
export function IconArrayKey({ fate, children }: { fate: Fate; children: string }) {
  return (
    <li className="icon-key">
      <svg viewBox="0 0 34 40" aria-hidden="true" focusable="false"><Person fate={fate} x={0} y={0} /></svg>
      <span>{children}</span>
    </li>
  )
}
