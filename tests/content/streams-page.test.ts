/** The page for trainers on stays over time says what is so: its example can be played, its mistake is told as it stands there. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseQuest } from '../../src/core/quest/parse.ts'
import { hiddenCases } from '../../src/lab/data/quest-cases.ts'
import type { Stream } from '../../src/lab/stream/stream-values.ts'
import { streamAlertMetrics } from '../../src/lab/harness/stream-alerts-figures.ts'
import { labKnows } from '../../src/lab/quest-check.ts'

const page = readFileSync('docs/from-json/streams.md', 'utf8')
const [, json = ''] = /```json\n([^`]+)```/.exec(page) ?? []
const quoted = [...page.matchAll(/```text\n([^`]+)```/g)].map(([, text = '']) => text.trim()).find((text) => text.startsWith('quest.json')) ?? ''

/** The example of the page in the place of the stays of sepsis-watch. */
function inQuest(text: string) {
  const source = JSON.parse(readFileSync('docs/examples/sepsis-watch/quest.json', 'utf8'))
  const metrics = source.verify.metrics.map((metric: { fn: string }) => (metric.fn === 'falseAlarmRatio' ? { ...metric, fn: 'alertedShare', params: {} } : metric.fn === 'firstAfter' ? { ...metric, params: { event: 'blood' } } : metric))
  return parseQuest(JSON.stringify({ ...source, data: JSON.parse(text), verify: { ...source.verify, truth: 'bleed', metrics } }), 'quest.json', labKnows)
}

describe('the worked example', () => {
  test('makes stays in which blood is read later than it was given', () => {
    const read = inQuest(json)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const [hidden] = [...hiddenCases(read.quest)]
    const [whole, seen] = [hidden?.whole as Stream, hidden?.seen as Stream]
    const given = [...whole.hours.keys()].filter((stay) => !Number.isNaN(whole.events['blood']?.at[stay]))
    expect(given.length).toBeGreaterThan(40)
    for (const stay of given) {
      expect(whole.events['blood']?.known[stay]).toBe(whole.events['blood']?.at[stay])
      expect(seen.events['blood']?.known[stay]).toBeGreaterThan((whole.events['blood']?.at[stay] as number) + 2)
      expect(seen.events['bleed']?.at[stay]).toBeNaN()
    }
  })

  test('is mended by the sentence that the page quotes', () => {
    const read = inQuest(json.replace('78 + 24 * loss', '78 + 24 * los'))
    expect(read.ok ? [] : read.problems.map(({ file, path, what, mend }) => `${file}: ${path}: ${what} — ${mend}`)).toEqual([quoted])
  })
})

test('every figure of the harness has its line', () => {
  for (const name of Object.keys(streamAlertMetrics)) expect(page).toContain(`\n| \`${name}\` |`)
})
