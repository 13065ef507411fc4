import { describe, expect, it } from 'vitest'
import type { MapRow, MapTable } from '../../../core/artefacts/map-table.ts'
import { Portal } from '../fhir/portal.ts'
import type { Resource } from '../fhir/resource.ts'
import { parseMessage } from '../v2/message.ts'
import { compileMap } from './compile-map.ts'
import { mapMessage } from './map-message.ts'
import { dateOf, dateTimeOf, numberOf, properName } from './transforms.ts'
import { ucumOf } from './ucum.ts'

const KEEP: MapTable['updates'] = { empty: 'keep', quotes: 'remove' }
const MSH = 'MSH|^~\\&|DESK|||||202503030713|ADT^A01^ADT_A01|M1|P|2.5.1\r'

let n = 0
function row(from: string, to: string, more: Partial<MapRow> = {}): MapRow {
  return { id: `r${++n}`, from, to, when: '', transform: 'text', ...more }
}

function portalAfter(rows: MapRow[], messages: string[], updates = KEEP): (type: Resource['resourceType'], id: string) => Resource | undefined {
  const map = compileMap({ rows, updates })
  expect(map.problems).toEqual([])
  const portal = new Portal()
  for (const text of messages) for (const change of mapMessage(map, parseMessage(MSH + text)).changes) portal.take(change)
  return (type, id) => portal.get({ type, id })
}

describe('a row of the map', () => {
  const PID = 'PID|1||900^^^NAT^NI~P1^^^STT^MR||LIND^ROSA^^^^^L||19610324|2'

  it('takes the repetition that its condition fits', () => {
    const at = portalAfter([row('PID-3.1', 'Patient.identifier[0].value', { when: 'PID-3.5 = MR' })], [PID])
    expect(at('Patient', 'P1')).toEqual({ resourceType: 'Patient', id: 'P1', identifier: [{ value: 'P1' }] })
  })

  it('takes the first repetition when it has no condition', () => {
    expect(portalAfter([row('PID-3.1', 'Patient.identifier[0].value')], [PID])('Patient', 'P1')).toMatchObject({ identifier: [{ value: '900' }] })
  })

  it('changes codes by its value map and says which value has no entry', () => {
    const gender = row('PID-8', 'Patient.gender', { valueMap: { F: 'female' } })
    const map = compileMap({ rows: [gender], updates: KEEP })
    expect(mapMessage(map, parseMessage(MSH + PID)).unmapped).toEqual([{ row: gender.id, value: '2' }])
    expect(portalAfter([row('PID-8', 'Patient.gender', { valueMap: { 2: 'female' } })], [PID])('Patient', 'P1')).toMatchObject({ gender: 'female' })
    expect(portalAfter([row('PID-8', 'Patient.gender', { valueMap: { '*': 'unknown' } })], [PID])('Patient', 'P1')).toMatchObject({ gender: 'unknown' })
    expect(portalAfter([row('PID-8', 'Patient.gender', { valueMap: { '*': '*' } })], [PID])('Patient', 'P1')).toMatchObject({ gender: '2' })
  })

  it('takes the part out that its pattern fits, before its map and its change, and says which value it does not fit', () => {
    const lines = 'PV1|1|I|WARD 4, BED 12^A\rOBR|1||L1^LAB|x\rOBX|1|NM|x||<0.1|mmol/L'
    const ward = row('PV1-3.1', 'Encounter.location[0].location.display', { extract: 'WARD (\\d+)', valueMap: { 4: 'Ward 4' } })
    const low = row('OBX-5', 'Observation.valueQuantity.value', { extract: '[\\d.]+', transform: 'number' })
    const text = `${PID}\r${lines}`.replace('PV1|1|I|WARD 4, BED 12^A', 'PV1|1|I|WARD 4, BED 12^A||||||||||||||||V1')
    const at = portalAfter([ward, low], [text])
    expect(at('Encounter', 'V1')).toMatchObject({ location: [{ location: { display: 'Ward 4' } }] })
    expect(at('Observation', 'L1-1')).toMatchObject({ valueQuantity: { value: 0.1 } })
    const sex = row('PID-8', 'Patient.gender', { extract: '^[MF]$' })
    expect(mapMessage(compileMap({ rows: [sex], updates: KEEP }), parseMessage(MSH + PID)).unmapped).toEqual([{ row: sex.id, value: '2', unfit: true }])
  })

  it('refuses a pattern that could run away, and takes an empty one for none', () => {
    expect(compileMap({ rows: [row('PID-8', 'Patient.gender', { extract: '(\\w+)+$' })], updates: KEEP }).problems).toMatchObject([{ part: 'extract', say: expect.stringContaining('can take for ever') }])
    expect(portalAfter([row('PID-8', 'Patient.gender', { extract: '' })], [PID])('Patient', 'P1')).toMatchObject({ gender: '2' })
  })

  it('joins fields and puts in a text of its own', () => {
    const at = portalAfter([row('PID-5.2 + PID-5.1', 'Patient.name[0].family', { transform: 'name' }), row('"phone"', 'Patient.telecom[0].system', { when: 'PID-8 = 2' })], [PID])
    expect(at('Patient', 'P1')).toMatchObject({ name: [{ family: 'Rosa Lind' }], telecom: [{ system: 'phone' }] })
  })

  it('that cannot be read is named with what to write instead', () => {
    const { problems } = compileMap({ rows: [row('PID', 'Patient.name'), row('PID-5.1', 'Patient.nickname', { when: 'maybe' })], updates: KEEP })
    expect(problems.map(({ part }) => part)).toEqual(['from', 'to', 'when', 'to'])
    expect(problems[1]?.say).toContain('Choose one: family, given')
  })
})

