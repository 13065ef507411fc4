import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readmissionQuest as quest } from './lab.fixture.ts'
import { playProof, Proof, type ProofEntry } from './proof.ts'

const proof = Proof.parse(JSON.parse(readFileSync(new URL('../../quests/readmission-risk/proof.json', import.meta.url), 'utf8')))
const lines = (solutions: ProofEntry[]) => Object.fromEntries(playProof(quest, { solutions }).map(({ name, ok, say }) => [name, ok ? 'ok' : say]))
/** That one entry, changed; the parts nobody plays then are not looked at. */
const withEntry = (change: Partial<ProofEntry> & { name: string }) =>
  lines(proof.solutions.filter(({ name }) => name === change.name).map((entry) => ({ ...entry, ...change })))

describe('the proof of The Revolving Door', () => {
  it('plays', () => {
    expect(playProof(quest, proof).filter(({ ok }) => !ok)).toEqual([])
  })

  it('fails when a verdict is not the one it promised', () => {
    const [lace, trap] = ['LACE', 'Everything else right, with the three columns written later']
    expect(withEntry({ name: lace, expect: { medal: 'pass', trap: null } })[lace]).toMatch(/^expected pass; got none/)
    expect(withEntry({ name: trap, solution: 'reference' })[trap]).toMatch(/expected none; expected the trap "future-leak"; got gold/)
  })

  it('fails when a part is played by nobody', () => {
    expect(lines(proof.solutions.filter(({ role }) => role === 'reference'))).toMatchObject({ greedy: expect.stringMatching(/Add one/) })
  })

  it.each([
    ['The list the data office sent', { medal: 'pass', trap: 'future-leak' }, /must expect no medal/],
    ['LACE', { atMost: 'gold', trap: null }, /must expect at most pass/],
    ['LACE', { trap: null }, /must expect at most pass/],
    ['Columns known at discharge', { atLeast: 'silver', trap: null }, /must expect gold/],
    ['Everything else right, with the three columns written later', { medal: 'none', trap: null }, /must expect the trap/],
  ] as const)('fails when %s promises too little: %o', (name, expects, words) => {
    expect(withEntry({ name, expect: expects as ProofEntry['expect'] })[name]).toMatch(words)
  })

  it('fails in words when a solution cannot be judged', () => {
    expect(withEntry({ name: 'LACE', solution: { graph: { nodes: [], edges: [] }, artefacts: {} } })['LACE']).toMatch(/Nothing comes out yet/)
  })
})
