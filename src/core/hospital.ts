/**
 * The hospital as data: places, people, what has changed in it. Two readers draw the same value: the map and the list.
 */
import { SPRITE_STATES, STATS_AT_FIRST, type WallFigure } from './effect-targets.ts'
import type { Career } from './log/career.ts'
import type { Stage } from './log/facts.ts'
import type { GoalFigure } from './quest/goal-figures.ts'
import { medalRank } from './quest/stages.ts'
import type { Effect, Medal, Quest } from './quest/schema.ts'
import { DEPARTMENTS, STAFF, type StaffMember } from './staff.ts'

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
  /** What they say when there is nothing to ask, line by line; fits their state. */
  greeting?: readonly string[]
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
  stats: Record<string, WallFigure>
  lights: Record<string, string>
  unlocked: Opened[]
}

/** A thing that was not in the house before a quest won it. */
export interface Opened {
  /** "medical-wards.follow-up-room" */
  id: string
  /** What its sign says. */
  name: string
  department: string
  /** The medal that brought it. */
  medal: Medal
}

/** What `hospital()` needs of a quest, without its graphs and cards. */
export type QuestCard = Pick<Quest, 'id' | 'n' | 'title' | 'place' | 'npc' | 'prerequisites' | 'difficulty' | 'minutes' | 'effects'> & {
  /** How the journal names and writes the figures of its goals. */
  figures?: readonly GoalFigure[]
}

/**
 * The house as a learner's career has left it. `stages` says where each quest that was taken stands (its machine knows).
 * A prerequisite that is not among `quests` never locks anything: the game may ship with a part of the campaign.
 */
export function hospital(career: Career, quests: readonly QuestCard[], stages: Readonly<Record<string, Stage>> = {}): Hospital {
  const inOrder = [...quests].sort((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1))
  const changed = changes(career, inOrder)
  const people = [...STAFF, ...newcomers(inOrder)].map((member) => {
    const quest = questOf(member.id, career, inOrder, stages)
    const state = changed.people[member.id]
    const { id, name, role, department, room } = member
    const greeting = (state !== undefined && member.greetingIn?.[state]) || member.greeting
    return { id, name, role, department, room, greeting, ...(quest ? { quest } : {}), ...(state === undefined ? {} : { state }) }
  })
  return {
    departments: DEPARTMENTS.map((department) => ({ ...department, people: people.filter((person) => person.department === department.id) })),
    sprites: changed.sprites,
    stats: changed.stats,
    lights: changed.lights,
    unlocked: changed.unlocked,
  }
}

/** Quest givers whom the staff list does not know: trainers bring their own people. */
function newcomers(quests: readonly QuestCard[]): StaffMember[] {
  const known = new Set(STAFF.map(({ id }) => id))
  return quests.filter(({ npc }) => !known.has(npc.id) && known.add(npc.id)).map(({ npc, place }) => ({
    id: npc.id, name: npc.name, role: npc.role, department: place.department, room: place.room,
    greeting: ['Hello. I was hoping that somebody would come by.'],
  }))
}

/** The quest a person speaks of: the first that is not done yet, else the last one that is. */
function questOf(person: string, career: Career, quests: readonly QuestCard[], stages: Readonly<Record<string, Stage>>): PersonOnFloor['quest'] {
  const own = quests.filter(({ npc }) => npc.id === person).map((quest) => marked(quest, career, quests, stages))
  return own.find(({ mark }) => mark !== 'done') ?? own.at(-1)
}

function marked(quest: QuestCard, career: Career, quests: readonly QuestCard[], stages: Readonly<Record<string, Stage>>): NonNullable<PersonOnFloor['quest']> {
  const { id, title } = quest
  const medal = career.medals[id] ?? 'none'
  const stage = stages[id]
  const entry = { id, title, medal, ...(stage === undefined ? {} : { stage }) }
  if (career.completed.some((completed) => completed.quest === id)) return { ...entry, mark: 'done' }
  if (career.active.includes(id)) return { ...entry, mark: 'active' }
  const lockedWhy = whyLocked(quest, career, quests)
  return lockedWhy === null ? { ...entry, mark: 'offered' } : { ...entry, mark: 'locked', lockedWhy }
}

function whyLocked({ prerequisites }: QuestCard, career: Career, quests: readonly QuestCard[]): string | null {
  const least = prerequisites.medal ?? 'pass'
  const known = (ids: readonly string[] = []): QuestCard[] => quests.filter(({ id }) => ids.includes(id))
  const earned = ({ id }: QuestCard): boolean => medalRank(career.medals[id] ?? 'none') >= medalRank(least)
  const words = (cards: readonly QuestCard[], join: string): string => cards.map(({ title }) => `"${title}"`).join(join)
  const wanted = least === 'pass' || least === 'none' ? '' : ` with ${least}`
  const missing = known(prerequisites.all).filter((card) => !earned(card))
  if (missing.length > 0) return `First finish ${words(missing, ' and ')}${wanted}.`
  const choice = known(prerequisites.any)
  if (choice.length > 0 && !choice.some(earned)) return `First finish ${words(choice, ' or ')}${wanted}.`
  return null
}

interface Changes extends Pick<Hospital, 'sprites' | 'stats' | 'lights' | 'unlocked'> {
  people: Record<string, string>
}

/** Effects of every medal earned: a gold medal has done what pass and silver do as well. */
function changes(career: Career, quests: readonly QuestCard[]): Changes {
  const changed: Changes = { sprites: spritesAtFirst(), stats: statsAtFirst(), lights: {}, unlocked: [], people: {} }
  for (const { id, effects, place } of quests) {
    const rank = medalRank(career.medals[id] ?? 'none')
    const due = effects.filter(({ on }) => medalRank(on) <= rank).sort((a, b) => medalRank(a.on) - medalRank(b.on))
    for (const effect of due) apply(effect, changed, place.department)
  }
  return changed
}

function statsAtFirst(): Hospital['stats'] {
  return Object.fromEntries(Object.entries(STATS_AT_FIRST).map(([id, stat]) => [id, { ...stat }]))
}

function spritesAtFirst(): Hospital['sprites'] {
  return Object.fromEntries(Object.entries(SPRITE_STATES).map(([id, [first]]) => [id, first]))
}

function apply({ on, do: what, target, state, delta }: Effect, changed: Changes, department: string): void {
  switch (what) {
    case 'sprite': changed.sprites[target] = state ?? 'changed'; break
    case 'npc': changed.people[target] = state ?? 'changed'; break
    case 'light': changed.lights[target] = state ?? 'on'; break
    case 'unlock': if (!changed.unlocked.some(({ id }) => id === target)) changed.unlocked.push(opened(target, state, department, on)); break
    case 'stat': {
      const stat = changed.stats[target]
      // Tenths, so that 14.5 - 0.6 reads 13.9 on the wall.
      if (stat) stat.value = Math.round((stat.value + (delta ?? 0)) * 10) / 10
      break
    }
    // A sound is played when the medal is given (app/verdict-sounds.ts); nothing of it stays in the house.
    case 'sound': break
  }
}

/** "eye-clinic.camera-booth" stands in the eye clinic and is called "Camera booth" unless the quest says otherwise. */
function opened(id: string, called: string | undefined, department: string, medal: Medal): Opened {
  const [place = '', thing = place] = id.split('.')
  const name = called ?? thing.charAt(0).toUpperCase() + thing.slice(1).replaceAll('-', ' ')
  return { id, name, medal, department: DEPARTMENTS.some((one) => one.id === place) ? place : department }
}