describe('a later message', () => {
  const rows = [row('PID-13.1', 'Patient.telecom[0].value', { when: 'PID-13.3 = PH' }), row('PID-11.1', 'Patient.address[0].line[0]')]
  const first = 'PID|1||P1^^^STT^MR||||||||1 Mill Lane||555-0100^PRN^PH'
  const wipe = 'PID|1||P1^^^STT^MR||||||||||""'

  it('keeps what it leaves empty and deletes what it sends as two quotes', () => {
    expect(portalAfter(rows, [first, wipe])('Patient', 'P1')).toEqual({ resourceType: 'Patient', id: 'P1', address: [{ line: ['1 Mill Lane'] }] })
  })

  it('read the other way round wipes what was silent and writes quotes into the portal', () => {
    expect(portalAfter(rows, [first, wipe], { empty: 'remove', quotes: 'text' })('Patient', 'P1')).toEqual({ resourceType: 'Patient', id: 'P1', telecom: [{ value: '""' }] })
  })
})

describe('a result that is corrected', () => {
  const lines = (state: string, value: string): string => `PID|1||P1^^^STT^MR\rOBR|1||L1^LAB|x\rOBX|1|NM|2823-3^Potassium^LN||${value}|mmol/L|||||${state}`
  const value = row('OBX-5', 'Observation.valueQuantity.value', { transform: 'number' })
  const status = row('OBX-11', 'Observation.status', { valueMap: { P: 'preliminary', F: 'final', C: 'corrected' } })
  const story = [lines('P', '4.1'), lines('F', '4.1'), lines('C', '7.1')]

  it('replaces the final one when it says so', () => {
    expect(portalAfter([value, status], story)('Observation', 'L1-1')).toMatchObject({ status: 'corrected', valueQuantity: { value: 7.1 } })
  })

  it('is dropped as a copy when the map calls everything final', () => {
    expect(portalAfter([value, row('"final"', 'Observation.status')], story)('Observation', 'L1-1')).toMatchObject({ status: 'final', valueQuantity: { value: 4.1 } })
  })
})

describe('changes on the way', () => {
  it('write dates, times and numbers as FHIR does', () => {
    expect([dateOf('19610324'), dateOf('1961'), dateOf('x')]).toEqual(['1961-03-24', '1961', null])
    expect(dateTimeOf('202503071405')).toBe('2025-03-07T14:05:00+00:00')
    expect(dateTimeOf('20250307140559.123-0500')).toBe('2025-03-07T14:05:59-05:00')
    expect([numberOf('7.10'), numberOf('<0.1'), numberOf('high')]).toEqual([7.1, null, null])
  })

  it('write names and units as people read them', () => {
    expect(['LIND-OSEI', "O'NEIL", 'van der Berg'].map(properName)).toEqual(['Lind-Osei', "O'Neil", 'van der Berg'])
    expect(['mmol/l', 'x10^9/l', 'mg%'].map(ucumOf)).toEqual(['mmol/L', '10*9/L', null])
  })
})
