/**
 * An order as the ordering screen sends it at the moment of signing: a CDS Hooks `order-sign` request with FHIR R4 resources
 * (hooks: cds-hooks.org; the moment is one of the six of Da Vinci CRD, source crd). The rules see only what can be read back
 * from it: what the order does not say is not there.
 */
import type { OrderFacts, Payer, Service, Setting, YesNo } from '../data/pa-policies.ts'
import { SERVICES } from '../data/pa-policies.ts'

/** Our own code systems and extensions: no licensed code is shipped. */
const BASE = 'https://st-turing.example/fhir'
const SERVICE_SYSTEM = `${BASE}/CodeSystem/services`
const FACT_SYSTEM = `${BASE}/CodeSystem/order-facts`
const GOLD_CARD = `${BASE}/StructureDefinition/gold-card`
const IN_NETWORK = `${BASE}/StructureDefinition/in-network`
/** HL7's own codes for where a patient is being seen. */
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode'
const UCUM = 'http://unitsofmeasure.org'

interface Coding { system: string; code: string; display?: string }
interface CodeableConcept { coding: Coding[]; text: string }
interface Reference { reference?: string; display?: string }
interface Extension { url: string; valueBoolean: boolean }

export interface Patient { resourceType: 'Patient'; id: string; name: { text: string }[]; gender: 'female' | 'male' }
export interface Coverage {
  resourceType: 'Coverage'; id: string; extension: Extension[]; status: 'active'; beneficiary: Reference; period: { start: string; end: string }; payor: Reference[]
}
export interface Encounter { resourceType: 'Encounter'; id: string; status: 'in-progress'; class: Coding; subject: Reference }
export interface Observation {
  resourceType: 'Observation'; id: string; status: 'final'; code: CodeableConcept; subject: Reference
  valueBoolean?: boolean; valueInteger?: number; valueQuantity?: { value: number; unit: string; system: string; code: string }
}
interface Order { id: string; status: 'draft'; intent: 'order'; priority: 'routine' | 'urgent'; subject: Reference; encounter: Reference; authoredOn: string; insurance: Reference[]; supportingInfo?: Reference[] }
export interface ServiceRequest extends Order { resourceType: 'ServiceRequest'; code: CodeableConcept }
export interface DeviceRequest extends Order { resourceType: 'DeviceRequest'; codeCodeableConcept: CodeableConcept }
interface Bundle<Resource> { resourceType: 'Bundle'; type: 'collection'; entry: { resource: Resource }[] }

export interface OrderSignRequest {
  hook: 'order-sign'
  hookInstance: string
  context: { userId: string; patientId: string; encounterId: string; draftOrders: Bundle<ServiceRequest | DeviceRequest> }
  prefetch: { patient: Patient; coverage: Coverage; encounter: Encounter; facts?: Bundle<Observation> }
}

export interface OrderToSign extends OrderFacts {
  id: string
  pid: string
  name: string
  sex: string
  /** ISO date. */
  signed: string
}

const CLASSES: Readonly<Record<Setting, Coding>> = {
  ED: { system: ACT_CODE, code: 'EMER', display: 'emergency' },
  inpatient: { system: ACT_CODE, code: 'IMP', display: 'inpatient encounter' },
  outpatient: { system: ACT_CODE, code: 'AMB', display: 'ambulatory' },
}

/** The whole request. Facts that are not on the order leave no trace in it. */
export function orderSignRequest(order: OrderToSign): OrderSignRequest {
  const subject = { reference: `Patient/${order.pid}` }
  const coverage = coverageOf(order, subject)
  const facts = factsAbout(order, subject)
  return {
    hook: 'order-sign',
    hookInstance: instanceOf(order.id),
    context: {
      userId: 'Practitioner/signing-doctor', patientId: order.pid, encounterId: `${order.id}-encounter`,
      draftOrders: bundle([orderOf(order, subject, coverage, facts)]),
    },
    prefetch: {
      patient: { resourceType: 'Patient', id: order.pid, name: [{ text: order.name }], gender: order.sex === 'F' ? 'female' : 'male' },
      coverage,
      encounter: { resourceType: 'Encounter', id: `${order.id}-encounter`, status: 'in-progress', class: CLASSES[order.setting], subject },
      ...(facts.length > 0 ? { facts: bundle(facts) } : {}),
    },
  }
}

function bundle<Resource>(resources: Resource[]): Bundle<Resource> {
  return { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) }
}

