import fc from 'fast-check'
import type { ContactPoint, DiagnosticReport, Encounter, FhirResource, Observation, Patient } from 'fhir/r4'
import { beforeAll, describe, expect, it } from 'vitest'
import { validate } from '../gate.ts'
import { ExprProblem, question } from './fhirpath.ts'
import { loadFhirPath } from './fhirpath-engine.ts'
import { edited, leavesOf, type Resource } from './resource.ts'
import { R4 } from './r4-oracle.fixture.ts'
import { type Elements, type ElementShape, leafPaths, readFhirPath, RESOURCE_TYPES, type ResourceType, SHAPES } from './shapes.ts'
import { validateShape } from './validate.ts'

const AT = '2025-03-03T07:13:00+00:00'
const observation = (more: Partial<Resource>): Resource => ({ resourceType: 'Observation', id: 'o', status: 'final', code: { text: 'Potassium' }, subject: { reference: 'Patient/P1' }, ...more })

beforeAll(loadFhirPath)

describe('our part of FHIR', () => {
  const { types: model, choices, repeating } = R4

  /** Every element of our shapes with its path in R4's own terms: inside a data type the path begins anew. */
  function elementsOf(elements: Elements, at: string): [path: string, shape: ElementShape][] {
    return Object.entries(elements).flatMap(([name, shape]): [string, ElementShape][] => {
      const path = `${at}.${name}`
      const written = model[path]
      const type = typeof written === 'object' ? written.code : written
      return [[path, shape], ...(typeof shape.kind === 'string' ? [] : elementsOf(shape.kind, type === 'BackboneElement' || type === undefined ? path : type))]
    })
  }

  it('names elements that R4 has at every depth, of the kind that R4 says, and lists where R4 has lists', () => {
    const kinds: Record<string, RegExp> = { code: /^code$/, date: /^date$/, dateTime: /^dateTime$/, string: /^string$/, uri: /^uri$/, decimal: /^decimal$/, reference: /^string$/ }
    const all = RESOURCE_TYPES.flatMap((type) => elementsOf(SHAPES[type], type))
    expect(all.length).toBeGreaterThan(60)
    for (const [path, { kind, many }] of all) {
      const [, type = '', choice, chosen = ''] = /^(\w+)\.(value|effective)([A-Z]\w+)$/.exec(path) ?? []
      if (choice) expect(choices[`${type}.${choice}`], path).toContain(chosen)
      const written = model[path]
      expect(written, path).toBeDefined()
      if (typeof kind === 'string') expect(typeof written === 'object' ? written.code : written, path).toMatch(kinds[kind] as RegExp)
      expect(repeating.has(path), path).toBe(many === true)
    }
  })

  it('is of resources and codes that the published types have', () => {
    // Held by the compiler: a name or a code that R4 does not have, or one that is left out, does not compile.
    const types: readonly FhirResource['resourceType'][] = RESOURCE_TYPES
    const codes: { gender: Record<NonNullable<Patient['gender']>, 0>; encounter: Record<Encounter['status'], 0>; observation: Record<Observation['status'], 0>; report: Record<DiagnosticReport['status'], 0>; telecom: Record<NonNullable<ContactPoint['system']>, 0> } = {
      gender: { male: 0, female: 0, other: 0, unknown: 0 },
      encounter: { planned: 0, arrived: 0, triaged: 0, 'in-progress': 0, onleave: 0, finished: 0, cancelled: 0, 'entered-in-error': 0, unknown: 0 },
      observation: { registered: 0, preliminary: 0, final: 0, amended: 0, corrected: 0, cancelled: 0, 'entered-in-error': 0, unknown: 0 },
      report: { registered: 0, partial: 0, preliminary: 0, final: 0, amended: 0, corrected: 0, appended: 0, cancelled: 0, 'entered-in-error': 0, unknown: 0 },
      telecom: { phone: 0, fax: 0, email: 0, pager: 0, url: 0, sms: 0, other: 0 },
    }
    const ours = (type: ResourceType, element: string): string[] => [...SHAPES[type][element]?.values ?? []].sort()
    const theirs = (names: Record<string, 0>): string[] => Object.keys(names).sort()
    expect(types).toHaveLength(4)
    expect(ours('Patient', 'gender')).toEqual(theirs(codes.gender))
    expect(ours('Encounter', 'status')).toEqual(theirs(codes.encounter))
    expect(ours('Observation', 'status')).toEqual(theirs(codes.observation))
    expect(ours('DiagnosticReport', 'status')).toEqual(theirs(codes.report))
    const telecom = SHAPES.Patient['telecom']?.kind
    expect(typeof telecom === 'object' && [...telecom['system']?.values ?? []].sort()).toEqual(theirs(codes.telecom))
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
