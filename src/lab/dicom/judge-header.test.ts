import { describe, expect, it } from 'vitest'
import type { Annotations } from '../../core/artefacts/annotations.ts'
import { person } from '../data/town.ts'
import { actOnHeaders } from './act.ts'
import { ATTRIBUTES } from './attributes.ts'
import type { DataSet } from './element.ts'
import { type FilmStudy, studyOf } from './study.ts'
import { brokenThread, headerLines } from './judge-header.ts'

const study = studyOf('test/2', { ...person(77), given: 'Hope', family: 'Graves' }, 1)
const after = (tags: Annotations['tags']): FilmStudy => actOnHeaders([study], tags)[0] as FilmStudy
const setsOf = ({ instances }: FilmStudy) => instances.map(({ set }) => set)
const afterSets = (tags: Annotations['tags']) => setsOf(after(tags))
const line = (tags: Annotations['tags'], keyword: string) => headerLines(setsOf(study)[1] as DataSet, setsOf(after(tags))[1] as DataSet).find((one) => one.keyword === keyword)
const profile = Object.fromEntries([...ATTRIBUTES.map(({ keyword, allowed }) => [keyword, allowed[0] ?? 'K']), ['PrivateAttributes', 'X']]) as Annotations['tags']
const UIDS: Annotations['tags'] = { StudyInstanceUID: 'U', SeriesInstanceUID: 'U', SOPInstanceUID: 'U', ReferencedSOPInstanceUID: 'U', FrameOfReferenceUID: 'U' }

describe('what became of an attribute', () => {
  it('finds everything right when the profile is followed to the letter', () => {
    expect(headerLines(setsOf(study)[1] as DataSet, setsOf(after(profile))[1] as DataSet).filter(({ ok }) => !ok)).toEqual([])
  })

  it('reads the letter off the file', () => {
    expect(line({ PatientName: 'Z' }, 'PatientName')).toMatchObject({ happened: 'Z', after: '', ok: true })
    expect(line({ PatientName: 'X' }, 'PatientName')).toMatchObject({ happened: 'X', after: null, ok: false })
    expect(line({}, 'PatientName')).toMatchObject({ happened: 'K', ok: false })
    expect(line({ PatientName: 'D' }, 'PatientName')).toMatchObject({ happened: 'D', ok: true })
  })

  it('wants what nobody can be found by to stay', () => {
    expect(line({}, 'Modality')).toMatchObject({ ok: true })
    expect(line({ Modality: 'X' }, 'Modality')).toMatchObject({ ok: false })
  })

  it('accepts cleaned text only when the name is out of it', () => {
    expect(line({ StudyDescription: 'C' }, 'StudyDescription')).toMatchObject({ happened: 'C', ok: true, after: 'Chest two views for …' })
    expect(line({}, 'StudyDescription')).toMatchObject({ ok: false })
    // Nothing in it to clean.
    expect(line({ SeriesDescription: 'C' }, 'SeriesDescription')).toMatchObject({ happened: 'K', ok: true })
  })

  it('counts private attributes as one, and wants them gone', () => {
    expect(line({}, 'PrivateAttributes')).toMatchObject({ happened: 'K', ok: false })
    expect(line({ PrivateAttributes: 'X' }, 'PrivateAttributes')).toMatchObject({ happened: 'X', ok: true })
  })
})

describe('threads between files', () => {
  it('hold when every UID is new and the same one everywhere', () => {
    expect(brokenThread(setsOf(study), afterSets(UIDS))).toBeNull()
  })

  it('break when one is kept, removed, or made the same for all', () => {
    expect(brokenThread(setsOf(study), afterSets({}))).toBe('an old UID still points home')
    expect(brokenThread(setsOf(study), afterSets({ ...UIDS, SeriesInstanceUID: 'X' }))).toBe('a UID is missing')
    expect(brokenThread(setsOf(study), afterSets({ ...UIDS, SOPInstanceUID: 'D' }))).toBe('two files carry the same UID')
    expect(brokenThread(setsOf(study), afterSets({ ...UIDS, ReferencedSOPInstanceUID: 'X' }))).toBe('the second film no longer points to the first')
    expect(brokenThread(setsOf(study), afterSets({ ...UIDS, ReferencedSOPInstanceUID: 'D' }))).toBe('a pointer leads nowhere')
  })
})
