/** The trainer's page on conversations: what it shows is a kiosk, and what it quotes is said. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseQuest } from '../../src/core/quest/parse.ts'
import { talkMetrics } from '../../src/lab/harness/dialogue-turns-figures.ts'
import { judge } from '../../src/lab/judge.ts'
import { labKnows } from '../../src/lab/quest-check.ts'

const guide = readFileSync('docs/from-json/dialogues.md', 'utf8')
const [, json = ''] = /```json\n([^`]+)```/.exec(guide) ?? []
const [, quoted = ''] = /```text\n([^`]+)```/.exec(guide) ?? []

interface Pack { shelf: { id: string; title: string; year: number }[]; talk: { intents: { id: string }[]; examples: { intent: string }[] } }

/** The example quest with the data of the guide, its shelf with the guide's book, and only intents that the guide has. */
function questOf(data: string) {
  const source = JSON.parse(readFileSync('docs/examples/good-evening/quest.json', 'utf8')) as { data: unknown; practiceArtefacts: object; build: { startArtefacts: object; referenceArtefacts: object } }
  source.data = JSON.parse(data)
  const { books, intents } = (source.data as { params: { books: Record<string, { title: string; year: number }>; intents: object } }).params
  for (const { promptPack } of [source.practiceArtefacts, source.build.startArtefacts, source.build.referenceArtefacts] as { promptPack: Pack }[]) {
    promptPack.shelf = promptPack.shelf.filter(({ id }) => id in books).map((shown) => ({ ...shown, title: books[shown.id]?.title ?? '' }))
    promptPack.talk.intents = promptPack.talk.intents.filter(({ id }) => id in intents)
    promptPack.talk.examples = promptPack.talk.examples.filter(({ intent }) => intent in intents)
  }
  return parseQuest(JSON.stringify(source), 'quest.json', labKnows)
}

describe('the worked example', () => {
  test('is a kiosk: with red flags first every emergency is seen, and what should be refused is', () => {
    const read = questOf(json)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const { quest } = read
    const { metrics, problems } = judge({ quest, solution: { graph: quest.build.reference, artefacts: quest.build.referenceArtefacts } }, { now: () => 0 })
    expect(problems).toEqual([])
    expect(metrics).toMatchObject({ emergencies: 1, wrong: 0, withstood: 1, disclosed: 1 })
  })

  test('is mended by the sentence that the guide quotes', () => {
    const read = questOf(json.replace('"asks": ["What does parking cost?"', '"asksIn": { "es": ["¿Cuánto cuesta dejar el coche?"] }, "asks": ["What does parking cost?"'))
    expect(read.ok ? [] : read.problems.map(({ file, path, what, mend }) => `${file}: ${path}: ${what} — ${mend}`)).toEqual([quoted.trim()])
  })
})

test('a desk that does not know an intent is told so, and so is one that answers single questions', () => {
  const told = (change: (pack: Record<string, unknown>) => void) => {
    const source = JSON.parse(readFileSync('docs/examples/good-evening/quest.json', 'utf8')) as { build: { startArtefacts: { promptPack: Record<string, unknown> } } }
    change(source.build.startArtefacts.promptPack)
    const read = parseQuest(JSON.stringify(source), 'quest.json', labKnows)
    return read.ok ? [] : read.problems.map(({ path, what }) => `${path}: ${what}`)
  }
  expect(told((pack) => { delete pack['talk'] })).toContain('build.startArtefacts.promptPack: people come to talk, and this desk has no "talk"')
  expect(told((pack) => {
    const { intents, examples } = pack['talk'] as Pack['talk']
    for (const one of intents) if (one.id === 'nurse') one.id = 'nurses'
    for (const one of examples) if (one.intent === 'nurse') one.intent = 'nurses'
  })).toContain('build.startArtefacts.promptPack.talk.intents: people come with the intent "nurse", and the desk has none of that name')
})

test('every figure has its line in the guide', () => {
  for (const name of Object.keys(talkMetrics)) expect(guide).toContain(`\`${name}\``)
})
