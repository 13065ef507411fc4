import { CompletionContext } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadFhirPath } from '../../lab/interop/fhir/fhirpath-engine.ts'
import { troubleIn } from '../../lab/interop/fhir/fhirpath.ts'
import { RESOURCE_TYPES } from '../../lab/interop/fhir/shapes.ts'
import { fhirPathCompletions } from './fhirpath-completion.ts'

beforeAll(loadFhirPath)

/** What is offered where the bar stands: elements and kinds first, then functions. */
function offered(marked: string, on = 'Observation', explicit = true): string[] {
  const pos = marked.indexOf('¦')
  const doc = marked.replace('¦', '')
  const result = fhirPathCompletions(on)(new CompletionContext(EditorState.create({ doc }), pos, explicit))
  return (result?.options ?? []).map(({ label }) => label).filter((label) => label.toLowerCase().startsWith(doc.slice(result?.from, pos).toLowerCase()))
}

const named = (labels: string[]): string[] => labels.filter((label) => !label.endsWith('()'))

describe('after a dot the parts of what stands before it are offered', () => {
  it.each([
    ['code.¦', ['coding', 'text']], ['code.coding.¦', ['system', 'code', 'display']], ['code.coding[0].¦', ['system', 'code', 'display']], ['value.¦', ['value', 'unit', 'system', 'code', 'coding', 'text']],
    ['value.ofType(Quantity).¦', ['value', 'unit', 'system', 'code']], ['(value as CodeableConcept).¦', ['coding', 'text']], ['code.coding.where(system = \'x\').first().¦', ['system', 'code', 'display']],
    ['status = \'final\' and subject.¦', ['reference']], ['status.¦', []], ['%resource.code.¦', ['coding', 'text']], ['Observation.code.¦', ['coding', 'text']], ['code.coding.select(system).¦', []],
    ['referenceRange.¦', ['text']], ['(code | value).¦', ['coding', 'text', 'value', 'unit', 'system', 'code']], ['code\n  .coding\n  .¦', ['system', 'code', 'display']],
  ])('%s', (marked, wanted) => expect(named(offered(marked))).toEqual(wanted))

  it('and functions that fit it', () => {
    expect(offered('status.l¦')).toEqual(['last()', 'lower()', 'length()'])
    expect(offered('code.coding.c¦')).toEqual(['code', 'count()'])
    expect(offered('effective.year¦')).toEqual(['yearOf()'])
    expect(offered('effective.low¦')).toEqual([])
    expect(offered('value.value.abs¦')).toEqual(['abs()'])
  })
})

describe('inside brackets', () => {
  it.each([
    ['code.coding.all(¦', 'Observation', ['system', 'code', 'display', '$this']], ['code.coding.exists($this.¦', 'Observation', ['system', 'code', 'display']], ['name.where(given.all(¦', 'Patient', ['$this']],
    ['name.where(family.exists() and ¦', 'Patient', ['family', 'given', '$this']], ['name.all(family.startsWith(¦', 'Patient', ['family', 'given', '$this']],
    ['(¦', 'Encounter', ['identifier', 'status', 'class', 'subject', 'period', 'location']], ['code.coding.all(true) and ¦', 'DiagnosticReport', ['identifier', 'status', 'code', 'subject', 'effective']],
    ['value.ofType(¦', 'Observation', ['Quantity', 'CodeableConcept', 'string']], ['value is ¦', 'Observation', ['Quantity', 'CodeableConcept', 'string']],
  ])('%s of %s', (marked, on, wanted) => expect(named(offered(marked, on))).toEqual(wanted))
})

describe('where nothing stands before', () => {
  it('the elements of what is asked are offered, choices by their short name, and what needs nothing before it', () => {
    expect(offered('¦')).toEqual(expect.arrayContaining(['status', 'value', 'effective', 'today()', 'now()']))
    expect(offered('¦')).not.toEqual(expect.arrayContaining(['valueQuantity']))
    expect(offered('¦')).not.toContain('coding')
    expect(offered('birth¦', 'Patient')).toEqual(['birthDate'])
  })

  it('behind a whole question only words that join two', () => {
    expect(offered('status.exists() ¦')).toEqual(['and', 'or', 'implies', 'in', 'is', 'as'])
    expect(offered('status a¦')).toEqual(['and', 'as'])
  })

  it('nothing is offered in a text or a remark, nor unasked at the start', () => {
    expect([offered('status = \'¦'), offered('status // ¦'), offered('status /* ¦'), offered('¦', 'Observation', false)]).toEqual([[], [], [], []])
    expect(offered('code.¦', 'Observation', false)).toContain('coding')
  })
})

describe('whatever is chosen', () => {
  it('step after step, nothing is offered that would then be called wrong', () => {
    fc.assert(fc.property(fc.constantFrom(...RESOURCE_TYPES), fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (on, choices) => {
      let [text, stem] = ['', '']
      for (const choice of choices) {
        const options = named(offered(`${stem}¦`, on))
        if (options.length === 0) break
        text = `${stem}${options[choice % options.length]}`
        stem = `${text}.`
      }
      expect(troubleIn(`${text}.exists()`, on), text).toBeNull()
    }))
  })
})
