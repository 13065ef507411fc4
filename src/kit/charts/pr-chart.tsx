import type { View } from '../../core/verdict.ts'
import { asPercent, Axes, UNIT } from './axes.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { percent, prWords } from './chart-words.ts'
import { thin } from './roc-chart.tsx'
import { linePath, PLOT, scalesOf } from './scale.ts'

type RocView = Extract<View, { view: 'roc' }>

/** What share of calls reaches somebody who comes back, the longer the list grows. */
export function PrChart({ view }: { view: RocView }) {
  const { x, y } = scalesOf(PLOT, UNIT, UNIT)
  return (
    <ChartFrame
      title="How many calls were needed (precision and recall)"
      summary={prWords(view)}
      table={{ head: ['Came back and called', 'Calls that were needed'], rows: thin(view.pr).map(([recall, ppv]) => [percent(recall), percent(ppv)]) }}
      legend={<><span className="chart-key chart-key-line">this list</span><span className="chart-key chart-key-dash">calling at random</span></>}
    >
      <Axes x={x} y={y} xDomain={UNIT} yDomain={UNIT} format={asPercent} xLabel="came back and called" yLabel="calls that were needed" />
      <line className="chart-reference" x1={x(0)} x2={x(1)} y1={y(view.prevalence)} y2={y(view.prevalence)} />
      <path className="chart-line" d={linePath(view.pr.map(([recall, ppv]) => [x(recall), y(ppv)]))} />
      {view.at && <circle className="chart-point" cx={x(view.at.tpr)} cy={y(view.at.ppv)} r={6} />}
    </ChartFrame>
  )
}
