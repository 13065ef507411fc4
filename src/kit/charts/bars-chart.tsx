import type { View } from '../../core/verdict.ts'
import { ChartFrame } from './chart-frame.tsx'
import { linear } from './scale.ts'

type BarsView = Extract<View, { view: 'bars' }>

const ROW = 28
const LEFT = 170
const WIDTH = 480
/** A sign beside the bar says what its colour says. */
const SIGNS = { right: '✓', wrong: '✕', missed: '✕', note: '' } as const

/** Figures side by side, with the line that should not be crossed. */
export function BarsChart({ view }: { view: BarsView }) {
  const { rows, unit = '', limit } = view
  const most = Math.max(1e-9, limit ?? 0, ...rows.map(row => row.value))
  const x = linear([0, most], [LEFT, WIDTH - 70])
  const words = (value: number) => `${round(value)}${unit && ` ${unit}`}`
  return (
    <ChartFrame
      title={view.title}
      summary={view.say}
      viewBox={`0 0 ${WIDTH} ${rows.length * ROW + (limit === undefined ? 4 : 26)}`}
      table={{ head: ['What', 'How much'], rows: rows.map(row => [row.label, words(row.value)]) }}
    >
      {rows.map(({ label, value, tone = 'note' }, i) => (
        <g key={label} className="chart-row chart-row-used">
          <text x={LEFT - 8} y={i * ROW + 13} textAnchor="end" dominantBaseline="central">{label}</text>
          <rect className={`chart-bar-${tone}`} x={LEFT} y={i * ROW + 3} width={Math.max(1, x(value) - LEFT)} height={20} rx={3} />
          <text x={x(value) + 6} y={i * ROW + 13} dominantBaseline="central">{`${words(value)} ${SIGNS[tone]}`}</text>
        </g>
      ))}
      {limit !== undefined && (
        <>
          <line className="chart-decision" x1={x(limit)} x2={x(limit)} y1={0} y2={rows.length * ROW + 4} />
          <text x={x(limit)} y={rows.length * ROW + 18} textAnchor="middle">{`limit ${words(limit)}`}</text>
        </>
      )}
    </ChartFrame>
  )
}

export function round(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(value) < 1 ? 3 : Math.abs(value) < 100 ? 1 : 0 })
}
