/** What a policy did during each stay, beside what happened there. */
import type { AlertedSet, Stream } from './stream-values.ts'
import { MOMENT_COLUMNS } from './stream-values.ts'

export interface StayStory {
  /** Row in the table of stays. */
  stay: number
  hours: number
  /** Hour at which it happened; NaN where it did not. */
  onset: number
  /** Hours rising. */
  alarms: readonly { hour: number; tier: number }[]
}

/** The event that nobody may see: what the alarm is for. Null where the quest names none. */
export function truthEventOf({ meta, events }: Stream): string | null {
  return meta.find(({ name, role }) => role === 'truth' && Object.hasOwn(events, name))?.name ?? null
}

/** @param which every stay of the stream, or only those of which the set has a moment */
export function storiesOf(stream: Stream, set: AlertedSet, truth: string | null, which: 'every' | 'in-set'): StayStory[] {
  const rowOf = new Map(stream.table.ids.map((id, row) => [id, row]))
  const alarms = new Map<number, { hour: number; tier: number }[]>()
  const { stay, hour } = momentsOf(set)
  set.rings.forEach((tier, i) => {
    const row = rowOf.get(stay[i] as string)
    if (row === undefined) return
    const of = alarms.get(row) ?? []
    if (tier > 0) of.push({ hour: hour[i] as number, tier })
    alarms.set(row, of)
  })
  const rows = which === 'every' ? [...stream.table.ids.keys()] : [...alarms.keys()]
  const onset = truth === null ? undefined : stream.events[truth]?.at
  return rows.map((row) => ({
    stay: row, hours: stream.hours[row] as number, onset: onset?.[row] ?? Number.NaN, alarms: (alarms.get(row) ?? []).sort((a, b) => a.hour - b.hour),
  }))
}

/** Which stay and which hour each row is; empty where the rows are no moments. */
export function momentsOf({ table }: Pick<AlertedSet, 'table'>): { stay: readonly string[]; hour: Float64Array } {
  const [stay, hour] = [table.columns[MOMENT_COLUMNS.stay], table.columns[MOMENT_COLUMNS.hour]]
  return stay?.kind === 'category' && hour?.kind === 'number' ? { stay: stay.values, hour: hour.values } : { stay: [], hour: new Float64Array(0) }
}
