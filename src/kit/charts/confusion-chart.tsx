import type { View } from '../../core/verdict.ts'
import { ChartFrame } from './chart-frame.tsx'
import { confusionWords, count, fixed, percent } from './chart-words.ts'

type ConfusionView = Extract<View, { view: 'confusion' }>

const CELLS = [
  { key: 'tp', x: 0, y: 0, say: 'on the list, came back', sign: '✓' },
  { key: 'fp', x: 1, y: 0, say: 'on the list, were fine', sign: '○' },
  { key: 'fn', x: 0, y: 1, say: 'not on it, came back', sign: '✕' },
  { key: 'tn', x: 1, y: 1, say: 'not on it, were fine', sign: '·' },
] as const

/** Four boxes at the present cut-off: who was on the list, who came back. */
export function ConfusionChart({ view }: { view: ConfusionView }) {
  const total = Math.max(1, view.tp + view.fp + view.fn + view.tn)
  return (
    <ChartFrame
      title={`Hits and misses at the cut-off ${fixed(view.threshold)}`}
      summary={confusionWords(view)}
      viewBox="0 0 400 216"
      table={{ head: ['', 'Came back', 'Were fine'], rows: [['On the list', count(view.tp), count(view.fp)], ['Not on it', count(view.fn), count(view.tn)]] }}
    >
      {CELLS.map(cell => (
        <g key={cell.key} className={`chart-cell chart-cell-${cell.key}`} transform={`translate(${cell.x * 202} ${cell.y * 110})`}>
          <rect width={196} height={104} rx={12} />
          <text x={16} y={44} className="chart-cell-count">{count(view[cell.key])}</text>
          <text x={180} y={40} className="chart-cell-sign" textAnchor="end">{cell.sign}</text>
          <text x={16} y={68}>{cell.say}</text>
          <text x={16} y={88} className="chart-cell-share">{percent(view[cell.key] / total)} of all</text>
        </g>
      ))}
    </ChartFrame>
  )
}
