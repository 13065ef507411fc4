import type { View } from '../../core/verdict.ts'
import { Axes } from './axes.tsx'
import { round } from './bars-chart.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { linePath, PLOT, scalesOf } from './scale.ts'

type LinesView = Extract<View, { view: 'lines' }>

/** Lines differ by stroke as well as by colour. */
const KINDS = ['', ' chart-line-second', ' chart-line-third', ' chart-line-fourth']

/** How figures run over time, dose or whatever lies along the bottom. */
export function LinesChart({ view }: { view: LinesView }) {
  const points = view.series.flatMap(series => series.points)
  const xDomain = domain(points.map(([x]) => x), false)
  const yDomain = domain(points.map(([, y]) => y), true)
  const { x, y } = scalesOf(PLOT, xDomain, yDomain)
  return (
    <ChartFrame
      title={view.title}
      summary={view.say}
      table={{ head: ['Line', view.x, view.y], rows: view.series.flatMap(series => series.points.map(([a, b]) => [series.name, round(a), round(b)])) }}
      legend={view.series.map((series, i) => <span key={series.name} className={`chart-key chart-key-line chart-key-line-${i % KINDS.length}`}>{series.name}</span>)}
    >
      <Axes x={x} y={y} xDomain={xDomain} yDomain={yDomain} format={round} xLabel={view.x} yLabel={view.y} />
      {view.series.map((series, i) => (
        <path key={series.name} className={`chart-line${KINDS[i % KINDS.length]}`} d={linePath(series.points.map(([a, b]) => [x(a), y(b)] as const))} />
      ))}
    </ChartFrame>
  )
}

function domain(values: number[], fromZero: boolean): [number, number] {
  if (values.length === 0) return [0, 1]
  const low = Math.min(...values, ...(fromZero ? [0] : []))
  const high = Math.max(...values)
  return high > low ? [low, high] : [low, low + 1]
}
