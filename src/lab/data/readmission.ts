/** `cohort.readmission`: medical discharges with what happened in the thirty days after (curriculum 6.1). */
import { z } from 'zod'
import { Rng } from '../../core/rng.ts'
import { isKnownAt } from '../graph/moment.ts'
import type { Column, Table } from '../graph/ports.ts'
import type { Generator } from './generator.ts'
import { admit } from './inpatients.ts'
import { readmissionColumns } from './readmission-columns.ts'
import { chargesSoFar, drawStay, type Stay } from './readmission-stay.ts'

const Params = z.strictObject({
  n: z.int().min(50).max(20_000).default(1500).meta({ title: 'Stays', description: 'How many rows.' }),
  signal: z.number().min(0).max(3).default(1.45).meta({ title: 'Signal', description: 'How much of the risk can be known at discharge.' }),
  leakSens: z.number().min(0).max(1).default(0.8).meta({ title: 'Form after a return', description: 'Share of readmitted people whose form is filed.' }),
  leakFpr: z.number().min(0).max(1).default(0.025).meta({ title: 'Form without a return', description: 'Share of the others whose form is filed.' }),
})

function drawStays(seed: string, written: Record<string, unknown>): Stay[] {
  const { n, ...params } = Params.parse(written)
  const rng = new Rng(seed)
  return Array.from({ length: n }, () => drawStay(rng, admit(rng), params))
}

function tableOf(stays: readonly Stay[]): Table {
  const columns: Record<string, Column> = {}
  for (const { name, kind } of readmissionColumns) {
    const values = stays.map((stay) => stay[name as keyof Stay])
    columns[name] = kind === 'number' ? { kind, values: Float64Array.from(values as number[]) } : { kind, values: values as string[] }
  }
  const ids = stays.map((_, i) => `A${String(i + 1).padStart(5, '0')}`)
  return { type: 'Table', ids, meta: readmissionColumns, columns }
}

/** What a column shows before it is written. Nothing is filed, nobody has rung, nobody has come back, and charges run. */
const NOT_YET: Readonly<Record<string, (los: number) => number>> = {
  tcmFormFiled: () => 0,
  followupCalls30d: () => 0,
  episodeCharges: chargesSoFar,
  planned30: () => 0,
  readmit30: () => 0,
  readmitAny: () => 0,
}

function asOf(table: Table, viewAt: string): Table {
  const columns = { ...table.columns }
  for (const { name, availableAt, kind } of table.meta) {
    if (isKnownAt(availableAt, viewAt)) continue
    columns[name] = kind === 'category'
      ? { kind, values: table.ids.map(() => '') }
      : { kind, values: valuesBefore(table, Object.hasOwn(NOT_YET, name) ? NOT_YET[name] : undefined) }
  }
  return { ...table, columns }
}

/** A measurement not yet taken is missing. */
function valuesBefore(table: Table, notYet: ((los: number) => number) | undefined): Float64Array {
  const nights = table.columns['los']
  return Float64Array.from({ length: table.ids.length }, (_, row) => {
    const los = nights?.kind === 'number' ? (nights.values[row] as number) : 0
    return notYet ? notYet(los) : Number.NaN
  })
}

export const readmission: Generator & Required<Pick<Generator, 'truth'>> = {
  id: 'cohort.readmission',
  about: 'medical discharges, with what happened in the thirty days after',
  makes: 'Table',
  params: Params,
  schema: readmissionColumns,
  generate: (seed, params) => tableOf(drawStays(seed, params)),
  truth: (seed, params) => Float64Array.from(drawStays(seed, params), ({ risk }) => risk),
  asOf,
  traps: ['future-leak'],
}
