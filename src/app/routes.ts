/** Screens as addresses: "#/quest/readmission-risk/build". Whatever is not one of ours leads to the title. */
import type { Stage } from '../core/log/facts.ts'
import type { Screen } from '../ui/game.ts'

export interface Route { screen: Screen; stage?: Stage }

const STAGES: readonly string[] = ['brief', 'learn', 'practice', 'build', 'verify', 'debrief'] satisfies Stage[]
const PLAIN = ['player', 'hospital', 'journal', 'certificate'] as const
const QUEST_ID = /^[a-z0-9-]{1,80}$/

export function routeOf(hash: string): Route {
  const [at = '', quest = '', stage = ''] = hash.replace(/^#\/?/, '').split('/')
  const plain = PLAIN.find((name) => name === at)
  if (plain) return { screen: { at: plain } }
  if (at !== 'quest' || !QUEST_ID.test(quest)) return { screen: { at: 'title' } }
  return { screen: { at: 'quest', quest }, ...(STAGES.includes(stage) ? { stage: stage as Stage } : {}) }
}

export function hashOf({ screen, stage }: Route): string {
  if (screen.at === 'title') return '#/'
  if (screen.at !== 'quest') return `#/${screen.at}`
  return `#/quest/${screen.quest}${stage ? `/${stage}` : ''}`
}

export const sameScreen = (a: Screen, b: Screen) => hashOf({ screen: a }) === hashOf({ screen: b })
