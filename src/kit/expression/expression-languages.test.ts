import { CompletionContext, type CompletionResult, type CompletionSource } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safePattern } from '../../lab/deid/safe-pattern.ts'
import { regexCompletions, regexLanguage } from './regex-language.ts'
import { sqlLanguage } from './sql-language.ts'
import { sqlMistake } from './sql-mistakes.ts'
import { rowsTable } from './sql-table.ts'

const columns = [{ name: 'age', label: 'Age at admission' }, { name: 'los', label: 'Nights' }, { name: 'ward', label: 'ward' }]
const tables = rowsTable(columns)
const language = sqlLanguage(tables, 'SELECT * FROM rows')

/** What is offered where | stands. */
async function offered(sources: readonly CompletionSource[], marked: string, explicit = false): Promise<string[]> {
  const pos = marked.indexOf('|')
  const doc = marked.replace('|', '')
  const state = EditorState.create({ doc, extensions: [language.look] })
  const found: (CompletionResult | null)[] = await Promise.all(sources.map((source) => source(new CompletionContext(state, pos, explicit))))
  return found.flatMap((result) => (result ? result.options.filter(({ label }) => label.toLowerCase().startsWith(doc.slice(result.from, pos).toLowerCase())).map(({ label }) => label) : []))
}

describe('SQL is completed', () => {
  test('with the columns of the table, and what they are', async () => {
    expect(await offered(language.complete, 'SELECT a|')).toEqual(expect.arrayContaining(['age', 'AS', 'avg()']))
    const state = EditorState.create({ doc: 'SELECT ', extensions: [language.look] })
    const all = await Promise.all(language.complete.map((source) => source(new CompletionContext(state, 7, true))))
    expect(all.flatMap((one) => one?.options ?? []).find(({ label }) => label === 'los')).toMatchObject({ detail: 'Nights' })
  })

  test('after the table and a dot with its columns alone', async () => {
    expect(await offered(language.complete, 'SELECT rows.| FROM rows')).toEqual(['age', 'los', 'ward', 'row_id'])
    expect(await offered(language.complete, 'SELECT r.l| FROM rows r')).toEqual(['los'])
  })

  test('with the names that the query itself gives', async () => {
    expect(await offered(language.complete, 'SELECT age + 1 AS following FROM rows ORDER BY fol|')).toContain('following')
  })

  test('with words, each with its meaning, and with nothing inside a text', async () => {
    expect(await offered(language.complete, 'SELECT * FROM rows GR|')).toContain('GROUP BY')
    expect(await offered(language.complete, 'SELECT \'gr|')).toEqual([])
  })
})

describe('SQL is checked while it is typed', () => {
  test.each([
    ['DELETE FROM rows', 'DELETE', /only reads/], ['SELECT 1; SELECT age FROM rows', 'SELECT age FROM rows', /One query/],
    ['SELECT agge FROM rows', 'agge', /no column "agge"/], ['SELECT zz FROM rows', 'zz', /no column "zz"\.$/], ['SELECT losses FROM rows', 'losses', /Did you mean los\?/],
    ['SELECT age FROM rows WHERE ward = "A"', '"A"', /single quotes: 'A'/], ['SELECT r.heart FROM rows r', 'heart', /no column/], ['SELECT \'open', '\'open', /never closed/],
  ])('%s', (text, place, say) => {
    const found = sqlMistake(text, tables)
    expect(found && text.slice(found.from, found.to)).toBe(place)
    expect(found?.say).toMatch(say)
  })

  test.each([
    '', 'select AGE, count(*) n from rows group by AGE order by n desc', 'SELECT "age", [los], `ward` FROM rows', 'SELECT row_id, age + 1 AS next FROM rows WHERE next > 3',
    'WITH old(years, bed) AS (SELECT age, ward FROM rows) SELECT years, o.bed FROM old o', 'SELECT a.age, m FROM rows a JOIN (SELECT ward, avg(los) m FROM rows GROUP BY ward) g USING (ward)',
    'SELECT CASE WHEN age > 65 THEN \'old\' ELSE \'young\' END AS band FROM rows -- heart', 'SELECT CAST(age AS INTEGER) AS years, rank() OVER (PARTITION BY ward ORDER BY los DESC) AS place FROM rows',
    'SELECT * FROM rows WHERE ward LIKE \'A%\' AND los IS NOT NULL LIMIT 5 OFFSET 2;',
  ])('is content with: %s', (text) => {
    expect(sqlMistake(text, tables)).toBeNull()
  })

  test('knows no unknown name where the columns are not known', () => {
    expect(sqlMistake('SELECT heart FROM rows', rowsTable([]))).toBeNull()
  })

  test('points inside the text, whatever is typed', () => {
    const part = fc.constantFrom('SELECT', ' ', 'age', ',', '(', ')', '\'', '"', ';', 'FROM rows', 'AS', '--', '/*', '[', 'é', '1.5', '*')
    fc.assert(fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      const text = parts.join('')
      const found = sqlMistake(text, tables)
      if (found) expect([found.from >= 0, found.from <= found.to, found.to <= text.length, found.say.length > 0]).toEqual([true, true, true, true])
    }))
  })
})

