/** From a register to pairs of records that are worth comparing. */
import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'
import { KEY_WAYS } from '../../link/keys.ts'

export const standardiseSpec = {
  id: 'link.standardise',
  family: 'link',
  title: 'Tidy up',
  summary: 'Writes the same thing in the same way: no capitals or accents, short words in full, and no made-up values.',
  inputs: [{ name: 'table', label: 'Records', type: 'Table' }],
  outputs: [{ name: 'table', label: 'Tidy records', type: 'Table' }],
  params: z.strictObject({
    fold: z.boolean().default(true).meta({ title: 'Small letters, no accents', description: 'HARTLEY and Hartley, Bùi and Bui become the same.' }),
    streets: z.boolean().default(true).meta({ title: 'Street words in full', description: 'Rd becomes road, Ln becomes lane.' }),
    blanks: z.string().max(200).default('').meta({
      title: 'Values that mean: not known',
      description: 'Separated by commas, e.g. 1900-01-01, unknown. They count as missing afterwards.',
    }),
  }),
} as const satisfies BlockSpec

const labels = { whole: 'All of it', sound: 'How it sounds (Soundex)', first: 'First three letters', year: 'Year of a date', month: 'Year and month of a date', digits: 'Digits only' }
const way = (title: string, otherwise: (typeof KEY_WAYS)[number]) => z.enum(KEY_WAYS).default(otherwise).meta({ title, description: 'What of it must be the same.', labels })

export const blockSpecOfLink = {
  id: 'link.block',
  family: 'link',
  title: 'Blocking',
  summary: 'Compares only records that share a key. Each pass has a key of its own, and a pair needs to be in one of them.',
  inputs: [{ name: 'table', label: 'Records', type: 'Table' }],
  outputs: [{ name: 'pairs', label: 'Pairs to compare', type: 'Pairs' }],
  params: z.strictObject({
    passes: z.array(z.strictObject({
      column: z.string().min(1).max(40).default('family').meta({ title: 'Column', description: 'The records must agree in it.', control: 'column' }),
      way: way('Compare', 'whole'),
      and: z.string().max(40).default('').meta({ title: 'And column', description: 'A second one that must agree as well, or none.', control: 'column', optional: true }),
      andWay: way('Compare', 'whole'),
    })).min(1).max(6).default([{ column: 'family', way: 'whole', and: '', andWay: 'whole' }]).meta({
      title: 'Passes',
      description: 'One slip in a key hides a pair from that pass. A second pass on something else finds it again.',
      control: 'rows', one: 'pass', many: 'passes',
    }),
  }),
} as const satisfies BlockSpec
