import type { View } from '../../core/verdict.ts'
import { momentInWords, momentRank } from '../param-form/column-terms.ts'
import { ChartFrame } from './chart-frame.tsx'
import { timelineWords } from './chart-words.ts'

type TimelineView = Extract<View, { view: 'timeline' }>
type Row = TimelineView['columns'][number]

const ROW = 22
const LEFT = 214
const WIDTH = 540
const TOP = 44

/** When is each column known? Rows are columns, time runs to the right, the dashed line is the moment of decision. */
export function TimelineChart({ view }: { view: TimelineView }) {
  const moments = [...new Set([...view.columns.map(column => column.availableAt), view.decision])].sort((a, b) => momentRank(a) - momentRank(b))
  const step = (WIDTH - LEFT - 40) / Math.max(1, moments.length - 1)
  const x = (moment: string) => LEFT + 14 + moments.indexOf(moment) * step
  const rows = [...view.columns].sort((a, b) => momentRank(a.availableAt) - momentRank(b.availableAt) || Number(b.used) - Number(a.used))
  // Values written at the very moment of decision count as known: the line stands just after that moment.
  const line = x(view.decision) + Math.min(step / 2, 24)
  const height = TOP + rows.length * ROW + 10
  return (
    <ChartFrame
      title="When is each column known?"
      summary={timelineWords(view)}
      viewBox={`0 0 ${WIDTH} ${height}`}
      table={{ head: ['Column', 'Known', `Known at ${view.decision}?`, 'Used?'], rows: rows.map(row => [row.label, momentInWords(row.availableAt), row.known ? 'yes' : 'no', row.used ? 'yes' : 'no']) }}
      legend={<><span className="chart-key chart-key-dot">used, known in time</span><span className="chart-key chart-key-ring">not used</span><span className="chart-key chart-key-late">used, but written too late</span></>}
    >
      <rect className="chart-after" x={line} y={TOP - 6} width={WIDTH - line} height={height - TOP + 6} />
      {moments.map((moment, i) => (
        <text key={moment} className="chart-moment" x={x(moment)} y={i % 2 === 0 ? 14 : 30} textAnchor="middle">{shortMoment(moment)}</text>
      ))}
      {rows.map((row, i) => <TimelineRow key={row.name} row={row} from={x(row.availableAt)} y={TOP + 8 + i * ROW} />)}
      <line className="chart-decision" x1={line} x2={line} y1={TOP - 8} y2={height} />
    </ChartFrame>
  )
}

function TimelineRow({ row, from, y }: { row: Row; from: number; y: number }) {
  const late = row.used && !row.known
  return (
    <g className={late ? 'chart-row chart-row-late' : row.used ? 'chart-row chart-row-used' : 'chart-row'}>
      <text x={LEFT - 6} y={y} textAnchor="end" dominantBaseline="central">{row.label.length > 32 ? `${row.label.slice(0, 31)}…` : row.label}</text>
      <line x1={from} x2={WIDTH - 6} y1={y} y2={y} />
      {late
        ? <path className="chart-cross" d={`M${from - 5},${y - 5} l10,10 m0,-10 l-10,10`} />
        : <circle className={row.used ? 'chart-point' : 'chart-ring'} cx={from} cy={y} r={5} />}
    </g>
  )
}

function shortMoment(moment: string): string {
  return moment.replace(/^[a-z]+\+(\d+)d$/, '+$1 days').replace(/^[a-z]+\+(\d+)h$/, '+$1 hours')
}