describe('SQL over several tables', () => {
  const several = [
    { name: 'PID', label: 'patients', columns: [{ name: 'message', label: 'its number' }, { name: 'sex', label: 'PID-8' }] },
    { name: 'OBX', label: 'results', columns: [{ name: 'message', label: 'its number' }, { name: 'value', label: 'OBX-5' }, { name: 'unit', label: 'OBX-6.1' }] },
  ]
  const { complete } = sqlLanguage(several, 'SELECT * FROM OBX')

  test('offers tables behind FROM and JOIN, and behind a name or its short form the columns of that table alone', async () => {
    expect(await offered(complete, 'SELECT * FROM |', true)).toEqual(['PID', 'OBX'])
    expect(await offered(complete, 'SELECT * FROM PID JOIN O|')).toEqual(['OBX'])
    expect(await offered(complete, 'SELECT OBX.| FROM OBX')).toEqual(['message', 'value', 'unit'])
    expect(await offered(complete, 'SELECT p.| FROM OBX o JOIN PID AS p USING (message)')).toEqual(['message', 'sex'])
    expect(await offered(complete, 'SELECT un|')).toEqual(['unit'])
  })

  test.each([
    ['SELECT * FROM OBY', 'OBY', 'There is no table "OBY". Did you mean OBX?'], ['SELECT * FROM rows', 'rows', 'There is no table "rows". There are PID, OBX.'], ['SELECT PID.unit FROM PID', 'unit', 'PID has no column "unit".'],
    ['SELECT vlaue FROM OBX', 'vlaue', 'Did you mean value?'], ['', '', ''],
  ])('%s', (text, place, say) => {
    const found = sqlMistake(text, several)
    expect(found ? text.slice(found.from, found.to) : '').toBe(place)
    expect(found?.say ?? '').toContain(say)
  })

  test.each(['SELECT o.unit, p.sex FROM OBX o, PID p WHERE o.message = p.message', 'WITH odd (m) AS (SELECT message FROM OBX) SELECT * FROM odd JOIN PID ON PID.message = odd.m', 'WITH a AS (SELECT unit FROM OBX), b AS MATERIALIZED (SELECT * FROM a) SELECT unit FROM b'])('is content with: %s', (text) => {
    expect(sqlMistake(text, several)).toBeNull()
  })
})

describe('regular expressions', () => {
  const { mistake } = regexLanguage((pattern) => {
    const safe = safePattern(pattern)
    return safe.ok ? null : safe.say
  }, 200)

  test.each([
    ['[a-z', 'A bracket [ is opened and never closed.'], ['(ab', 'A bracket ( is opened and never closed.'], ['ab)', 'A bracket ) is closed that was never opened.'],
    ['*a', 'There is nothing before this repetition'], ['a{', 'Braces must say how often'], ['[z-a]', 'A range runs from the smaller'], ['a{3,1}', 'The smaller number comes first'],
    ['a\\', 'A backslash needs a sign after it.'], ['\\p{Nonsense}', 'After \\p stands'], ['\\q', 'needs no backslash'], ['(?x)', 'After (? stands a colon'],
  ])('%s is broken, in plain words', (pattern, say) => {
    expect(mistake(pattern)?.say).toContain(say)
  })

  test.each([['(a+)+', /can take for ever/], ['(a)\\1', /Back references/], ['(?=a)b', /Looking ahead/], ['a+b+c+d+', /too slow/]])('%s could run away', (pattern, say) => {
    expect(mistake(pattern)?.say).toMatch(say)
  })

  test.each(['', '\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b', '(?:Mr|Ms)\\.? [A-Z]\\w+'])('%s may run', (pattern) => {
    expect(mistake(pattern)).toBeNull()
  })

  test('signs are offered after a backslash, and all of them when asked', async () => {
    expect(await offered([regexCompletions], '\\|')).toEqual(expect.arrayContaining(['\\d', '\\b', '\\p{L}']))
    expect(await offered([regexCompletions], 'x\\p|')).toEqual(['\\p{L}', '\\p{Lu}'])
    expect(await offered([regexCompletions], 'x\\p{L|')).toEqual(['\\p{L}', '\\p{Lu}'])
    expect(await offered([regexCompletions], '\\\\|')).toEqual([])
    expect(await offered([regexCompletions], 'abc|')).toEqual([])
    expect(await offered([regexCompletions], '|', true)).toContain('{1,3}')
  })

  test('each sign that is offered is a pattern that may run', async () => {
    for (const sign of await offered([regexCompletions], '|', true)) expect(mistake(sign.startsWith('{') ? `a${sign}` : sign), sign).toBeNull()
  })

  test('stay one line of bounded length', () => {
    const state = EditorState.create({ doc: 'ab', extensions: [regexLanguage(() => null, 4).look] })
    const after = (insert: string) => state.update({ changes: { from: 2, insert } }).state.doc.toString()
    expect([after('cd'), after('\n'), after('cde')]).toEqual(['abcd', 'ab', 'ab'])
  })
})
