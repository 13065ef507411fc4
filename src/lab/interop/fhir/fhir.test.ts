import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { validate } from '../gate.ts'
import { ExprProblem, question } from './fhirpath.ts'
import { loadFhirPath } from './fhirpath-engine.ts'
import { edited, leavesOf, type Resource } from './resource.ts'
import { leafPaths, readFhirPath, RESOURCE_TYPES, SHAPES } from './shapes.ts'
import { validateShape } from './validate.ts'

const AT = '2025-03-03T07:13:00+00:00'
const observation = (more: Partial<Resource>): Resource => ({ resourceType: 'Observation', id: 'o', status: 'final', code: { text: 'Potassium' }, subject: { reference: 'Patient/P1' }, ...more })

beforeAll(loadFhirPath)

describe('our part of FHIR', () => {
  // The R4 model that the fhirpath package ships, made by its authors from the specification.
  const read = <T>(file: string) => JSON.parse(readFileSync(`node_modules/fhirpath/fhir-context/r4/${file}.json`, 'utf8')) as T
  const model = read<Record<string, string>>('path2Type')
  const choices = read<Record<string, string[]>>('choiceTypePaths')

  it('names elements that R4 has, of the kind that R4 says', () => {
    const kinds: Record<string, RegExp> = { code: /^code$/, date: /^date$/, string: /^string$/ }
    for (const type of RESOURCE_TYPES) {
      for (const [name, { kind }] of Object.entries(SHAPES[type])) {
        const [, choice, chosen = ''] = /^(value|effective)([A-Z]\w+)$/.exec(name) ?? []
        if (choice) expect(choices[`${type}.${choice}`], `${type}.${name}`).toContain(chosen)
        else {
          expect(model[`${type}.${name}`], `${type}.${name}`).toBeDefined()
          if (typeof kind === 'string' && kinds[kind]) expect(model[`${type}.${name}`], `${type}.${name}`).toMatch(kinds[kind])
        }
      }
    }
  })

  it('takes every leaf it offers, and refuses what it does not have', () => {
    for (const { path } of leafPaths()) expect(readFhirPath(path), path).toMatchObject({ ok: true })
    expect(readFhirPath('Patient.name')).toMatchObject({ ok: false })
    expect(readFhirPath('Patient.gender[0]')).toMatchObject({ ok: false, say: expect.stringContaining('does not repeat') })
    expect(readFhirPath('Patient.constructor')).toMatchObject({ ok: false })
  })

  it('puts a value in and takes it out without a trace, whatever the leaf', () => {
    const leaf = fc.constantFrom(...leafPaths().map(({ path }) => path))
    fc.assert(fc.property(fc.uniqueArray(leaf, { minLength: 1, maxLength: 6 }), (paths) => {
      const edits = paths.flatMap((path) => {
        const read = readFhirPath(path)
        return read.ok ? [{ path: read.path, set: 'x' }] : []
      })
      const empty: Resource = { resourceType: 'Patient', id: 'p' }
      const full = edited(empty, edits)
      expect(edited(full, edits.map(({ path }) => ({ path, remove: true as const })))).toEqual(empty)
      expect(empty).toEqual({ resourceType: 'Patient', id: 'p' })
      expect([...leavesOf(full).values()].every((value) => value === 'x')).toBe(true)
    }))
  })
})

