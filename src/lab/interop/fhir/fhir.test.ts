import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { validate } from '../gate.ts'
import { ExprProblem, loadFhirPath, question, troubleIn } from './fhirpath.ts'
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
    expect(question('birthDate <= today()')({ resourceType: 'Patient', id: 'p' }, AT)).toBe(false)
  })

  it('asks for value whatever its kind', () => {
    const ask = question('value.exists() or dataAbsentReason.exists()')
    expect([ask(observation({ valueString: 'x' }), AT), ask(observation({ valueQuantity: { value: 1 } }), AT), ask(observation({}), AT)]).toEqual([true, true, false])
  })

  it('means the moment of the message by now() and today(), never the clock on the wall', () => {
    fc.assert(fc.property(fc.integer({ min: 1900, max: 2999 }), fc.integer({ min: 1900, max: 2999 }), (born, sent) => {
      const patient: Resource = { resourceType: 'Patient', id: 'p', birthDate: `${born}-06-15` }
      expect(question('birthDate <= today()')(patient, `${sent}-06-15T12:00:00+00:00`)).toBe(born <= sent)
    }), { numRuns: 60 })
    expect(question('effective <= now()')(observation({ effectiveDateTime: '2025-03-03T07:14:00+00:00' }), AT)).toBe(false)
  })

  it('that is written wrong is told where and in plain words', () => {
    expect(troubleIn('value.exists(')).toMatchObject({ say: expect.stringContaining('missing at the end') })
    expect(troubleIn('status = = 3')?.at).toBeGreaterThan(5)
    expect(troubleIn('value.exists()')).toBeNull()
    expect(() => question('status.foo()')(observation({}), AT)).toThrow(/no function foo/)
    expect(() => question('status')(observation({}), AT)).toThrow(ExprProblem)
  })
})
