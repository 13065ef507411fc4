import type { Tone, View } from '../../core/verdict.ts'
import { TONE_SIGNS } from '../exhibit/tone-signs.ts'
import { ChartFrame } from './chart-frame.tsx'
import { wholePeople } from './people-counts.ts'
import './people-chart.css'

type PeopleView = Extract<View, { view: 'people' }>

const ACROSS = 20
const CELL_W = 24
const CELL_H = 32

/** People as small figures, group by group: how many of a hundred were found, were missed, were sent on without need. */
export function PeopleChart({ view }: { view: PeopleView }) {
  const counts = wholePeople(view.groups.map(({ n }) => n), view.of)
  const people = view.groups.flatMap(({ tone }, group) => Array.from({ length: counts[group] ?? 0 }, () => tone))
  return (
    <ChartFrame
      title={view.title}
      summary={view.say}
      viewBox={`0 0 ${ACROSS * CELL_W} ${Math.ceil(view.of / ACROSS) * CELL_H}`}
      table={{ head: ['Who', `Of ${view.of}`], rows: view.groups.map(({ label }, group) => [label, counts[group] ?? 0]) }}
      legend={view.groups.map(({ label, tone }, group) => (counts[group] ?? 0) > 0 && (
        <span key={label} className="people-key">
          <svg viewBox={`0 0 ${CELL_W} ${CELL_H}`} focusable="false"><Person tone={tone} x={0} y={0} /></svg>
          <strong>{counts[group]}</strong> {label}
        </span>
      ))}
    >
      {people.map((tone, i) => (
        // A person is their place in the picture.
        // oxlint-disable-next-line react/no-array-index-key
        <Person key={i} tone={tone} x={(i % ACROSS) * CELL_W} y={Math.floor(i / ACROSS) * CELL_H} />
      ))}
    </ChartFrame>
  )
}

function Person({ tone, x, y }: { tone: Tone; x: number; y: number }) {
  return (
    <g className={`people-person people-${tone}`} transform={`translate(${x} ${y})`}>
      <circle cx={12} cy={8} r={4.6} />
      <path d="M4.5 28v-6a7.5 7.5 0 0 1 15 0v6z" />
      {tone !== 'note' && <text x={12} y={25} textAnchor="middle">{TONE_SIGNS[tone]}</text>}
    </g>
  )
}
