/** Our reader beside dicom-parser, somebody else's: both must read the same in every file that leaves the house. */
import dicomParser from 'dicom-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACTIONS, type Annotations } from '../../core/artefacts/annotations.ts'
import { person } from '../data/town.ts'
import { visitor } from '../data/visitors.ts'
import { actOnHeaders, paintFilms } from './act.ts'
import { ATTRIBUTES } from './attributes.ts'
import type { Element } from './element.ts'
import { readPart10 } from './read-part10.ts'
import { releasedFiles } from './release-file.ts'
import { studyOf } from './study.ts'

const film = (i: number) => studyOf(`read/${i}`, i % 2 === 0 ? person(i) : visitor(i), 1)

/** What dicom-parser finds in a data set, in the form of ours. */
function asOurs(theirs: dicomParser.DataSet): Element[] {
  return Object.values(theirs.elements).sort((a, b) => a.tag.localeCompare(b.tag)).map((element) => {
    const tag = Number.parseInt(element.tag.slice(1), 16)
    const bytes = theirs.byteArray.subarray(element.dataOffset, element.dataOffset + element.length)
    const vr = element.vr as Element['vr']
    if (vr === 'SQ') return { tag, vr, value: (element.items ?? []).map((item) => asOurs(item.dataSet as dicomParser.DataSet)) }
    if (vr === 'OB') return { tag, vr, value: bytes }
    if (vr === 'US' || vr === 'UL') return { tag, vr, value: [vr === 'US' ? theirs.uint16(element.tag) : theirs.uint32(element.tag)] as number[] }
    return { tag, vr, value: new TextDecoder().decode(bytes).replace(/[ \0]+$/, '') }
  })
}

const anyTags: fc.Arbitrary<Annotations['tags']> = fc.dictionary(fc.constantFrom(...ATTRIBUTES.map(({ keyword }) => keyword), 'PrivateAttributes'), fc.constantFrom(...ACTIONS), { maxKeys: 50 })

describe('a file that is read back', () => {
  it('says what dicom-parser says, whatever was done to its header', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40 }), anyTags, (i, tags) => {
      const study = film(i)
      const after = paintFilms(actOnHeaders([study], tags), { [study.machine]: { boxes: [{ id: 'b', x: 0, y: 0, w: 0.5, h: 0.2 }], strokes: [] } })
      for (const bytes of releasedFiles([study], after).flat()) {
        if (!bytes) continue
        const theirs = dicomParser.parseDicom(bytes)
        expect(theirs.warnings).toEqual([])
        const ours = readPart10(bytes)
        expect([...ours.meta, ...ours.set]).toEqual(asOurs(theirs))
      }
    }), { numRuns: 25 })
  })

  it('stands in a larger buffer as well as alone', () => {
    const [bytes] = releasedFiles([film(1)], [film(1)]).flat()
    const shelf = new Uint8Array((bytes?.length ?? 0) + 7)
    shelf.set(bytes as Uint8Array, 5)
    expect(readPart10(shelf.subarray(5, shelf.length - 2))).toEqual(readPart10(bytes as Uint8Array))
  })

  it('is refused in words when it is cut off, or is none of ours', () => {
    const [bytes] = releasedFiles([film(3)], [film(3)]).flat() as [Uint8Array]
    fc.assert(fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
      const cut = () => readPart10(bytes.subarray(0, length))
      // A file may well end between two attributes.
      try { expect(length === 0 || cut().set.length < 80).toBe(true) } catch (error) { expect(error).toBeInstanceOf(RangeError) }
    }))
    expect(() => readPart10(new Uint8Array(200))).toThrow('not a DICOM file')
    const big = bytes.slice()
    big.set(new TextEncoder().encode('1.2.840.10008.1.2.2'), big.findIndex((_, at) => String.fromCharCode(...big.subarray(at, at + 19)) === '1.2.840.10008.1.2.1'))
    expect(() => readPart10(big)).toThrow('explicit VR, little endian')
  })

  it('never throws anything but RangeError, whatever bytes it meets', () => {
    const start = [...new Uint8Array(128), 0x44, 0x49, 0x43, 0x4d]
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (rest) => {
      try { readPart10(Uint8Array.from([...start, ...rest])) } catch (error) { expect(error).toBeInstanceOf(RangeError) }
    }))
  })
})

it('gives values in the form in which they were written', () => {
  const [bytes] = releasedFiles([film(2)], [film(2)]).flat() as [Uint8Array]
  const { set } = readPart10(bytes)
  const written = new Map((film(2).instances[0]?.set ?? []).map((element) => [element.tag, element]))
  for (const element of set) if (written.has(element.tag)) expect(element).toEqual(written.get(element.tag))
})
