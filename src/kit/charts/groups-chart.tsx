import type { View } from '../../core/verdict.ts'
import { ChartFrame } from './chart-frame.tsx'
import { count, fixed, groupsWords, percent } from './chart-words.ts'
import { capital, useOutcome } from './outcome-words.ts'
import { linear } from './scale.ts'

type GroupsView = Extract<View, { view: 'groups' }>

const ROW = 62
const WIDTH = 440
const LEFT = 96

/** For each group: of those with the outcome, how many were on the list; of those on the list, how many had it. */
export function GroupsChart({ view }: { view: GroupsView }) {
  const outcome = useOutcome()
  const x = linear([0, 1], [LEFT, WIDTH - 60])
  return (
    <ChartFrame
      title="Does it find every group alike?"
      summary={groupsWords(view, outcome)}
      viewBox={`0 0 ${WIDTH} ${view.rows.length * ROW + 6}`}
      table={{
        head: ['Group', 'People', capital(outcome.yes), 'On the list', 'Found (sensitivity)', 'Rightly on the list (PPV)', 'Calibration error'],
        rows: view.rows.map(row => [
          row.group, count(row.n), count(row.positives), count(row.flagged), percent(row.sensitivity), percent(row.ppv), row.calibration === null ? 'not known' : fixed(row.calibration, 3),
        ]),
      }}
      legend={<><span className="chart-key chart-key-raise">found, of those who {outcome.yes}</span><span className="chart-key chart-key-stripe">{outcome.yes}, of those on the list</span></>}
    >
      <pattern id="chart-stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="chart-stripe-ground" /><rect width="3" height="6" className="chart-stripe" />
      </pattern>
      {view.rows.map((row, i) => {
        const y = 4 + i * ROW
        return (
          <g key={row.group} className="chart-row chart-row-used">
            <text x={0} y={y + 17} className="chart-group">{row.group}</text>
            <text x={0} y={y + 35}>{count(row.n)} people</text>
            <Share y={y} share={row.sensitivity} x={x} className="chart-bar-raise" />
            <Share y={y + 26} share={row.ppv} x={x} className="chart-bar-stripe" />
          </g>
        )
      })}
    </ChartFrame>
  )
}

function Share({ y, share, x, className }: { y: number; share: number | null; x(value: number): number; className: string }) {
  return (
    <>
      <rect className="chart-track" x={x(0)} y={y} width={x(1) - x(0)} height={22} rx={4} />
      {share !== null && <rect className={className} x={x(0)} y={y} width={Math.max(1, x(share) - x(0))} height={22} rx={4} />}
      <text x={x(1) + 8} y={y + 11} dominantBaseline="central">{percent(share)}</text>
    </>
  )
}
