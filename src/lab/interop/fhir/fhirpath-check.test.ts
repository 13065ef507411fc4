import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadFhirPath } from './fhirpath-engine.ts'
import { ASK_ELSEWHERE, FHIRPATH_FUNCTIONS } from './fhirpath-functions.ts'
import { ExprProblem, question, troubleIn } from './fhirpath.ts'
import { INVARIANTS } from './validate.ts'

beforeAll(loadFhirPath)

/** The words that are underlined, and what is said of them. */
function told(expr: string, on = 'Observation'): { under: string; say: string; doubt: boolean } | null {
  const trouble = troubleIn(expr, on)
  return trouble && { under: expr.slice(trouble.from, trouble.to), say: trouble.say, doubt: trouble.doubt === true }
}

describe('an element that is not there', () => {
  it.each([
    ['staus.exists()', 'staus', 'Observation has no element "staus". Did you mean status?'],
    ['code.cdoing.exists()', 'cdoing', 'Observation.code has no element "cdoing". Did you mean coding?'],
    ['value.ofType(Quantity).units.exists()', 'units', 'Observation.value has no element "units". Did you mean unit?'],
    ['code.coding.all(sytem.exists())', 'sytem', 'Observation.code.coding has no element "sytem". Did you mean system?'],
    ['status = final', 'final', 'A text stands in quotes: \'final\'.'],
    ['status.value.exists()', 'value', 'Observation.status is a single value; there is no "value" inside it.'],
    ['name.exists()', 'name', 'Observation has no element "name". Did you mean'],
    ['Patient.name.exists()', 'Patient', 'This is asked of Observation, so Patient is never here.'],
    ['`staus`.exists()', '`staus`', 'Did you mean status?'],
    ['status.exists()\n  and stauts = \'final\'', 'stauts', 'Did you mean status?'],
    ['%resource.staus.exists()', 'staus', 'Did you mean status?'],
    ['iif(value.exists(), stats, status) = \'final\'', 'stats', 'Did you mean status?'],
  ])('%s: %s', (expr, under, say) => {
    const found = told(expr)
    expect(found?.under).toBe(under)
    expect(found?.say.replace('name". It has', 'name". Did you mean')).toContain(say)
  })

  it('is doubted, not refused, when FHIR has it and nothing here fills it', () => {
    expect(told('issued.exists()')).toEqual({ under: 'issued', say: 'FHIR has Observation.issued, but nothing fills it here, so it is always empty.', doubt: true })
    expect(() => question('issued.empty()', 'Observation')).not.toThrow()
    expect(told('issued.exists() and staus.exists()')).toMatchObject({ under: 'staus', doubt: false })
  })
})

