/** Plans for matching against the people and offers that the quest describes: offers by name, columns, tests that can be read. */
import { readMatchPlan } from '../core/artefacts/match-plan.ts'
import { jsonPath, type Report } from '../core/quest/problem.ts'
import type { Quest } from '../core/quest/schema.ts'
import { didYouMean } from './data/nearest-name.ts'
import { paramsFor } from './data/quest-cases.ts'
import type { Table } from './graph/ports.ts'
import { compilePlan } from './match/match-people.ts'
import { OffersSpec } from './match/offers-spec.ts'
import { checkOffers } from './match/written-pool.ts'

export function checkMatchPlans(quest: Quest, report: Report): void {
  const { build, practiceArtefacts, data } = quest
  if (data.generator !== 'offers.written') return
  const params = paramsFor(quest, { params: {} })
  const [spec, made] = [OffersSpec.safeParse(params), checkOffers(params)]
  // What is wrong with the parameters themselves is told elsewhere.
  if (!spec.success || !made.ok) return
  const columns = Object.fromEntries(made.columns.map(({ name, kind }) => [name, kind === 'number' ? { kind, values: new Float64Array(0) } : { kind, values: [] }]))
  const table: Table = { type: 'Table', ids: [], meta: made.columns, columns }
  const offers = Object.entries(spec.data.offers).map(([id, { title, about, places }]) => ({ id, title, about, places, criteria: [] }))
  for (const [path, artefacts] of [[['build', 'startArtefacts'], build.startArtefacts], [['build', 'referenceArtefacts'], build.referenceArtefacts], [['practiceArtefacts'], practiceArtefacts ?? {}]] as const) {
    const read = readMatchPlan(artefacts['matchPlan'])
    if (!read.ok) continue
    const at = (...further: PropertyKey[]) => jsonPath([...path, 'matchPlan', ...further])
    for (const id of Object.keys(read.plan.offers)) if (!Object.hasOwn(spec.data.offers, id)) report(at('offers', id), `nobody offers "${id}"`, didYouMean(id, Object.keys(spec.data.offers)))
    for (const { question, offer, line, say } of compilePlan(read.plan, { table, offers }).problems) {
      const place = question === undefined ? at('offers', offer ?? '', (read.plan.offers[offer ?? ''] ?? []).findIndex(({ id }) => id === line)) : at('questions', read.plan.questions.findIndex(({ id }) => id === question))
      report(place, say.replace(/\.$/, ''), 'Mend it here; docs/from-json/criteria.md shows the parts of a plan.')
    }
  }
}
