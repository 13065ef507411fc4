import type { Block } from '../../graph/block.ts'
import { take } from '../../graph/take.ts'
import { waitsOf } from '../../ops/night-log.ts'
import { countOf } from '../say.ts'
import { criticalByRisk, filmsOf, mean, most, playBoth, replayView, waitsView } from './night-report.ts'
import { queueSpec } from './queue.ts'

export const queue: Block = {
  ...queueSpec,
  fit(inputs) {
    return { outputs: { list: take(inputs, 'list', 'Worklist') }, state: null }
  },
  report(_, outputs) {
    const list = take(outputs, 'list', 'Worklist')
    const films = filmsOf(list)
    if (!films) return { rows: list.test.ids.length, columns: null, facts: ['nobody knows yet how this night went'], views: [] }
    const both = playBoth(films, list.rule)
    const waits = waitsOf(both.yours, true)
    return {
      rows: films.length,
      columns: null,
      facts: [
        `${countOf(waits.length, 'critical film')} among ${films.length}`,
        `they wait ${Math.round(mean(waits) ?? 0)} minutes on average`,
        `one waits ${Math.round(most(waits) ?? 0)} minutes`,
      ],
      views: [waitsView('How long films waited', both), criticalByRisk(both), replayView(both.yours, 'A past night, with your order')],
    }
  },
}
