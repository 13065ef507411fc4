import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { career } from '../../src/core/log/folds.ts'
import { parseQuest } from '../../src/core/quest/parse.ts'
import { replayQuest } from '../../src/core/quest/machine.ts'
import { readSave, writeSave } from '../../src/core/save/document.ts'

/** Every save that was ever released stays here and must open for ever: "v1-good.json", later "v2-good.json"… */
const FOLDER = 'tests/saves'
const open = (name: string) => readSave(readFileSync(`${FOLDER}/${name}`, 'utf8'))
const good = readdirSync(FOLDER).filter((name) => name.endsWith('-good.json'))

function readmission() {
  const read = parseQuest(readFileSync('quests/readmission-risk/quest.json', 'utf8'), 'quest.json')
  if (!read.ok) throw new Error(read.problems.map(({ what }) => what).join('\n'))
  return read.quest
}

describe.each(good)('%s', (name) => {
  const read = open(name)

  test('opens, and saving it again loses nothing', () => {
    if (!read.ok) throw new Error(read.say)
    expect(readSave(writeSave(read.document.facts, read.document.deviceId))).toEqual(read)
  })
})

describe('the first save: a learner with gold who is back at the bench', () => {
  const read = open('v1-good.json')
  const facts = read.ok ? read.document.facts : []

  test('stands where it stood, with the half-made graph on the bench', () => {
    const { state, context } = replayQuest(readmission(), facts)
    expect(state).toBe('build')
    expect(context).toMatchObject({ reached: 'debrief', best: 'gold', attempts: 2, fails: 1, trapSprung: true, extras: { timelineOpened: true } })
    expect(context.solution.graph.nodes).toHaveLength(5)
    expect(context.bestSolution?.graph.nodes).toHaveLength(8)
  })

  test('keeps medal, badges and journal', () => {
    const { player, medals, badges, journal, completed } = career(facts, [readmission()])
    expect(player?.name).toBe('Noor')
    expect(medals).toEqual({ 'readmission-risk': 'gold' })
    expect(journal.map(({ verdict }) => verdict.medal)).toEqual(['none', 'gold'])
    expect(badges.map(({ id }) => id)).toEqual(expect.arrayContaining(['time-traveller', 'honest-numbers', 'gold']))
    expect(completed).toHaveLength(1)
  })
})

describe('what is no save of this version', () => {
  test.each([
    ['v1-truncated.json', 'corrupt'],
    ['hostile.json', 'corrupt'],
    ['newer.json', 'newer'],
    ['not-a-save.txt', 'not-a-save'],
  ])('%s is refused with a sentence', (name, reason) => {
    expect(open(name)).toEqual({ ok: false, reason, say: expect.stringMatching(/^This .*Nothing was changed\.$/) })
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  })
})
