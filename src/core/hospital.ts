/**
 * The hospital as data: places, people, what has changed in it. Two readers draw the same value: the map and the list.
 */
import type { Stage } from './log/facts.ts'
import type { Medal, Quest } from './quest/schema.ts'

export type QuestMark = 'locked' | 'offered' | 'active' | 'done'

export interface PersonOnFloor {
  id: string
  name: string
  role: string
  department: string
  room: string
  /** Present when this person has a quest to give. */
  quest?: { id: string; title: string; mark: QuestMark; medal: Medal; stage?: Stage; lockedWhy?: string }
  /** Carries a tablet, waits, … as the effects of quests say. */
  state?: string
}

export interface Department {
  id: string
  name: string
  about: string
  people: PersonOnFloor[]
}

export interface Hospital {
  departments: Department[]
  /** Sprites that quests changed: "revolving-door" -> "slow". */
  sprites: Record<string, string>
  /** Figures on the wall: id -> value, with the unit they are read in. */
  stats: Record<string, { label: string; value: number; unit: string }>
  lights: Record<string, string>
  unlocked: string[]
}

/** What `hospital()` needs of a quest, without its graphs and cards. */
export type QuestCard = Pick<Quest, 'id' | 'n' | 'title' | 'place' | 'npc' | 'prerequisites' | 'difficulty' | 'minutes' | 'effects'>
