/** Films of the release to open: the picture as it was received, the header before and after, the files to take away. */
import type { CaseReport, Exhibit } from '../../core/verdict.ts'
import { ACTION_WORDS } from '../dicom/attributes.ts'
import { MACHINE_WORDS } from '../dicom/burn.ts'
import { declaredIn } from '../dicom/declare.ts'
import { FILM_SIZE, GONE } from '../dicom/film.ts'
import type { HeaderLine } from '../dicom/judge-header.ts'
import { fileName, type ReceivedFilm } from '../dicom/release-file.ts'
import type { FilmStudy } from '../dicom/study.ts'
import type { JudgedFilm, ReleaseSet } from './text-spans.ts'
import type { At } from './text-spans-cases.ts'

export function wrongHeader(film: JudgedFilm | undefined): boolean {
  return film !== undefined && (film.broken !== null || film.lines.some(({ ok }) => !ok))
}

export function wrongPicture(film: JudgedFilm | undefined): boolean {
  return film !== undefined && film.painted.some(({ covered, kept }) => covered < GONE || kept < 0.9)
}

export function oneOfEachMachine(films: readonly At[]): At[] {
  const seen = new Set<string>()
  return films.filter(({ set, k }) => {
    const machine = set.release.films.after[k]?.machine ?? ''
    return !seen.has(machine) && seen.add(machine)
  })
}

/** Its picture, its header before and after, and the files themselves. */
export function filmCase({ set, k }: At, outcome: 'header' | 'film' | 'clean'): CaseReport {
  const study = set.release.films.after[k]
  const judged = set.judged.films[k]
  if (!study || !judged) throw new RangeError('no such film')
  return {
    id: `${set.seed}/${study.id}`, set: set.label, title: `Film ${study.id}, ${MACHINE_WORDS[study.machine]}`, outcome, say: filmSay(study, judged, outcome),
    exhibits: [
      ...study.instances.slice(0, 1).flatMap((_, i) => filmExhibit(set, k, i)),
      { kind: 'diff', caption: 'The header of both files, before and after', rows: diffRows(judged.lines) },
      ...judged.received.flatMap((film, i): Exhibit[] => {
        const bytes = set.release.files?.[k]?.[i]
        return film && bytes ? [{ kind: 'file', caption: `${i === 0 ? 'First' : 'Second'} picture, as a DICOM file for any viewer`, name: fileName(film), mime: 'application/dicom', bytes }] : []
      }),
    ],
    sections: saidOfItself(judged.received[0]),
  }
}

function filmSay({ instances }: FilmStudy, { lines, broken, painted, received }: JudgedFilm, outcome: 'header' | 'film' | 'clean'): string {
  if (received.includes(null)) return 'A DICOM file needs its SOPInstanceUID, and that was taken out: no file could be written.'
  const wrong = lines.filter(({ ok }) => !ok)
  if (outcome === 'clean') return 'Nobody can be found by this film, and it can still be read.'
  if (outcome === 'header') return [...(wrong.length > 0 ? [`${wrong.length} of ${lines.length} attributes are not as the profile asks.`] : []), ...(broken ? [`The files do not hold together: ${broken}.`] : [])].join(' ')
  if (!painted.some(({ covered }) => covered < GONE)) return 'So much is painted over that nobody can read this film.'
  const denied = received.some((film) => film && declaredIn(film.set).burnedIn === 'NO')
  return `The picture still says: ${instances[0]?.burn.says}.${denied ? ' And its header says that nothing is burnt in.' : ''}`
}

/** PS3.15 E.1.1: a file says that it was de-identified, and how. */
function saidOfItself(film: ReceivedFilm | null | undefined): CaseReport['sections'] {
  if (!film) return []
  const { identityRemoved, burnedIn, methods } = declaredIn(film.set)
  const row = (column: string, label: string, value: string) => ({ column, label, value, known: true })
  return [{
    title: 'What the file says of itself',
    rows: [
      row('identityRemoved', 'Patient identity removed', identityRemoved), row('burnedIn', 'Words burnt into the picture', burnedIn),
      ...(methods.length === 0 ? [row('methods', 'How', 'nothing that the standard has a code for')] : methods.map(({ code, meaning }) => row(code, `How: ${code}`, meaning))),
    ],
  }]
}

/** The picture as it was received; nothing where no file could be written. */
function filmExhibit(set: ReleaseSet, k: number, i: number): Exhibit[] {
  const burn = set.release.films.after[k]?.instances[i]?.burn
  const painted = set.judged.films[k]?.painted[i]
  const received = set.judged.films[k]?.received[i]
  if (!burn || !painted || !received) return []
  const left = painted.covered < GONE
  return [{
    kind: 'picture', caption: left ? 'As it would leave: it can still be read' : 'As it would leave', width: FILM_SIZE, height: FILM_SIZE, channels: 1, pixels: new Uint8ClampedArray(received.pixels),
    marks: left ? [{ ...around(burn.telling), label: `still says ${burn.says}`, tone: 'missed' }] : [],
  }]
}

function around(pixels: readonly number[]): { x: number; y: number; w: number; h: number } {
  const [xs, ys] = [pixels.map((i) => i % FILM_SIZE), pixels.map((i) => Math.floor(i / FILM_SIZE))]
  const [x, y] = [Math.min(...xs) - 2, Math.min(...ys) - 2]
  return { x, y, w: Math.max(...xs) + 3 - x, h: Math.max(...ys) + 3 - y }
}

/** What went wrong first; each attribute once. */
function diffRows(lines: readonly HeaderLine[]): Extract<Exhibit, { kind: 'diff' }>['rows'] {
  const once = new Map<string, HeaderLine>()
  for (const line of lines) if (!once.has(line.keyword) || !line.ok) once.set(line.keyword, line)
  return [...once.values()].sort((a, b) => Number(a.ok) - Number(b.ok)).map(({ keyword, tag, before, after, profile, happened, ok }) => ({
    path: `${tag} ${keyword}`, wanted: profile === '-' ? before : wantedWords(profile), got: after === null ? 'gone' : after === '' ? 'empty' : shortened(after), ok,
    note: ok ? ACTION_WORDS[happened] : `was ${shortened(before)}`,
  }))
}

const LETTERS: Readonly<Record<string, string>> = { X: 'gone', Z: 'empty', D: 'a dummy', C: 'cleaned', U: 'a new UID' }

function wantedWords(profile: string): string {
  return profile.split('/').map((letter) => LETTERS[letter] ?? letter).join(' or ')
}

function shortened(value: string): string {
  return value.length > 30 ? `${value.slice(0, 12)}…${value.slice(-8)}` : value
}
