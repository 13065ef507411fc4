/** What a medal changes in the hospital: whether each thing that is named is there to be changed. */
import { EFFECT_TARGETS } from '../effect-targets.ts'
import { isEffectSound } from '../sounds.ts'
import { jsonPath, listed, type Report } from './problem.ts'
import type { Effect, Quest } from './schema.ts'

export function checkEffects({ effects, npc }: Quest, report: Report): void {
  for (const [i, effect] of effects.entries()) {
    const [what, mend, part] = trouble(effect, npc.id) ?? []
    if (what !== undefined && mend !== undefined && part !== undefined) report(jsonPath(['effects', i, part]), what, mend)
  }
}

type Trouble = [what: string, mend: string, part: 'target' | 'state' | 'delta']

function trouble({ do: kind, target, state, delta }: Effect, giver: string): Trouble | null {
  const { people, departments, stats, sprites } = EFFECT_TARGETS
  switch (kind) {
    case 'npc':
      return people.includes(target) || target === giver ? null : [`nobody in the hospital is called "${target}"`, `Use one of: ${listed([giver, ...people.filter((id) => id !== giver)], 30)}.`, 'target']
    case 'light':
      return departments.includes(target) ? null : noDepartment(target)
    case 'unlock': {
      const [department = '', place] = target.split('.')
      if (!departments.includes(department)) return noDepartment(department)
      return place ? null : [`"${target}" names no place`, `Write the department, a dot and the place, e.g. "${department}.new-room".`, 'target']
    }
    case 'stat':
      if (!Object.hasOwn(stats, target)) return [`there is no figure "${target}" on the wall`, `Use one of: ${listed(Object.keys(stats), 20)}.`, 'target']
      return delta === undefined ? ['a figure on the wall needs to know by how much it moves', 'Add "delta", e.g. -0.5.', 'delta'] : null
    case 'sprite': {
      const states: readonly string[] | undefined = Object.hasOwn(sprites, target) ? sprites[target] : undefined
      if (!states) return [`nothing on the map is called "${target}"`, `Use one of: ${listed(Object.keys(sprites))}.`, 'target']
      return state !== undefined && states.includes(state) ? null : [`"${target}" is never "${state ?? 'changed'}"`, `Write "state" as one of: ${listed(states)}.`, 'state']
    }
    case 'sound':
      return isEffectSound(target) ? null : [`nothing here sounds like "${target}"`, `Use one of: ${listed(EFFECT_TARGETS.sounds)}.`, 'target']
  }
}

function noDepartment(target: string): Trouble {
  return [`the hospital has no department "${target}"`, `Use one of: ${listed(EFFECT_TARGETS.departments, 20)}.`, 'target']
}
