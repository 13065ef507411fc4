/** Words of the floor: the player, the people, the places. */
import type { QuestMark } from '../../core/hospital.ts'

export const player = {
  heading: 'Who are you today?',
  intro: 'Your name is on your badge, your journal and your certificate. It stays on this machine.',
  name: 'Your name',
  nameHelp: 'As you would like to be called. You can change it later.',
  nameMissing: 'Please write a name, so that people can greet you.',
  skin: 'Skin tone',
  style: 'Hair or head covering',
  styles: {
    short: 'Short', crop: 'Cropped', bob: 'Bob', long: 'Long', bun: 'Bun', pony: 'Ponytail',
    afro: 'Afro', curly: 'Curly', bald: 'Bald', hijab: 'Hijab', turban: 'Turban', cap: 'Theatre cap',
  },
  hair: 'Hair colour',
  cloth: 'Colour of hijab, turban or cap',
  top: 'Top',
  legs: 'Trousers',
  extras: 'Also',
  coat: 'White coat',
  glasses: 'Glasses',
  wheelchair: 'Wheelchair',
  randomise: 'Surprise me',
  start: 'Start my first shift',
  save: 'Save my look',
  preview: 'How you look',
  you: 'you',
  portraitOf: (name: string) => `Portrait of ${name}`,
  walking: 'On the floor',
} as const

/** Names of the colours, in the order of the art's palette. */
export const colours = {
  skin: ['Very light', 'Light', 'Medium', 'Tan', 'Brown', 'Dark brown'],
  hair: ['Black', 'Dark brown', 'Brown', 'Light brown', 'Red', 'Blond', 'Grey', 'White'],
  cloth: ['Coral', 'Teal', 'Blue', 'Lilac', 'Yellow', 'Graphite'],
  top: ['Yellow', 'Coral', 'Teal', 'Blue', 'Plum', 'Green', 'Apricot', 'Rose'],
  legs: ['Blue', 'Graphite', 'Slate', 'Green', 'Brown', 'Purple'],
} as const

export const hud = {
  shift: 'Today on shift',
  shiftMore: (quests: number) => (quests === 1 ? 'Show everything' : `All ${quests} and every figure`),
  shiftLess: 'Show less',
  shiftDone: 'All done for today. Have a look round.',
  level: 'Your level',
  toNext: (share: number) => `${Math.round(share * 100)}% of the way to the next level`,
  menu: 'Your things',
  journal: 'Journal',
  certificate: 'Certificate',
  settings: 'Settings',
  look: 'My look',
  title: 'Leave to the title',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Whole floor',
  showList: 'People and places',
  hideList: 'Hide the list',
  showMap: 'Show the painted hospital',
  hideMap: 'List only',
  mapLoading: 'Painting the hospital…',
  mapMissing: 'This browser cannot paint the hospital. Everything is here in the list.',
  figures: 'Figures on the wall',
} as const

export const places = {
  heading: 'People and places',
  visit: 'Go there',
  nobody: 'Nobody here at the moment.',
  marks: { offered: 'Somebody needs you', active: 'Quest under way', done: 'Quest done', locked: 'Not yet open' } satisfies Record<QuestMark, string>,
  tablet: 'carries the follow-up list on a tablet',
  doorSlow: 'The revolving door turns slowly: fewer people come straight back.',
  lit: 'A warm light burns here since you helped.',
  opened: (name: string, medal: string) => `New here: ${name}, by your ${medal} medal.`,
} as const

export const dialogue = {
  later: 'Later',
  goodbye: 'Goodbye',
  hear: 'Hear the brief',
  resume: 'Continue the quest',
  review: 'Look at it again',
  accept: "I'll help",
  continue: 'Continue',
  stake: 'What is at stake',
  region: (name: string) => `Talking with ${name}`,
  line: (at: number, count: number) => `${at} of ${count}`,
  minutes: (minutes: number) => `About ${minutes} minutes`,
  difficulty: (stars: number) => `Difficulty ${stars} of 5`,
  you: 'You',
} as const

/** For somebody whom a quest brings without a line of their own. */
export const greetingFor = (name: string) => `Hello, I am ${name}. Good to see a new face on the floor.`
