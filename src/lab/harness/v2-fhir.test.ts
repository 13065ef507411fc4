import { describe, expect, it } from 'vitest'
import type { Metric } from '../../core/quest/schema.ts'
import type { Fhir, FhirMessage } from '../graph/ports.ts'
import type { FeedMessage } from '../interop/feed/feed-message.ts'
import type { Resource } from '../interop/fhir/resource.ts'
import { readFhirPath } from '../interop/fhir/shapes.ts'
import type { MapRow } from '../../core/artefacts/map-table.ts'
import { feedOf } from '../interop/feed/feed.ts'
import { compileMap } from '../interop/map/compile-map.ts'
import { mapMessage } from '../interop/map/map-message.ts'
import { parseMessage } from '../interop/v2/message.ts'
import { rawExhibit, v2Cases } from './v2-fhir-cases.ts'
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
  const change = { type, id: type === 'Observation' ? 'L1-1' : title === 'arrival' ? 'P1' : 'P2', line: 2, edits, reads: [] }
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

describe('a message that was mapped wrongly is marked where the wrong element was read', () => {
  const PID = 'PID|1||900^^^NAT^NI~P1^^^STT^MR||VENN^ROSA^^^^^M~LIND^ROSA^^^^^L||19610324|2|||1 Mill Lane'
  const RAW = `MSH|^~\\&|LAB|||||||M1\r${PID}\rPV1|1|IP|Ward 4^A^1${'|'.repeat(16)}V1\rOBR|1||L1\rOBX|1|NM|K||4.1|mmol/l|||||F\rOBX|2|ST|X||red||||||C`
  const wanted: Resource[] = [
    { resourceType: 'Patient', id: 'P1', identifier: [{ value: 'P1' }], name: [{ family: 'Lind' }], gender: 'female', address: [{ city: 'Turing Vale' }] },
    { resourceType: 'Encounter', id: 'V1', class: { code: 'IMP' }, location: [{ location: { display: 'Ward 4' } }] },
    { resourceType: 'Observation', id: 'L1-1', status: 'final', valueQuantity: { value: 4.1, unit: 'mmol/L' } }, { resourceType: 'Observation', id: 'L1-2', status: 'corrected', valueString: 'red' },
  ]
  let n = 0
  const row = (from: string, to: string, more: Partial<MapRow> = {}): MapRow => ({ id: `r${++n}`, from, to, when: '', transform: 'text', ...more })

  /** What is marked, and what is said of it. */
  function marks(rows: MapRow[], raw = RAW): [string, string][] {
    const map = compileMap({ rows, updates: { empty: 'keep', quotes: 'remove' } })
    expect(map.problems).toEqual([])
    const message: FhirMessage = { id: 'M1', sentAt: '2025-03-03T07:13:00+00:00', raw, title: 'x', changes: mapMessage(map, parseMessage(raw)).changes, resources: [], unmapped: [], invalid: [], stopped: [], deadLetter: false }
    const [outcome] = replay({ type: 'Fhir', messages: [message], truth: [] }, [feed('x', wanted, { raw })])
    const exhibit = outcome && rawExhibit(outcome)
    if (exhibit?.kind !== 'text') throw new Error('no message')
    return exhibit.spans.map(({ from, to, label }) => [exhibit.text.slice(from, to), label])
  }

  it('in the repetition that was taken, with the row and what it should be', () => {
    expect(marks([row('PID-3.1', 'Patient.identifier[0].value')])).toEqual([['900', 'identifier.value should be P1 (row 1)']])
    expect(marks([row('PID-5.1', 'Patient.name[0].family', { when: 'PID-5.7 = L' })])).toEqual([['LIND', 'name.family should be Lind (row 1)']])
  })

  it('in patient and visit as well as results, in their order', () => {
    const rows = [row('PV1-2', 'Encounter.class.code', { valueMap: { I: 'IMP' } }), row('PID-8', 'Patient.gender'), row('OBX-6.1', 'Observation.valueQuantity.unit', { when: 'OBX-2 = NM' })]
    expect(marks(rows)).toEqual([
      ['2', 'gender should be female (row 2)'], ['IP', 'class.code should be IMP (row 1)'], ['mmol/l', 'valueQuantity.unit should be mmol/L (row 3)'],
    ])
  })

  it('in the second result when it is the second that is wrong', () => {
    const read = marks([row('OBX-11', 'Observation.status', { valueMap: { F: 'final', '*': 'final' } })])
    expect(read).toEqual([['C', 'status should be corrected (row 1)']])
  })

  it('on the whole line when a fixed text was put in', () => {
    const [first] = marks([row('"final"', 'Observation.status')])
    expect(first).toEqual(['OBX', 'status should be corrected (row 1)'])
  })

  it('on the whole field when no repetition fitted, and on the signs round an empty one', () => {
    expect(marks([row('PID-5.1', 'Patient.name[0].family', { when: 'PID-5.7 = X' })])).toEqual([['VENN^ROSA^^^^^M~LIND^ROSA^^^^^L', 'name.family should be Lind (row 1)']])
    expect(marks([row('PID-11.3', 'Patient.address[0].city')])).toEqual([['e', 'address.city should be Turing Vale (row 1)']])
    expect(marks([row('PID-10', 'Patient.address[0].city')])).toEqual([['||', 'address.city should be Turing Vale (row 1)']])
  })

  it('once where several elements were read from one place', () => {
    const rows = [row('PV1-3', 'Encounter.location[0].location.display'), row('PV1-3.2', 'Encounter.class.code')]
    expect(marks(rows)).toEqual([['Ward 4^A^1', 'location.location.display should be Ward 4 (row 1); class.code should be IMP (row 2)']])
  })

  it('whatever signs part its fields', () => {
    const own = RAW.replaceAll('^', '!').replaceAll('~', '*').replace('MSH|!*', 'MSH|!*')
    expect(marks([row('PID-3.1', 'Patient.identifier[0].value')], own)).toEqual([['900', 'identifier.value should be P1 (row 1)']])
  })

  it('as right where it is the portal that kept the older final result', () => {
    const rows = [row('"final"', 'Observation.status'), row('OBX-5', 'Observation.valueString', { when: 'OBX-2 = ST' })]
    const map = compileMap({ rows, updates: { empty: 'keep', quotes: 'remove' } })
    const sent = (raw: string): FhirMessage => ({ id: raw, sentAt: '', raw, title: '', changes: mapMessage(map, parseMessage(raw)).changes, resources: [], unmapped: [], invalid: [], stopped: [], deadLetter: false })
    const older = RAW.replace('||red|', '||blue|')
    const outcomes = replay({ type: 'Fhir', messages: [sent(older), sent(RAW)], truth: [] }, [feed('first', []), feed('then', wanted.slice(3), { raw: RAW })])
    const exhibit = outcomes[1] && rawExhibit(outcomes[1])
    if (exhibit?.kind !== 'text') throw new Error('no message')
    expect(exhibit.spans.map(({ from, to, label, tone }) => [exhibit.text.slice(from, to), label, tone])).toEqual([
      ['OBX', 'status should be corrected (row 1)', 'wrong'], ['red', 'came right, and the portal kept what it had', 'note'],
    ])
  })

  it('names elements that no row is for', () => {
    const message: FhirMessage = { id: 'M1', sentAt: '2025-03-03T07:13:00+00:00', raw: RAW, title: 'x', changes: mapMessage(compileMap({ rows: [], updates: { empty: 'keep', quotes: 'remove' } }), parseMessage(RAW)).changes, resources: [], unmapped: [], invalid: [], stopped: [], deadLetter: false }
    const outcomes = replay({ type: 'Fhir', messages: [message], truth: [] }, [feed('x', wanted.slice(0, 1), { raw: RAW })])
    expect(v2Cases([{ label: 'Monday', seed: 's', weight: 1, n: 1, figures: {}, outcomes }])[0]?.say).toContain('No row of the map is for Patient.identifier[0].value, Patient.name[0].family, Patient.gender and 1 more.')
  })

  it('in every defective message of every sender: the field that is wrong, and nothing else', () => {
    const defective = feedOf('marks', { n: 300, defectRate: 0.3, dialects: ['registration', 'desk', 'clinic'] }).filter(({ defect }) => defect)
    for (const { defect, raw, id } of defective) {
      const message: FhirMessage = { id, sentAt: '', raw, title: '', changes: [], resources: [], unmapped: [], invalid: [], stopped: [], deadLetter: false }
      const [outcome] = replay({ type: 'Fhir', messages: [message], truth: [] }, [feed('x', [], { raw, defect })])
      const exhibit = outcome && rawExhibit(outcome)
      if (exhibit?.kind !== 'text') throw new Error('no message')
      const [marked = ''] = exhibit.spans.map(({ from, to }) => exhibit.text.slice(from, to))
      expect(marked, `${defect}: ${raw}`).toMatch({ 'future-birth': /^20[3-6]\d{5}$/, 'no-such-day': /^\d{4}(?:0230|0431|0931|1131)$/, 'unknown-class': /^(?:Q|ZZ|7)$/, 'left-before-arrival': /^\d{12}$/, 'posted-wrong': /^W$/, 'future-result': /^20\d{10}$/, 'no-value': /^\|\|$/ }[defect ?? 'no-value'])
    }
  })
})
