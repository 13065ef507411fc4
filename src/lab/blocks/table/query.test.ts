import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { tableOf, contextWith } from '../../lab.fixture.ts'
import { fetchNeeds } from '../../needs.ts'
import type { ColumnMeta, Table } from '../../graph/ports.ts'
import { query } from './query.run.ts'
import { querySpec } from './query.ts'

beforeAll(() => fetchNeeds({ build: { palette: ['sql.query'] } } as unknown as Parameters<typeof fetchNeeds>[0]))

const plain = tableOf({ age: [30, 70, 85, 60], los: [1, Number.NaN, 9, 4], ward: ['A', 'B', 'A', ''], filed: [0, 1, 1, 0] })
const AT: Record<string, string> = { age: 'admission', ward: 'admission', los: 'discharge', filed: 'discharge+21d' }
const stays: Table = { ...plain, meta: plain.meta.map((meta): ColumnMeta => ({ ...meta, label: `the ${meta.name}`, availableAt: AT[meta.name] ?? '' })) }

const fit = (sql: string, table = stays) => query.fit({ table }, contextWith({ sql }))
const answer = (sql: string, table = stays) => fit(sql, table).outputs['table'] as Table
const cells = ({ columns, meta, ids }: Table) => ids.map((_, row) => meta.map(({ name }) => columns[name]?.values[row]))
const moments = ({ meta }: Table) => Object.fromEntries(meta.map(({ name, availableAt }) => [name, availableAt]))

describe('SQL query', () => {
  it('chooses rows and columns, and still knows whose rows they are', () => {
    const found = answer('SELECT row_id, age FROM rows WHERE ward = \'A\' ORDER BY age DESC')
    expect([found.ids, cells(found)]).toEqual([['r2', 'r0'], [[85], [30]]])
    expect(found.meta).toEqual([{ name: 'age', label: 'the age', kind: 'number', availableAt: 'admission' }])
  })

  it('counts by group, and numbers rows that belong to nobody', () => {
    const found = answer('SELECT ward, count(*) AS people, avg(age) AS mean FROM rows WHERE ward IS NOT NULL GROUP BY ward ORDER BY ward')
    expect([found.ids, cells(found)]).toEqual([['1', '2'], [['A', 2, 57.5], ['B', 1, 70]]])
  })

  it('takes what is missing for NULL, and gives it back as missing', () => {
    expect(cells(answer('SELECT los, ward FROM rows WHERE los IS NULL OR ward IS NULL ORDER BY age DESC'))).toEqual([[Number.NaN, 'B'], [4, '']])
  })

  it('carries what is to be predicted along with the row', () => {
    const found = answer('SELECT * FROM rows ORDER BY age', { ...stays, label: { expr: 'back', values: Float64Array.of(1, 0, 0, 1) } })
    expect([found.ids, [...(found.label?.values ?? [])]]).toEqual([['r0', 'r3', 'r1', 'r2'], [1, 1, 0, 0]])
    expect(answer('SELECT age FROM rows').label).toBeUndefined()
  })

  it('says what came in and what came out', () => {
    const { outputs } = fit('SELECT row_id, age FROM rows LIMIT 2')
    expect(query.report?.({ table: stays }, outputs, null)).toMatchObject({ rows: 2, columns: 1, facts: ['4 rows asked, 2 rows in the answer'], head: { rows: [[30], [70]] } })
  })
})

