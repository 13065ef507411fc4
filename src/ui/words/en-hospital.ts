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
  marks: { offered: 'New quest', active: 'Quest under way', done: 'Quest done', locked: 'Not yet open' } satisfies Record<QuestMark, string>,
  tablet: 'carries the follow-up list on a tablet',
  doorSlow: 'The revolving door turns slowly: fewer people come straight back.',
} as const

export const dialogue = {
  later: 'Later',
  goodbye: 'Goodbye',
  hear: 'Hear the brief',
  resume: 'Continue the quest',
  review: 'Look at it again',
  accept: 'I will take it',
  continue: 'Continue',
  stake: 'What is at stake',
  region: (name: string) => `Talking with ${name}`,
  line: (at: number, count: number) => `${at} of ${count}`,
  minutes: (minutes: number) => `About ${minutes} minutes`,
  difficulty: (stars: number) => `Difficulty ${stars} of 5`,
  you: 'You',
} as const

/** One warm line or two of their own for everybody, whether or not they have a quest to give. */
export const greetings: Record<string, readonly string[]> = {
  'rosa-lind': ['Welcome to St Turing! I know every face that comes through this door, and some come through it far too often.',
    'Follow the coloured lines on the floor, or ask me. I never get tired of giving directions.'],
  'joan-malik': ['Good, you are here. Have you seen that door? Some of our people go home on Monday and are back by Friday.',
    'I have two nurses who can ring and visit. I need to know who to send them to.'],
  'sam-okafor': ['I look after people in their first month back home. A call on day two can save a bad night.',
    'With two of us, we can follow one discharge in five. Choosing well is everything.'],
  'mei-tan': ['Most of what goes wrong after discharge is small: a tablet missed, a letter unread, nobody at home.',
    'Sister Malik at the discharge desk is looking for someone who is good with data.'],
  'ngozi-adler': ['Mind the step, the lights are low in here. We photograph the back of the eye, and every picture is a small sunrise.'],
  'ines-falk': ['Night shift, four hundred films, one of me. I read them all, and coffee reads me.'],
  'priya-anand': ['An empty chair in clinic is somebody who could not come. I always wonder why, before I count it.'],
  'marisol-quint': ['I fill in forms so that people can have their treatment. Some days I know the forms better than the treatments.'],
  'abel-osei': ['Hush is not required here. Bring me a question, and I will find you the page that answers it.'],
  'tobias-wren': ['Every message in this hospital passes through this room. When it is quiet, I worry.'],
  'petra-holm': ['People tell us things they tell nobody else. My work is to deserve that.'],
  'thandi-moyo': ['The board asks three things of any new idea: who does it help, who could it hurt, and how would we know?'],
  'bo-larsen': ['Careful, bed coming through! Twelve kilometres a day, and I know every squeaky wheel by name.'],
  'edith-moore': ['I am waiting for my daughter. The sun is lovely here. You have a kind face, do you work on the wards?'],
  'dev-rana': ['Just restocking. If you hear the siren, please stand well clear of the bay.'],
}

/** For somebody a new quest brings who has no line here yet. */
export const greetingFor = (name: string) => `Hello, I am ${name}. Good to see a new face on the floor.`
