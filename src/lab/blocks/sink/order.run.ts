import type { Block } from '../../graph/block.ts'
import { take } from '../../graph/take.ts'
import { filmsOf, playBoth, waitsView } from '../operate/night-report.ts'
import { orderSinkSpec } from './order.ts'

export const orderSink: Block = {
  ...orderSinkSpec,
  fit(inputs) {
    return { outputs: { result: { type: 'Result', from: take(inputs, 'list', 'Worklist') } }, state: null }
  },
  report(inputs) {
    const list = take(inputs, 'list', 'Worklist')
    const films = filmsOf(list)
    return {
      rows: list.test.ids.length,
      columns: null,
      facts: [`${list.test.ids.length} films in order`],
      views: films ? [waitsView('A past night, with this worklist', playBoth(films, list.rule))] : [],
    }
  },
}