describe('when a column of the answer is known', () => {
  it.each([
    ['SELECT age, los FROM rows', { age: 'admission', los: 'discharge' }],
    ['SELECT AGE, (los), r.ward FROM rows r', { age: 'admission', los: 'discharge', ward: 'admission' }],
    ['WITH old AS (SELECT * FROM rows WHERE age > 65) SELECT old.age FROM old', { age: 'admission' }],
    ['SELECT age + 1 AS next FROM rows', { next: 'discharge+21d' }],
    ['SELECT filed AS age FROM rows', { age: 'discharge+21d' }],
    ['SELECT filed aGE FROM rows', { aGE: 'discharge+21d' }],
    ['WITH c(age) AS (SELECT filed FROM rows) SELECT c.age FROM c', { age: 'discharge+21d' }],
    ['SELECT age FROM rows UNION ALL SELECT filed FROM rows', { age: 'discharge+21d' }],
  ])('%s', (sql, known) => {
    expect(Object.fromEntries(Object.entries(moments(answer(sql))).map(([name, at]) => [name in known ? name : name.toLowerCase(), at]))).toEqual(known)
  })

  it('with an accent too', () => {
    const odd = tableOf({ 'écart': [1], 'É': [2], '%': [3] })
    expect(answer('SELECT écart, É FROM rows', { ...odd, meta: odd.meta.map((meta) => ({ ...meta, availableAt: meta.name === '%' ? 'discharge+9d' : 'admission' })) }).meta.map(({ availableAt }) => availableAt)).toEqual(['admission', 'discharge+9d'])
  })

  it('as late as can be, where the name alone cannot tell', () => {
    const odd = { ...stays, meta: [...stays.meta, { name: '%', label: '%', kind: 'number' as const, availableAt: 'admission' }], columns: { ...stays.columns, '%': { kind: 'number' as const, values: new Float64Array(4) } } }
    expect(moments(answer('SELECT filed AS "%" FROM rows', odd))).toEqual({ '%': 'discharge+21d' })
    expect(moments(answer('SELECT * FROM rows', odd))).toMatchObject({ '%': 'admission' })
  })

  it('is never, where a column comes whose moment nobody knows', () => {
    const odd = { ...stays, meta: stays.meta.map((meta) => (meta.name === 'age' ? { ...meta, availableAt: 'one day' } : meta)) }
    expect(moments(answer('SELECT los * 2 AS twice FROM rows', odd))).toEqual({ twice: 'one day' })
  })
})

describe('a query that cannot be run is refused with its place', () => {
  it.each([
    ['SELEC * FROM rows', 'At character 1: A query begins with SELECT or WITH.'],
    ['SELECT * FORM rows', 'At character 10: "FORM" cannot stand here.'],
    ['SELECT age FROM rows WHERE (FROM = 1)', 'At character 29: "FROM" cannot stand here.'],
    ['SELECT (age FROM rows', 'At character 13: "FROM" cannot stand here.'],
    ['SELECT max(age', 'At character 14: Something is missing at the end'],
    ['SELECT heart FROM rows', 'At character 8: There is no column "heart".'],
    ['SELECT * FROM patients', 'There is no table "patients". The table is called rows.'],
    ['SELECT median_of(age) FROM rows', 'At character 8: There is no function median_of().'],
    ['SELECT age FROM rows a JOIN rows b ON 1', '"age" could mean a column of either table'],
    ['SELECT \'open FROM rows', 'At character 8: This is opened and never closed.'],
    ['-- nothing', 'Write a query'],
  ])('%s', (sql, say) => {
    expect(() => fit(sql)).toThrow(say)
  })

  it.each(['SELECT age FROM rows; SELECT los FROM rows', 'SELECT 1; DROP TABLE rows', 'SELECT age FROM rows; ;'])('more than one statement: %s', (sql) => {
    expect(() => fit(sql)).toThrow('One query at a time')
  })

  it('lets a semicolon stand at the end, in a text and in a remark', () => {
    expect(answer('SELECT age, \'a;b\' AS said FROM rows; -- done; really').ids).toHaveLength(4)
  })

  it.each(['DELETE FROM rows', 'INSERT INTO rows (age) VALUES (1)', 'UPDATE rows SET age = 1', 'DROP TABLE rows', 'PRAGMA query_only = OFF', 'ATTACH \'x\' AS y', 'VACUUM'])('writing: %s', (sql) => {
    expect(() => fit(sql)).toThrow('changes data')
  })

  it('writing that hides behind WITH', () => {
    expect(() => fit('WITH c AS (SELECT 1) DELETE FROM rows')).toThrow('At character 22: DELETE changes data')
    expect(() => fit('WITH c AS (SELECT 1) REPLACE INTO rows (age) VALUES (1)')).toThrow(/write a readonly database/)
  })

  it.each(['SELECT random() AS r FROM rows', 'SELECT date(\'now\') AS d FROM rows', 'SELECT CURRENT_DATE AS d FROM rows', 'SELECT julianday() AS d FROM rows'])('what differs from day to day: %s', (sql) => {
    expect(() => fit(sql)).toThrow(/same answer|what time it is/)
  })

  it.each([
    ['SELECT age, age FROM rows', 'Two columns of the answer are called "age"'],
    ['SELECT row_id FROM rows', 'no columns besides row_id'],
    ['SELECT a.row_id, a.age FROM rows a, rows b', 'row_id must say of each row'],
    ['SELECT age FROM rows WHERE age > 200', 'The answer has no rows'],
    ['SELECT zeroblob(3) AS b FROM rows', 'holds bytes'],
  ])('an answer that is no table: %s', (sql, say) => {
    expect(() => fit(sql)).toThrow(say)
  })

  it('a table whose columns differ in capitals only', () => {
    expect(() => answer('SELECT * FROM rows', tableOf({ Age: [1], age: [2] }))).toThrow('two columns called "age"')
  })
})

