import type { Block } from '../../graph/block.ts'
import { take } from '../../graph/take.ts'
import { burdenBars, burdenCurve, testStories } from '../stream/alerts-shown.ts'
import { episodeCurve, hubBars, testEpisodes } from '../stream/episodes-shown.ts'
import { burdenSpec } from './burden.ts'

export const burden: Block = {
  ...burdenSpec,
  fit: () => ({ outputs: {}, state: null }),
  report(inputs) {
    const alerts = take(inputs, 'alerts', 'Alerts')
    if (alerts.stream.recording) return { rows: null, columns: null, facts: [], views: [hubBars(alerts.stream, testEpisodes(alerts)), ...episodeCurve(alerts)] }
    return { rows: null, columns: null, facts: [], views: [burdenBars(testStories(alerts)), ...burdenCurve(alerts)] }
  },
}
