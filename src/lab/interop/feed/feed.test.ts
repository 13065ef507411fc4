import { beforeAll, describe, expect, it } from 'vitest'
import { hl7Messages } from '../../data/hl7-messages.ts'
import { loadFhirPath } from '../fhir/fhirpath-engine.ts'
import { r4Troubles } from '../fhir/r4-oracle.fixture.ts'
import { validate } from '../gate.ts'
import { parseMessage, writeMessage } from '../v2/message.ts'
import { DEFECTS } from './feed-message.ts'
import { feedOf } from './feed.ts'

const ALL = { n: 600, defectRate: 0.1, dialects: ['registration', 'desk', 'clinic'] as const }
const feed = feedOf('feed-test', ALL)
const good = feed.filter(({ defect }) => defect === null)
const share = (part: number, of: number): number => Math.round((100 * part) / of)

beforeAll(loadFhirPath)

describe('the feed of the old systems', () => {
  it('is the same for the same seed', () => {
    expect(feedOf('feed-test', ALL)).toEqual(feed)
    expect(feedOf('another', ALL)[5]?.raw).not.toBe(feed[5]?.raw)
  })

  it('holds as many defects as asked for, every kind in turn, and arrives in order', () => {
    expect(feed).toHaveLength(600)
    expect(feed.length - good.length).toBe(60)
    for (const kind of DEFECTS) expect(feed.filter(({ defect }) => defect === kind).length, kind).toBeGreaterThanOrEqual(8)
    expect(feed.map(({ sentAt }) => sentAt)).toEqual(feed.map(({ sentAt }) => sentAt).sort())
  })

  /*
   * No literature counts messages by kind across hospitals, so these hold our own design (curriculum, assignment 3: repetitions,
   * escapes, local codes, updates after arrivals, typed values, about 10% defective) against drifting silently.
   */
  it('has the habits that the assignment is about, in steady shares', () => {
    const of = (test: (raw: string) => boolean): number => share(feed.filter(({ raw }) => test(raw)).length, feed.length)
    expect({
      arrivals: of((raw) => /ADT[!^]A01[!^]/.test(raw)), updates: of((raw) => /ADT[!^]A08[!^]/.test(raw)), discharges: of((raw) => /ADT[!^]A03[!^]/.test(raw)), results: of((raw) => /ORU[!^]R01[!^]/.test(raw)),
      localSex: of((raw) => /\|(1|2|9)\|/.test(raw.split('\r').find((line) => line.startsWith('PID'))?.slice(5) ?? '')),
      escapes: of((raw) => /\\[FSTR]\\/.test(raw)), deletes: of((raw) => raw.includes('""')), oldUnits: of((raw) => raw.includes('mg%')),
    }).toMatchInlineSnapshot(`
      {
        "arrivals": 21,
        "deletes": 11,
        "discharges": 12,
        "escapes": 17,
        "localSex": 16,
        "oldUnits": 4,
        "results": 46,
        "updates": 22,
      }
    `)
    const corrections = share(good.filter(({ corrects }) => corrects).length, good.filter(({ title }) => title.startsWith('Final')).length)
    expect(corrections).toBeGreaterThan(8)
    expect(corrections).toBeLessThan(35)
  })

  it('is about people of the town, each defect about somebody who is in no other message', () => {
    const record = (raw: string): string => /P\d{4}/.exec(raw)?.[0] ?? ''
    for (const { raw, defect } of feed) if (defect) expect(feed.filter((other) => record(other.raw) === record(raw))).toHaveLength(1)
  })

  it('is HL7: every message reads, and writes itself again', () => {
    for (const { raw } of feed) expect(writeMessage(parseMessage(raw))).toBe(raw)
  })

  it('tells a truth that keeps every rule of FHIR', () => {
    for (const { wanted, sentAt, title } of good) for (const resource of wanted) expect(validate(resource, sentAt), title).toEqual([])
  })

  it('tells a truth in elements, types and lists that R4 has', () => {
    for (const { wanted, title } of good) for (const resource of wanted) expect(r4Troubles(resource), title).toEqual([])
    expect(r4Troubles({ resourceType: 'Patient', name: { family: 'x' }, gendr: 'male', birthDate: 1961, telecom: [{ value: 'x', kind: 'y' }] } as { resourceType: string })).toEqual([
      'Patient.name: repeats', 'Patient.gendr: no such element', 'Patient.birthDate: should be date', 'Patient.telecom.kind: no such element',
    ])
  })

  it('always tells of the potassium: 4.1 final, then 7.1 corrected', () => {
    for (const seed of ['a', 'b', 'c']) {
      const story = feedOf(seed, { ...ALL, n: 60 }).flatMap(({ wanted, corrects }) => wanted.filter(({ code }) => JSON.stringify(code ?? '').includes('2823-3')).map((one) => ({ corrects, value: (one['valueQuantity'] as { value: number } | undefined)?.value })))
      expect(story).toContainEqual({ corrects: true, value: 7.1 })
      expect(story).toContainEqual({ corrects: false, value: 4.1 })
    }
  })

  it('shows hidden days without what is known long after', () => {
    const seen = hl7Messages.asOf(hl7Messages.generate('x', { n: 20 }), 'arrival')
    expect(seen.truth).toEqual([])
    expect(seen.messages).toHaveLength(20)
  })
})
