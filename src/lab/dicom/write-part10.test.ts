/** Written by us, read by dicom-parser: somebody else's reader is the judge of our files. */
import dicomParser from 'dicom-parser'
import { describe, expect, it } from 'vitest'
import type { Annotations } from '../../core/artefacts/annotations.ts'
import { person } from '../data/town.ts'
import { actOnHeaders, paintFilms, pseudonymOf } from './act.ts'
import { ATTRIBUTES } from './attributes.ts'
import { type DataSet, sorted, words } from './element.ts'
import { FILM_SIZE, filmPixels } from './film.ts'
import { releasedFiles } from './release-file.ts'
import { type FilmInstance, studyOf } from './study.ts'
import { TAG } from './tags.ts'
import { writePart10 } from './write-part10.ts'

const study = studyOf('test/1', { ...person(30), given: 'Þóra', family: 'van der Meer' }, 1)
const withPixels = ({ set, burn, painted }: FilmInstance): DataSet => sorted([...set, { tag: TAG.PixelData, vr: 'OB', value: new Uint8Array(filmPixels(burn, painted)) }])
const read = (set: DataSet) => dicomParser.parseDicom(writePart10(set))
const second = study.instances[1] as FilmInstance

describe('a film as a DICOM Part 10 file', () => {
  it('has a preamble, its mark and a file header in explicit VR, little endian', () => {
    const bytes = writePart10(withPixels(second))
    expect(bytes.subarray(0, 128).every((byte) => byte === 0)).toBe(true)
    expect(String.fromCharCode(...bytes.subarray(128, 132))).toBe('DICM')
    const file = dicomParser.parseDicom(bytes)
    expect(file.string('x00020010')).toBe('1.2.840.10008.1.2.1')
    expect(file.string('x00020003')).toBe(file.string('x00080018'))
    expect(file.string('x00020002')).toBe('1.2.840.10008.5.1.4.1.1.1')
    // Group length counts from the next attribute to the data set.
    expect(file.uint32('x00020000')).toBe((file.elements['x00080005']?.dataOffset ?? 0) - 8 - (file.elements['x00020001']?.dataOffset ?? 0) + 12)
    expect(file.warnings).toEqual([])
  })

  it('holds names in UTF-8, numbers, private attributes, a sequence and the picture', () => {
    const file = read(withPixels(second))
    const name = file.elements['x00100010']
    expect(new TextDecoder().decode(file.byteArray.subarray(name?.dataOffset, (name?.dataOffset ?? 0) + (name?.length ?? 0))).trim()).toBe('van der Meer^Þóra')
    expect(file.uint16('x00280010')).toBe(FILM_SIZE)
    expect(file.string('x00190010')).toBe('LUMEN HEADER')
    expect(file.elements['x00081140']?.items?.[0]?.dataSet?.string('x00081155')).toBe(study.instances[0]?.set.find(({ tag }) => tag === TAG.SOPInstanceUID)?.value)
    expect(file.elements['x7fe00010']?.length).toBe(FILM_SIZE * FILM_SIZE)
    expect(file.byteArray.length % 2).toBe(0)
  })

  it('keeps every value at an even length, UIDs filled up with zero and words with blanks', () => {
    const file = read([words(TAG.SOPClassUID, 'UI', '1.2.3'), words(TAG.SOPInstanceUID, 'UI', '2.25.11'), words(TAG.PatientID, 'LO', 'abc')])
    expect(file.elements['x00080018']?.length).toBe(8)
    expect(file.byteArray[(file.elements['x00080018']?.dataOffset ?? 0) + 7]).toBe(0)
    expect(file.elements['x00100020']?.length).toBe(4)
    expect(file.string('x00100020')).toBe('abc')
  })

  it('is refused without a SOP instance', () => {
    expect(() => writePart10([words(TAG.PatientID, 'LO', 'abc')])).toThrow('SOP')
  })

  it('gives nobody away after the actions: read back from the bytes', () => {
    const marks = { [study.machine]: { boxes: [{ id: 'b', x: 0, y: 0, w: 1, h: 1 }], strokes: [] } }
    const whole = { ...Object.fromEntries(ATTRIBUTES.map(({ keyword, allowed }) => [keyword, allowed[0] ?? 'K'])), PatientName: 'D', PatientID: 'D', StudyDescription: 'C', PrivateAttributes: 'X' } as Annotations['tags']
    const sent = (tags: Annotations['tags']) => releasedFiles([study], paintFilms(actOnHeaders([study], tags), marks)).flat().map((bytes) => dicomParser.parseDicom(bytes as Uint8Array))
    const [first, last] = sent(whole)
    expect(last?.string('x00100020')).toBe(pseudonymOf(study.patient))
    expect(last?.elements['x00100030']?.length).toBe(0)
    expect(last?.elements['x00101040']).toBeUndefined()
    expect(last?.elements['x00190010']).toBeUndefined()
    expect(last?.string('x00081030')).not.toContain('Meer')
    expect(last?.string('x0020000d')).toBe(first?.string('x0020000d'))
    expect(last?.elements['x00081140']?.items?.[0]?.dataSet?.string('x00081155')).toBe(first?.string('x00080018'))
    expect(last?.string('x00280301')).toBe('NO')
    expect(last?.string('x00120062')).toBe('YES')
    expect(last?.elements['x00120064']?.items?.map((item) => item.dataSet?.string('x00080100'))).toEqual(['113100', '113101', '113105'])
    const picture = last?.elements['x7fe00010']
    expect(last?.byteArray.subarray(picture?.dataOffset, (picture?.dataOffset ?? 0) + (picture?.length ?? 0)).some((byte) => byte > 0)).toBe(false)

    // Half of the profile is not the profile.
    const [, half] = sent({ PatientName: 'D', PatientID: 'D', SOPInstanceUID: 'U' })
    expect(half?.string('x00120062')).toBe('NO')
    expect(half?.elements['x00120064']?.items?.map((item) => item.dataSet?.string('x00080100'))).not.toContain('113100')
  })
})