describe('a query without end is stopped before it begins', () => {
  const many = tableOf({ age: Array.from({ length: 3000 }, (_, i) => i % 90), ward: Array.from({ length: 3000 }, (_, i) => `w${i % 7}`) })

  it.each([
    'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) AS c FROM n',
    'WITH n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n LIMIT 3',
  ])('%s', (sql) => {
    expect(() => fit(sql)).toThrow('calls itself')
  })

  it.each([
    'SELECT count(*) AS c FROM rows a, rows b, rows c',
    'WITH p AS MATERIALIZED (SELECT a.age AS x FROM rows a, rows b) SELECT count(*) AS c FROM p q, p r',
    'SELECT row_id, (SELECT count(*) FROM rows b, rows c WHERE b.age < a.age) AS n FROM rows a',
  ])('%s', (sql) => {
    expect(() => fit(sql, many)).toThrow('take for ever')
  })

  it('lets ordinary joins through', () => {
    expect(answer('SELECT r.row_id, r.age, g.mean FROM rows r JOIN (SELECT ward, avg(age) AS mean FROM rows GROUP BY ward) g USING (ward)', many).ids).toHaveLength(3000)
  })

  it('gives up on an answer, and on a text, of too many', () => {
    expect(() => fit('SELECT a.age FROM rows a, rows b', many)).toThrow('more than 50000 rows')
    expect(() => fit('SELECT printf(\'%.*c\', 900000000, \'x\') AS long FROM rows')).toThrow('more than there is room for')
    expect(answer('SELECT * FROM rows')).toEqual(stays)
  })

  it('asks again and again whether the run was stopped', () => {
    let asked = 0
    query.fit({ table: many }, contextWith({ sql: 'SELECT age FROM rows' }, { tick: () => void asked++ }))
    expect(asked).toBeGreaterThanOrEqual(6)
  })
})

describe('on hidden rows', () => {
  const apply = (sql: string, hidden: Table) => query.apply?.({ table: hidden }, fit(sql).state, contextWith({ sql }, { applying: true }))['table'] as Table

  it('numbers stay numbers and words stay words, even where all are missing', () => {
    const hidden = answer('SELECT * FROM rows WHERE age = 60')
    expect(apply('SELECT upper(ward) AS w, los * 2 AS l FROM rows', hidden).meta.map(({ kind }) => kind)).toEqual(['category', 'number'])
  })

  it('an empty answer is an answer', () => {
    expect(apply('SELECT age FROM rows WHERE age > 65', answer('SELECT * FROM rows WHERE age < 65')).ids).toEqual([])
  })
})

it('SELECT * FROM rows gives back the same table', () => {
  const name = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !text.includes('\0') && text.toLowerCase() !== 'row_id' && text !== '__proto__')
    // A name that the query itself holds, such as *, might be a new one.
    .filter((text) => !'select * from rows'.includes(text.toLowerCase()))
  const number = fc.oneof(fc.double({ noDefaultInfinity: true }), fc.integer()).map((value) => value + 0)
  // SQLite ends a text at the sign 0, which no record of a hospital holds.
  const word = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\0'))
  const tables = fc.record({ names: fc.uniqueArray(name, { minLength: 1, maxLength: 5, selector: (text) => text.toLowerCase() }), rows: fc.integer({ min: 1, max: 8 }) })
    .chain(({ names, rows }) => fc.tuple(...names.map((one) => fc.oneof(
      fc.array(number, { minLength: rows, maxLength: rows }), fc.array(word, { minLength: rows, maxLength: rows }),
    ).map((values) => [one, values] as const))))
  fc.assert(fc.property(tables, (columns) => {
    const table = tableOf(Object.fromEntries(columns) as Record<string, number[] | string[]>)
    expect(answer(querySpec.params.parse({}).sql, table)).toEqual(table)
  }), { numRuns: 100 })
})
