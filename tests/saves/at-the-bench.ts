/** A save of somebody who stands at the bench of a quest with a solution laid out on it: for specs and measurements that begin there. */
import { readFileSync } from 'node:fs'
import type { Fact, FactBody } from '../../src/core/log/facts.ts'
import type { Quest, Solution } from '../../src/core/quest/schema.ts'
import { writeSave } from '../../src/core/save/document.ts'

const LOOK = {
  skin: '#c08457', hair: '#3d2b1f', style: 'short', cloth: '#2f7fc6', top: '#22a197', legs: '#24477a', coat: true, glasses: false, wheelchair: false,
} as const

export function readQuest(slug: string): Quest {
  return JSON.parse(readFileSync(`quests/${slug}/quest.json`, 'utf8')) as Quest
}

/** The reference, as the quest's own file holds it. */
export function reference(quest: Quest): Solution {
  return { graph: quest.build.reference, artefacts: quest.build.referenceArtefacts ?? {} }
}

/** The text of a save file: named, the quest taken, the practice skipped, `solution` on the bench. */
export function saveAtTheBench(name: string, quest: Quest, solution: Solution = reference(quest)): string {
  const of = { quest: quest.id }
  const bodies: FactBody[] = [
    { type: 'game.started' },
    { type: 'player.named', name, look: LOOK },
    { type: 'quest.accepted', ...of },
    { type: 'stage.entered', ...of, stage: 'learn' },
    ...quest.learn.map((_, card) => ({ type: 'card.read' as const, ...of, card })),
    { type: 'stage.entered', ...of, stage: 'practice' },
    { type: 'practice.skipped', ...of },
    { type: 'stage.entered', ...of, stage: 'build' },
    { type: 'solution.changed', ...of, stage: 'build', solution },
  ]
  const facts = bodies.map((body, seq): Fact => ({ ...body, deviceId: 'd-bench', seq, at: 1_700_000_000_000 + 1000 * seq }))
  return writeSave(facts)
}
