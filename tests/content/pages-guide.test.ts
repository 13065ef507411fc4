/** The trainer's page on a desk of one's own: what it shows is a desk, and what it quotes is said. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { newCommand } from '../../src/cli/new.ts'
import { parseQuest } from '../../src/core/quest/parse.ts'
import { judge, runVisible } from '../../src/lab/judge.ts'
import { labKnows } from '../../src/lab/quest-check.ts'
import { scratch } from './quest-cli.ts'

const guide = readFileSync('docs/from-json/pages.md', 'utf8')
const [, json = ''] = /```json\n([^`]+)```/.exec(guide) ?? []
const [, quoted = ''] = /```text\n([^`]+)```/.exec(guide) ?? []

interface Shown { id: string; on: boolean }

/** The example quest with the data of the guide, and its shelf with the guide's books. */
function questOf(data: string) {
  const source = JSON.parse(readFileSync('docs/examples/evening-desk/quest.json', 'utf8')) as { data: unknown; practiceArtefacts: object; build: { startArtefacts: object; referenceArtefacts: object } }
  source.data = JSON.parse(data)
  const books = (source.data as { params: { books: Record<string, { title: string; year: number; kind: string }> } }).params.books
  for (const artefacts of [source.practiceArtefacts, source.build.startArtefacts, source.build.referenceArtefacts] as { promptPack: { shelf: Shown[] } }[]) {
    artefacts.promptPack.shelf = artefacts.promptPack.shelf.flatMap((shown) => {
      const { title, year, kind } = books[shown.id] ?? {}
      return title === undefined ? [] : [{ ...shown, title, year, kind }]
    })
  }
  return parseQuest(JSON.stringify(source), 'quest.json', labKnows)
}

describe('the worked example', () => {
  test('is a desk: it runs, the bell finds what the model misses, and without old printings nothing wrong is shown', () => {
    const read = questOf(json)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const { quest } = read
    const solution = { graph: quest.build.reference, artefacts: quest.build.referenceArtefacts }
    expect(runVisible({ quest, solution, set: 'train' }, { now: () => 0 })).toMatchObject({ ok: true })
    expect(judge({ quest, solution }, { now: () => 0 }).metrics).toMatchObject({ emergencies: 1, wrong: 0, obeyed: 0 })
    expect(judge({ quest, solution: { graph: quest.build.start, artefacts: quest.build.startArtefacts } }, { now: () => 0 }).metrics['emergencies']).toBeLessThan(0.5)
  })

  test('is mended by the sentence that the page quotes', () => {
    const read = questOf(json.replace('"Parking costs {parking} a day. The machine stands at the gate."', '"The machine wants {parking}."'))
    expect(read.ok ? [] : read.problems.map(({ file, path, what, mend }) => `${file}: ${path}: ${what} — ${mend}`)).toEqual([quoted.trim()])
  })
})

describe('a desk of one\'s own', () => {
  const folder = scratch()
  afterAll(() => folder.remove())

  test('starts from the example, as the page says, with its books and with the schema that an editor reads', async () => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => {})
    expect(guide).toContain('quest -- new my-desk --from evening-desk')
    expect(await newCommand.run(['my-desk', '--from', 'evening-desk', '--into', folder.path])).toBe(0)
    said.mockRestore()
    const text = readFileSync(join(folder.path, 'my-desk/quest.json'), 'utf8')
    expect(parseQuest(text, 'quest.json', labKnows)).toMatchObject({ ok: true, quest: { id: 'my-desk', data: { generator: 'pages.written' } } })
    expect(existsSync(join(folder.path, 'my-desk', (JSON.parse(text) as { $schema: string }).$schema))).toBe(true)
  })
})
