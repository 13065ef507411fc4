import { describe, expect, it } from 'vitest'
import type { TextEngine } from '../../core/text-engine.ts'
import type { LanguageRequest } from './adapter.ts'
import { claimsIn, liveAdapter, promptFor, spoken } from './live-adapter.ts'

const passages = [
  { id: 'velo', title: 'Velofenin: Daily limit', text: 'Give no more than 240 mg in one day.' },
  { id: 'lost', title: '', text: '## Kidneys\nHalve the dose.' },
]
const request: LanguageRequest = { question: 'What is the daily limit of Velofenin?', passages, template: 'strict', temperature: 0.2, size: 'large', seed: 'x' }

describe('what a real model is told', () => {
  it('numbers the passages, with their headings, and asks for their numbers', () => {
    const { system, user, temperature } = promptFor(request)
    expect(system).toMatch(/from the passages only.*like \[1\].*Not in my sources\./)
    expect(user).toBe('Passages:\n\n[1] Velofenin: Daily limit\nGive no more than 240 mg in one day.\n\n[2] Kidneys\nHalve the dose.\n\nQuestion: What is the daily limit of Velofenin?')
    expect(temperature).toBe(0.2)
  })

  it('follows the template of the desk', () => {
    expect(promptFor({ ...request, template: 'plain' }).system).not.toMatch(/\[1\]|only/)
    expect(promptFor({ ...request, passages: [] }).user).toBe('Question: What is the daily limit of Velofenin?')
  })
})

describe('statements of a reply', () => {
  it.each([
    ['behind the full stop', 'The limit is 240 mg. [1]', [['The limit is 240 mg.', 'velo']]],
    ['in front of it', 'The limit is 240 mg [1].', [['The limit is 240 mg.', 'velo']]],
    ['two sentences, one without a source', 'Halve it [2]. Ask a pharmacist!', [['Halve it.', 'lost'], ['Ask a pharmacist!', null]]],
    ['several sources: the first', 'So it is. [2, 1]', [['So it is.', 'lost']]],
    ['a figure with a full stop inside', 'Give 2.5 mg [1]. Then stop.', [['Give 2.5 mg.', 'velo'], ['Then stop.', null]]],
    ['a passage that was never handed over', 'It is 5 mg [7].', [['It is 5 mg.', null]]],
    ['marks of a page', '**Limit**: `240 mg` [1]\n- No more.', [['Limit: 240 mg', 'velo'], ['No more.', null]]],
    ['no sentence at all', '240 mg', [['240 mg', null]]],
    ['markup stays text', '<img src=x onerror=alert(1)> [1]', [['<img src=x onerror=alert(1)>', 'velo']]],
  ])('%s', (_, reply, wanted) => expect(claimsIn(reply, passages).map(({ text, cites }) => [text, cites])).toEqual(wanted))

  it('are none where the model says so, and few where it babbles', () => {
    expect(claimsIn('Not in my sources.', passages)).toEqual([])
    expect(claimsIn(' \n... [1]', passages)).toEqual([])
    expect(claimsIn('Word. '.repeat(100_000), passages)).toHaveLength(12)
    expect(claimsIn('.'.repeat(1_000_000), passages)).toEqual([])
  })

  it('the first is the answer', () => expect(claimsIn('One. Two.', passages).map(({ main }) => main)).toEqual([true, false]))
})

describe('a model that thinks aloud', () => {
  it('is heard only where it speaks', () => {
    expect(spoken('<think>Is it 5? No.</think>\n\nIt is 240 mg [1].')).toBe('It is 240 mg [1].')
    expect(() => spoken('<think>Is it 5? Perhaps')).toThrow(/came to no answer/)
  })
})

describe('a real model as an adapter', () => {
  const engine = (tokens: number | null): TextEngine => ({ title: 'a test', sentTo: null, ready: async () => ({ is: 'ready' }), write: async () => ({ text: 'It is 240 mg [1].', tokens, ms: 1234 }) })

  it('is no simulation, costs nothing, and keeps what was measured', async () => {
    expect(liveAdapter(engine(1)).simulation).toBe(false)
    expect(await liveAdapter(engine(77)).generate(request)).toMatchObject({ tokens: 77, counted: true, ms: 1234, cents: 0, claims: [{ cites: 'velo', main: true }] })
  })

  it('says when tokens are only estimated', async () => {
    expect(await liveAdapter(engine(null)).generate(request)).toMatchObject({ counted: false, tokens: expect.any(Number) })
  })
})
