import type { View } from '../../core/verdict.ts'
import { Axes } from './axes.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { categoriesWords, count, distributionWords } from './chart-words.ts'
import { capital, useOutcome } from './outcome-words.ts'
import { linear, PLOT, scalesOf } from './scale.ts'

type DistributionView = Extract<View, { view: 'distribution' }>
type CategoriesView = Extract<View, { view: 'categories' }>

/** How the values of one column spread, with those who had the outcome marked. */
export function Histogram({ view }: { view: DistributionView }) {
  const { yes } = useOutcome()
  const counted = view.counts ?? 'people'
  const xDomain = [view.bins[0]?.from ?? 0, view.bins.at(-1)?.to ?? 1] as const
  const yDomain = [0, Math.max(1, ...view.bins.map(bin => bin.n))] as const
  const { x, y } = scalesOf(PLOT, xDomain, yDomain)
  const withPositives = view.bins.some(bin => bin.positives !== undefined)
  return (
    <ChartFrame
      title={`Spread of ${view.label.toLowerCase()}`}
      summary={distributionWords(view)}
      table={{
        head: ['From', 'To', capital(counted), ...(withPositives ? [capital(yes)] : [])],
        rows: view.bins.map(bin => [count(bin.from), count(bin.to), count(bin.n), ...(withPositives ? [count(bin.positives ?? 0)] : [])]),
      }}
      legend={withPositives ? <><span className="chart-key chart-key-plain">{counted}</span><span className="chart-key chart-key-raise">of them {yes}</span></> : undefined}
    >
      <Axes x={x} y={y} xDomain={xDomain} yDomain={yDomain} format={count} xLabel={view.label.toLowerCase()} yLabel={counted} />
      {view.bins.map(bin => {
        const width = Math.max(1, x(bin.to) - x(bin.from) - 1.5)
        return (
          <g key={bin.from}>
            <rect className="chart-bar-plain" x={x(bin.from)} y={y(bin.n)} width={width} height={y(0) - y(bin.n)} />
            {bin.positives !== undefined && <rect className="chart-bar-raise" x={x(bin.from)} y={y(bin.positives)} width={width} height={y(0) - y(bin.positives)} />}
          </g>
        )
      })}
    </ChartFrame>
  )
}

const ROW = 28
const WIDTH = 440

/** The same for a column of words. */
export function CategoryChart({ view }: { view: CategoriesView }) {
  const { yes } = useOutcome()
  const x = linear([0, Math.max(1, ...view.bins.map(bin => bin.n))], [130, WIDTH - 64])
  return (
    <ChartFrame
      title={`Values of ${view.label.toLowerCase()}`}
      summary={categoriesWords(view)}
      viewBox={`0 0 ${WIDTH} ${view.bins.length * ROW + 4}`}
      table={{ head: ['Value', 'People', capital(yes)], rows: view.bins.map(bin => [bin.value, count(bin.n), bin.positives === undefined ? 'not known' : count(bin.positives)]) }}
    >
      {view.bins.map((bin, i) => (
        <g key={bin.value} className="chart-row chart-row-used">
          <text x={122} y={i * ROW + 13} textAnchor="end" dominantBaseline="central">{bin.value || '(missing)'}</text>
          <rect className="chart-bar-plain" x={x(0)} y={i * ROW + 3} width={Math.max(1, x(bin.n) - x(0))} height={20} rx={3} />
          {bin.positives !== undefined && <rect className="chart-bar-raise" x={x(0)} y={i * ROW + 3} width={Math.max(1, x(bin.positives) - x(0))} height={20} rx={3} />}
          <text x={x(bin.n) + 6} y={i * ROW + 13} dominantBaseline="central">{count(bin.n)}</text>
        </g>
      ))}
    </ChartFrame>
  )
}
