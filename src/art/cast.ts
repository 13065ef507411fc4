/** Who works, waits and walks at St Turing, and what they look like. */
import type { Look } from '../core/log/facts.ts'
import { lighten } from './colour.ts'
import { C, SKIN } from './palette.ts'
import type { Appearance } from './people/appearance.ts'

const COAT = '#f7fafb'
const GOWN = '#9ccbe6'
const [ivory, peach, honey, amber, umber, cocoa] = SKIN

/** People with a name. Ids are those of the hospital. */
export const CAST = {
  'rosa-lind': { skin: peach, hair: '#9b9aa3', style: 'bob', top: C.plum, legs: '#3a3550', skirt: true, lanyard: C.apricot, trim: '#e6dcf3', shoes: '#3a2a3a' },
  'joan-malik': { skin: amber, hair: '#241d1f', style: 'bun', top: C.navy, legs: '#1f3c66', shortSleeves: true, badge: true, lanyard: C.coral, trim: '#fff', shoes: '#1d2530' },
  'sam-okafor': { skin: cocoa, hair: '#1d1718', style: 'crop', top: C.blue, legs: '#2a6fb0', shortSleeves: true, badge: true, shoes: '#fff', trim: '#fff', beard: true },
  'mei-tan': { skin: peach, hair: '#221d24', style: 'pony', top: C.teal, legs: '#1b8a82', shortSleeves: true, badge: true, shoes: '#fff', trim: '#fff' },
  'ngozi-adler': { skin: umber, hair: '#1d1718', style: 'afro', top: C.sun, coat: COAT, legs: '#4a5a78', glasses: true, badge: true },
  'ines-falk': { skin: ivory, hair: '#b8693d', style: 'short', top: '#6f5bb5', coat: COAT, legs: '#3d4d5e', glasses: true, lanyard: C.sun },
  'priya-anand': { skin: honey, hair: '#2b2320', style: 'long', top: C.coral, legs: '#4a3a4e', skirt: true, lanyard: C.sun, trim: '#ffe3d8', shoes: '#3a2a3a' },
  'marisol-quint': { skin: honey, hair: '#5b3b28', style: 'curly', top: C.green, legs: '#3f7f52', shortSleeves: true, badge: true, lanyard: '#fff', shoes: '#fff', trim: '#fff' },
  'abel-osei': { skin: umber, hair: '#cfcac4', style: 'short', beard: true, glasses: true, top: C.oak, legs: '#4a4456', tie: C.teal, shoes: '#2a2024' },
  'tobias-wren': { skin: amber, hair: '#1b1b22', style: 'turban', cloth: C.coral, beard: true, top: '#3d5a80', legs: '#31425c', tablet: true, lanyard: C.sky, trim: C.sky },
  'thandi-moyo': { skin: cocoa, hair: '#2a2022', style: 'turban', cloth: C.sun, top: '#2d4468', legs: '#263a5a', skirt: true, trim: C.sun, shoes: '#241d1f' },
  'petra-holm': { skin: peach, hair: '#d9b26a', style: 'bun', top: C.lilac, coat: '#5f4d8f', legs: '#3a3550', glasses: true, shoes: '#2a2340' },
  'bo-larsen': { skin: ivory, hair: '#c98b4a', style: 'cap', cloth: C.graphite, beard: true, top: C.apricot, legs: C.graphite, shortSleeves: true, lanyard: C.navy, shoes: '#1d2530' },
  'edith-moore': { skin: peach, hair: '#eeeae6', style: 'curly', top: C.rose, legs: '#8b7fa8', shoes: '#8a6a8f', glasses: true, wheelchair: C.teal, trim: '#fff' },
  'dev-rana': { skin: amber, hair: '#201a1b', style: 'short', top: '#2f7d5b', legs: '#2a6b50', highVisibility: true, shortSleeves: true, shoes: '#1d2530' },
  // Walkers without a name: nurses, doctors, patients, visitors, a porter, somebody in a wheelchair.
  'amb-1': { skin: umber, hair: '#1e1a1c', style: 'bun', top: C.blue, legs: '#2a6fb0', shortSleeves: true, badge: true, shoes: '#fff', trim: '#fff' },
  'amb-2': { skin: honey, hair: '#39302f', style: 'hijab', cloth: C.lilac, top: C.cream, coat: COAT, legs: C.graphite, stethoscope: true, badge: true },
  'amb-3': { skin: peach, hair: '#5b3b28', style: 'long', top: GOWN, legs: GOWN, gown: true, shortSleeves: true, shoes: C.apricot },
  'amb-4': { skin: cocoa, hair: '#2a2024', style: 'curly', top: C.coral, legs: '#35507a', shoes: '#fff', bag: C.teal },
  'amb-5': { skin: ivory, hair: '#c9c5bf', style: 'bald', top: C.oak, legs: '#4a5a78', glasses: true, shoes: '#2a2024' },
  'amb-6': { skin: amber, hair: '#1b1718', style: 'cap', cloth: C.apricot, top: C.apricot, legs: C.graphite, shortSleeves: true, lanyard: C.navy, shoes: '#1d2530' },
  'amb-7': { skin: honey, hair: '#3a2a25', style: 'bob', top: C.sun, legs: '#35507a', shoes: C.coral, wheelchair: C.navy, trim: '#fff' },
  'amb-8': { skin: peach, hair: '#7a4a2b', style: 'short', top: C.mint, coat: COAT, legs: C.navy, tie: C.teal, stethoscope: true, badge: true },
} satisfies Record<string, Appearance>

