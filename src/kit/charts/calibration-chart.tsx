import type { View } from '../../core/verdict.ts'
import { asPercent, Axes } from './axes.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { calibrationWords, count, percent } from './chart-words.ts'
import { capital, useOutcome } from './outcome-words.ts'
import { linePath, PLOT, scalesOf } from './scale.ts'

type CalibrationView = Extract<View, { view: 'calibration' }>

/** Promised risk against what happened. Bigger dots stand for more people. */
export function CalibrationChart({ view }: { view: CalibrationView }) {
  const { yes } = useOutcome()
  const bins = view.bins.filter(bin => bin.n > 0)
  // Risks of what is rare live in the lower part of the scale: show that part, never less than 0 to 20%.
  const top = Math.min(1, Math.max(0.2, ...bins.map(bin => Math.ceil(Math.max(bin.predicted, bin.observed) * 10) / 10)))
  const domain = [0, top] as const
  const { x, y } = scalesOf(PLOT, domain, domain)
  const most = Math.max(1, ...bins.map(bin => bin.n))
  return (
    <ChartFrame
      title="Does it mean what it says? (calibration)"
      summary={calibrationWords(view)}
      table={{ head: ['Promised risk', capital(yes), 'People'], rows: bins.map(bin => [percent(bin.predicted), percent(bin.observed), count(bin.n)]) }}
      legend={<><span className="chart-key chart-key-dot">people with the same promised risk</span><span className="chart-key chart-key-dash">promise kept exactly</span></>}
    >
      <Axes x={x} y={y} xDomain={domain} yDomain={domain} format={asPercent} xLabel="promised risk" yLabel={yes} />
      <line className="chart-reference" x1={x(0)} y1={y(0)} x2={x(top)} y2={y(top)} />
      <path className="chart-line chart-line-thin" d={linePath(bins.map(bin => [x(bin.predicted), y(bin.observed)]))} />
      {bins.map(bin => <circle key={bin.predicted} className="chart-point" cx={x(bin.predicted)} cy={y(bin.observed)} r={3 + 7 * Math.sqrt(bin.n / most)} />)}
    </ChartFrame>
  )
}
