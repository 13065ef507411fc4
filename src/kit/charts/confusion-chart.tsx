import type { View } from '../../core/verdict.ts'
import { ChartFrame } from './chart-frame.tsx'
import { confusionWords, count, fixed, percent } from './chart-words.ts'
import { capital, useOutcome } from './outcome-words.ts'

type ConfusionView = Extract<View, { view: 'confusion' }>

const CELLS = [
  { key: 'tp', x: 0, y: 0, where: 'on the list', became: 'yes', sign: '✓' },
  { key: 'fp', x: 1, y: 0, where: 'on the list', became: 'no', sign: '○' },
  { key: 'fn', x: 0, y: 1, where: 'not on it', became: 'yes', sign: '✕' },
  { key: 'tn', x: 1, y: 1, where: 'not on it', became: 'no', sign: '·' },
] as const

/** Four boxes at the present cut-off: who was on the list, and what became of them. */
export function ConfusionChart({ view }: { view: ConfusionView }) {
  const outcome = useOutcome()
  const total = Math.max(1, view.tp + view.fp + view.fn + view.tn)
  return (
    <ChartFrame
      title={`On the list, or not, at the cut-off ${fixed(view.threshold)}`}
      summary={confusionWords(view, outcome)}
      viewBox="0 0 400 216"
      table={{ head: ['', capital(outcome.yes), capital(outcome.no)], rows: [['On the list', count(view.tp), count(view.fp)], ['Not on it', count(view.fn), count(view.tn)]] }}
    >
      {CELLS.map(cell => (
        <g key={cell.key} className={`chart-cell chart-cell-${cell.key}`} transform={`translate(${cell.x * 202} ${cell.y * 110})`}>
          <rect width={196} height={104} rx={12} />
          <text x={16} y={44} className="chart-cell-count">{count(view[cell.key])}</text>
          <text x={180} y={40} className="chart-cell-sign" textAnchor="end">{cell.sign}</text>
          <text x={16} y={68}>{`${cell.where}, ${outcome[cell.became]}`}</text>
          <text x={16} y={88} className="chart-cell-share">{percent(view[cell.key] / total)} of all</text>
        </g>
      ))}
    </ChartFrame>
  )
}
