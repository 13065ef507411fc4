import { type BoardDossier, readBoardDossier } from '../../../core/artefacts/board-dossier.ts'
import type { Json } from '../../../core/quest/schema.ts'
import type { View } from '../../../core/verdict.ts'
import { cardEntries, type CommitteeSpec, MONTHS, readCards } from '../../governance/committee-spec.ts'
import { dossierProblems } from '../../governance/check-committee.ts'
import { replayYear } from '../../governance/replay.ts'
import { papersOf } from '../../governance/watch.ts'
import { risksOf } from '../../governance/live-model.ts'
import type { Evidence, Findings, Watch } from '../../governance/year-values.ts'
import { yearDetail } from '../../governance/year-detail.ts'
import type { Block, BlockSpec, Inputs, RunContext } from '../../graph/block.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { countOf } from '../say.ts'
import { calibrationWatchSpec, cardSpec, contractSpec, logSinkSpec, psiWatchSpec, subgroupWatchSpec, volumeWatchSpec, voteSpec, yearSourceSpec } from './governance.ts'

function dossierOf(context: RunContext, committee: CommitteeSpec): BoardDossier {
  const read = readBoardDossier(Object.hasOwn(context.artefacts, 'board') ? context.artefacts['board'] : undefined)
  if (!read.ok) return context.problem(read.say, 'board')
  const [problem] = dossierProblems(committee, read.dossier)
  return problem ? context.problem(`The dossier does not fit this committee at ${problem.path.map(String).join('.')}: ${problem.what}. ${problem.mend}`, 'board') : read.dossier
}

export const yearSource: Block = {
  ...yearSourceSpec,
  fit(_, context) {
    const cases = context.cases(paramsOf(yearSourceSpec, context).dataset)
    if (cases.type !== 'Findings') throw new TypeError(`this block reads a year of records, and the quest has ${cases.type}`)
    return { outputs: { records: cases }, state: null }
  },
  report(_, outputs) {
    const { year } = take(outputs, 'records', 'Findings')
    const people = year.products.reduce((sum, { months }) => sum + months.reduce((all, { n }) => all + n, 0), 0)
    return { rows: people, columns: null, facts: [countOf(people, 'record'), countOf(year.products.length, 'product'), countOf(MONTHS, 'month')], views: [] }
  },
}

/** A monitor lays down what to watch; what it would have seen, had nobody done anything, is there to look at. */
function monitor(spec: BlockSpec, lay: (context: RunContext) => Watch, look: { title: string; y: string; figure: (evidence: Evidence) => number | null }): Block {
  return {
    ...spec,
    fit(inputs, context) {
      const records = take(inputs, 'records', 'Findings')
      const own = lay(context)
      return { outputs: { records: { ...records, watch: { ...records.watch, ...own } } }, state: own }
    },
    apply(inputs, state) {
      const records = take(inputs, 'records', 'Findings')
      return { records: { ...records, watch: { ...records.watch, ...(state as Watch) } } }
    },
    report(inputs, _, state) {
      const { alarms, view } = asSeen(take(inputs, 'records', 'Findings'), state as Watch, look)
      return { rows: null, columns: null, facts: [`${countOf(alarms, 'alarm')} in the year, if nobody acts`], views: [view] }
    },
  }
}

function asSeen({ year }: Findings, watch: Watch, { title, y, figure }: { title: string; y: string; figure: (evidence: Evidence) => number | null }): { alarms: number; view: View } {
  let alarms = 0
  const series = year.products.map((product) => ({
    name: year.committee.tools[product.id]?.name ?? product.id,
    points: product.months.flatMap((records, i): [number, number][] => {
      const { evidence, finding } = papersOf({ ...product, records, risks: risksOf(product.model, records.x), watch, offered: null })
      alarms += Number(finding !== 'quiet')
      const value = figure(evidence)
      return value === null ? [] : [[i + 1, value]]
    }),
  }))
  return { alarms, view: { view: 'lines', title, say: 'Month by month, for each product as it was accepted.', x: 'Month', y, series } }
}

