/** Two readers of the same films, and who is right where their boxes differ. */
import { describe, expect, it } from 'vitest'
import { person } from '../data/town.ts'
import { FILM_SIZE } from '../dicom/film.ts'
import { type FilmStudy, studyOf } from '../dicom/study.ts'
import { type BoxDisagreement, FILM_SAMPLE, filmKeyCounts, type ReadBox, readFilmsTwice } from './film-readers.ts'
import { keyRight } from './readers.ts'

const day = (seed: string) => Array.from({ length: FILM_SAMPLE }, (_, i) => studyOf(`film-readers/${seed}/${i}`, person((Number(seed) * 31 + i * 7) % 6000), 1))
const days = Array.from({ length: 60 }, (_, i) => day(String(i)))
const lineOf = (films: readonly FilmStudy[], { film, picture, id }: BoxDisagreement) => films[film]?.instances[picture]?.burn.words[Number(id.split('-').at(-1))]
const rightly = (films: readonly FilmStudy[]) => Object.fromEntries(readFilmsTwice(films).flatMap(({ disagreements }) => disagreements).map((one) => [one.id, lineOf(films, one)?.tells ? 'yes' as const : 'no' as const]))
const inside = ({ x, y, w, h }: ReadBox, pixel: number) => {
  const [px, py] = [((pixel % FILM_SIZE) + 0.5) / FILM_SIZE, (Math.floor(pixel / FILM_SIZE) + 0.5) / FILM_SIZE]
  return px >= x && px <= x + w && py >= y && py <= y + h
}

describe('two readers of the films', () => {
  it('differ on some boxes of most days, each time on one that can be named', () => {
    const all = days.map((films) => readFilmsTwice(films).flatMap(({ disagreements }) => disagreements))
    expect(all.filter((one) => one.length > 0).length / days.length).toBeGreaterThan(0.9)
    for (const one of all) expect(new Set(one.map(({ id }) => id)).size).toBe(one.length)
    expect(readFilmsTwice(days[3] as FilmStudy[])).toEqual(readFilmsTwice(day('3')))
  })

  it('find each about 93 of 100 lines, as in notes, and overlook none both', () => {
    let [lines, byA] = [0, 0]
    for (const films of days) {
      for (const { film, picture, agreed, disagreements } of readFilmsTwice(films)) {
        for (const { tells, pixels } of films[film]?.instances[picture]?.burn.words ?? []) {
          if (!tells) continue
          lines++
          const a = [...agreed, ...disagreements.filter(({ by }) => by === 'A')]
          if (pixels.some((i) => a.some((box) => inside(box, i)))) byA++
          expect(pixels.every((i) => [...agreed, ...disagreements].some((box) => inside(box, i)))).toBe(true)
        }
      }
    }
    expect(byA / lines).toBeGreaterThan(0.9)
    expect(byA / lines).toBeLessThan(0.96)
  })

  it('leave open the end of a line, a whole line, or a side marker that is none', () => {
    const said = days.flatMap((films) => readFilmsTwice(films).flatMap(({ disagreements }) => disagreements.map((one) => ({ says: one.says, line: lineOf(films, one) }))))
    expect(said.some(({ says, line }) => says === line?.says && line.tells)).toBe(true)
    expect(said.some(({ says, line }) => line?.tells && says !== line.says && line.says.endsWith(says))).toBe(true)
    expect(new Set(said.filter(({ line }) => !line?.tells).map(({ says }) => says))).toEqual(new Set(['L', 'AP']))
  })
})

describe('the key to the films', () => {
  it('is right when every line is settled as one and no marker is', () => {
    for (const films of days) expect(keyRight(filmKeyCounts(films, readFilmsTwice(films), { settled: rightly(films) }))).toBe(1)
  })

  it('loses by every disagreement that is left open or settled wrongly', () => {
    for (const films of days.slice(0, 20)) {
      const readings = readFilmsTwice(films)
      const right = rightly(films)
      for (const id of Object.keys(right)) {
        const { [id]: answer, ...others } = right
        const score = (settled: typeof right) => keyRight(filmKeyCounts(films, readings, { settled })) as number
        expect(score(others)).toBeLessThan(1)
        expect(score({ ...others, [id]: answer === 'yes' ? 'no' : 'yes' })).toBeLessThan(1)
      }
    }
  })

  it('counts with the notes as one key', () => {
    expect(keyRight({ right: 8, wanted: 10, strays: 0, open: 0 }, { right: 4, wanted: 4, strays: 1, open: 1 })).toBe(12 / 16)
    expect(keyRight({ right: 0, wanted: 0, strays: 0, open: 0 })).toBeNull()
  })
})