/** A UUID made of the order's number, so that the same order gives the same request. */
function instanceOf(id: string): string {
  return `00000000-0000-4000-8000-${id.replaceAll(/\D/g, '').padStart(12, '0').slice(-12)}`
}

function orderOf(order: OrderToSign, subject: Reference, coverage: Coverage, facts: readonly Observation[]): ServiceRequest | DeviceRequest {
  const { code, resource } = SERVICES[order.service]
  const what: CodeableConcept = { coding: [{ system: SERVICE_SYSTEM, code, display: order.service }], text: order.service }
  const rest: Order = {
    id: order.id, status: 'draft', intent: 'order', priority: order.urgent === 'yes' ? 'urgent' : 'routine', subject,
    encounter: { reference: `Encounter/${order.id}-encounter` }, authoredOn: order.signed, insurance: [{ reference: `Coverage/${coverage.id}` }],
    ...(facts.length > 0 ? { supportingInfo: facts.map(({ id }) => ({ reference: `Observation/${id}` })) } : {}),
  }
  return resource === 'DeviceRequest' ? { resourceType: resource, codeCodeableConcept: what, ...rest } : { resourceType: resource, code: what, ...rest }
}

function coverageOf({ id, payer, planYear, goldCard, network }: OrderToSign, beneficiary: Reference): Coverage {
  return {
    resourceType: 'Coverage', id: `${id}-coverage`,
    extension: [{ url: GOLD_CARD, valueBoolean: goldCard === 'yes' }, { url: IN_NETWORK, valueBoolean: network === 'yes' }],
    status: 'active', beneficiary, period: { start: `${planYear}-01-01`, end: `${planYear}-12-31` }, payor: [{ display: payer }],
  }
}

type FactCode = 'red-flag' | 'therapy-weeks' | 'medicines-tried' | 'visits-used'

function factsAbout(order: OrderToSign, subject: Reference): Observation[] {
  const fact = (code: FactCode, text: string, value: Pick<Observation, 'valueBoolean' | 'valueInteger' | 'valueQuantity'>): Observation => ({
    resourceType: 'Observation', id: `${order.id}-${code}`, status: 'final', code: { coding: [{ system: FACT_SYSTEM, code }], text }, subject, ...value,
  })
  return [
    ...(order.redFlag === 'yes' ? [fact('red-flag', 'Red flag symptom', { valueBoolean: true })] : []),
    ...(order.therapyWeeks === null ? [] : [fact('therapy-weeks', 'Weeks of therapy', { valueQuantity: { value: order.therapyWeeks, unit: 'weeks', system: UCUM, code: 'wk' } })]),
    ...(order.stepsTried === null ? [] : [fact('medicines-tried', 'Medicines tried', { valueInteger: order.stepsTried })]),
    ...(order.visitsUsed === null ? [] : [fact('visits-used', 'Visits used this year', { valueInteger: order.visitsUsed })]),
  ]
}

/** What a service at the other end can read from a request: nothing but what it carries. */
export function factsOf({ context, prefetch }: OrderSignRequest): OrderFacts {
  const order = context.draftOrders.entry[0]?.resource
  if (!order) throw new TypeError('an order-sign request carries at least one draft order')
  const fact = (code: FactCode) => prefetch.facts?.entry.find(({ resource }) => resource.code.coding[0]?.code === code)?.resource
  const flag = (url: string): YesNo => (prefetch.coverage.extension.some((one) => one.url === url && one.valueBoolean) ? 'yes' : 'no')
  return {
    service: (order.resourceType === 'DeviceRequest' ? order.codeCodeableConcept : order.code).text as Service,
    setting: (Object.keys(CLASSES) as Setting[]).find((setting) => CLASSES[setting].code === prefetch.encounter.class.code) ?? 'outpatient',
    payer: prefetch.coverage.payor[0]?.display as Payer,
    planYear: Number(prefetch.coverage.period.start.slice(0, 4)),
    goldCard: flag(GOLD_CARD),
    network: flag(IN_NETWORK),
    redFlag: fact('red-flag')?.valueBoolean === true ? 'yes' : 'no',
    therapyWeeks: fact('therapy-weeks')?.valueQuantity?.value ?? null,
    stepsTried: fact('medicines-tried')?.valueInteger ?? null,
    visitsUsed: fact('visits-used')?.valueInteger ?? null,
    urgent: order.priority === 'urgent' ? 'yes' : 'no',
  }
}
