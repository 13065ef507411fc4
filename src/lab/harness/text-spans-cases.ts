/** Notes and films of the release to open: the note itself with the missed name marked, the header before and after, the picture. */
import type { CaseReport, Exhibit } from '../../core/verdict.ts'
import { type Piece, released, tellsOver89 } from '../deid/surrogate.ts'
import type { Mark } from '../deid/values.ts'
import { FILM_SIZE, filmPixels, GONE } from '../dicom/film.ts'
import type { HeaderLine } from '../dicom/judge-header.ts'
import { MACHINE_WORDS } from '../dicom/burn.ts'
import { ACTION_WORDS } from '../dicom/attributes.ts'
import type { ReleaseSet } from './text-spans.ts'

const SHOWN = { leak: 8, lost: 4, header: 3, film: 4, clean: 3 } as const

export function releaseCases(sets: readonly ReleaseSet[]): CaseReport[] {
  const notes = sets.flatMap((set) => set.judged.notes.map((_, k) => ({ set, k })))
  const films = sets.flatMap((set) => set.judged.films.map((_, k) => ({ set, k })))
  const score = ({ set, k }: At) => set.judged.notes[k]
  const film = ({ set, k }: At) => set.judged.films[k]
  // The fullest notes first; the order of the hidden days otherwise.
  const leaky = notes.filter((at) => (score(at)?.missed.length ?? 0) > 0)
  const lossy = notes.filter((at) => score(at)?.missed.length === 0 && (score(at)?.needless.length ?? 0) > 0)
  return [
    ...varied(leaky).slice(0, SHOWN.leak).map((at) => noteCase(at, 'leak')),
    ...films.filter((at) => film(at)?.broken || film(at)?.lines.some(({ ok }) => !ok)).slice(0, SHOWN.header).map((at) => filmCase(at, 'header')),
    ...films.filter((at) => film(at)?.painted.some(({ covered, kept }) => covered < GONE || kept < 0.9)).slice(0, SHOWN.film).map((at) => filmCase(at, 'film')),
    ...lossy.slice(0, SHOWN.lost).map((at) => noteCase(at, 'lost')),
    ...notes.filter((at) => score(at)?.missed.length === 0 && score(at)?.needless.length === 0).slice(0, SHOWN.clean).map((at) => noteCase(at, 'clean')),
  ]
}

interface At {
  set: ReleaseSet
  k: number
}

/** One note for each kind of leak before the second of any. */
function varied(leaky: readonly At[]): At[] {
  const seen = new Set<string>()
  const kindOf = ({ set, k }: At) => set.judged.notes[k]?.missed[0]?.kind ?? ''
  const first = leaky.filter((at) => !seen.has(kindOf(at)) && seen.add(kindOf(at)))
  return [...first, ...leaky.filter((at) => !first.includes(at))]
}

function noteCase({ set, k }: At, outcome: 'leak' | 'lost' | 'clean'): CaseReport {
  const note = set.release.spans.text.notes[k]
  const score = set.judged.notes[k]
  const found = set.release.spans.found[k] ?? []
  if (!note || !score) throw new RangeError('no such note')
  const missed = new Set(score.missed)
  const leftIn = (mark: Mark) => (score.agesTold.includes(mark) ? 'the year tells an age over 89' : `left in: ${mark.kind.toLowerCase()}`)
  const marks = (set.truth[k]?.marks ?? []).map((mark) => ({
    from: mark.from, to: mark.to, label: missed.has(mark) ? leftIn(mark) : mark.kind.toLowerCase(), tone: missed.has(mark) ? 'missed' as const : 'right' as const,
  }))
  const lost = score.needless.map(({ from, to }) => ({ from, to, label: 'lost', tone: 'wrong' as const }))
  const say = outcome === 'leak' ? `${score.missed.length} of ${score.identifiers} identifiers can still be read.`
    : outcome === 'lost' ? `Nobody can be found, but ${score.needless.length === 1 ? 'a piece' : `${score.needless.length} pieces`} of medicine went too.`
      : `All ${score.identifiers} identifiers are gone, and every word of medicine is there.`
  return {
    id: `${set.seed}/${note.id}`, set: set.label, title: `${note.title} ${note.id}`, outcome, say,
    exhibits: [
      { kind: 'text', caption: 'The note, with what was in it', text: note.text, spans: [...marks, ...lost].sort((a, b) => a.from - b.from) },
      asRead(released(note, found, set.release.spans.dates ?? 'keep')),
    ],
    sections: [{
      title: 'Counted',
      rows: [
        { column: 'identifiers', label: 'Identifiers', value: score.identifiers, known: true },
        { column: 'left', label: 'Still to be read', value: score.missed.length, known: true },
        { column: 'decoys', label: 'Words that only look like one', value: score.decoys, known: true },
        { column: 'decoysLost', label: 'Of these hidden', value: score.decoysLost, known: true },
      ],
    }],
  }
}

/** What the university reads, with years marked that tell an age over 89. */
function asRead(pieces: readonly Piece[]): Exhibit {
  let at = 0
  const spans = pieces.flatMap(({ text, kind }) => {
    const from = at
    at += text.length
    return kind === 'DATE' && tellsOver89(text) ? [{ from, to: at, label: 'tells an age over 89', tone: 'missed' as const }] : []
  })
  return { kind: 'text', caption: 'As the university would read it', text: pieces.map(({ text }) => text).join(''), spans }
}

function filmCase({ set, k }: At, outcome: 'header' | 'film'): CaseReport {
  const study = set.release.films.after[k]
  const judged = set.judged.films[k]
  if (!study || !judged) throw new RangeError('no such film')
  const wrong = judged.lines.filter(({ ok }) => !ok)
  const say = outcome === 'header'
    ? [...(wrong.length > 0 ? [`${wrong.length} of ${judged.lines.length} attributes are not as the profile asks.`] : []), ...(judged.broken ? [`The files do not hold together: ${judged.broken}.`] : [])].join(' ')
    : judged.painted.some(({ covered }) => covered < GONE) ? `The picture still says: ${study.instances[0]?.burn.says}.` : 'So much is painted over that nobody can read this film.'
  return {
    id: `${set.seed}/${study.id}`, set: set.label, title: `Film ${study.id}, ${MACHINE_WORDS[study.machine]}`, outcome, say,
    exhibits: [...study.instances.slice(0, 1).map((_, i) => filmExhibit(set, k, i)), { kind: 'diff', caption: 'The header of both files, before and after', rows: diffRows(judged.lines) }],
    sections: [],
  }
}

export function filmExhibit(set: ReleaseSet, k: number, i: number): Exhibit {
  const instance = set.release.films.after[k]?.instances[i]
  const painted = set.judged.films[k]?.painted[i]
  if (!instance || !painted) throw new RangeError('no such film')
  const left = painted.covered < GONE
  return {
    kind: 'picture', caption: left ? 'As it would leave: it can still be read' : 'As it would leave', width: FILM_SIZE, height: FILM_SIZE, channels: 1, pixels: filmPixels(instance.burn, instance.painted),
    marks: left ? [{ ...around(instance.burn.telling), label: `still says ${instance.burn.says}`, tone: 'missed' }] : [],
  }
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
