/**
 * The same two people mark on the first films what is to be painted over. Each overlooks a line of words now and then, takes a
 * side marker for one, or draws a box that stops before the words do. What only one of them covered is settled like a mark in a
 * note. Simulated and seeded; the rates are those of the notes, for want of a study of burnt-in words.
 */
import type { Annotations } from '../../core/artefacts/annotations.ts'
import { Rng } from '../../core/rng.ts'
import type { BurntWords } from '../dicom/burn.ts'
import { FILM_SIZE } from '../dicom/film.ts'
import { GLYPH_WIDTH } from '../dicom/font.ts'
import type { FilmStudy } from '../dicom/study.ts'
import { FALSE_MARKS, type KeyCounts, MISSES, type Reader } from './readers.ts'

/** Studies of which both look at every picture. */
export const FILM_SAMPLE = 5
/** A box that stops short covers about so much of the line. */
const SHORT = 0.6

/** In shares of the picture. */
export interface ReadBox {
  x: number
  y: number
  w: number
  h: number
}

export interface BoxDisagreement extends ReadBox {
  id: string
  /** By index of the archive's films and of the study's pictures. */
  film: number
  picture: number
  /** Who covered it; the other did not. */
  by: Reader
  /** What stands there. */
  says: string
}

export interface FilmReading {
  film: number
  picture: number
  agreed: readonly ReadBox[]
  disagreements: readonly BoxDisagreement[]
}

export function readFilmsTwice(films: readonly FilmStudy[]): FilmReading[] {
  return films.slice(0, FILM_SAMPLE).flatMap((study, film) => study.instances.map(({ burn }, picture) => {
    const rng = new Rng(`readers/${study.id}/${burn.seed}`)
    const agreed: ReadBox[] = []
    const disagreements: BoxDisagreement[] = []
    for (const [k, line] of burn.words.entries()) {
      const { both, one } = readLine(rng, line)
      const by: Reader = rng.bern(0.5) === 1 ? 'A' : 'B'
      if (both) agreed.push(boxAround(both.pixels))
      if (one) disagreements.push({ ...boxAround(one.pixels), id: `${study.id}-${burn.view}-${k}`, film, picture, by, says: one.says })
    }
    return { film, picture, agreed, disagreements }
  }))
}

type Part = Pick<BurntWords, 'says' | 'pixels'>

/** A line that nobody sees does not happen: it stands in large letters in a corner. */
function readLine(rng: Rng, line: BurntWords): { both: Part | null; one: Part | null } {
  const [missed, short] = [rng.uniform() < 2 * MISSES, rng.uniform() < FALSE_MARKS]
  if (!line.tells) return { both: null, one: short ? line : null }
  if (missed) return { both: null, one: line }
  return (short && cut(line)) || { both: line, one: null }
}

/** Null where the end of the line lies outside of the film. */
function cut({ says, pixels }: BurntWords): { both: Part; one: Part } | null {
  const letters = Math.ceil(says.length * SHORT)
  const edge = Math.min(...pixels.map((i) => i % FILM_SIZE)) + letters * (GLYPH_WIDTH + 1)
  const end = pixels.filter((i) => i % FILM_SIZE >= edge)
  return end.length === 0 ? null : { both: { says: says.slice(0, letters), pixels: pixels.filter((i) => i % FILM_SIZE < edge) }, one: { says: says.slice(letters), pixels: end } }
}

function boxAround(pixels: readonly number[]): ReadBox {
  const [xs, ys] = [pixels.map((i) => i % FILM_SIZE), pixels.map((i) => Math.floor(i / FILM_SIZE))]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x: x / FILM_SIZE, y: y / FILM_SIZE, w: (Math.max(...xs) + 1 - x) / FILM_SIZE, h: (Math.max(...ys) + 1 - y) / FILM_SIZE }
}

/** How the boxes as they were settled stand to the words that are really there. A line counts as right when all of it is covered. */
export function filmKeyCounts(films: readonly FilmStudy[], readings: readonly FilmReading[], { settled }: Pick<Annotations, 'settled'>): KeyCounts {
  const counts = { right: 0, wanted: 0, strays: 0, open: 0 }
  for (const { film, picture, agreed, disagreements } of readings) {
    const words = films[film]?.instances[picture]?.burn.words ?? []
    const boxes = [...agreed, ...disagreements.filter(({ id }) => settled[id] === 'yes')]
    const lines = words.filter(({ tells }) => tells)
    counts.wanted += lines.length
    counts.right += lines.filter(({ pixels }) => pixels.every((i) => boxes.some((box) => within(box, i)))).length
    for (const one of disagreements) {
      const tells = lines.some(({ pixels }) => pixels.some((i) => within(one, i)))
      if (!tells && settled[one.id] === 'yes') counts.strays++
      if (!tells && settled[one.id] === undefined) counts.open++
    }
  }
  return counts
}

function within({ x, y, w, h }: ReadBox, pixel: number): boolean {
  const [px, py] = [(pixel % FILM_SIZE) + 0.5, Math.floor(pixel / FILM_SIZE) + 0.5]
  return px >= x * FILM_SIZE && px <= (x + w) * FILM_SIZE && py >= y * FILM_SIZE && py <= (y + h) * FILM_SIZE
}
