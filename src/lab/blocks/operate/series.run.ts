import type { ServicePlan } from '../../../core/artefacts/service-plan.ts'
import type { View } from '../../../core/verdict.ts'
import { evaluate } from '../../graph/bind-expr.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import type { Quantiles } from '../../graph/ports.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { constantColumns, leverColumns, tableOf } from '../../ops/flow/amounts.ts'
import { type Admission, bedsAt } from '../../ops/flow/beds-ahead.ts'
import { caseTable, isYes } from '../../ops/flow/case-numbers.ts'
import { drawFuture } from '../../ops/flow/cases.ts'
import { dayNames } from '../../ops/flow/flow-log.ts'
import type { FlowTruth } from '../../ops/flow/flow-run.ts'
import { foretoldIn } from '../../ops/flow/forecasts.ts'
import { DAY, stationsOf } from '../../ops/flow/spec.ts'
import { placesOf } from '../../ops/flow/units.ts'
import { type Planned, plannedIn } from './flow.run.ts'
import { seriesSpec } from './series.ts'

const MINUTES = { days: DAY, hours: 60, minutes: 1 } as const

interface Ahead { views: View[]; facts: string[] }

export const series: Block = {
  ...seriesSpec,
  fit(inputs, context) {
    return { outputs: {}, state: aheadOf(plannedIn(inputs['plan']), take(inputs, 'stays', 'Quantiles'), context) }
  },
  apply: () => ({}),
  report(_, __, state) {
    const { views, facts } = state as Ahead
    return { rows: null, columns: null, facts, views }
  },
}

function aheadOf({ plan, table, truth, laid }: Planned, stays: Quantiles, context: RunContext): Ahead {
  const { station, unit, share, others } = paramsOf(seriesSpec, context)
  if (!truth || !laid) return { views: [], facts: ['there is no list to look ahead for'] }
  const { spec } = truth.flow
  const step = spec.steps.find((one) => stationsOf(one).includes(station))
  if (!step) return context.problem(`There is no station "${station}" in this service. Use one of: ${Object.keys(spec.stations).join(', ')}.`, 'no-station')
  const known = caseTable(spec, plan, listOf(truth), foretoldIn(spec, table))
  const comes = evaluate(step.when ?? '1', known)
  const said = stays.foretell(table)
  const rowOf = new Map(said.ids.map((id, row) => [id, row]))
  const admissions = laid.places.flatMap(({ row, due, expected }): Admission[] => {
    const at = rowOf.get(known.ids[row] as string)
    if (at === undefined || !isYes(comes[row])) return []
    return [{ from: due + expected, stay: Array.from(said.at.subarray(at * stays.levels.length, (at + 1) * stays.levels.length), (value) => Math.max(0, value * MINUTES[unit])) }]
  })
  const times = Array.from({ length: spec.days * 4 }, (_, i) => i * 360 + 180)
  const line = (of: number): [number, number][] => times.map((minute) => [Math.round((minute / DAY + 1) * 100) / 100, others + bedsAt(admissions, stays.levels, minute, of)])
  const [middle, careful] = [line(0.5), line(share)]
  const beds = bedsOf(truth, plan, station)
  const full = [...new Set(careful.flatMap(([day, taken]) => (taken > beds ? [dayNames(spec)[Math.floor(day) - 1] ?? ''] : [])))]
  return {
    facts: [full.length === 0 ? `${beds} beds hold in ${Math.round(share * 100)} of 100 weeks` : `too few beds on ${full.join(', ')} in more than ${Math.round((1 - share) * 100)} of 100 weeks`],
    views: [{
      view: 'lines', title: `${spec.stations[station]?.label ?? station}: beds ahead`, x: 'day', y: 'beds',
      say: `From the lists as planned and the spread of their stays${others > 0 ? `, and ${others} beds for others` : ''}. Of ${beds} beds.`,
      series: [{ name: 'Middle', points: middle }, { name: `${Math.round(share * 100)} of 100`, points: careful }, { name: 'There are', points: times.map((minute): [number, number] => [Math.round((minute / DAY + 1) * 100) / 100, beds]) }],
    }],
  }
}

/** The list as it is known beforehand. Lived columns are there and no formula that decides where somebody goes may rest on them. */
function listOf({ flow, seed }: FlowTruth): ReturnType<typeof drawFuture>['table'] {
  return drawFuture(flow, seed, 0).table
}

function bedsOf({ flow: { spec } }: FlowTruth, plan: ServicePlan, station: string): number {
  const set = tableOf({ ...constantColumns(spec), ...leverColumns(spec, plan) }, 1)
  return placesOf(spec, set, () => []).get(station)?.units.length ?? 0
}
