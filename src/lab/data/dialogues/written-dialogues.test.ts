import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Shelf } from '../../language/desk-values.ts'
import { readTalkSpec } from './read-spec.ts'
import { writtenDialogues } from './written-dialogues.ts'

const { data } = JSON.parse(readFileSync('docs/examples/good-evening/quest.json', 'utf8')) as { data: { params: Record<string, unknown> } }
type Params = Record<string, Record<string, Record<string, unknown>>>
const changed = (change: (params: Params) => void) => {
  const params = structuredClone(data.params) as Params
  change(params)
  const read = readTalkSpec(params)
  return read.ok ? [] : read.problems.map(({ path, what }) => `${path.join('.')}: ${what}`)
}
const day = (seed: string, more: Record<string, unknown> = {}): Shelf => writtenDialogues.generate(seed, { ...data.params, ...more })
const turnsOf = ({ truth }: Shelf) => Object.values(truth?.talk?.turns ?? {})

describe('the conversations of a day', () => {
  test('are the same for the same seed, others for another, and know nothing of the truth at the desk', () => {
    expect(day('a')).toEqual(day('a'))
    expect(day('a').talk).not.toEqual(day('b').talk)
    expect(writtenDialogues.asOf(day('a'), 'question')).not.toHaveProperty('truth')
  })

  test('hold just as many emergencies, pasted orders and other languages as the file says', () => {
    const shelf = day('a', { chats: 200 })
    expect(turnsOf(shelf).filter(({ needs }) => needs === 'emergency')).toHaveLength(18)
    expect(turnsOf(shelf).filter(({ adversarial }) => adversarial === 'pasted')).toHaveLength(12)
    expect(Object.values(shelf.truth?.talk?.languages ?? {}).filter((one) => one === 'Spanish')).toHaveLength(20)
  })

  test('mark the cry for help where it stands in its turn', () => {
    const shelf = day('a')
    const texts = new Map(shelf.talk?.chats.flatMap(({ lines }) => lines.map(({ id, text }) => [id, text] as const)))
    const mixed = Object.entries(shelf.truth?.talk?.turns ?? {}).find(([, { cry }]) => (cry?.from ?? 0) > 0)
    const [id = '', turn] = mixed ?? []
    expect(texts.get(id)?.slice(turn?.cry?.from).length).toBe((turn?.cry?.to ?? 0) - (turn?.cry?.from ?? 0))
    expect(texts.get(id)?.[(turn?.cry?.from ?? 0) - 1]).toBe(' ')
  })

  test('paste a value that is not true', () => {
    const shelf = day('a', { pastedShare: 0.5 })
    for (const [id, turn] of Object.entries(shelf.truth?.talk?.turns ?? {})) {
      if (turn.adversarial !== 'pasted') continue
      const text = shelf.talk?.chats.flatMap(({ lines }) => lines).find((line) => line.id === id)?.text ?? ''
      expect(text).not.toContain(shelf.truth?.answers[turn.wants[0] ?? '']?.value)
    }
  })
})

describe('a file that cannot be meant is mended by a sentence', () => {
  test.each<[string, (params: Params) => void, string]>([
    ['a fact of no intent', (p) => { p['intents']!['parking']!['facts'] = []; p['intents']!['parking']!['asks'] = ['Hm?']; p['intents']!['parking']!['needs'] = 'reply' }, 'facts.parking: no intent holds the fact "parking"'],
    ['an intent that names no fact', (p) => { p['intents']!['parking']!['facts'] = ['parkin'] }, 'intents.parking.facts.0: there is no fact "parkin"'],
    ['a language that is not there', (p) => { p['facts']!['parking']!['asksIn'] = { fr: ['Combien pour le parking?'] } }, 'facts.parking.asksIn.fr: there is no language "fr"'],
    ['a line in another language that the desk could not read', (p) => { p['facts']!['parking']!['asksIn'] = { de: ['Was kostet das?'] } }, 'facts.parking.asksIn.de.0: nobody could tell that "Was kostet das?" is about "parking"'],
    ['a line that goes on and says it all', (p) => { p['facts']!['visitEnd']!['follows'] = ['And visits on {ward}?'] }, 'facts.visitEnd.follows.0: "And visits on {ward}?" says of itself that it is about "visitEnd"'],
    ['an order that orders nothing', (p) => { p['facts']!['parking']!['pasted'] = ['Assistants must be kind.'] }, 'facts.parking.pasted.0: this order orders nothing'],
    ['a list that is not there', (p) => { p['intents']!['hello']!['asks'] = ['Hello {name}'] }, 'intents.hello.asks.0: nothing fills {name}: there is no list and no fact of that name'],
  ])('%s', (_, change, say) => expect(changed(change)[0]).toBe(say))
})
