/** From what a trainer wrote about stays to an order of drawing, or everything that is wrong with it. */
import type { z } from 'zod'
import type { ParamProblem } from '../generator.ts'
import { formulaProblems, nearest, wayProblems } from '../synthetic/check-spec.ts'
import type { Formula } from '../synthetic/formulas.ts'
import { orderBy, readPlan, waitingProblems } from '../synthetic/plan.ts'
import { ColumnProblem } from '../synthetic/problem.ts'
import { ROW_NUMBER } from '../synthetic/spec.ts'
import { drawStays, type StreamPlan } from './draw-stays.ts'
import { hourlyFormulas, missingFormula, namesIn } from './hourly-formulas.ts'
import { CLOCK, HOUR, type HourlyDraw, MAX_HOURLY_CELLS, MAX_STAY_HOURS, StreamSpec } from './stream-spec.ts'

export type StreamPlanRead = { ok: true; plan: StreamPlan } | { ok: false; issues: readonly z.core.$ZodIssue[]; problems: readonly ParamProblem[] }

/** `issues` are of the shape; `problems` of the meaning, and looked for only once the shape is right. */
export function readStreamPlan(written: unknown): StreamPlanRead {
  const read = StreamSpec.safeParse(written)
  if (!read.success) return { ok: false, issues: read.error.issues, problems: [] }
  const { stay: _, events: __, hourly, chart: ___, ...table } = read.data
  const stays = readPlan(table)
  if (!stays.ok) return stays
  const order = orderBy(Object.entries(hourly).map(([name, draw]) => ({ name, wanted: namesIn(hourlyFormulas(draw)).filter((one) => Object.hasOwn(hourly, one)) })))
  const plan: StreamPlan = { spec: read.data, stays: stays.plan, order }
  for (const look of [() => meaningProblems(plan), () => waitingProblems('hourly', Object.keys(hourly).filter((name) => !order.includes(name))), () => drawnProblems(plan)]) {
    const problems = look()
    if (problems.length > 0) return { ok: false, issues: [], problems }
  }
  return { ok: true, plan }
}

function meaningProblems({ spec, stays }: StreamPlan): ParamProblem[] {
  const { columns, constants, hourly, events, stay, chart } = spec
  const ofStay = { columns, constants }
  const ofHour = { columns: { ...columns, ...hourly, [HOUR]: null, [CLOCK]: null }, constants }
  const text = (path: PropertyKey[], amount: unknown): Formula[] => (typeof amount === 'string' ? [{ path, text: amount }] : [])
  const within = (...root: PropertyKey[]) => (...path: PropertyKey[]) => [...root, ...path]
  return [
    ...sizeProblems(spec, stays.n), ...nameProblems(spec),
    ...formulaProblems(ofStay, [...text(['hours'], stay.hours), ...text(['start'], stay.start)], within('stay')),
    ...Object.entries(events).flatMap(([name, event]) => formulaProblems(ofStay, [...text(['at'], event.at), ...text(['known'], event.known)], within('events', name))),
    ...Object.entries(hourly).flatMap(([name, draw]) => {
      const at = within('hourly', name)
      return [...formulaProblems(ofHour, [...hourlyFormulas(draw), ...missingFormula(draw)], at), ...wayProblems(draw, at), ...hourlyProblems(spec, draw, at)]
    }),
    ...formulaProblems(ofHour, [...text(['every'], chart.every), ...text(['hourlyWhen'], chart.hourlyWhen)], within('chart')),
  ]
}

function hourlyProblems({ events }: StreamSpec, draw: HourlyDraw, at: (...path: PropertyKey[]) => PropertyKey[]): ParamProblem[] {
  if (draw.draw === 'spell' && draw.lasts[0] > draw.lasts[1]) return [{ path: at('lasts'), what: `it lasts from ${draw.lasts[0]} to ${draw.lasts[1]} hours`, mend: 'Write the shorter one first.' }]
  if (draw.draw !== 'ramp' || Object.hasOwn(events, draw.event)) return []
  return [{ path: at('event'), what: `there is no event "${draw.event}"`, mend: Object.keys(events).length === 0 ? 'Add it to "events".' : nearest({ columns: events, constants: {} }, draw.event) }]
}

function sizeProblems({ hourly, stay: { most } }: StreamSpec, n: number): ParamProblem[] {
  const values = Object.entries(hourly)
  const cells = n * most * values.length
  return [
    ...(values.every(([, { latent }]) => latent) ? [{ path: ['hourly'], what: 'nothing is charted', mend: 'Add a value, e.g. "pulse": { "draw": "walk", "mean": 80, "noise": 4 }.' }] : []),
    ...(n * most > MAX_STAY_HOURS ? [{ path: ['n'], what: `${n} stays of up to ${most} hours are more than ${MAX_STAY_HOURS} hours`, mend: `Use at most ${Math.floor(MAX_STAY_HOURS / most)} stays, or a smaller stay.most.` }]
      : cells > MAX_HOURLY_CELLS ? [{ path: ['hourly'], what: `${n} stays of up to ${most} hours with ${values.length} values each are more than ${MAX_HOURLY_CELLS} cells`, mend: `Use at most ${Math.floor(MAX_HOURLY_CELLS / most / values.length)} stays, or fewer values.` }] : []),
  ]
}

function nameProblems({ columns, constants, hourly, events }: StreamSpec): ParamProblem[] {
  const taken = new Map([[HOUR, 'has a meaning in formulas already'], [CLOCK, 'has a meaning in formulas already'], [ROW_NUMBER, 'has a meaning in formulas already'], ['stay', 'names the stay already']])
  const named = [
    ...Object.keys(constants).map((name) => ['constants', name, 'is a constant too'] as const), ...Object.keys(columns).map((name) => ['columns', name, 'is a column of the stay too'] as const),
    ...Object.keys(hourly).map((name) => ['hourly', name, 'is an hourly value too'] as const), ...Object.keys(events).map((name) => ['events', name, 'is an event too'] as const),
  ]
  return named.flatMap(([kind, name, also]): ParamProblem[] => {
    const why = taken.get(name)
    taken.set(name, also)
    return why === undefined ? [] : [{ path: [kind, name], what: `"${name}" ${why}`, mend: 'Choose another name.' }]
  })
}

/** No stay at all: words where numbers must stand show all the same. */
function drawnProblems(plan: StreamPlan): ParamProblem[] {
  try {
    drawStays({ ...plan, stays: { ...plan.stays, n: 0 } }, '')
    return []
  } catch (error) {
    if (error instanceof ColumnProblem) return [error.problem]
    throw error
  }
}
