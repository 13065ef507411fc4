import { describe, expect, it } from 'vitest'
import { effectWords } from './effect-list.tsx'

describe('what changed in the hospital', () => {
  it('is a sentence with the name of the house, also where an effect has no words of its own', () => {
    expect(effectWords({ on: 'silver', do: 'light', target: 'medical-wards', state: 'amber' }, undefined)).toBe('Medical wards: the light there turns warm.')
    expect(effectWords({ on: 'gold', do: 'npc', target: 'rosa-lind', state: 'calm' }, undefined)).toBe('Rosa Lind is more at ease.')
    expect(effectWords({ on: 'gold', do: 'unlock', target: 'library.greenhouse' }, undefined)).toBe('Something new opens: library greenhouse.')
  })

  it('knows who asks in the quest, who may be nobody of the house', () => {
    const npc = { id: 'geraldine-foss', name: 'Geraldine Foss' }
    expect(effectWords({ on: 'pass', do: 'npc', target: 'geraldine-foss', state: 'calm' }, undefined, npc)).toBe('Geraldine Foss is more at ease.')
  })
})
