import type { Bundle, Coverage, DeviceRequest, Encounter, Observation, Patient, ServiceRequest } from 'fhir/r4'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { orderFacts, paOrders } from '../data/pa-orders.ts'
import { r4Troubles } from '../interop/fhir/r4-oracle.fixture.ts'
import { coverageCard } from './coverage-card.ts'
import { orderAt } from './order-at.ts'
import { factsOf, orderSignRequest } from './order-sign.ts'

const table = paOrders.generate('order-sign', { n: 600 })
const signed = table.ids.map((_, row) => orderAt(table, row))

/** The parts of FHIR R4 and CDS Hooks 2.0 that we claim, as their pages list them: required fields, closed value sets, nothing else. */
const reference = z.strictObject({ reference: z.string().regex(/^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/) })
const coding = z.strictObject({ system: z.url(), code: z.string().regex(/^\S+( \S+)*$/), display: z.string().optional() })
const concept = z.strictObject({ coding: z.array(coding).min(1), text: z.string() })
const id = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/)
const date = z.iso.date()
const orderShape = {
  id, status: z.literal('draft'), intent: z.literal('order'), priority: z.enum(['routine', 'urgent']), subject: reference, encounter: reference,
  authoredOn: date, insurance: z.array(reference), supportingInfo: z.array(reference).min(1).optional(),
}
const bundle = <Resource extends z.ZodType>(resource: Resource) =>
  z.strictObject({ resourceType: z.literal('Bundle'), type: z.literal('collection'), entry: z.array(z.strictObject({ resource })).min(1) })
const observation = z.strictObject({
  resourceType: z.literal('Observation'), id, status: z.literal('final'), code: concept, subject: reference,
  valueBoolean: z.boolean().optional(), valueInteger: z.int().optional(),
  valueQuantity: z.strictObject({ value: z.number(), unit: z.string(), system: z.literal('http://unitsofmeasure.org'), code: z.literal('wk') }).optional(),
}).refine((one) => Object.keys(one).filter((key) => key.startsWith('value')).length === 1, 'an observation has one value[x]')
const request = z.strictObject({
  hook: z.literal('order-sign'),
  hookInstance: z.uuid(),
  context: z.strictObject({
    userId: z.string().regex(/^Practitioner\//), patientId: id, encounterId: id,
    draftOrders: bundle(z.discriminatedUnion('resourceType', [
      z.strictObject({ resourceType: z.literal('ServiceRequest'), code: concept, ...orderShape }),
      z.strictObject({ resourceType: z.literal('DeviceRequest'), codeCodeableConcept: concept, ...orderShape }),
    ])),
  }),
  prefetch: z.strictObject({
    patient: z.strictObject({ resourceType: z.literal('Patient'), id, name: z.array(z.strictObject({ text: z.string().min(2) })), gender: z.enum(['male', 'female', 'other', 'unknown']) }),
    coverage: z.strictObject({
      resourceType: z.literal('Coverage'), id, extension: z.array(z.strictObject({ url: z.url(), valueBoolean: z.boolean() })),
      status: z.enum(['active', 'cancelled', 'draft', 'entered-in-error']), beneficiary: reference,
      period: z.strictObject({ start: date, end: date }), payor: z.array(z.strictObject({ display: z.string().min(3) })).min(1),
    }),
    encounter: z.strictObject({ resourceType: z.literal('Encounter'), id, status: z.literal('in-progress'), class: coding, subject: reference }),
    facts: bundle(observation).optional(),
  }),
})

describe('an order as it is sent', () => {
  it('has the shape that FHIR R4 and CDS Hooks ask for, for every order', () => {
    for (const order of signed) expect(request.safeParse(JSON.parse(JSON.stringify(orderSignRequest(order)))).error).toBeUndefined()
  })

  it('is made of resources as the published types of R4 have them, and as the model of another package does', () => {
    // Held by the compiler as well: what is not R4 does not fit these names.
    const resources = ({ context, prefetch }: ReturnType<typeof orderSignRequest>): [Patient, Coverage, Encounter, Bundle<ServiceRequest | DeviceRequest>, Bundle<Observation> | undefined] =>
      [prefetch.patient, prefetch.coverage, prefetch.encounter, context.draftOrders, prefetch.facts]
    for (const order of signed) for (const resource of resources(orderSignRequest(order))) if (resource) expect(r4Troubles(resource), order.id).toEqual([])
  })

  it('points only at resources that travel with it', () => {
    for (const order of signed.slice(0, 100)) {
      const { context, prefetch } = orderSignRequest(order)
      const there = new Set([prefetch.patient, prefetch.coverage, prefetch.encounter, ...(prefetch.facts?.entry.map(({ resource }) => resource) ?? [])].map((one) => `${one.resourceType}/${one.id}`))
      const sent = context.draftOrders.entry[0]?.resource
      const pointed = [sent?.subject, sent?.encounter, ...(sent?.insurance ?? []), ...(sent?.supportingInfo ?? [])].map((one) => one?.reference ?? 'nothing')
      expect(pointed.filter((one) => !there.has(one))).toEqual([])
    }
  })

  it('carries every fact there and back, and nothing where nothing is known', () => {
    signed.forEach((order, row) => expect(factsOf(orderSignRequest(order))).toEqual(orderFacts(table, row)))
    const silent = orderSignRequest({ ...(signed[0] as typeof signed[0] & object), therapyWeeks: null, stepsTried: null, visitsUsed: null, redFlag: 'no' })
    expect(silent.prefetch.facts).toBeUndefined()
    expect(JSON.stringify(silent)).not.toContain('null')
  })

  it('asks for devices as devices', () => {
    const kinds = new Map(signed.map((order) => [order.service, orderSignRequest(order).context.draftOrders.entry[0]?.resource.resourceType]))
    expect([kinds.get('CPAP'), kinds.get('Power wheelchair'), kinds.get('Spine MRI')]).toEqual(['DeviceRequest', 'DeviceRequest', 'ServiceRequest'])
  })
})

describe('the card in answer', () => {
  const order = { service: 'Head CT', payer: 'StateCare', setting: 'outpatient', urgent: 'yes' } as const
  it('says go ahead, or ask and with which papers and by when, or that nobody knows', () => {
    expect(coverageCard('O1', order, { pa: 'no', docs: [] })).toMatchObject({ indicator: 'info', summary: 'Head CT: go ahead' })
    expect(coverageCard('O1', order, { pa: 'yes', docs: ['neurological exam'] })).toMatchObject({
      indicator: 'warning', summary: 'Head CT: StateCare must agree first', detail: 'Send with the request: neurological exam. Urgent: an answer is due within 72 hours.',
    })
    expect(coverageCard('O1', { ...order, urgent: 'no', payer: 'Atlas PPO' }, { pa: 'yes', docs: [] }).detail).toContain('No rule says how fast')
    expect(coverageCard('O1', order, { pa: null, docs: [] }).summary).toBe('Head CT: ask the orders desk')
  })
  it('keeps to the 140 characters that CDS Hooks allows a summary', () => {
    for (const one of signed) for (const pa of ['yes', 'no', null] as const) expect(coverageCard(one.id, one, { pa, docs: [] }).summary.length).toBeLessThan(140)
  })
})
