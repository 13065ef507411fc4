/**
 * Words burnt into a film, as three machines do it: a name plate in the corner above, a line in the corner below, and, on
 * films that were scanned, a paper label that somebody stuck on askew. Side markers and "AP" identify nobody and are needed.
 */
import { Rng } from '../../core/rng.ts'
import { FILM_SIZE } from './film.ts'
import { GLYPH_HEIGHT, glyphRows, GLYPH_WIDTH, plainLetters } from './font.ts'

export const MACHINES = ['room-1', 'mobile', 'scanned'] as const
export type Machine = (typeof MACHINES)[number]

export const MACHINE_WORDS: Readonly<Record<Machine, string>> = { 'room-1': 'Room 1', mobile: 'Mobile machine', scanned: 'Scanned films' }

/** A line of words on a film. */
export interface BurntWords {
  says: string
  /** Whether it identifies somebody. */
  tells: boolean
  pixels: readonly number[]
}

export interface Burn {
  seed: string
  view: string
  words: readonly BurntWords[]
  /** Pixels of words that identify somebody. */
  telling: readonly number[]
  /** Pixels of side markers and the like: needed to read the film. */
  needed: readonly number[]
  /** Pixels of a pale paper label under the words. */
  label: readonly number[]
  /** What is written there, to be said in words. */
  says: string
}

export interface BurnRequest {
  seed: string
  machine: Machine
  view: string
  called: { given: string; family: string }
  id: string
  born: string
  date: string
  burns: boolean
}

export function burntIn({ seed, machine, view, called, id, born, date, burns }: BurnRequest): Burn {
  const rng = new Rng(`${seed}/burn`)
  const [dx, dy] = [rng.int(0, 4), rng.int(0, 4)]
  const needed = [needless('L', FILM_SIZE - 14, machine === 'mobile' ? 8 : 6), ...(machine === 'mobile' ? [needless('AP', 6, 6)] : [])]
  if (!burns) return burnOf(seed, view, needed)
  const [family, given] = [plainLetters(called.family), plainLetters(called.given)]
  const day = `${date.slice(6)}.${date.slice(4, 6)}.${date.slice(0, 4)}`
  if (machine === 'room-1') {
    const lines = [`${family} ${given}`.slice(0, 16), `${id} ${born}`.slice(0, 16)]
    return burnOf(seed, view, [...lines.map((line, k) => ({ says: line, tells: true, pixels: lettersAt(line, 4 + dx, 4 + dy + k * 9) })), ...needed])
  }
  if (machine === 'mobile') {
    const lines = [`${family}, ${given.slice(0, 1)}`.slice(0, 16), day]
    return burnOf(seed, view, [
      ...lines.map((line, k) => ({ says: line, tells: true, pixels: lettersAt(line, FILM_SIZE - 4 - dx - line.length * (GLYPH_WIDTH + 1), FILM_SIZE - 20 - dy + k * 9) })), ...needed,
    ])
  }
  const line = `${family} ${id}`.slice(0, 18)
  const askew = { x: 8 + dx, y: FILM_SIZE - 22 - dy, slope: -0.42 }
  return burnOf(seed, view, [{ says: line, tells: true, pixels: askewLetters(line, askew) }, ...needed], askewLabel(line.length, askew))
}

function needless(says: string, left: number, top: number): BurntWords {
  return { says, tells: false, pixels: lettersAt(says, left, top) }
}

function burnOf(seed: string, view: string, words: readonly BurntWords[], label: readonly number[] = []): Burn {
  const pixels = (tells: boolean) => words.filter((one) => one.tells === tells).flatMap((one) => one.pixels)
  return { seed, view, words, telling: pixels(true), needed: pixels(false), label, says: words.filter(({ tells }) => tells).map(({ says }) => says).join(' / ') }
}

function at(x: number, y: number): number[] {
  return x >= 0 && y >= 0 && x < FILM_SIZE && y < FILM_SIZE ? [y * FILM_SIZE + x] : []
}

function lettersAt(text: string, left: number, top: number): number[] {
  return [...text].flatMap((sign, k) => inkOf(sign).flatMap(([x, y]) => at(left + k * (GLYPH_WIDTH + 1) + x, top + y)))
}

function inkOf(sign: string): [number, number][] {
  return glyphRows(sign).flatMap((row, y) => [...row].flatMap((dot, x): [number, number][] => (dot === '#' ? [[x, y]] : [])))
}

interface Askew {
  x: number
  y: number
  slope: number
}

function askewLetters(text: string, { x: left, y: top, slope }: Askew): number[] {
  return [...text].flatMap((sign, k) => inkOf(sign).flatMap(([x, y]) => {
    const along = k * (GLYPH_WIDTH + 1) + x
    return at(left + along, Math.round(top + y + along * slope))
  }))
}

function askewLabel(length: number, { x: left, y: top, slope }: Askew): number[] {
  const wide = length * (GLYPH_WIDTH + 1) + 4
  return Array.from({ length: wide }, (_, along) => along - 3).flatMap((along) =>
    Array.from({ length: GLYPH_HEIGHT + 6 }, (_, y) => at(left + along, Math.round(top + y - 3 + along * slope))).flat())
}
