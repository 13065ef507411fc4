import { expect, it } from 'vitest'
import { effectWords } from './effect-list.tsx'

it('an effect without words of its own speaks of people and places by their names', () => {
  const npc = { id: 'geraldine-foss', name: 'Geraldine Foss' }
  expect(effectWords({ on: 'pass', do: 'npc', target: 'geraldine-foss', state: 'calm' }, undefined, npc)).toBe('Geraldine Foss has other things to say when you come by.')
  expect(effectWords({ on: 'silver', do: 'light', target: 'medical-wards', state: 'amber' }, undefined, npc)).toContain('Medical wards')
})
