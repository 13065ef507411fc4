/** The trainer's page on letters: what it shows is a quest that can be judged, and what it quotes is said. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseQuest } from '../../src/core/quest/parse.ts'
import { judge, runVisible } from '../../src/lab/judge.ts'
import { labKnows } from '../../src/lab/quest-check.ts'

const guide = readFileSync('docs/from-json/letters.md', 'utf8')
const [json = '', planned = ''] = [...guide.matchAll(/```json\n([^`]+)```/g)].map((match) => match[1])
const [, quoted = ''] = /```text\n([^`]+)```/.exec(guide) ?? []

interface Loose { data: unknown; verify: { metrics: { params?: { kind?: string } }[] }; practiceArtefacts: object; build: { startArtefacts: object; referenceArtefacts: object } }

/** The example quest with the data and the plan of the guide. */
function questOf(data: string) {
  const source = JSON.parse(readFileSync('docs/examples/letters-people-can-read/quest.json', 'utf8')) as Loose
  const plan = JSON.parse(planned) as object
  return parseQuest(JSON.stringify({ ...source, data: JSON.parse(data), practiceArtefacts: plan, build: { ...source.build, startArtefacts: plan, referenceArtefacts: plan } }), 'quest.json', labKnows)
}

describe('the worked example', () => {
  test('has letters written and judged: with its plan all that is critical stands in them, and nothing else', () => {
    const read = questOf(json)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const { quest } = read
    const solution = { graph: quest.build.reference, artefacts: quest.build.referenceArtefacts }
    expect(runVisible({ quest, solution, set: 'train' }, { now: () => 0 })).toMatchObject({ ok: true })
    const { metrics } = judge({ quest, solution }, { now: () => 0 })
    expect(metrics['critical']).toBeGreaterThan(0.99)
    expect(metrics['wrong']).toBeLessThan(0.02)
    const note = JSON.parse(JSON.stringify(solution).replaceAll('"from":"list"', '"from":"note"').replaceAll('"when":"flagged"', '"when":"never"')) as typeof solution
    expect(judge({ quest, solution: note }, { now: () => 0 }).metrics['contradicted']).toBeGreaterThan(0.2)
  })

  test('is mended by the sentence that the page quotes', () => {
    const read = questOf(json.replace('"Please come again on {day}."', '"Please come again."'))
    expect(read.ok ? [] : read.problems.map(({ file, path, what, mend }) => `${file}: ${path}: ${what} — ${mend}`)).toEqual([quoted.trim()])
  })
})
