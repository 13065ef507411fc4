/** Notes and films of the release to open; of a note, itself with the missed name marked and as it would be read. */
import type { CaseReport, Exhibit } from '../../core/verdict.ts'
import { type Piece, released, tellsOver89 } from '../deid/surrogate.ts'
import type { Mark } from '../deid/values.ts'
import type { ReleaseSet } from './text-spans.ts'
import { filmCase, oneOfEachMachine, wrongHeader, wrongPicture } from './text-spans-film-cases.ts'

const SHOWN = { leak: 8, lost: 4, header: 3, film: 4, clean: 3, cleanFilms: 3 } as const

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
    ...films.filter((at) => wrongHeader(film(at))).slice(0, SHOWN.header).map((at) => filmCase(at, 'header')),
    ...films.filter((at) => wrongPicture(film(at))).slice(0, SHOWN.film).map((at) => filmCase(at, 'film')),
    ...lossy.slice(0, SHOWN.lost).map((at) => noteCase(at, 'lost')),
    ...notes.filter((at) => score(at)?.missed.length === 0 && score(at)?.needless.length === 0).slice(0, SHOWN.clean).map((at) => noteCase(at, 'clean')),
    ...oneOfEachMachine(films.filter((at) => !wrongHeader(film(at)) && !wrongPicture(film(at)))).slice(0, SHOWN.cleanFilms).map((at) => filmCase(at, 'clean')),
  ]
}

/** A note or a film of a hidden set. */
export interface At {
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
