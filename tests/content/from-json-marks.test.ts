/** The two examples of docs/from-json/marks.md make what the page says, and its quoted sentence is the one that a trainer reads. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseQuest } from '../../src/core/quest/parse.ts'
import { questSource } from '../../src/core/quest/quest.fixture.ts'
import type { Quest } from '../../src/core/quest/schema.ts'
import { hiddenCases, visibleCases } from '../../src/lab/data/quest-cases.ts'
import type { Archive } from '../../src/lab/deid/values.ts'
import type { DrawnImages } from '../../src/lab/imaging/drawn/pictures.ts'
import { labKnows } from '../../src/lab/quest-check.ts'

const page = readFileSync('docs/from-json/marks.md', 'utf8')
const [notes = '', pictures = ''] = [...page.matchAll(/```json\n([^`]+)```/g)].map(([, json]) => json)
const [, quoted = ''] = /```text\n([^`]+)```/.exec(page) ?? []

/** Problems with the data alone: the rest of the quest is about something else. */
function read(json: string): { quest: Quest; problems: string[] } {
  const source = questSource() as { verify: object }
  const data = JSON.parse(json)
  const parsed = parseQuest(JSON.stringify({ ...source, data }), 'quest.json', labKnows)
  const problems = parsed.ok ? [] : parsed.problems.filter(({ path }) => path.startsWith('data')).map(({ file, path, what, mend }) => `${file}: ${path}: ${what} — ${mend}`)
  return { quest: { data: { noun: undefined, ...data, hidden: data.hidden.map((set: object) => ({ weight: 1, ...set })), columns: data.columns } } as unknown as Quest, problems }
}

describe('the page on marks', () => {
  test('writes letters with medicines of today and medicines that were stopped', () => {
    const { quest, problems } = read(notes)
    expect(problems).toEqual([])
    const archive = visibleCases(quest, 'train') as Archive
    const words = archive.truth.flatMap(({ marks }, k) => marks.map(({ from, to }) => archive.notes[k]?.text.slice(from, to).toLowerCase()))
    expect(archive.notes).toHaveLength(60)
    expect(words.filter((word) => word === 'the water tablet').length).toBeGreaterThan(5)
    const stopped = archive.truth.filter(({ decoys }) => decoys.length > 0).length / 60
    expect(Math.abs(stopped - 0.6)).toBeLessThan(0.2)
    for (const { seen } of hiddenCases(quest)) expect((seen as Archive).truth).toEqual([])
  })

  test('draws spots, of which three in ten are ill, and hides what the report says', () => {
    const { quest, problems } = read(pictures)
    expect(problems).toEqual([])
    const images = visibleCases(quest, 'train') as DrawnImages
    const ill = images.table.label?.values.reduce((sum, value) => sum + value, 0) ?? 0
    expect(Math.abs(ill / 300 - 0.3)).toBeLessThan(0.08)
    for (const { whole, seen } of hiddenCases(quest)) {
      expect((whole as DrawnImages).table.ids.some((_, row) => (whole as DrawnImages).findings(row).length > 0)).toBe(true)
      expect((seen as DrawnImages).table.ids.every((_, row) => (seen as DrawnImages).findings(row).length === 0)).toBe(true)
    }
  })

  test('quotes the sentence by which a slip is mended', () => {
    expect(read(notes.replace('Takes [[now:', 'Takes [[nwo:')).problems).toEqual([quoted.trim()])
  })
})