export type PersonId = keyof typeof CAST

/** People who ask in quests and do not stand on the floor: a face in dialogues, and nothing in the map's atlas. */
const FACES_ONLY: Readonly<Record<string, Appearance>> = {
  'kofi-mensah': { skin: cocoa, hair: '#1d1718', style: 'crop', glasses: true, top: C.teal, legs: '#1b8a82', shortSleeves: true, badge: true, shoes: '#fff', trim: '#fff' },
  'geraldine-foss': { skin: ivory, hair: '#9b9aa3', style: 'bob', glasses: true, top: C.navy, legs: '#31425c', lanyard: C.coral, trim: '#fff', shoes: '#2a2340' },
  'helen-achterberg': { skin: peach, hair: '#7a4a2b', style: 'long', top: C.green, coat: '#4a5a78', legs: '#3a3550', glasses: true, shoes: '#2a2340' },
}

/** The look of somebody by id; a stranger gets one of the walkers, always the same. */
export function lookOf(id: string): Appearance {
  if (Object.hasOwn(CAST, id)) return CAST[id as PersonId]
  const face = Object.hasOwn(FACES_ONLY, id) ? FACES_ONLY[id] : undefined
  if (face) return face
  const walkers = Object.keys(CAST).filter((name) => name.startsWith('amb-') && !('wheelchair' in CAST[name as PersonId])) as PersonId[]
  const sum = [...id].reduce((total, character) => total + character.codePointAt(0)!, 0)
  return CAST[walkers[sum % walkers.length]!]
}

/** Colours offered when a learner makes their own look. */
export const PLAYER_COLOURS = {
  skin: [...SKIN],
  hair: ['#1d1718', '#3a2a25', '#5b3b28', '#8a5a34', '#b8693d', '#d9b26a', '#9b9aa3', '#eeeae6'],
  cloth: [C.coral, C.teal, C.blue, C.lilac, C.sun, C.graphite],
  top: [C.sun, C.coral, C.teal, C.blue, C.plum, C.green, C.apricot, C.rose],
  legs: ['#35507a', C.graphite, '#4a4456', '#3f7f52', '#8a6a4a', '#5f4da3'],
}

/** What the art draws for the look that a learner chose. */
export function lookOfPlayer(look: Look): Appearance {
  return {
    skin: look.skin,
    hair: look.hair,
    style: look.style,
    cloth: look.cloth,
    top: look.top,
    legs: look.legs,
    glasses: look.glasses,
    lanyard: C.coral,
    shoes: '#f3f7f8',
    trim: lighten(look.top, 0.12),
    ...(look.coat ? { coat: COAT, badge: true } : { bag: C.coral }),
    ...(look.wheelchair ? { wheelchair: C.navy } : {}),
  }
}
