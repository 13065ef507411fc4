/** A quest on a described service: its plans against the levers and budgets, its metrics against stations and columns. */
import { overspent, readServicePlan } from '../core/artefacts/service-plan.ts'
import { nearest } from '../core/nearest.ts'
import { jsonPath, listed, type Report } from '../core/quest/problem.ts'
import type { Quest } from '../core/quest/schema.ts'
import { blockSpec } from './blocks/catalogue.ts'
import { paramsFor } from './data/quest-cases.ts'
import { caseProblems } from './ops/flow/check-formulas.ts'
import type { Flow } from './ops/flow/cases.ts'
import { readFlow } from './ops/flow/read-flow.ts'

export function checkFlow(quest: Quest, report: Report): void {
  if (quest.data.generator !== 'flow.synthetic') return
  const flows = [...Object.values(quest.data.sets), ...quest.data.hidden].flatMap((set) => {
    const read = readFlow(paramsFor(quest, set))
    return read.ok ? [read.flow] : []
  })
  const [first] = flows
  if (!first) return
  checkLevers(flows, report)
  checkPlans(quest, first, report)
  checkAsked(quest, first, report)
  checkForetold(quest, first, report)
}

/** One plan serves every set. */
function checkLevers([first, ...others]: readonly Flow[], report: Report): void {
  const told = JSON.stringify([first?.spec.levers, first?.spec.budgets])
  if (others.some(({ spec }) => JSON.stringify([spec.levers, spec.budgets]) !== told)) {
    report('data.params.levers', 'levers or budgets differ between sets, and one plan serves them all', 'Write them once, in data.params, and let sets change constants.')
  }
}

function checkPlans({ build, practiceArtefacts }: Quest, { spec }: Flow, report: Report): void {
  const places = [['build', 'startArtefacts', build.startArtefacts], ['build', 'referenceArtefacts', build.referenceArtefacts], ['practiceArtefacts', '', practiceArtefacts ?? {}]] as const
  for (const [a, b, artefacts] of places) {
    if (!Object.hasOwn(artefacts, 'servicePlan')) continue
    const path = jsonPath([a, ...(b ? [b] : []), 'servicePlan'])
    const read = readServicePlan(artefacts['servicePlan'], spec.levers)
    if (!read.ok) report(path, read.say.replace(/\.$/, ''), 'See data.params.levers for what each lever takes.')
    const over = read.ok ? overspent(spec.budgets, read.plan) : null
    if (over) report(path, over.replace(/\.$/, ''), 'Take something back, or raise the budget.')
  }
}

function checkAsked({ verify }: Quest, flow: Flow, report: Report): void {
  const stations = Object.keys(flow.spec.stations)
  const columns = [...Object.keys(flow.spec.cases.columns), 'stream']
  for (const [i, { params = {} }] of verify.metrics.entries()) {
    const path = ['verify', 'metrics', i, 'params']
    const { at, groups, only, forecast, actual } = params
    for (const name of Array.isArray(at) ? at : at === undefined ? [] : [at]) unknown(String(name), stations, jsonPath([...path, 'at']), 'station', report)
    if (typeof groups === 'string') unknown(groups, columns, jsonPath([...path, 'groups']), 'column', report)
    if (typeof forecast === 'string') unknown(forecast, Object.keys(flow.spec.forecasts), jsonPath([...path, 'forecast']), 'forecast', report)
    if (typeof actual === 'string') unknown(actual, Object.keys(flow.spec.cases.columns), jsonPath([...path, 'actual']), 'column', report)
    if (typeof only === 'string') for (const { what, mend } of caseProblems(flow, only)) report(jsonPath([...path, 'only']), what, mend)
  }
}

/** Every forecast that the plan reads is written by a block of the reference: otherwise nobody can tell what it is for. */
function checkForetold({ build }: Quest, { spec }: Flow, report: Report): void {
  const written = build.reference.nodes.flatMap(({ block, params }) => (blockSpec(block)?.adds === 'any' && typeof params['as'] === 'string' ? [params['as']] : []))
  for (const name of Object.keys(spec.forecasts)) {
    if (!written.includes(name)) report(jsonPath(['data', 'params', 'forecasts', name]), 'no block of the reference writes a column of this name', `Add "table.forecast" with "as": "${name}" to build.reference, between the list and the plan; or remove it.`)
  }
}

function unknown(name: string, names: readonly string[], path: string, kind: string, report: Report): void {
  if (names.includes(name)) return
  const near = nearest(name, names)
  report(path, `there is no ${kind} "${name.slice(0, 60)}"`, near ? `Did you mean "${near}"?` : names.length > 0 ? `Use one of: ${listed(names)}.` : 'Add it to data.params.')
}
