/** The page for trainers on days of a patch says what is so: its example can be played, its mistake is told as it stands there. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseQuest } from '../../src/core/quest/parse.ts'
import { hiddenCases } from '../../src/lab/data/quest-cases.ts'
import { RHYTHM_KINDS, TROUBLE_KINDS } from '../../src/lab/data/traces/trace-spec.ts'
import { episodeAlertMetrics } from '../../src/lab/harness/episode-alerts-figures.ts'
import { labKnows } from '../../src/lab/quest-check.ts'
import type { Stream } from '../../src/lab/stream/stream-values.ts'

const page = readFileSync('docs/from-json/traces.md', 'utf8')
const [, json = ''] = /```json\n([^`]+)```/.exec(page) ?? []
const quoted = [...page.matchAll(/```text\n([^`]+)```/g)].map(([, text = '']) => text.trim()).find((text) => text.startsWith('quest.json')) ?? ''

/** The example of the page in the place of the patches of the quest. */
function inQuest(text: string) {
  const source = JSON.parse(readFileSync('docs/examples/alarm-that-cried-wolf/quest.json', 'utf8'))
  return parseQuest(JSON.stringify({ ...source, data: JSON.parse(text) }), 'quest.json', labKnows)
}

describe('the worked example', () => {
  test('makes people with two episodes, hours apart, and nobody who sees a hidden patch knows of them', () => {
    const read = inQuest(json)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const [hidden] = [...hiddenCases(read.quest)]
    const [whole, seen] = [hidden?.whole as Stream, hidden?.seen as Stream]
    const episodes = whole.episodes?.['af'] ?? []
    const people = new Set(episodes.map(({ stay }) => stay))
    expect(people.size).toBeGreaterThan(3)
    const second = episodes.filter(({ stay }, i) => episodes[i - 1]?.stay === stay)
    expect(second.length).toBeGreaterThan(2)
    for (const one of second) {
      const first = episodes[episodes.indexOf(one) - 1]
      expect(one.from - (first?.to ?? 0)).toBeGreaterThanOrEqual(3)
      expect(one.from - (first?.to ?? 0)).toBeLessThanOrEqual(10)
    }
    expect(Object.values(seen.episodes ?? {}).flat()).toEqual([])
  })

  test('is mended by the sentence that the page quotes', () => {
    const read = inQuest(json.replace('9 * ectopic', '9 * ectopc'))
    expect(read.ok ? [] : read.problems.map(({ file, path, what, mend }) => `${file}: ${path}: ${what} — ${mend}`)).toEqual([quoted])
  })
})

test('every figure of the harness and every kind of episode has its line', () => {
  for (const name of [...Object.keys(episodeAlertMetrics), ...RHYTHM_KINDS, ...TROUBLE_KINDS]) expect(page).toContain(`\n| \`${name}\` |`)
})
