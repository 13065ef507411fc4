/** Films judged as somebody sees them who has received the files and nothing else. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FilmMarks } from '../../core/artefacts/annotations.ts'
import { person } from '../data/town.ts'
import { actOnHeaders, paintFilms } from './act.ts'
import { FILM_SIZE, filmPixels, judgePicture, paintedOver } from './film.ts'
import { fileName, receivedFilm, releasedFiles } from './release-file.ts'
import { studyOf } from './study.ts'

const studies = Array.from({ length: 6 }, (_, i) => studyOf(`file/${i}`, person(i * 40), 1))
const box = (x: number, y: number, w: number, h: number): FilmMarks => ({ boxes: [{ id: 'b', x, y, w, h }], strokes: [] })
const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100)

describe('a picture', () => {
  it('is as drawn in the file that leaves', () => {
    const [first] = releasedFiles(studies, studies)[0] ?? []
    const burn = studies[0]?.instances[0]?.burn
    expect(burn && first && [...receivedFilm(first).pixels]).toEqual(burn && [...filmPixels(burn, null)])
  })

  it('has black only where somebody painted, so that what is covered can be read off the bytes', () => {
    for (const { instances } of studies) for (const { burn } of instances) expect(filmPixels(burn, null).includes(0)).toBe(false)
    fc.assert(fc.property(fc.nat(5), share, share, share, share, (k, x, y, w, h) => {
      const burn = studies[k]?.instances[0]?.burn
      if (!burn) return
      const marks = box(x, y, w, h)
      const over = paintedOver(marks)
      const { covered } = judgePicture(burn, filmPixels(burn, marks))
      expect(covered).toBeCloseTo(burn.telling.reduce((sum, i) => sum + (over[i] ?? 0), 0) / burn.telling.length, 10)
    }))
  })

  it('is worth nothing black all over, without its side marker, or not there at all', () => {
    const burn = studies[0]?.instances[0]?.burn
    if (!burn) throw new Error('no film')
    expect(judgePicture(burn, filmPixels(burn, box(0, 0, 1, 1)))).toEqual({ covered: 1, kept: 0 })
    expect(judgePicture(burn, filmPixels(burn, box(0.88, 0, 0.12, 0.12)))).toMatchObject({ kept: 0 })
    expect(judgePicture(burn, [])).toEqual({ covered: 1, kept: 0 })
    expect(judgePicture(burn, filmPixels(burn, null))).toEqual({ covered: 0, kept: 1 })
    expect(FILM_SIZE).toBe(160)
  })
})

describe('a file', () => {
  it('is not written without a SOP instance', () => {
    expect(releasedFiles(studies, actOnHeaders(studies, { SOPInstanceUID: 'X' })).flat()).toEqual(studies.flatMap(() => [null, null]))
    expect(releasedFiles(studies, actOnHeaders(studies, { SOPInstanceUID: 'Z' })).flat().every((file) => file === null)).toBe(true)
  })

  it('is called by its new UID, never by a patient', () => {
    const after = paintFilms(actOnHeaders(studies, { SOPInstanceUID: 'U' }), {})
    for (const file of releasedFiles(studies, after).flat()) expect(file && fileName(receivedFilm(file))).toMatch(/^2\.25\.\d+\.dcm$/)
  })
})
