import { describe, expect, it } from 'vitest'
import type { ScoredSet } from '../graph/ports.ts'
import { alarmsPerDay, episodesFound, falseDuring, falseShare, medianDelay } from './episode-figures.ts'
import { episodeStoriesOf } from './episode-stories.ts'
import type { Stream } from './stream-values.ts'
import { streamOf } from './stream.fixture.ts'

const stream: Stream = {
  ...streamOf({ hours: 24 }, { hours: 24 }),
  episodes: {
    af: [{ stay: 0, from: 2, to: 4 }, { stay: 0, from: 9, to: 10 }, { stay: 0, from: 20, to: 20.25 }],
    ectopy: [{ stay: 1, from: 5, to: 8 }],
  },
}

/** Every quarter of an hour; it rings at those of `rings`. */
function heard(rings: Readonly<Record<string, readonly number[]>>) {
  const moments = ['S1', 'S2'].flatMap((stay) => Array.from({ length: 96 }, (_, i) => ({ stay, hour: i / 4 })))
  const numbers = Float64Array.from(moments, ({ hour }) => hour)
  const set: ScoredSet = {
    ids: moments.map(({ stay, hour }) => `${stay}@${hour}`), scores: new Float64Array(moments.length), y: new Float64Array(moments.length),
    table: { type: 'Table', ids: [], meta: [], columns: { stay: { kind: 'category', values: moments.map(({ stay }) => stay) }, hour: { kind: 'number', values: numbers } } },
  }
  return episodeStoriesOf(stream, { ...set, rings: Uint8Array.from(moments, ({ stay, hour }) => Number(rings[stay]?.includes(hour) ?? false)) }, 'af', 'every')
}

describe('alarms held against episodes', () => {
  const stories = heard({ S1: [2.5, 3, 12, 20], S2: [6, 7, 9] })

  it('find an episode when one rings while it lasts: of two long ones the first, after half an hour', () => {
    expect(episodesFound(stories, 30)).toBe(1 / 2)
    expect(medianDelay(stories, 30)).toBe(30)
  })

  it('count short episodes only when asked for', () => expect(episodesFound(stories, 0)).toBe(2 / 3))

  it('leave out the first of a person where later ones are meant', () => expect(episodesFound(stories, 30, true)).toBe(0))

  it('are false where no episode is, and say what else there was', () => {
    expect(falseShare(stories)).toBe(4 / 7)
    expect(falseDuring(stories, 'ectopy')).toBe(2 / 7)
    expect(stories[1]?.alarms.map(({ during }) => during)).toEqual(['ectopy', 'ectopy', null])
  })

  it('are counted for each person and day', () => expect(alarmsPerDay(stories)).toBe(7 / 2))

  it('have no share that is false where none rang', () => expect([falseShare(heard({})), medianDelay(heard({}), 30)]).toEqual([null, null]))
})
