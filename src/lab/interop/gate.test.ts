import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Expr } from '../../core/artefacts/exprs.ts'
import { fetchNeeds } from '../needs.ts'
import { askMessages } from '../sql/ask-messages.ts'
import { SqlProblem } from '../sql/bounded-query.ts'
import { feedOf } from './feed/feed.ts'
import { loadFhirPath } from './fhir/fhirpath-engine.ts'
import { ExprProblem } from './fhir/fhirpath.ts'
import { compileGate, stoppedBy } from './gate.ts'
import { parseMessage } from './v2/message.ts'

beforeAll(async () => {
  await loadFhirPath()
  await fetchNeeds({ build: { palette: ['expr.fhirpath:gate'] } } as never, { exprs: { rules: [{ language: 'sql' }] } })
})

const MSH = (n: number, sender = 'DESK'): string => `MSH|^~\\&|${sender}|ST-TURING|PORTAL|ST-TURING|202503030713||ORU^R01^ORU_R01|M${n}|P|2.5.1\r`
const MESSAGES = [
  `${MSH(1)}PID|1||900^^^NAT^NI~P1^^^STT^MR||LIND^ROSA||19610324|F|||||555~556\rPV1|1|I|A\\T\\E^A^1\rOBR|1||L1^LAB|x\rOBX|1|NM|2823-3^Potassium^LN||7.1|mmol/L|3.5-5.1|H|||F\rOBX|2|ST|X^Colour^L||red||||||P`,
  `${MSH(2, 'REG98')}PID|1||P2^^^STT^MR||MARSH^ANA||20520101|2|||""||\rPV1|1|ZZ|Ward 4^A^1`,
  `${MSH(3)}PID|1||P3^^^STT^MR||OKORO^JAN||19700101|M\rOBR|1||L3^LAB|x\rOBX|1|NM|2823-3^Potassium^LN||<0.1|mmol/L||||||F\rOBX|2|NM|718-7^Hb^LN||||||||F`,
]
const messages = MESSAGES.map((raw) => parseMessage(raw))

/** Messages that a rule stops, by their number. */
function stops(rule: Partial<Expr>): number[] {
  const gate = compileGate({ rules: [{ id: 'g', on: '', expr: '', say: 'why', ...rule }] })
  expect(gate.problems).toEqual([])
  const said = stoppedBy(gate, messages.map((message) => ({ message, resources: [], sentAt: '2025-03-03T07:13:00+00:00', sound: true })))
  return said.flatMap((rules, i) => (rules.length > 0 ? [i + 1] : []))
}

const refused = (rule: Partial<Expr>): string | undefined => compileGate({ rules: [{ id: 'g', on: '', expr: '', say: '', ...rule }] }).problems[0]?.say

describe('a gate rule that is a pattern', () => {
  it('holds for every value at its place, in each line and each repetition', () => {
    expect(stops({ language: 'regex', on: 'PID-7', expr: '^(?:19|20[01])' })).toEqual([2])
    expect(stops({ language: 'regex', on: 'PV1-2', expr: '^[IEO]$' })).toEqual([2])
    expect(stops({ language: 'regex', on: 'PID-3.1', expr: '^P\\d+$' })).toEqual([1])
    expect(stops({ language: 'regex', on: 'OBX-5', expr: '^[\\d.]+$' })).toEqual([1, 3])
    expect(stops({ language: 'regex', on: 'PID-13', expr: '^555$' })).toEqual([1])
  })

  it('asks nothing of silence, nor of "delete it", and sees signs that were escaped', () => {
    expect(stops({ language: 'regex', on: 'PID-11', expr: '^never$' })).toEqual([])
    expect(stops({ language: 'regex', on: 'PV1-3.1', expr: '^(?:A&E|Ward \\d)$' })).toEqual([])
  })

  it('is refused where it could run away, or names no place', () => {
    expect(refused({ language: 'regex', on: 'PID-7', expr: '(a|a)+$' })).toMatch(/can take for ever/)
    expect(refused({ language: 'regex', on: 'PID-7', expr: '[a-' })).toMatch(/no pattern yet|never closed/)
    expect(refused({ language: 'regex', on: 'Patient', expr: 'a' })).toBe('"Patient" is no place in a message. Write PID-7 or PID-3.1.')
  })
})

