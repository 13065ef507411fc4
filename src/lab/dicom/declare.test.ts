/** What a file says of itself after PS3.15 E.1.1 and CID 7050, held against what was done to it. */
import { describe, expect, it } from 'vitest'
import type { Annotations, TagAction } from '../../core/artefacts/annotations.ts'
import { person } from '../data/town.ts'
import { actOnHeaders } from './act.ts'
import { ATTRIBUTES } from './attributes.ts'
import { declaredIn, declared, doneTo } from './declare.ts'
import type { DataSet } from './element.ts'
import { studyOf } from './study.ts'
import { TAG } from './tags.ts'

const study = studyOf('declare/1', { ...person(5), given: 'Hope', family: 'Graves' }, 1)
const clean = studyOf('declare/2', person(6), 0)
const before = study.instances[1]?.set as DataSet
/** The first letter that the table allows for each, with free text gone through. */
const PROFILE: Annotations['tags'] = { ...Object.fromEntries(ATTRIBUTES.map(({ keyword, allowed }) => [keyword, allowed.includes('C') ? 'C' : allowed[0] ?? 'K'])), PrivateAttributes: 'X' }
const after = (tags: Annotations['tags'], of = study) => actOnHeaders([of], tags)[0]?.instances[1]?.set as DataSet
const done = (changed: Record<string, TagAction>, painted = true) => doneTo(before, after({ ...PROFILE, ...changed }), painted)

describe('a file', () => {
  it('claims the basic profile, clean pixels and clean descriptors when it was given all three', () => {
    expect(done({})).toEqual({ methods: [113100, 113101, 113105], identityRemoved: true })
  })

  it('claims nothing when nothing was done to it', () => {
    expect(doneTo(before, before, false)).toEqual({ methods: [], identityRemoved: false })
    const said = declaredIn(declared(before, before, false))
    expect(said).toEqual({ identityRemoved: 'NO', burnedIn: 'YES', methods: [] })
  })

  it('does not claim the profile with one attribute left as it was', () => {
    for (const keyword of ['PatientName', 'PatientBirthDate', 'PrivateAttributes', 'AccessionNumber']) {
      expect(done({ [keyword]: 'K' }).identityRemoved, keyword).toBe(false)
      expect(done({ [keyword]: 'K' }).methods, keyword).not.toContain(113100)
    }
  })

  it('names the option by which something was kept, and keeps to the profile for the rest', () => {
    const kept: [string, number][] = [['StudyDate', 113106], ['PatientSex', 113108], ['StationName', 113109], ['StudyInstanceUID', 113110], ['InstitutionName', 113112]]
    for (const [keyword, code] of kept) expect(done({ [keyword]: 'K' }), keyword).toMatchObject({ methods: expect.arrayContaining([113100, code]) as unknown, identityRemoved: true })
    // Options go with a profile; without it there is nothing to keep by.
    expect(done({ PatientSex: 'K', PatientName: 'K' })).toEqual({ methods: [113101, 113105], identityRemoved: false })
  })

  it('says that descriptors were cleaned only when some are left and no name is in any', () => {
    const text = Object.fromEntries(ATTRIBUTES.filter(({ group }) => group === 'Free text').map(({ keyword }) => [keyword, 'X'] as const))
    expect(done(text).methods).toEqual([113100, 113101])
    expect(done({ ...text, ImageComments: 'C' }).methods).toContain(113105)
    expect(done({ ...text, StudyDescription: 'K' }).methods).toEqual([113101])
  })

  it('does not take the identity for gone while words are burnt in and nothing is painted over', () => {
    expect(done({}, false)).toEqual({ methods: [113100, 113105], identityRemoved: false })
    expect(doneTo(clean.instances[1]?.set as DataSet, after(PROFILE, clean), false)).toMatchObject({ identityRemoved: true })
  })

  it('has its statements once each, in place of older ones', () => {
    const twice = declared(before, declared(before, after(PROFILE), true), true)
    for (const tag of [TAG.PatientIdentityRemoved, TAG.BurnedInAnnotation, TAG.DeidentificationMethodCodeSequence]) expect(twice.filter((element) => element.tag === tag)).toHaveLength(1)
    expect(declaredIn(twice)).toEqual({
      identityRemoved: 'YES', burnedIn: 'NO',
      methods: [
        { code: '113100', meaning: 'Basic Application Confidentiality Profile' }, { code: '113101', meaning: 'Clean Pixel Data Option' }, { code: '113105', meaning: 'Clean Descriptors Option' },
      ],
    })
  })
})
