/** How much speaks for two records being one person. */
import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'
import { WAYS } from '../../link/compare.ts'

const ports = {
  inputs: [{ name: 'pairs', label: 'Pairs', type: 'Pairs' }],
  outputs: [{ name: 'pairs', label: 'Pairs with weights', type: 'Pairs' }],
} as const

const column = z.string().min(1).max(40).default('family').meta({ title: 'Column', description: 'What is compared.', control: 'column' })
const way = z.enum(WAYS).default('exact').meta({
  title: 'How',
  description: 'Exactly, or with an eye for slips. Close is less than the same, and more than different.',
  labels: {
    exact: 'Exactly', 'jaro-winkler': 'Slips of the pen (Jaro-Winkler)', 'given-name': 'Slips and short forms of given names', phonetic: 'How it sounds (Soundex)',
    date: 'Dates: a digit wrong, day and month swapped', digits: 'Digits: one wrong, two swapped',
  },
})
const points = (title: string, description: string, otherwise: number) => z.number().min(-30).max(30).default(otherwise).meta({ title, description })

export const comparatorsSpec = {
  id: 'link.score:comparators',
  family: 'link',
  title: 'Points for agreement',
  summary: 'Compares two records field by field and adds up points that you set: for the same, for close, for different.',
  ...ports,
  params: z.strictObject({
    fields: z.array(z.strictObject({
      column, way,
      same: points('The same', 'Points when both say the same.', 4),
      close: points('Close', 'Points when they nearly do.', 2),
      differ: points('Different', 'Points when they do not; less than nothing speaks against it.', -2),
    })).min(1).max(12).default([{ column: 'family', way: 'exact', same: 4, close: 2, differ: -2 }]).meta({
      title: 'What is compared', description: 'Every field with its points.', control: 'rows', one: 'field', many: 'fields',
    }),
    missing: z.enum(['nothing', 'different']).default('nothing').meta({
      title: 'Where a value is missing',
      description: 'Nobody wrote it down. That is no disagreement.',
      labels: { nothing: 'Add nothing', different: 'Count it as different' },
    }),
  }),
} as const satisfies BlockSpec

export const fellegiSunterSpec = {
  id: 'link.score:fellegi-sunter',
  family: 'link',
  title: 'Learnt weights',
  summary: 'Learns from the pairs themselves how much each agreement is worth (Fellegi and Sunter). Nobody need know the answers.',
  ...ports,
  params: z.strictObject({
    fields: z.array(z.strictObject({ column, way })).min(2).max(12).default([{ column: 'family', way: 'jaro-winkler' }, { column: 'given', way: 'given-name' }]).meta({
      title: 'What is compared', description: 'Three fields at least tell the two kinds of pairs apart.', control: 'rows', one: 'field', many: 'fields',
    }),
  }),
} as const satisfies BlockSpec
