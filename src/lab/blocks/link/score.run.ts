import type { NodeReport } from '../../../core/verdict.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import { columnOf, metaOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { DIFFERENT, levelOf, MISSING } from '../../link/compare.ts'
import { fitLinks, type LinkModel, patternsOf, weightOf } from '../../link/fellegi-sunter.ts'
import { writtenIn } from '../../link/keys.ts'
import { type Compared, type Pairs, samePerson } from '../../link/pairs.ts'
import { countOf, figure } from '../say.ts'
import { comparatorsSpec, fellegiSunterSpec } from './score.ts'
import { pairsView, weightsView } from './side-by-side.ts'

export const comparators: Block = {
  ...comparatorsSpec,
  fit(inputs, context) {
    const pairs = take(inputs, 'pairs', 'Pairs')
    const { fields, missing } = paramsOf(comparatorsSpec, context)
    const levels = levelsOf(pairs, fields, context)
    const points = fields.map(({ differ, close, same }) => [differ, close, same])
    const weights = Float64Array.from(pairs.a, (_, i) => fields.reduce((sum, __, field) => {
      const level = levels[i * fields.length + field] as number
      return sum + (level === MISSING ? (missing === 'different' ? (points[field]?.[DIFFERENT] ?? 0) : 0) : (points[field]?.[level] ?? 0))
    }, 0))
    return { outputs: { pairs: { ...pairs, weighed: { fields, levels, weights, unit: 'points' } } }, state: null }
  },
  report(_, outputs) {
    return reportWeights(take(outputs, 'pairs', 'Pairs'))
  },
}

export const fellegiSunter: Block = {
  ...fellegiSunterSpec,
  fit(inputs, context) {
    const pairs = take(inputs, 'pairs', 'Pairs')
    const { fields } = paramsOf(fellegiSunterSpec, context)
    const levels = levelsOf(pairs, fields, context)
    const model = fitLinks(patternsOf(levels, fields.length), fields.length)
    return { outputs: { pairs: weighed(pairs, fields, levels, model) }, state: model }
  },
  apply(inputs, state, context) {
    const pairs = take(inputs, 'pairs', 'Pairs')
    const { fields } = paramsOf(fellegiSunterSpec, context)
    return { pairs: weighed(pairs, fields, levelsOf(pairs, fields, context), state as LinkModel) }
  },
  report(_, outputs, state) {
    const pairs = take(outputs, 'pairs', 'Pairs')
    const { m, u, share } = state as LinkModel
    const shown = reportWeights(pairs)
    const rows = (pairs.weighed?.fields ?? []).map(({ column }, field) => [
      metaOf(pairs.table, column)?.label ?? column, ...[2, 1, 0].map((level) => Math.round(Math.log2((m[field]?.[level] ?? 1) / (u[field]?.[level] ?? 1)) * 10) / 10),
    ])
    return {
      ...shown, facts: [...shown.facts, `${figure(share * 100, 0)}% of the pairs taken for one person`],
      views: [...shown.views, { view: 'rows', title: 'Weights that were learnt', columns: ['Field', 'The same', 'Close', 'Different'], rows }],
    }
  },
}

function weighed(pairs: Pairs, fields: readonly Compared[], levels: Int8Array, model: LinkModel): Pairs {
  const weights = Float64Array.from(pairs.a, (_, i) => weightOf(model, levels.subarray(i * fields.length, (i + 1) * fields.length)))
  return { ...pairs, weighed: { fields, levels, weights, unit: 'log2' } }
}

const PAIRS_PER_TICK = 20_000

function levelsOf({ table, a, b }: Pairs, fields: readonly Compared[], context: RunContext): Int8Array {
  const written = fields.map(({ column }, i) => {
    if (!columnOf(table, column)) context.problem(`There is no column "${column}" in this table. Choose another one.`, 'no-column')
    if (fields.findIndex((field) => field.column === column) < i) context.problem(`"${column}" is compared twice, and would count twice. Take one away.`, 'twice')
    return writtenIn(table, column)
  })
  const levels = new Int8Array(a.length * fields.length)
  for (let i = 0; i < a.length; i++) {
    if (i % PAIRS_PER_TICK === 0) context.tick(i / a.length)
    for (let field = 0; field < fields.length; field++) {
      const values = written[field] as readonly string[]
      levels[i * fields.length + field] = levelOf((fields[field] as Compared).way, values[a[i] as number] as string, values[b[i] as number] as string)
    }
  }
  return levels
}

function reportWeights(pairs: Pairs): Pick<NodeReport, 'rows' | 'columns' | 'facts' | 'views'> {
  const { weighed: said, a, b, table } = pairs
  if (!said) return { rows: a.length, columns: null, facts: [], views: [] }
  const same = samePerson(pairs)
  const view = weightsView('Weight', said.weights, same)
  const order = [...said.weights.keys()].sort((i, j) => (said.weights[j] as number) - (said.weights[i] as number))
  const strangers = same ? order.filter((i) => same[i] === 0).slice(0, 6) : order.slice(0, 6)
  return {
    rows: a.length, columns: said.fields.length,
    facts: [`${countOf(a.length, 'pair')} weighed`, `${countOf(said.fields.length, 'field')} compared`],
    views: [
      ...(view ? [view] : []),
      pairsView(same ? 'Two people, and yet the highest weights' : 'The highest weights', table, strangers.map((i) => ({ rows: [a[i] as number, b[i] as number], weight: said.weights[i] as number }))),
    ],
  }
}
