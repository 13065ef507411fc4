import { Rng } from '../../../core/rng.ts'
import type { View } from '../../../core/verdict.ts'
import type { Block, BlockSpec, Inputs, RunContext } from '../../graph/block.ts'
import { isTable } from '../../graph/ports.ts'
import { headOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { copulaPeople, independentPeople, type Made, noisedCopulaPeople } from '../../synth/copula.ts'
import { type Field, fieldsOf } from '../../synth/fields.ts'
import { histogramPeople } from '../../synth/histograms.ts'
import { memorisedPeople } from '../../synth/memoriser.ts'
import { publicBins, type PublicBins } from '../../synth/public-bins.ts'
import { epsilonOf, type Synthetic } from '../../synth/synthetic-value.ts'
import { treePeople } from '../../synth/tree-chain.ts'
import { distributionsOf } from '../distribution.ts'
import { countOf } from '../say.ts'
import { copulaSpec, dpSpec, marginalSpec, memoriserSpec, treechainSpec } from './generate.ts'

/** Fewer people than this are nobody to learn from. */
const LEAST_PEOPLE = 20

type Way = (fields: readonly Field[], rows: number, rng: Rng, context: RunContext) => Made

/** Every hospital runs the generator on its own people: what was learnt of visible ones is not used for hidden ones. */
function generator(spec: BlockSpec & Pick<typeof marginalSpec, 'inputs' | 'outputs'>, make: Way): Block {
  return {
    ...spec,
    fit(inputs, context) {
      return { outputs: { synthetic: synthesise(spec, make, inputs, context) }, state: null }
    },
    report: (_, outputs) => reportSynthetic(take(outputs, 'synthetic', 'Synthetic')),
  }
}

function synthesise(spec: BlockSpec, make: Way, inputs: Inputs, context: RunContext): Synthetic {
  const people = take(inputs, 'people', 'Table')
  const outsiders = inputs['outsiders']
  const { columns, rows, seed } = context.params as { columns: readonly string[]; rows: number; seed: number }
  const fields = fieldsOf(people, columns)
  const lacking = columns.find((name) => !fields.some(({ meta }) => meta.name === name))
  if (lacking !== undefined) context.problem(`There is no column "${lacking}" among the people. Choose columns that are there.`, 'no-column')
  if (people.ids.length < LEAST_PEOPLE) context.problem(`That leaves ${countOf(people.ids.length, 'row')} to learn from: at least ${LEAST_PEOPLE} are needed.`, 'too-few-rows')
  const id = fields.find(({ meta }) => meta.role === 'id')
  if (id) context.problem(`"${id.meta.label}" says who somebody is, and must not be made anew. Take it out of the columns.`, 'names')
  const made = make(fields, rows === 0 ? people.ids.length : rows, new Rng(`synth/${context.set}/${spec.id}/${seed}`), context)
  return { type: 'Synthetic', table: made.table, people, ...(outsiders && isTable(outsiders) ? { outsiders } : {}), made: spec.title, spent: made.spent }
}

export const marginal = generator(marginalSpec, (fields, rows, rng, context) => independentPeople(fields, rows, paramsOf(marginalSpec, context).shared, rng))

export const copula = generator(copulaSpec, (fields, rows, rng, context) => {
  const { epsilon, bands, shared } = paramsOf(copulaSpec, context)
  return epsilon > 0 ? noisedCopulaPeople(fields, publicBinsOf(fields, bands, context), rows, epsilon, rng) : copulaPeople(fields, rows, shared, rng)
})

export const treechain = generator(treechainSpec, (fields, rows, rng, context) => treePeople(fields, rows, paramsOf(treechainSpec, context).leaf, rng))

export const memoriser = generator(memoriserSpec, (fields, rows, rng, context) => memorisedPeople(fields, rows, paramsOf(memoriserSpec, context), rng))

export const dp = generator(dpSpec, (fields, rows, rng, context) => {
  const { epsilon, around, apart, keep, share, bands, bandsFew } = paramsOf(dpSpec, context)
  const placeOf = (name: string, where: string): number => {
    const place = fields.findIndex(({ meta }) => meta.name === name)
    return place >= 0 ? place : context.problem(`"${name}", under ${where}, is not among the columns to invent. Add it there, or choose another.`, 'no-column')
  }
  const few = apart === '' ? -1 : placeOf(apart, 'Few people, counted apart')
  if (few >= 0 && fields[few]?.meta.unit !== '0 or 1') context.problem(`"${fields[few]?.meta.label}" is no yes or no. Few people can be counted apart by a column of 0 and 1.`, 'not-yes-no')
  const centre = around.map((name) => placeOf(name, 'All hang on')).filter((place) => place !== few)
  return histogramPeople(fields, publicBinsOf(fields, bands, context), rows, { epsilon, around: centre, apart: few, keep: keep.map((name) => placeOf(name, 'Kept for the few')), fewBins: publicBinsOf(fields, bandsFew, context), share }, rng)
})

function publicBinsOf(fields: readonly Field[], bands: number, context: RunContext): PublicBins[] {
  return fields.map(({ meta }) => publicBins(meta, bands)
    ?? context.problem(`Nobody has said what may stand under "${meta.label}". With a budget that must be known before anybody looks at people: leave the column out.`, 'no-range'))
}

export function reportSynthetic(synthetic: Synthetic): ReturnType<NonNullable<Block['report']>> {
  const { table, people } = synthetic
  const epsilon = epsilonOf(synthetic)
  return {
    rows: table.ids.length, columns: table.meta.length,
    facts: [`${countOf(table.ids.length, 'invented person', 'invented people')} from ${countOf(people.ids.length, 'real one')}`, epsilon === null ? 'no promise of privacy' : `epsilon ${Math.round(epsilon * 100) / 100}`],
    head: headOf(table), views: [...ledgerView(synthetic), ...distributionsOf(table)],
  }
}

/** Where the budget went, look by look. */
export function ledgerView({ spent }: Pick<Synthetic, 'spent'>): View[] {
  if (spent === null || spent.length === 0) return []
  return [{
    view: 'rows', title: 'Where the budget went', columns: ['Looked at', 'Epsilon', 'Noise of a count'],
    rows: spent.map(({ what, epsilon }) => [what, Math.round(epsilon * 1000) / 1000, `about ${Math.round(10 / epsilon) / 10}`]),
  }]
}
