import type { View } from '../../core/verdict.ts'
import { asPercent, Axes, UNIT } from './axes.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { percent, prWords } from './chart-words.ts'
import { capital, useOutcome } from './outcome-words.ts'
import { thin } from './roc-chart.tsx'
import { linePath, PLOT, scalesOf } from './scale.ts'

type RocView = Extract<View, { view: 'roc' }>

/** How often the list is right, the longer it grows. */
export function PrChart({ view }: { view: RocView }) {
  const outcome = useOutcome()
  const [found, right] = [`${outcome.yes} and ${outcome.listed}`, `${outcome.yes}, of those ${outcome.listed}`]
  const { x, y } = scalesOf(PLOT, UNIT, UNIT)
  return (
    <ChartFrame
      title="How often the list is right (precision and recall)"
      summary={prWords(view, outcome)}
      table={{ head: [capital(found), capital(right)], rows: thin(view.pr).map(([recall, ppv]) => [percent(recall), percent(ppv)]) }}
      legend={<><span className="chart-key chart-key-line">this list</span><span className="chart-key chart-key-dash">choosing at random</span></>}
    >
      <Axes x={x} y={y} xDomain={UNIT} yDomain={UNIT} format={asPercent} xLabel={found} yLabel={right} />
      <line className="chart-reference" x1={x(0)} x2={x(1)} y1={y(view.prevalence)} y2={y(view.prevalence)} />
      <path className="chart-line" d={linePath(view.pr.map(([recall, ppv]) => [x(recall), y(ppv)]))} />
      {view.at && <circle className="chart-point" cx={x(view.at.tpr)} cy={y(view.at.ppv)} r={6} />}
    </ChartFrame>
  )
}
