import { describe, expect, it } from 'vitest'
import type { ScopeRule } from '../../core/artefacts/annotations.ts'
import { finderFor } from './find.ts'
import { IDENTIFIERS } from './kinds.ts'

const illnesses = { id: 'l', how: 'list' as const, kind: 'problem', words: ['asthma', 'gout', 'pneumonia', 'heart failure'], capitals: false }
const scope = (words: string[], rest: Partial<ScopeRule> = {}): ScopeRule => ({ id: 's', how: 'scope', kind: 'problem', becomes: null, side: 'before', reach: 6, stops: [], words, ...rest })
function left(text: string, ...rules: ScopeRule[]): string[] {
  const finder = finderFor({ rules: [illnesses, ...rules], scans: false })
  return finder.narrow(text, finder.find(text)).found.map(({ from, to, kind }) => `${text.slice(from, to)}${kind === 'problem' ? '' : ` (${kind})`}`)
}

describe('a cue that takes back', () => {
  it('takes back what comes after it in its sentence, and nothing in the next', () => {
    expect(left('No asthma. Has gout.', scope(['no']))).toEqual(['gout'])
    expect(left('No sign of asthma or of heart failure; gout.', scope(['no'], { reach: 10 }))).toEqual(['gout'])
    expect(left('NO asthma\nGout: gout', scope(['no']))).toEqual(['Gout', 'gout'])
  })

  it('stops at the words that end its reach', () => {
    expect(left('No asthma but gout.', scope(['no']))).toEqual([])
    expect(left('No asthma but gout.', scope(['no'], { stops: ['but'] }))).toEqual(['gout'])
  })

  it('reaches over so many words and no further', () => {
    expect(left('No cough, wheeze or asthma.', scope(['no'], { reach: 3 }))).toEqual(['asthma'])
    expect(left('No cough, wheeze or asthma.', scope(['no'], { reach: 4 }))).toEqual([])
  })

  it('may stand after what it speaks of, and may have several words', () => {
    expect(left('Gout seen. Pneumonia was ruled out, asthma stays: asthma', scope(['was ruled out'], { side: 'after', reach: 2 }))).toEqual(['Gout', 'asthma', 'asthma'])
    expect(left('To rule out pneumonia. A rule for asthma.', scope(['rule out']))).toEqual(['asthma'])
  })

  it('may give it another kind instead, and a later rule sees that kind', () => {
    expect(left('Mother had gout. Has asthma.', scope(['mother had'], { becomes: 'family' }))).toEqual(['gout (family)', 'asthma'])
    expect(left('Mother had no gout.', scope(['mother had'], { becomes: 'family' }), scope(['no'], { id: 't' }))).toEqual(['gout (family)'])
  })

  it('counts what it acted on, and says what is missing', () => {
    const finder = finderFor({ rules: [illnesses, scope(['no'])], scans: false })
    expect(finder.narrow('No asthma, no gout.', finder.find('No asthma, no gout.')).acted.get('s')).toBe(2)
    expect(finderFor({ rules: [scope([])], scans: false }).problems).toEqual([{ rule: 's', say: 'Name at least one cue.' }])
    expect(finderFor({ rules: [scope(['no'])], scans: false }, { kinds: IDENTIFIERS }).problems[0]?.say).toMatch(/^Nothing here is of the kind "problem". Use one of: NAME, /)
  })
})
