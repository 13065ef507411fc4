import type { NodeReport } from '../../../core/verdict.ts'
import type { Block } from '../../graph/block.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { Charts } from '../../link/clusters.ts'
import { DIFFERENT, MISSING } from '../../link/compare.ts'
import { APART, howMany, LINKED, type Links, REVIEW, samePerson } from '../../link/pairs.ts'
import { countOf } from '../say.ts'
import { clusterSpec, linksSinkSpec, twoThresholdsSpec } from './decide.ts'
import { pairsView, weightsView } from './side-by-side.ts'

export const twoThresholds: Block = {
  ...twoThresholdsSpec,
  fit(inputs, context) {
    const pairs = take(inputs, 'pairs', 'Pairs')
    const { upper, lower, never, missing, held } = paramsOf(twoThresholdsSpec, context)
    const weighed = pairs.weighed ?? context.problem('These pairs have no weight yet. Put Points for agreement, or Learnt weights, before this block.', 'no-weights')
    if (lower > upper) context.problem(`The lower line (${lower}) lies above the upper one (${upper}). Let it be the smaller.`, 'lines')
    const fields = never.map((column) => {
      const field = weighed.fields.findIndex((one) => one.column === column)
      return field >= 0 ? field : context.problem(`"${column}" is not among the columns compared, so it cannot hold a pair back.`, 'not-compared')
    })
    const holds = (level: number | undefined) => level === DIFFERENT || (missing === 'hold' && level === MISSING)
    const said = Uint8Array.from(weighed.weights, (weight, i) => {
      if (weight < lower) return APART
      if (fields.some((field) => holds(weighed.levels[i * weighed.fields.length + field]))) return held === 'review' ? REVIEW : APART
      return weight >= upper ? LINKED : REVIEW
    })
    return { outputs: { links: { type: 'Links', pairs: { ...pairs, weighed }, said, upper, lower } }, state: null }
  },
  report(_, outputs) {
    return reportLinks(take(outputs, 'links', 'Links'))
  },
}

export const cluster: Block = {
  ...clusterSpec,
  fit(inputs, context) {
    const links = take(inputs, 'links', 'Links')
    return { outputs: { links: { ...links, said: checked(links, paramsOf(clusterSpec, context)) } }, state: null }
  },
  report(inputs, outputs) {
    const [before, links] = [take(inputs, 'links', 'Links'), take(outputs, 'links', 'Links')]
    const shown = reportLinks(links)
    return { ...shown, facts: [...shown.facts, `${countOf(howMany(before.said, LINKED) - howMany(links.said, LINKED), 'link')} held back`] }
  },
}

/**
 * The strongest links first; one that would make a chart too large, or contradict a pair that was left apart or held back, goes to a
 * person.
 */
function checked({ pairs: { a, b, table, weighed }, said, upper }: Links, { most, contradiction }: { most: number; contradiction: boolean }): Uint8Array {
  const charts = new Charts(table.ids.length)
  const members = new Map<number, number[]>()
  const apart = new Set<number>()
  const key = (one: number, other: number) => Math.min(one, other) * table.ids.length + Math.max(one, other)
  if (contradiction) said.forEach((what, i) => (what === APART || (what === REVIEW && (weighed.weights[i] as number) >= upper)) && apart.add(key(a[i] as number, b[i] as number)))
  const inChart = (record: number) => members.get(charts.of(record)) ?? [record]
  const now = said.slice()
  const order = [...said.keys()].filter((i) => said[i] === LINKED).sort((i, j) => (weighed.weights[j] as number) - (weighed.weights[i] as number) || i - j)
  for (const i of order) {
    const [one, other] = [a[i] as number, b[i] as number]
    if (charts.of(one) === charts.of(other)) continue
    const [mine, theirs] = [inChart(one), inChart(other)]
    if (mine.length + theirs.length > most || mine.some((x) => theirs.some((y) => apart.has(key(x, y))))) {
      now[i] = REVIEW
      continue
    }
    charts.join(one, other)
    members.set(charts.of(one), [...mine, ...theirs])
  }
  return now
}

export const linksSink: Block = {
  ...linksSinkSpec,
  fit(inputs) {
    return { outputs: { result: { type: 'Result', from: take(inputs, 'links', 'Links') } }, state: null }
  },
  report(inputs) {
    return reportLinks(take(inputs, 'links', 'Links'))
  },
}

function reportLinks({ pairs, said, upper, lower }: Links): Pick<NodeReport, 'rows' | 'columns' | 'facts' | 'views'> {
  const { a, b, table, weighed } = pairs
  const charts = new Charts(table.ids.length)
  said.forEach((what, i) => what === LINKED && charts.join(a[i] as number, b[i] as number))
  const groups = charts.groups()
  const same = samePerson(pairs)
  const pairAt = (i: number) => ({
    rows: [a[i] as number, b[i] as number] as const, weight: weighed.weights[i] as number, ...(same ? { say: same[i] === 1 ? 'one person' : 'two people' } : {}),
  })
  const of = (what: number) => [...said.keys()].filter((i) => said[i] === what)
  const wrong = same ? of(LINKED).filter((i) => same[i] === 0) : []
  const looked = of(REVIEW).sort((i, j) => (weighed.weights[j] as number) - (weighed.weights[i] as number))
  const spread = weightsView(`Weight (lines at ${lower} and ${upper})`, weighed.weights, same)
  return {
    rows: a.length, columns: null,
    facts: [
      `${countOf(howMany(said, LINKED), 'pair')} linked, ${countOf(looked.length, 'pair')} to look at`,
      `${countOf(groups.length, 'chart')} of more than one record`,
      ...(same ? [`${countOf(wrong.length, 'link')} between two people`] : []),
    ],
    views: [
      ...(wrong.length > 0 ? [pairsView('Linked, and two people', table, wrong.slice(0, 8).map(pairAt))] : []),
      ...(looked.length > 0 ? [pairsView('For a person to look at', table, looked.slice(0, 12).map(pairAt))] : []),
      ...(spread ? [spread] : []),
    ],
  }
}
