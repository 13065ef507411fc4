import { describe, expect, test } from 'vitest'
import { lexiconOf } from '../language/lexicons.ts'
import { completed, questionsIn } from './read-turns.ts'

const lexicon = lexiconOf({
  kind: 'written', asides: [], names: { ward: ['Maple Ward', 'Cedar Ward'] },
  matters: [
    { id: 'visit', of: 'ward', spot: ['visit'], say: 'Visits on {ward} end at {visit}.', value: { from: 16, to: 21, step: 1, unit: "o'clock" } },
    { id: 'way', of: 'ward', spot: ['line'], say: 'Take the {way} to {ward}.', value: { words: ['red line', 'blue line'] } },
    { id: 'parking', of: null, spot: ['park'], say: 'Parking costs {parking}.', value: { from: 1, to: 9, step: 1, unit: 'euros' } },
  ],
})

describe('a turn that leaves something out', () => {
  const before = ['What does parking cost?', 'Until when may I visit Maple Ward?']
  test('gets the question it goes on from, and not the one in between', () => {
    expect(completed('And Cedar Ward?', before, lexicon)).toBe('And Cedar Ward? Until when may I visit Maple Ward?')
  })
  test('gets the name', () => expect(completed('Which line do I take?', before, lexicon)).toBe('Which line do I take? (Maple Ward)'))
  test('stays as it is where it says all, says nothing, or nobody reads along', () => {
    for (const text of ['Which line leads to Cedar Ward?', 'Thank you.', 'What does it cost to park?']) expect(completed(text, before, lexicon)).toBe(text)
    expect(completed('And Cedar Ward?', [], lexicon)).toBe('And Cedar Ward?')
  })
})

test('a turn is cut behind question marks, and what leads up to a question stays with it', () => {
  expect(questionsIn('I come by car. What does parking cost? My arm is numb.')).toEqual(['I come by car. What does parking cost?', 'My arm is numb.'])
})