describe('a function', () => {
  it.each([
    ['status.exists', 'exists', 'exists is a function: write exists().'], ['foo()', 'foo', 'There is no function foo(). Try exists()'], ['status.exits()', 'exits', 'Did you mean exists()?'],
    ['value.status()', 'status', 'There is no function status()'], ['status()', 'status', 'status is an element, not a function: leave its brackets out.'],
    ['code.coding.where().exists()', 'where', 'where() needs one thing in its brackets.'], ['status.exists(true, false)', 'exists', 'exists() has nothing or one thing in its brackets.'],
    ['status.empty(1)', 'empty', 'empty() has nothing in its brackets.'], ['subject.resolve().exists()', 'resolve', 'resolve() asks another system'],
    ['value.ofType(Quantitty).exists()', 'Quantitty', 'FHIR has no type "Quantitty". Did you mean Quantity?'], ['value is Quantty', 'Quantty', 'Did you mean Quantity?'],
    ['status.matches(\'(a+)+\')', '\'(a+)+\'', 'can take for ever'], ['status.matches(id)', 'id', 'A pattern must be written out'],
  ])('%s: %s', (expr, under, say) => {
    const found = told(expr)
    expect(found?.say).toContain(say)
    expect(found?.under.replace(/^"|"$/g, '')).toBe(under)
  })

  /** The table of functions in the package's own source: names, and how many things stand in their brackets. */
  const source = readFileSync('node_modules/fhirpath/src/fhirpath.js', 'utf8')
  const table = /engine\.invocationTable = \{([^]*?)\n\};/.exec(source)?.[1] ?? ''
  const known = [...table.matchAll(/^ {2}"?(\w+)"?: +\{fn: ([^]*?)\},?$/gm)].map(([, name = '', rest = '']) => ({ name, rest })).filter(({ name }) => !/Op$|^(?:or|and|xor|implies|mod|div)$/.test(name))

  it('is one that the package has, and every one of the package is known here', () => {
    expect(known.length).toBeGreaterThan(90)
    const names = new Set(known.map(({ name }) => name))
    expect([...FHIRPATH_FUNCTIONS.keys()].filter((name) => !names.has(name))).toEqual([])
    // Another spelling of htmlChecks, which the package keeps for FHIR STU3.
    expect([...names].filter((name) => !FHIRPATH_FUNCTIONS.has(name) && !ASK_ELSEWHERE.has(name))).toEqual(['htmlchecks'])
  })

  it('takes as many things in its brackets as the package does', () => {
    for (const { name, rest } of known) {
      const ours = FHIRPATH_FUNCTIONS.get(name)
      // Two take as many as one likes.
      if (!ours || name === 'sort' || name === 'coalesce') continue
      const counts = [...(/arity: *\{(.*)$/m.exec(rest)?.[1] ?? '0:').matchAll(/(\d): *(?:\[|$)/g)].map(([, n]) => Number(n))
      expect({ name, least: ours.least, most: ours.most }).toEqual({ name, least: Math.min(...counts), most: Math.max(...counts) })
    }
  })
})

describe('what comes out, and what is put beside each other', () => {
  it.each([
    ['status', 'This gives a value, not yes or no'], ['value', 'not yes or no'], ['code.coding.count()', 'not yes or no'], ['today() - 1 year', 'not yes or no'],
    ['value > 3', 'Observation.value has parts, and only one of them can be compared: value.value'], ['status > 3', 'A text is never compared with a number.'],
    ['effective > \'2025\'', 'A date is written with @ and without quotes'], ['status.exists() = \'true\'', 'Yes or no is never compared with a text.'],
  ])('%s: %s', (expr, say) => expect(told(expr)?.say).toContain(say))

  it.each([
    ['Observation', 'value.value > 3 and value.value <= 3.5'], ['Observation', 'value > 3 \'mg\''], ['Observation', 'effective <= now() and effective > @2019 and effective >= today() - 1 year'],
    ['Patient', 'birthDate <= today()'], ['Patient', 'Patient.name.family.exists()'], ['Patient', 'name.where(family.startsWith(\'L\')).given.count() > 1'], ['Patient', 'id.exists() and resourceType = \'Patient\''],
    ['Observation', '(value as Quantity).unit = \'mg\' or value.is(string)'], ['Observation', 'valueQuantity.value.exists()'], ['Observation', 'code.coding[0].code.matches(\'^\\\\d+-\\\\d$\')'],
    ['Observation', 'iif(status = \'final\', value.exists(), true)'], ['Observation', 'status in (\'final\' | \'corrected\')'], ['Observation', 'code.coding.select(code).distinct().count() = 1'],
    ['Observation', 'code.descendants().where($this is string).exists()'], ['Observation', 'code.coding.exists($this.system = %loinc)'], ['Claim', 'status.exists() and item.servicedDate.exists()'], ['Nonsense', 'anything.at.all = 1'],
    ['Encounter', 'period.all(start.hasValue().not() or end.hasValue().not() or (start <= end))'], ['Observation', 'code.trace(\'x\').coding.exists() // a remark'],
  ])('%s: nothing is said against %s', (on, expr) => expect(troubleIn(expr, on)).toBeNull())

  it('nothing is said against the invariants that FHIR publishes', () => {
    for (const { on, expr } of INVARIANTS) expect(troubleIn(expr, on), expr).toBeNull()
  })

  it('nothing is said against any rule of the quest, its reference or its proof', () => {
    const rules = (value: unknown): { on: string; expr: string }[] => (typeof value !== 'object' || value === null ? []
      : 'expr' in value && 'on' in value ? [value as { on: string; expr: string }] : Object.values(value).flatMap(rules))
    const all = ['quest', 'proof'].flatMap((file) => rules(JSON.parse(readFileSync(`quests/hl7-front-door/${file}.json`, 'utf8'))))
    expect(all.length).toBeGreaterThan(10)
    for (const { on, expr } of all) if (expr !== '') expect(troubleIn(expr, on), expr).toBeNull()
  })
})

describe('what cannot be read', () => {
  it.each([
    ['\'final', '\'final', 'This text is opened with \' and never closed.'], ['`stat', '`stat', 'This name is opened with ` and never closed.'], ['status.exists() /* why', '/* why', 'This remark'],
    ['status = "final"', '"', 'A text stands in single quotes'], ['status == \'final\'', '=', 'Equal is one sign'], ['status.exists() && true', '&', 'Write the word: and.'], ['true || false', '|', 'Write the word: or.'],
    ['!status.exists()', '!', 'is written .not()'], ['status # 1', '#', '# means nothing here'], ['status = é', 'é', 'FHIRPath has no sign "é".'], ['value.exists(', '(', 'A bracket ( is opened and never closed.'],
    ['value.exists())', ')', 'A bracket ) is closed that was never opened.'], ['status.', '.', 'After the dot stands an element'], ['code..coding', '.', 'After the dot stands an element'], ['status = @20x', '@', 'After @ stands a date'],
    ['status = = 3', '=', 'Equal is one sign'], ['status = <= 3', '<=', '"<=" cannot follow "="'], ['status status', 'status', 'something is missing: a sign such as ='], ['status =', '=', 'Something is missing after "=".'], ['(status = )', ')', 'Something is missing before ")".'],
    ['', '', 'Ask something'], ['$thisx.exists()', '$thisx', 'There is no $thisx'], ['%foo.exists()', '%foo', 'There is no %foo here'], ['1 2', '2', 'something is missing'], ['status <> \'a\'', '<', 'Differs is written !='],
  ])('%s: %s', (expr, under, say) => {
    const found = told(expr)
    expect(found?.say).toContain(say)
    expect(found?.under).toContain(under)
  })

  const RAW = /mismatched|extraneous|token recognition|expecting|EOF|\[object|undefined|Cannot read|no viable|line: \d|FP_|TypeError|singleton|Not impl/i
  const pieces = ['status', 'value', 'code', 'coding', '.', '(', ')', '[', ']', '0', '3.5', '\'', '\'final\'', '`', '@2020', '@', ' ', '\n', ' and ', ' or ', ' is ', ' as ', ' in ', '|', '=', '!=', '<=', '>', '+', '-', '&', '*', '{}', '{', '%', '%resource', '$this', '$', 'exists()', 'where(', 'ofType(Quantity)', 'Quantity', ',', '//', '/*', '*/', 'é', '"', '#', 'sort(', 'desc', 'day', 'iif(', 'now()', '\\', 'true', '-1', 'L']

  it('is told in our own words and points inside the text, whatever is typed', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), fc.constantFrom('Observation', 'Patient', 'Claim', ''), (parts, on) => {
      const expr = parts.join('')
      const found = troubleIn(expr, on)
      if (!found) return
      expect(found.say).not.toMatch(RAW)
      expect([found.from >= 0, found.from <= found.to, found.to <= expr.length]).toEqual([true, true, true])
    }), { numRuns: 200 })
  })

  const LEAVES = ['status', 'value', 'value.value', 'code', 'code.coding', 'code.coding.code', 'effective', 'subject.reference', '3', '\'a\'', '@2020-01-01', 'now()', '{}', 'true', '(1 | 2)', '$this']
  const leaf = fc.constantFrom(...LEAVES)
  const asked = fc.oneof(
    fc.tuple(leaf, fc.constantFrom('=', '!=', '<', '>=', '~', 'in', 'contains', '+', '-', '&', '*', '/', 'div', 'and', 'or', '|'), leaf).map((parts) => parts.join(' ')),
    fc.tuple(leaf, fc.constantFrom(...[...FHIRPATH_FUNCTIONS].filter(([, { least }]) => least === 0).map(([name]) => name))).map(([one, name]) => `${one}.${name}()`),
    fc.tuple(leaf, fc.constantFrom('startsWith', 'matches', 'substring', 'power', 'take', 'all', 'where', 'select', 'combine', 'round', 'indexOf'), leaf).map(([one, name, other]) => `${one}.${name}(${other})`),
  )

  it('and what cannot be asked of a resource is told in our own words too', () => {
    const resource = {
      resourceType: 'Observation' as const, id: 'o', status: 'final', subject: { reference: 'Patient/P1' }, effectiveDateTime: '2025-03-03T07:13:00+00:00',
      code: { coding: [{ system: 'a', code: 'x' }, { system: 'b', code: 'y' }] }, valueQuantity: { value: 4.1, unit: 'mmol/L' },
    }
    fc.assert(fc.property(asked, (expr) => {
      try {
        expect(typeof question(expr, 'Observation')(resource, '2025-03-03T07:13:00+00:00')).toBe('boolean')
      } catch (error) {
        expect(error).toBeInstanceOf(ExprProblem)
        expect((error as Error).message).not.toMatch(RAW)
      }
    }), { numRuns: 200 })
  })
})