describe('a gate rule in SQL', () => {
  it('stops each message in which it finds a row', () => {
    expect(stops({ language: 'sql', expr: 'SELECT 1 FROM PID WHERE birth > \'2025\'' })).toEqual([2])
    expect(stops({ language: 'sql', expr: 'SELECT * FROM OBX WHERE status = \'F\' AND value IS NULL' })).toEqual([3])
    expect(stops({ language: 'sql', expr: 'SELECT n FROM OBX WHERE kind = \'NM\' AND value IS NOT NULL AND number IS NULL' })).toEqual([3])
    expect(stops({ language: 'sql', expr: 'SELECT * FROM PV1 WHERE class NOT IN (\'I\', \'E\', \'O\')' })).toEqual([2])
    expect(stops({ language: 'sql', expr: 'SELECT place FROM fields WHERE place = \'PID-3\' GROUP BY place HAVING max(repetition) > 1' })).toEqual([1])
    expect(stops({ language: 'sql', expr: 'SELECT 1 FROM PID WHERE street = \'""\'' })).toEqual([2])
  })

  it('sees one message at a time: what comes later is not known at the gate', () => {
    expect(stops({ language: 'sql', expr: 'SELECT count(*) FROM MSH HAVING count(*) > 1' })).toEqual([])
    expect(stops({ language: 'sql', expr: 'SELECT 1 FROM PID a JOIN PID b WHERE a.message <> b.message' })).toEqual([])
  })

  it.each([
    ['SELECT brith FROM PID', /There is no column "brith"/], ['SELECT * FROM rows', /There is no table "rows"\. There are MSH, EVN, PID/], ['DELETE FROM PID', /only reads/], ['SELECT random() FROM PID', /same answer every time/],
    ['WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT * FROM n', /calls itself/], ['SELECT 1 FROM fields a, fields b, fields c', /take for ever/], ['SELECT * FROM sqlite_master; SELECT 1', /One query/],
    ['SELEC 1', /begins with SELECT/],
  ])('%s is refused before it is asked', (expr, say) => expect(refused({ language: 'sql', expr })).toMatch(say))

  it('that breaks off in a message is told as a problem of the rule', () => {
    const gate = compileGate({ rules: [{ id: 'g', language: 'sql', on: '', say: '', expr: 'SELECT zeroblob(300000000) FROM PID' }] })
    expect(() => stoppedBy(gate, messages.map((message) => ({ message, resources: [], sentAt: '', sound: true })))).toThrow(ExprProblem)
  })
})

describe('rules in several languages', () => {
  it('are told in their own order', () => {
    const rules: Expr[] = [
      { id: 'a', language: 'sql', on: '', expr: 'SELECT 1 FROM PV1 WHERE class = \'ZZ\'', say: 'class' }, { id: 'b', on: 'Patient', expr: 'birthDate <= today()', say: 'birth' },
      { id: 'c', language: 'regex', on: 'PID-8', expr: '^[MF]$', say: 'sex' },
    ]
    const resources = [{ resourceType: 'Patient' as const, id: 'P2', birthDate: '2052-01-01' }]
    const message = messages[1] as (typeof messages)[number]
    expect(stoppedBy(compileGate({ rules }), [{ message, resources, sentAt: '2025-03-03T07:13:00+00:00', sound: true }])).toEqual([[{ rule: 'a', say: 'class' }, { rule: 'b', say: 'birth' }, { rule: 'c', say: 'sex' }]])
  })
})

describe('a question to all messages', () => {
  it('tells what each sender writes', () => {
    expect(askMessages(messages, 'SELECT sender, sex, count(*) AS times FROM PID GROUP BY sender, sex')).toEqual({ columns: ['sender', 'sex', 'times'], rows: [['DESK', 'F', 1], ['DESK', 'M', 1], ['REG98', '2', 1]] })
    expect(askMessages(messages, 'SELECT message, n, value, number FROM OBX ORDER BY message, n').rows).toEqual([['M1', '1', '7.1', 7.1], ['M1', '2', 'red', null], ['M3', '1', '<0.1', null], ['M3', '2', null, null]])
    expect(askMessages(messages, 'SELECT repetition, component, value FROM fields WHERE place = \'PID-3\' AND message = \'M1\'').rows).toEqual([[1, 1, '900'], [1, 4, 'NAT'], [1, 5, 'NI'], [2, 1, 'P1'], [2, 4, 'STT'], [2, 5, 'MR']])
  })

  it('comes back at once or is refused, however large', () => {
    const many = feedOf('sql', { n: 300, defectRate: 0.1, dialects: ['registration', 'desk', 'clinic'] }).map(({ raw }) => parseMessage(raw))
    expect(askMessages(many, 'SELECT sender, count(*) FROM MSH GROUP BY sender').rows.map(([sender]) => sender)).toEqual(['CLINIC', 'DESK', 'LAB', 'REG98'])
    expect(() => askMessages(many, 'SELECT count(*) FROM fields a, fields b')).toThrow(/take for ever/)
    expect(() => askMessages(many, 'SELECT * FROM fields')).toThrow(/more than 2000 rows/)
  })

  it('finds in `fields` exactly what stands in the message, whatever it is', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab1 |^~\\&\'"%é\n'), minLength: 1, maxLength: 6 })
    fc.assert(fc.property(text, (value) => {
      const [first] = messages as [(typeof messages)[number]]
      const message = { ...first, segments: [...first.segments, { name: 'NTE', fields: [[[[value]]]] }] }
      expect(askMessages([message], 'SELECT value FROM fields WHERE segment = \'NTE\'').rows).toEqual([[value]])
    }), { numRuns: 60 })
  })

  it('says where it is wrong', () => {
    try {
      askMessages(messages, 'SELECT sexx FROM PID')
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(SqlProblem)
      expect((error as SqlProblem).place).toMatchObject({ from: 7, to: 11 })
    }
  })
})
