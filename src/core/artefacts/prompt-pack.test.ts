import { describe, expect, it } from 'vitest'
import { readPromptPack } from './prompt-pack.ts'

const pack = {
  shelf: [{ id: 'a', title: 'A book', year: 2025, kind: 'current', on: true }],
  chunk: { way: 'section' }, search: { k: 3, minScore: 0 }, template: 'strict', temperature: 0, verify: true,
  refuse: { when: 'unsupported', say: 'Not in my sources.' }, cascade: { cache: true, first: 'large', escalate: false, human: true },
}
const talk = {
  order: ['flags', 'quick', 'cache'], flags: { rows: [{ id: 'stroke', title: 'Stroke', words: ['numb'] }], turns: 'every' },
  intents: [{ id: 'park', title: 'Parking', to: 'books' }, { id: 'hello', title: 'Hello', to: 'reply', say: 'Good evening!' }],
  examples: [{ text: 'Where can I park?', intent: 'park' }], learner: { kind: 'bayes', reads: 'words' },
  doubt: 0.3, remember: 2, drawer: 'exact', disclosure: '', handover: 'Somebody comes.',
}
const problem = (written: unknown) => {
  const read = readPromptPack(written)
  return read.ok ? null : read.say
}

describe('the settings of a desk', () => {
  it('are read with their defaults', () => expect(readPromptPack(pack)).toMatchObject({ ok: true, pack: { chunk: { words: 40, overlap: 10 } } }))

  it.each([
    ['nothing at all', undefined, /no settings yet/],
    ['a figure out of bounds', { ...pack, temperature: 7 }, /temperature/],
    ['a word nobody knows', { ...pack, chunk: { way: 'shredder' } }, /chunk\.way/],
    ['two books of one id', { ...pack, shelf: [...pack.shelf, ...pack.shelf] }, /called "a"/],
    ['windows that never move on', { ...pack, chunk: { way: 'window', words: 20, overlap: 20 } }, /never move on/],
    ['a step that comes twice', { ...pack, talk: { ...talk, order: ['flags', 'flags', 'cache'] } }, /names a step twice/],
    ['two rows of one id', { ...pack, talk: { ...talk, flags: { ...talk.flags, rows: [...talk.flags.rows, ...talk.flags.rows] } } }, /red-flag table are called "stroke"/],
    ['an example of no intent', { ...pack, talk: { ...talk, examples: [{ text: 'Woof', intent: 'dog' }] } }, /of the intent "dog".*park, hello/],
    ['a reply without words', { ...pack, talk: { ...talk, intents: [talk.intents[0], { id: 'hello', title: 'Hello', to: 'reply' }] } }, /"Hello" has a fixed reply, and no words/],
    ['something that does not belong', { ...pack, __proto__: null, extra: 1 }, /cannot be read/],
  ])('say what is wrong: %s', (_, written, words) => expect(problem(written)).toMatch(words))
})
