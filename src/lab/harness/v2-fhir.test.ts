import { describe, expect, it } from 'vitest'
import type { Metric } from '../../core/quest/schema.ts'
import type { Fhir, FhirMessage } from '../graph/ports.ts'
import type { FeedMessage } from '../interop/feed/feed-message.ts'
import type { Resource } from '../interop/fhir/resource.ts'
import { readFhirPath } from '../interop/fhir/shapes.ts'
import { v2Cases } from './v2-fhir-cases.ts'
import { replay } from './v2-fhir-replay.ts'
import { potassiumStory } from './v2-fhir-story.ts'
import { v2Fhir } from './v2-fhir.ts'

/** Four messages worked by hand: a final 4.1, its correction to 7.1, an arrival, and somebody born in the future. */
const observation = (status: string, value: number): Resource => ({ resourceType: 'Observation', id: 'L1-1', status, code: { text: 'Potassium' }, valueQuantity: { value } })
const patient = (gender: string): Resource => ({ resourceType: 'Patient', id: 'P1', gender, birthDate: '1961-03-24' })

function feed(title: string, wanted: Resource[], more: Partial<FeedMessage> = {}): FeedMessage {
  return { id: title, sentAt: '2025-03-03T07:13:00+00:00', raw: 'MSH|^~\\&|LAB\rPID|1||P1||||20520101\rOBX|1|NM|K||7.1||||||C', title, wanted, defect: null, corrects: false, update: false, ...more }
}

const TRUTH = [
  feed('final', [observation('final', 4.1)]), feed('corrected', [observation('corrected', 7.1)], { corrects: true, update: true }),
  feed('arrival', [patient('female')]), feed('from the future', [], { defect: 'future-birth' }),
]

function came(title: string, leaves: Record<string, string | number>, more: Partial<FhirMessage> = {}): FhirMessage {
  const edits = Object.entries(leaves).map(([path, set]) => {
    const read = readFhirPath(path)
    if (!read.ok) throw new Error(read.say)
    return { row: 'r1', path: read.path, set }
  })
  const type = edits[0]?.path.type ?? 'Patient'
  const change = { type, id: type === 'Observation' ? 'L1-1' : title === 'arrival' ? 'P1' : 'P2', edits }
  return { id: title, sentAt: '2025-03-03T07:13:00+00:00', raw: TRUTH[0]?.raw ?? '', title, changes: [change], resources: [], unmapped: [], invalid: [], stopped: [], deadLetter: false, ...more }
}

const RESULT = { 'Observation.code.text': 'Potassium' }
const metrics: Metric[] = Object.keys(v2Fhir.metrics).map((fn) => ({ id: fn, label: fn, fn, aggregate: 'mean', format: 'percent' }))
const figures = (messages: FhirMessage[]) => v2Fhir.testFigures({ type: 'Result', from: { type: 'Fhir', messages, truth: TRUTH } }, metrics)

const allRight = [
  came('final', { ...RESULT, 'Observation.status': 'final', 'Observation.valueQuantity.value': 4.1 }),
  came('corrected', { ...RESULT, 'Observation.status': 'corrected', 'Observation.valueQuantity.value': 7.1 }),
  came('arrival', { 'Patient.gender': 'female', 'Patient.birthDate': '1961-03-24' }),
  came('from the future', { 'Patient.birthDate': '2052-01-01' }, { deadLetter: true }),
]

describe('figures worked by hand', () => {
  it('are perfect when everything is', () => {
    expect(figures(allRight)).toEqual({ fieldsCorrect: 1, bundlesValid: 1, defectiveCaught: 1, goodRejected: 0, staleCorrections: 0, detailsLost: 0 })
  })

  it('count what is wrong, what is missing and what nobody asked for', () => {
    const messages = allRight.with(2, came('arrival', { 'Patient.gender': '2', 'Patient.telecom[0].value': '555' }, { invalid: [{ path: 'Patient.gender', say: 'no' }] }))
    // Right: 3 + 3 of the two results. Of the arrival: gender wrong, birth date missing, a telephone too many.
    expect(figures(messages)['fieldsCorrect']).toBeCloseTo(6 / 9)
    expect(figures(messages)['bundlesValid']).toBeCloseTo(2 / 3)
  })

  it('see a correction that called itself final', () => {
    const messages = allRight.with(1, came('corrected', { ...RESULT, 'Observation.status': 'final', 'Observation.valueQuantity.value': 7.1 }))
    expect(figures(messages)).toMatchObject({ staleCorrections: 1, fieldsCorrect: 6 / 8 })
  })

  it('have no value where nothing was let through', () => {
    expect(figures(allRight.map((message) => ({ ...message, deadLetter: true })))).toMatchObject({ bundlesValid: null, defectiveCaught: 1, goodRejected: 1, staleCorrections: 0 })
  })
})

describe('what is shown of a verdict', () => {
  const messages = [allRight[0], came('corrected', { ...RESULT, 'Observation.status': 'final', 'Observation.valueQuantity.value': 7.1 }), allRight[2], { ...allRight[3], deadLetter: false }] as FhirMessage[]
  const value: Fhir = { type: 'Fhir', messages, truth: TRUTH }
  const set = { label: 'Monday', seed: 's', weight: 1, n: 4, figures: {}, outcomes: replay(value, TRUTH) }

  it('opens the message with its wrong field marked', () => {
    const [letIn] = v2Cases([set])
    expect(letIn).toMatchObject({ outcome: 'let-in', title: 'from the future' })
    const exhibit = letIn?.exhibits?.[0]
    if (exhibit?.kind !== 'text') throw new Error('no message')
    expect(exhibit.spans.map(({ from, to }) => exhibit.text.slice(from, to))).toEqual(['20520101'])
  })

  it('tells the story of the potassium with both values', () => {
    const story = potassiumStory([set])
    expect(story[1]?.say).toContain('still shows 4.1. It should show 7.1')
    expect(story[0]?.exhibit).toMatchObject({ kind: 'text', spans: [{ label: 'the new value' }, { label: 'corrected' }] })
  })
})
