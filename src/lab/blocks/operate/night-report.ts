/** What a played night shows: how long whom it kept waiting, by risk, and beside first come, first served. */
import type { View } from '../../../core/verdict.ts'
import type { Worklist } from '../../graph/ports.ts'
import { cellAt, columnOf } from '../../graph/table.ts'
import { nightLog, type NightFilm, type PlayedNight, waitsOf } from '../../ops/night-log.ts'
import { FIRST_COME, playNight, waitOf } from '../../ops/night-queue.ts'

/** The films of a list whose reports are known, as the desk meets them; null where nobody knows yet. */
export function filmsOf({ test: { ids, scores, y, table } }: Pick<Worklist, 'test'>): NightFilm[] | null {
  const [arrives, minutes] = [columnOf(table, 'arrives'), columnOf(table, 'minutes')]
  if (arrives?.kind !== 'number' || minutes?.kind !== 'number' || minutes.values.some(Number.isNaN) || y.some(Number.isNaN)) return null
  return ids.map((id, row) => ({
    id, at: arrives.values[row] as number, minutes: minutes.values[row] as number, risk: scores[row] as number,
    label: `${cellAt(columnOf(table, 'name'), row)}, ${cellAt(columnOf(table, 'age'), row)} years`,
    critical: y[row] === 1, report: String(cellAt(columnOf(table, 'finding'), row) ?? ''),
  }))
}

/** The same films by both rules. */
export function playBoth(films: readonly NightFilm[], rule: Worklist['rule']): { yours: PlayedNight; before: PlayedNight } {
  return { yours: { films, rule, reads: playNight(films, rule) }, before: { films, rule: FIRST_COME, reads: playNight(films, FIRST_COME) } }
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

export function most(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values)
}

export function waitsView(title: string, { yours, before }: ReturnType<typeof playBoth>): View {
  const minutes = (value: number | null) => Math.round(value ?? 0)
  const [ours, theirs] = [waitsOf(yours, true), waitsOf(before, true)]
  const worse = (most(ours) ?? 0) > (most(theirs) ?? 0)
  return {
    view: 'bars', title, unit: 'min',
    say: `Critical films wait ${minutes(mean(ours))} minutes on average instead of ${minutes(mean(theirs))}. The one that waited longest waited ${minutes(most(ours))} instead of ${minutes(most(theirs))}.`,
    rows: [
      { label: 'Critical, mean', value: minutes(mean(ours)), tone: 'right' },
      { label: '… first come', value: minutes(mean(theirs)), tone: 'note' },
      { label: 'Critical, longest', value: minutes(most(ours)), tone: worse ? 'missed' : 'right' },
      { label: '… first come', value: minutes(most(theirs)), tone: 'note' },
      { label: 'Can wait, mean', value: minutes(mean(waitsOf(yours, false))), tone: 'note' },
      { label: '… first come', value: minutes(mean(waitsOf(before, false))), tone: 'note' },
    ],
  }
}

/** Every critical film of the night, the lowest risk first: those are the ones the model does not see. */
export function criticalByRisk({ yours }: ReturnType<typeof playBoth>): View {
  const readOf = new Map(yours.reads.map((read) => [read.id, read]))
  const critical = yours.films.filter((film) => film.critical).sort((a, b) => a.risk - b.risk)
  const wait = (film: NightFilm) => {
    const read = readOf.get(film.id)
    return read ? Math.round(waitOf(read)) : null
  }
  return {
    view: 'rows', title: 'Critical films of this night, the lowest risk first', columns: ['Name', 'Risk', 'Waited, minutes', 'The report'],
    rows: critical.map((film) => [film.label, Math.round(film.risk * 100) / 100, wait(film), film.report]),
    marked: critical.flatMap((film, i) => ((wait(film) ?? 0) > 120 ? [i] : [])),
  }
}

export function replayView(night: PlayedNight, title: string): View {
  return { view: 'replay', title, log: nightLog(night, { title, say: 'Critical films carry an exclamation mark that nobody at the desk can see yet. The star is the critical film that waits longest: watch it.' }) }
}
