/** What a policy did while somebody wore a patch, episode by episode and alarm by alarm. */
import { momentsOf } from './stay-stories.ts'
import type { AlertedSet, Episode, Stream } from './stream-values.ts'

export interface HeardEpisode {
  from: number
  to: number
  /** Hour of the first alarm that rang during it; NaN when none did. */
  found: number
  /** Which of this person it is, from 1. */
  number: number
}

export interface HeardAlarm {
  hour: number
  tier: number
  /** It rang during an episode that it is for. */
  right: boolean
  /** What else went on, where it is not right: name of another kind of episode. */
  during: string | null
}

export interface EpisodeStory {
  /** Row in the table of stays. */
  stay: number
  hours: number
  episodes: readonly HeardEpisode[]
  /** Hours rising. */
  alarms: readonly HeardAlarm[]
}

/** The kind of episode that nobody may see: what the alarm is for. Null where the quest names none. */
export function truthEpisodeOf({ meta, episodes }: Stream): string | null {
  return meta.find(({ name, role }) => role === 'truth' && Object.hasOwn(episodes ?? {}, name))?.name ?? null
}

/** @param which every stay of the stream, or only those of which the set has a moment */
export function episodeStoriesOf(stream: Stream, set: AlertedSet, truth: string | null, which: 'every' | 'in-set'): EpisodeStory[] {
  const rowOf = new Map(stream.table.ids.map((id, row) => [id, row]))
  const rung = new Map<number, { hour: number; tier: number }[]>()
  const { stay, hour } = momentsOf(set)
  set.rings.forEach((tier, i) => {
    const row = rowOf.get(stay[i] as string)
    if (row === undefined) return
    const of = rung.get(row) ?? []
    if (tier > 0) of.push({ hour: hour[i] as number, tier })
    rung.set(row, of)
  })
  const byStay = Object.entries(stream.episodes ?? {}).map(([name, all]) => ({ name, of: groupedByStay(all) }))
  return (which === 'every' ? [...stream.table.ids.keys()] : [...rung.keys()]).map((row) => {
    const rings = (rung.get(row) ?? []).sort((a, b) => a.hour - b.hour)
    const own = byStay.find(({ name }) => name === truth)?.of.get(row) ?? []
    const alarms = rings.map((ring): HeardAlarm => {
      const right = own.some((episode) => isIn(episode, ring.hour))
      const other = right ? undefined : byStay.find(({ name, of }) => name !== truth && of.get(row)?.some((episode) => isIn(episode, ring.hour)))
      return { ...ring, right, during: other?.name ?? null }
    })
    return {
      stay: row, hours: stream.hours[row] as number, alarms,
      episodes: own.map((episode, i): HeardEpisode => ({ from: episode.from, to: episode.to, number: i + 1, found: rings.find((ring) => isIn(episode, ring.hour))?.hour ?? Number.NaN })),
    }
  })
}

function isIn({ from, to }: Episode, hour: number): boolean {
  return hour >= from && hour < to
}

function groupedByStay(episodes: readonly Episode[]): ReadonlyMap<number, readonly Episode[]> {
  const by = new Map<number, Episode[]>()
  for (const episode of episodes) {
    const of = by.get(episode.stay)
    if (of) of.push(episode)
    else by.set(episode.stay, [episode])
  }
  return by
}
