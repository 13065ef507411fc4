import type { View } from '../../core/verdict.ts'
import { ChartFrame } from './chart-frame.tsx'
import { coefficientsWords, fixed, percent } from './chart-words.ts'
import { linear } from './scale.ts'

type CoefficientsView = Extract<View, { view: 'coefficients' }>

const ROW = 26
const LEFT = 170
const WIDTH = 480
const MOST_ROWS = 20

/** What the model leans on: bars to the right raise the risk, bars to the left lower it. */
export function BarChart({ view }: { view: CoefficientsView }) {
  const rows = [...view.rows].sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, MOST_ROWS)
  const most = Math.max(1e-9, ...rows.map(row => Math.abs(row.value)))
  const signed = rows.some(row => row.value < 0)
  const x = linear([signed ? -most : 0, most], [LEFT + (signed ? 52 : 0), WIDTH - 56])
  const format = view.kind === 'gain share' ? (value: number) => percent(value, 1) : (value: number) => `${value > 0 ? '+' : ''}${fixed(value)}`
  const unit = view.kind === 'gain share' ? 'Share of the gain' : 'Log-odds for one standard deviation'
  return (
    <ChartFrame
      title={view.kind === 'gain share' ? 'What the trees lean on' : 'What the model weighs'}
      summary={coefficientsWords(view)}
      viewBox={`0 0 ${WIDTH} ${rows.length * ROW + 28}`}
      table={{ head: ['Column', unit], rows: view.rows.map(row => [row.feature, format(row.value)]) }}
      legend={signed ? <><span className="chart-key chart-key-raise">raises the risk</span><span className="chart-key chart-key-lower">lowers it</span></> : undefined}
    >
      {rows.map((row, i) => {
        const y = 6 + i * ROW
        const [zero, end] = [x(0), x(row.value)]
        return (
          <g key={row.feature} className="chart-row chart-row-used">
            <text x={LEFT - 8} y={y + 9} textAnchor="end" dominantBaseline="central">{row.feature}</text>
            <rect className={row.value < 0 ? 'chart-bar-lower' : 'chart-bar-raise'} x={Math.min(zero, end)} y={y} width={Math.max(1, Math.abs(end - zero))} height={18} rx={3} />
            <text x={row.value < 0 ? end - 6 : end + 6} y={y + 9} textAnchor={row.value < 0 ? 'end' : 'start'} dominantBaseline="central">{format(row.value)}</text>
          </g>
        )
      })}
      <line className="chart-zero" x1={x(0)} x2={x(0)} y1={0} y2={rows.length * ROW + 4} />
      <text className="chart-axis-name" x={(LEFT + WIDTH) / 2} y={rows.length * ROW + 21} textAnchor="middle">{unit.toLowerCase()}</text>
    </ChartFrame>
  )
}
