/** Blocks between two systems: messages come in, are taken apart, mapped, checked, stopped or let through. */
import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const v2SourceSpec = {
  id: 'data.source:v2',
  family: 'source',
  title: 'The old systems',
  summary: 'Brings in HL7 v2 messages in the order they arrived: arrivals, updates, discharges and results.',
  cases: 'V2',
  inputs: [],
  outputs: [{ name: 'messages', label: 'Messages', type: 'V2' }],
  params: z.strictObject({
    dataset: z.string().min(1).max(80).default('train').meta({ title: 'Data set', description: 'Which past messages to work on. Hidden days are used by Verify only.' }),
  }),
} as const satisfies BlockSpec

export const v2ParseSpec = {
  id: 'v2.parse',
  family: 'interop',
  title: 'Take apart',
  summary: 'Takes messages apart into lines, fields, repetitions and components.',
  inputs: [{ name: 'messages', label: 'Messages', type: 'V2' }],
  outputs: [{ name: 'parsed', label: 'Taken apart', type: 'V2' }],
  params: z.strictObject({
    unescape: z.boolean().default(true).meta({
      title: 'Read escape signs',
      description: 'Turn \\T\\ into &, \\F\\ into | and so on. Old systems write a sign that parts fields in this way when it is only meant as text.',
    }),
  }),
} as const satisfies BlockSpec

export const fieldMapSpec = {
  id: 'map.table:fields',
  family: 'interop',
  title: 'The map',
  summary: 'Carries each value from its v2 field to its FHIR element, as the map beside the graph says.',
  inputs: [{ name: 'parsed', label: 'Taken apart', type: 'V2' }],
  outputs: [{ name: 'fhir', label: 'FHIR resources', type: 'Fhir' }],
  reads: { artefact: 'mapTable' },
  params: z.strictObject({}),
} as const satisfies BlockSpec

export const fhirValidateSpec = {
  id: 'fhir.validate',
  family: 'interop',
  title: 'FHIR rules',
  summary: 'Holds every resource against FHIR R4 and our own profile: required elements, kinds of value, codes, invariants.',
  inputs: [{ name: 'fhir', label: 'FHIR resources', type: 'Fhir' }],
  outputs: [{ name: 'checked', label: 'Checked', type: 'Fhir' }],
  params: z.strictObject({}),
} as const satisfies BlockSpec

export const gateSpec = {
  id: 'expr.fhirpath:gate',
  family: 'interop',
  title: 'The gate',
  summary: 'Asks your own rules of every resource and every message. A message that fails one is marked to be stopped.',
  inputs: [{ name: 'checked', label: 'Checked', type: 'Fhir' }],
  outputs: [{ name: 'gated', label: 'Marked', type: 'Fhir' }],
  reads: { artefact: 'exprs' },
  params: z.strictObject({}),
} as const satisfies BlockSpec

export const deadLetterSpec = {
  id: 'policy.route:dead-letter',
  family: 'decide',
  title: 'Dead letters',
  summary: 'Puts messages that were stopped aside for a person to read, and lets the others through.',
  inputs: [{ name: 'gated', label: 'Marked', type: 'Fhir' }],
  outputs: [{ name: 'released', label: 'Sorted', type: 'Fhir' }],
  params: z.strictObject({
    invalid: z.enum(['stop', 'let through']).default('stop').meta({
      title: 'A message that breaks a rule of FHIR',
      description: 'Stop it too, or trust the portal to cope.',
      labels: { 'stop': 'Put it aside', 'let through': 'Let it through' },
    }),
  }),
} as const satisfies BlockSpec

export const fhirSinkSpec = {
  id: 'sink.result:fhir',
  family: 'sink',
  title: 'The portal',
  summary: 'What the portal receives. Verify looks at nothing else.',
  inputs: [{ name: 'released', label: 'Sorted', type: 'Fhir' }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