export const psiWatch = monitor(psiWatchSpec, (context) => ({ psi: paramsOf(psiWatchSpec, context) }), { title: 'Other people than it was made for', y: 'PSI', figure: ({ psi }) => psi })
export const calibrationWatch = monitor(calibrationWatchSpec, (context) => ({ calibration: paramsOf(calibrationWatchSpec, context) }), {
  title: 'Happened for each one promised', y: 'Happened / promised',
  figure: ({ promised, happened, dashboard }) => (dashboard !== null ? 1 : promised ? (happened ?? 0) / promised : null),
})
export const subgroupWatch = monitor(subgroupWatchSpec, (context) => ({ subgroup: paramsOf(subgroupWatchSpec, context) }), { title: 'The group against the rest', y: 'Times', figure: ({ gap }) => gap })
export const volumeWatch = monitor(volumeWatchSpec, (context) => ({ volume: paramsOf(volumeWatchSpec, context) }), {
  title: 'Alerts against a usual month', y: 'Times a usual month', figure: ({ alerts, usualAlerts }) => (usualAlerts > 0 ? alerts / usualAlerts : null),
})

export const contract: Block = {
  ...contractSpec,
  fit(inputs, context) {
    const records = take(inputs, 'records', 'Findings')
    const { contract: chosen } = dossierOf(context, records.year.committee)
    return { outputs: { records: { ...records, contract: chosen } }, state: null }
  },
  report(_, outputs) {
    const { contract: chosen, year } = take(outputs, 'records', 'Findings')
    return { rows: null, columns: null, facts: chosen.length === 0 ? ['nothing asked for'] : chosen.map((id) => year.committee.clauses[id]?.title ?? id), views: [] }
  },
}

export const vote: Block = {
  ...voteSpec,
  fit: (inputs, context) => ({ outputs: { minutes: sittings(inputs, context) }, state: null }),
  report(_, outputs) {
    const { log, rulings } = take(outputs, 'minutes', 'Board')
    const without = log.sittings.filter(({ ruling }) => ruling === null).length
    return {
      rows: log.sittings.length, columns: null,
      facts: [countOf(Object.keys(rulings).length, 'ruling'), `${countOf(without, 'paper')} without a ruling`],
      views: [],
    }
  },
}

function sittings(inputs: Inputs, context: RunContext) {
  const { year, watch, contract: signed } = take(inputs, 'records', 'Findings')
  const { rulings, votes: cast } = dossierOf(context, year.committee)
  // Nobody has sat through a year that lies ahead.
  const votes = year.ahead ? {} : cast
  context.tick(0)
  return { type: 'Board' as const, year, watch, contract: signed, rulings, votes, cards: null, log: replayYear(year, { watch, contract: signed, rulings, votes }) }
}

export const card: Block = {
  ...cardSpec,
  fit(inputs, context) {
    const minutes = take(inputs, 'minutes', 'Board')
    const { committee } = minutes.year
    const { cards } = dossierOf(context, committee)
    const poor = cardEntries(committee, cards).flatMap(({ tool, field, entry }) => (entry === field.truth ? [] : [{ tool, field: field.id, entry }]))
    return { outputs: { minutes: { ...minutes, cards: { ...readCards(committee, cards), poor } } }, state: null }
  },
  report(_, outputs) {
    const { cards } = take(outputs, 'minutes', 'Board')
    return { rows: null, columns: null, facts: cards ? [`${cards.of - cards.empty} of ${cards.of} fields filled in`] : [], views: [] }
  },
}

export const logSink: Block = {
  ...logSinkSpec,
  fit(inputs) {
    return { outputs: { result: { type: 'Result', from: take(inputs, 'minutes', 'Board') } }, state: null }
  },
  report(inputs) {
    const board = take(inputs, 'minutes', 'Board')
    return { rows: board.log.sittings.length, columns: null, facts: [countOf(board.log.sittings.length, 'minute')], views: [], detail: yearDetail(board) as unknown as Json }
  },
}
