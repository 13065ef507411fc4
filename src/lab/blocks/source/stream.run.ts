import type { Block } from '../../graph/block.ts'
import { headOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { courseOf } from '../../stream/stay-course.ts'
import { truthEpisodeOf } from '../../stream/episode-stories.ts'
import { truthEventOf } from '../../stream/stay-stories.ts'
import { stripCourse } from '../../stream/strip-course.ts'
import type { Stream } from '../../stream/stream-values.ts'
import { distributionsOf } from '../distribution.ts'
import { countOf, rowsOf } from '../say.ts'
import { streamSpec } from './stream.ts'

export const streamSource: Block = {
  ...streamSpec,
  fit(_, context) {
    const cases = context.cases(paramsOf(streamSpec, context).dataset)
    if (cases.type !== 'Stream') throw new TypeError(`this block brings in stays with charts, and the quest has ${cases.type}`)
    return { outputs: { stream: cases }, state: null }
  },
  report(_, outputs) {
    const stream = take(outputs, 'stream', 'Stream')
    const { table, hours, hour, from, recording } = stream
    const n = Math.max(1, table.ids.length)
    return {
      rows: table.ids.length,
      columns: table.meta.length + stream.meta.length,
      facts: [rowsOf(table), `of ${Math.round(hours.reduce((sum, one) => sum + one, 0) / n)} hours on average`, `${countOf(Math.round((from[table.ids.length] as number) / n), recording ? 'window' : 'charting')} in each`],
      head: headOf(table),
      views: [
        ...(hour.length > 0 ? [{ view: 'exhibits' as const, title: recording ? 'Some of the patches' : 'Some of the stays', exhibits: sampleStays(stream).map((stay) => (recording ? stripCourse : courseOf)(stream, stay)) }] : []),
        ...distributionsOf(table),
      ],
    }
  },
}

/** One in which it happened, where that is known, and one in which it did not. */
function sampleStays(stream: Stream): number[] {
  const lasting = truthEpisodeOf(stream)
  if (lasting !== null) {
    const those = new Set((stream.episodes?.[lasting] ?? []).map(({ stay }) => stay))
    return [[...those][0] ?? -1, [...stream.table.ids.keys()].find((stay) => !those.has(stay)) ?? -1].filter((stay) => stay >= 0)
  }
  const truth = truthEventOf(stream)
  const at = truth === null ? undefined : stream.events[truth]?.at
  if (!at) return [0]
  return [at.findIndex((one) => !Number.isNaN(one)), at.findIndex(Number.isNaN)].filter((stay) => stay >= 0)
}