describe('a resource held against the rules', () => {
  it('is sound when nothing is wrong', () => {
    expect(validate(observation({ valueQuantity: { value: 7.1, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' } }), AT)).toEqual([])
  })

  it('is told what is missing, odd or impossible, by its place', () => {
    const patient: Resource = { resourceType: 'Patient', id: 'p', identifier: [{ value: '1' }], name: [{ family: 'Lind' }], gender: '2', birthDate: '1961-02-30' }
    expect(validateShape(patient).map(({ path }) => path)).toEqual(['Patient.gender', 'Patient.birthDate'])
    expect(validateShape(observation({ status: 'done', valueQuantity: { value: 7, code: 'mg%' } })).map(({ path }) => path)).toEqual(['Observation.status', 'Observation.valueQuantity.code'])
    expect(validateShape({ resourceType: 'Encounter', id: 'e', status: 'finished' }).map(({ path }) => path)).toEqual(['Encounter.identifier', 'Encounter.class', 'Encounter.subject'])
  })

  it('keeps the invariants of the specification', () => {
    const visit = (start: string, end: string): Resource => ({
      resourceType: 'Encounter', id: 'e', identifier: [{ value: 'V1' }], status: 'finished', class: { code: 'IMP' }, subject: { reference: 'Patient/P1' }, period: { start, end },
    })
    expect(validate(visit('2025-03-03T10:00:00+00:00', '2025-03-02T10:00:00+00:00'), AT)).toMatchObject([{ path: 'Encounter (per-1)' }])
    expect(validate(visit('2025-03-02T10:00:00+00:00', '2025-03-03T10:00:00+00:00'), AT)).toEqual([])
    expect(validate(observation({ valueString: 'x', dataAbsentReason: { text: 'why' } }), AT)).toMatchObject([{ path: 'Observation (obs-6)' }])
  })
})

describe('a question in FHIRPath', () => {
  it('counts "cannot say" as no', () => {
    expect(question('birthDate <= today()', 'Patient')({ resourceType: 'Patient', id: 'p' }, AT)).toBe(false)
  })

  it('asks for value whatever its kind', () => {
    const ask = question('value.exists() or dataAbsentReason.exists()', 'Observation')
    expect([ask(observation({ valueString: 'x' }), AT), ask(observation({ valueQuantity: { value: 1 } }), AT), ask(observation({}), AT)]).toEqual([true, true, false])
  })

  it('means the moment of the message by now() and today(), never the clock on the wall', () => {
    fc.assert(fc.property(fc.integer({ min: 1900, max: 2999 }), fc.integer({ min: 1900, max: 2999 }), (born, sent) => {
      const patient: Resource = { resourceType: 'Patient', id: 'p', birthDate: `${born}-06-15` }
      expect(question('birthDate <= today()', 'Patient')(patient, `${sent}-06-15T12:00:00+00:00`)).toBe(born <= sent)
    }), { numRuns: 60 })
    expect(question('effective <= now()', 'Observation')(observation({ effectiveDateTime: '2025-03-03T07:14:00+00:00' }), AT)).toBe(false)
  })

  it('joined by and, or and not, of exists and count, says what plain sets and three-valued logic say', () => {
    fc.assert(fc.property(anyQuestion, anyPatient, (asked, patient) => {
      expect([written(asked), question(written(asked), 'Patient')(patient, AT)]).toEqual([written(asked), answered(asked, patient) === true])
    }), { numRuns: 400 })
  })

  it('and binds tighter than or', () => {
    const atoms = fc.constantFrom('name.exists()', 'gender.exists()', 'birthDate.exists()', 'active.exists()')
    const js = (expr: string, patient: Resource) => patient[expr.split('.')[0]!] !== undefined
    fc.assert(fc.property(atoms, atoms, atoms, anyPatient, (a, b, c, patient) => {
      expect(question(`${a} and ${b} or ${c}`, 'Patient')(patient, AT)).toBe((js(a, patient) && js(b, patient)) || js(c, patient))
      expect(question(`${a} or ${b} and ${c}`, 'Patient')(patient, AT)).toBe(js(a, patient) || (js(b, patient) && js(c, patient)))
    }), { numRuns: 100 })
  })

  it('that makes no sense is refused before it is asked, and one that cannot be asked of a resource says so', () => {
    expect(() => question('status.foo()', 'Observation')).toThrow(/no function foo/)
    expect(() => question('status', 'Observation')).toThrow(ExprProblem)
    const coding = { coding: [{ code: 'a' }, { code: 'b' }] }
    expect(() => question('code.coding.code.single() = \'a\'', 'Observation')(observation({ code: coding }), AT)).toThrow('one holds several things where one is needed')
  })

  it('may name the resource that is asked', () => {
    expect(question('%resource.status = status and Observation.status = \'final\'', 'Observation')(observation({}), AT)).toBe(true)
  })
})

interface Name { family?: string; given?: string[] }

/** A patient of whom much may be missing. FHIR has no empty lists: what is not there is left out. */
const anyPatient: fc.Arbitrary<Resource> = fc.record({
  active: fc.boolean(),
  gender: fc.constantFrom('female', 'male'),
  birthDate: fc.constantFrom('1961-02-03', '2001-06-15'),
  name: fc.array(fc.record({ family: fc.constantFrom('Lind', 'Osei'), given: fc.array(fc.constantFrom('Rosa', 'Abel', 'Mei'), { minLength: 1, maxLength: 3 }) }, { requiredKeys: [] }), { minLength: 1, maxLength: 3 })
    // An element without any child is none.
    .map((names) => names.map((name) => (Object.keys(name).length === 0 ? { family: 'Lind' } : name))),
}, { requiredKeys: [] }).map((fields) => ({ resourceType: 'Patient', id: 'p', ...fields }))

/** A question with the answer that plain JavaScript gives: true, false, or null for "cannot say". */
type Asked =
  | { kind: 'atom'; text: string; of: (patient: { active?: boolean; gender?: string; birthDate?: string; names: Name[] }) => boolean | null }
  | { kind: 'not'; of: Asked }
  | { kind: 'and' | 'or'; left: Asked; right: Asked }

const given = (names: Name[]) => names.flatMap((name) => name.given ?? [])
const many = fc.integer({ min: 0, max: 4 })
const atom = (text: string, of: (Asked & { kind: 'atom' })['of']): Asked => ({ kind: 'atom', text, of })

const anyAtom: fc.Arbitrary<Asked> = fc.oneof(
  fc.constantFrom(
    atom('name.exists()', ({ names }) => names.length > 0),
    atom('name.given.exists()', ({ names }) => given(names).length > 0),
    atom('birthDate.exists()', ({ birthDate }) => birthDate !== undefined),
    atom('gender.empty()', ({ gender }) => gender === undefined),
    atom('active', ({ active }) => active ?? null),
    atom("gender = 'female'", ({ gender }) => (gender === undefined ? null : gender === 'female')),
    atom('birthDate < @1990-01-01', ({ birthDate }) => (birthDate === undefined ? null : birthDate < '1990-01-01')),
    atom("name.exists(family = 'Lind')", ({ names }) => names.some(({ family }) => family === 'Lind')),
    atom("name.where(given.exists()).exists()", ({ names }) => names.some((name) => name.given !== undefined)),
  ),
  many.map((n) => atom(`name.count() = ${n}`, ({ names }) => names.length === n)),
  many.map((n) => atom(`name.given.count() > ${n}`, ({ names }) => given(names).length > n)),
  many.map((n) => atom(`name.where(family = 'Osei').count() <= ${n}`, ({ names }) => names.filter(({ family }) => family === 'Osei').length <= n)),
  many.map((n) => atom(`name.given.where($this = 'Mei').count() = ${n}`, ({ names }) => given(names).filter((one) => one === 'Mei').length === n)),
)

const anyQuestion: fc.Arbitrary<Asked> = fc.letrec<{ asked: Asked }>((tie) => ({
  asked: fc.oneof({ maxDepth: 4, withCrossShrink: true }, anyAtom,
    fc.record({ kind: fc.constant('not' as const), of: tie('asked') }),
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('asked'), right: tie('asked') })),
})).asked

function written(asked: Asked): string {
  if (asked.kind === 'atom') return asked.text
  return asked.kind === 'not' ? `(${written(asked.of)}).not()` : `(${written(asked.left)}) ${asked.kind} (${written(asked.right)})`
}

/** The truth tables of FHIRPath (normative release, 6.5): what is certain wins over what cannot be said. */
function answered(asked: Asked, patient: Resource): boolean | null {
  if (asked.kind === 'atom') {
    const { active, gender, birthDate, name } = patient as { active?: boolean; gender?: string; birthDate?: string; name?: Name[] }
    return asked.of({ names: name ?? [], ...(active === undefined ? {} : { active }), ...(gender === undefined ? {} : { gender }), ...(birthDate === undefined ? {} : { birthDate }) })
  }
  if (asked.kind === 'not') {
    const inner = answered(asked.of, patient)
    return inner === null ? null : !inner
  }
  const [left, right] = [answered(asked.left, patient), answered(asked.right, patient)]
  const certain = asked.kind === 'or'
  if (left === certain || right === certain) return certain
  return left === null || right === null ? null : !certain
}
