/** Films of hidden nights to open: critical ones that lay at the bottom, critical ones that came up in time, calls for nothing. */
import type { CaseReport, Exhibit, Tone } from '../../core/verdict.ts'
import { squareExhibit } from '../blocks/image/shown.ts'
import { type ChestCase, type Vitals } from '../data/chest-case.ts'
import { drawFilm, REPORT_WORDS } from '../data/chest-films.ts'
import { clockWords } from '../../core/event-log.ts'
import { NIGHT_STARTS, type NightFilm } from '../ops/night-log.ts'
import { type ReadFilm, waitOf } from '../ops/night-queue.ts'
import type { QueueSet } from './queue-join.ts'

type Outcome = 'kept-waiting' | 'in-time' | 'rung-for-nothing'

interface Found {
  set: QueueSet
  film: NightFilm
  read: ReadFilm
  /** Minutes it would have waited, first come, first served. */
  before: number
}

/** Each film is drawn for the reader alone, so there are few. */
const LONGEST = 3
const IN_TIME = 2
const FOR_NOTHING = 1
/** A critical film that waited less is a night gone well. */
const TOO_LONG = 60

export function queueCases(sets: readonly QueueSet[]): CaseReport[] {
  const found = sets.flatMap(filmsOf)
  const critical = found.filter(({ film }) => film.critical).sort((a, b) => waitOf(b.read) - waitOf(a.read))
  const late = critical.filter(({ read }) => waitOf(read) > TOO_LONG).slice(0, LONGEST)
  const early = critical.filter(({ read, before }) => waitOf(read) <= TOO_LONG && before > waitOf(read)).sort((a, b) => (b.before - waitOf(b.read)) - (a.before - waitOf(a.read))).slice(0, IN_TIME)
  const needless = found.filter(({ film, read }) => !film.critical && read.urgent).sort((a, b) => b.film.risk - a.film.risk).slice(0, FOR_NOTHING)
  return [...late.map((one) => caseOf('kept-waiting', one)), ...early.map((one) => caseOf('in-time', one)), ...needless.map((one) => caseOf('rung-for-nothing', one))]
}

function filmsOf(set: QueueSet): Found[] {
  const yours = new Map(set.yours.reads.map((read) => [read.id, read]))
  const before = new Map(set.before.reads.map((read) => [read.id, waitOf(read)]))
  return set.yours.films.flatMap((film) => {
    const read = yours.get(film.id)
    return read ? [{ set, film, read, before: before.get(film.id) ?? 0 }] : []
  })
}

function caseOf(outcome: Outcome, found: Found): CaseReport {
  const { set, film, read, before } = found
  const whole = set.caseOf(film.id)
  const known = (column: string, label: string, value: string | number | null, unit?: string) => ({ column, label, value, ...(unit ? { unit } : {}), availableAt: 'arrival', known: true })
  return {
    id: `${set.seed}/${film.id}`,
    set: set.label,
    title: `${film.label}, came in at ${clock(film.at)}`,
    outcome,
    say: sayOf(outcome, found),
    exhibits: whole ? [filmExhibit(whole, captionOf(outcome, whole), outcome === 'rung-for-nothing' ? 'note' : outcome === 'kept-waiting' ? 'missed' : 'right')] : [],
    sections: [
      {
        title: 'When the film came in',
        rows: [
          known('risk', 'Risk you gave it', Math.round(film.risk * 100) / 100),
          ...(whole ? vitalsRows(whole.vitals).map(([column, label, value, unit]) => known(column, label, value, unit)) : []),
          ...(whole ? [known('from', 'Comes from', whole.from)] : []),
        ],
      },
      {
        title: 'What became of it',
        rows: [
          { column: 'read', label: 'Picked up at', value: clock(read.starts), availableAt: 'arrival+1d', known: false },
          { column: 'wait', label: 'Waited', value: Math.round(waitOf(read)), unit: 'minutes', availableAt: 'arrival+1d', known: false },
          { column: 'before', label: 'First come, first served it would have waited', value: Math.round(before), unit: 'minutes', availableAt: 'arrival+1d', known: false },
          { column: 'finding', label: 'The report', value: film.report, availableAt: 'arrival+1d', known: false },
        ],
      },
    ],
  }
}

function vitalsRows({ spo2, resp, pulse }: Vitals): [string, string, number | null, string][] {
  return [['spo2', 'Oxygen in the blood', Number.isNaN(spo2) ? null : spo2, '%'], ['resp', 'Breaths', resp, 'per minute'], ['pulse', 'Pulse', pulse, 'per minute']]
}

function sayOf(outcome: Outcome, { film, read, before }: Found): string {
  const [wait, instead] = [Math.round(waitOf(read)), Math.round(before)]
  if (outcome === 'rung-for-nothing') return `Risk ${film.risk.toFixed(2)}: read at once, and the ward was telephoned. The report: ${film.report}. Two minutes, and somebody's fright.`
  if (outcome === 'in-time') return `Risk ${film.risk.toFixed(2)}: picked up after ${wait} minutes instead of ${instead}. The report: ${film.report}. Help came while it was easy.`
  const compared = wait > instead + 5 ? `First come, first served it would have been ${instead}: the order did harm here.` : instead > wait + 5 ? `First come, first served it would have been ${instead}.` : 'First come, first served it would have been no better.'
  return `Risk ${film.risk.toFixed(2)}: it waited ${wait} minutes. ${compared} The report: ${film.report}.`
}

function captionOf(outcome: Outcome, { person, subject }: ChestCase): string {
  const found = subject.finding ? REPORT_WORDS[subject.finding] : null
  if (outcome === 'rung-for-nothing' || !found) return `The film of ${person.name}${found ? `: ${found}` : ''}`
  return `The film of ${person.name}, with the ${found} marked`
}

const FILM_SIZE = 320

/** The film itself, with what is on it in a box. */
export function filmExhibit(film: ChestCase, caption: string, tone?: Tone): Exhibit {
  return squareExhibit({ caption, draw: () => drawFilm(film, FILM_SIZE), size: FILM_SIZE, channels: 1, ...(tone ? { tone } : {}) })
}

function clock(minute: number): string {
  return clockWords(NIGHT_STARTS + minute)
}
