import type { View } from '../../core/verdict.ts'
import { asPercent, Axes, UNIT } from './axes.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { percent, rocWords } from './chart-words.ts'
import { capital, useOutcome } from './outcome-words.ts'
import { linePath, PLOT, scalesOf } from './scale.ts'

type RocView = Extract<View, { view: 'roc' }>

/** How many of those with the outcome are found, against how many without it are listed. */
export function RocChart({ view }: { view: RocView }) {
  const outcome = useOutcome()
  const [needless, found] = [`${outcome.no}, but ${outcome.listed}`, `${outcome.yes} and ${outcome.listed}`]
  const { x, y } = scalesOf(PLOT, UNIT, UNIT)
  const curve = view.roc.map(([fpr, tpr]) => [x(fpr), y(tpr)] as const)
  return (
    <ChartFrame
      title={view.title ?? 'How well it ranks (ROC)'}
      summary={rocWords(view, outcome)}
      table={{ head: [capital(needless), capital(found)], rows: thin(view.roc).map(([fpr, tpr]) => [percent(fpr), percent(tpr)]) }}
      legend={<><span className="chart-key chart-key-line">this list</span><span className="chart-key chart-key-dash">a coin</span>{view.at && <span className="chart-key chart-key-dot">the cut-off</span>}</>}
    >
      <Axes x={x} y={y} xDomain={UNIT} yDomain={UNIT} format={asPercent} xLabel={needless} yLabel={found} />
      <path className="chart-area" d={`${linePath(curve)} L${x(1)},${y(0)} L${x(0)},${y(0)} Z`} />
      <line className="chart-reference" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      <path className="chart-line" d={linePath(curve)} />
      {view.at && <circle className="chart-point" cx={x(view.at.fpr)} cy={y(view.at.tpr)} r={6} />}
    </ChartFrame>
  )
}

/** At most eleven rows to read; a curve of hundreds of points is for the eye. */
export function thin<T>(points: readonly T[]): T[] {
  const step = Math.max(1, Math.ceil((points.length - 1) / 10))
  return points.filter((_, i) => i % step === 0 || i === points.length - 1)
}
