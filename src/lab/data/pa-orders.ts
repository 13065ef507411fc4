/** `pa.orders`: a week of orders as doctors sign them, with what the payers' books say of each (curriculum 6.3). */
import { z } from 'zod'
import { Rng } from '../../core/rng.ts'
import { isKnownAt } from '../graph/moment.ts'
import type { Column, Table } from '../graph/ports.ts'
import type { Generator } from './generator.ts'
import { paOrderColumns } from './pa-order-columns.ts'
import { IMAGING, type OrderFacts, type Payer, PAYERS, policyAnswer, type Service, SERVICE_NAMES, SERVICES } from './pa-policies.ts'
import { type FaceInTheCrowd, faceOf, TOWN_SIZE } from './town.ts'

/** Documents stand in one cell of the table, in the order of the book. */
export const DOCUMENT_SEPARATOR = '; '

const Params = z.strictObject({
  n: z.int().min(20).max(20_000).default(1000).meta({ title: 'Orders', description: 'How many rows.' }),
  planYearMix: z.number().min(0).max(1).default(0.6).meta({ title: 'Share of 2026', description: 'Orders under the new plan year.' }),
  missingRate: z.number().min(0).max(0.6).default(0.18).meta({
    title: 'Missing', description: 'Share of spine MRIs without weeks of therapy; visits used and medicines tried are missing a little less often.',
  }),
  services: z.array(z.enum(SERVICE_NAMES)).min(1).max(10).default([...SERVICE_NAMES]).meta({ title: 'Services', description: 'What is ordered.' }),
  simple: z.boolean().default(false).meta({ title: 'Simple', description: 'To practise on: no gold cards, and nobody is with the Public Fund.' }),
})
type Params = z.infer<typeof Params>

interface Order extends OrderFacts {
  person: FaceInTheCrowd
  signed: string
}

function drawOrder(rng: Rng, { planYearMix, missingRate, services, simple }: Params): Order {
  const service = rng.weighted(services.map((name) => [name, SERVICES[name].weight] as const))
  const imaging = IMAGING.has(service)
  const setting = imaging
    ? rng.weighted([['ED', 28], ['inpatient', 12], ['outpatient', 60]] as const)
    : rng.weighted([['ED', 2], ['inpatient', 8], ['outpatient', 90]] as const)
  const planYear = rng.bern(planYearMix) === 1 ? 2026 : 2025
  const missing = (share: number) => rng.bern(missingRate * share) === 1
  const yes = (p: number) => (rng.bern(p) === 1 ? 'yes' : 'no')
  return {
    service, setting, planYear,
    payer: rng.weighted((Object.entries(PAYERS) as [Payer, number][]).filter(([payer]) => !simple || payer !== 'Public Fund')),
    urgent: yes(0.2),
    goldCard: yes(simple ? 0 : 0.15),
    network: yes(0.88),
    redFlag: imaging ? yes(0.12) : 'no',
    therapyWeeks: service !== 'Spine MRI' && service !== 'Knee replacement' ? null : missing(1) ? null : rng.pick([0, 0, 2, 4, 5, 6, 6, 8, 12]),
    stepsTried: service !== 'Biologic infusion' || missing(0.67) ? null : rng.weighted([[0, 40], [1, 35], [2, 25]] as const),
    visitsUsed: service !== 'Physiotherapy' || missing(0.83) ? null : rng.int(0, 24),
    person: someone(rng, SERVICES[service].ages),
    signed: `${planYear}-${String(rng.int(1, 12)).padStart(2, '0')}-${String(rng.int(1, 28)).padStart(2, '0')}`,
  }
}

const TRIES = 60

/** Somebody of the town whom this could be ordered for. Most are found at once; after many tries anybody will do. */
function someone(rng: Rng, [youngest, oldest]: readonly [number, number]): FaceInTheCrowd {
  for (let tries = 1; ; tries++) {
    const face = faceOf(rng.int(0, TOWN_SIZE - 1))
    if ((face.age >= youngest && face.age <= oldest) || tries >= TRIES) return face
  }
}

function rowOf(order: Order): Record<string, string | number> {
  const { person, service, setting, payer, planYear, goldCard, redFlag, network, urgent, signed } = order
  const { pa, docs, policy } = policyAnswer(order)
  const number = (value: number | null) => value ?? Number.NaN
  return {
    pid: person.id, name: person.name, age: person.age, sex: person.sex,
    signed, service, setting, payer, planYear, goldCard, redFlag, network, urgent,
    therapyWeeks: number(order.therapyWeeks), stepsTried: number(order.stepsTried), visitsUsed: number(order.visitsUsed),
    pa, docs: docs.join(DOCUMENT_SEPARATOR), policy,
  }
}

function generate(seed: string, written: Record<string, unknown>): Table {
  const params = Params.parse(written)
  const rng = new Rng(seed)
  const rows = Array.from({ length: params.n }, () => rowOf(drawOrder(rng, params)))
  const columns: Record<string, Column> = {}
  for (const { name, kind } of paOrderColumns) {
    columns[name] = kind === 'number'
      ? { kind, values: Float64Array.from(rows, (row) => row[name] as number) }
      : { kind, values: rows.map((row) => row[name] as string) }
  }
  return { type: 'Table', ids: rows.map((_, i) => `O${String(i + 1).padStart(4, '0')}`), meta: paOrderColumns, columns }
}

/** Before the payer has answered nobody knows what the book will say. */
function asOf(table: Table, viewAt: string): Table {
  const columns = { ...table.columns }
  for (const { name, availableAt, kind } of table.meta) {
    if (isKnownAt(availableAt, viewAt)) continue
    columns[name] = kind === 'number'
      ? { kind, values: new Float64Array(table.ids.length).fill(Number.NaN) }
      : { kind, values: table.ids.map(() => '') }
  }
  return { ...table, columns }
}

export const paOrders: Generator = {
  id: 'pa.orders',
  about: 'a week of doctors\' orders, with what the payers\' books say of each',
  makes: 'Table',
  params: Params,
  schema: paOrderColumns,
  generate,
  asOf,
  traps: ['order-and-years'],
}

/** Facts of one row as they stand in the table: empty cells are "not on the order". */
export function orderFacts({ columns }: Table, row: number): OrderFacts {
  const word = (name: string) => columns[name]?.values[row] as string
  const number = (name: string) => {
    const value = columns[name]?.values[row]
    return typeof value === 'number' && !Number.isNaN(value) ? value : null
  }
  return {
    setting: word('setting') as OrderFacts['setting'], payer: word('payer') as OrderFacts['payer'], service: word('service') as Service,
    planYear: number('planYear') ?? 0, goldCard: word('goldCard') as OrderFacts['goldCard'], redFlag: word('redFlag') as OrderFacts['redFlag'],
    network: word('network') as OrderFacts['network'], urgent: word('urgent') as OrderFacts['urgent'],
    therapyWeeks: number('therapyWeeks'), stepsTried: number('stepsTried'), visitsUsed: number('visitsUsed'),
  }
}
