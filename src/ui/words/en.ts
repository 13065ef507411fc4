/** Words of the title, the settings and everything that may show on any screen. Longer screens have tables of their own. */
export const common = {
  hospitalName: 'St Turing',
  hospitalLong: 'St Turing Hospital',
  trainingData: 'Training data, not medical advice.',
  close: 'Close',
  back: 'Back',
  next: 'Next',
  cancel: 'Cancel',
  loading: 'One moment…',
  level: (level: number) => `Level ${level}`,
  xp: (xp: number) => `${xp} XP`,
  medals: { none: 'No medal yet', pass: 'Bronze medal', silver: 'Silver medal', gold: 'Gold medal' },
  medalShort: { none: 'none', pass: 'bronze', silver: 'silver', gold: 'gold' },
} as const

export const title = {
  line: 'A hospital where you learn AI by building it. Meet the staff, take on a real problem, and build something that helps.',
  newGame: 'New game',
  changeLook: 'Change name or look',
  continue: 'Continue',
  continueAs: (name: string, level: number) => `${name}, level ${level}`,
  lastQuest: (quest: string) => `Last at: ${quest}`,
  settings: 'Settings',
  importSave: 'Import a save',
  credits: 'Credits',
  journal: 'Journal',
  offlineReady: 'Ready to play without a network.',
  starting: 'Opening the doors…',
  failed: 'Something went wrong',
} as const

export const banners = {
  memoryOnly: 'Your browser does not let us keep anything. You can play; export a save before you leave.',
  memoryOnlyDo: 'Export a save',
  followingDo: 'Play in this tab',
  full: (waiting: number) => `Not yet saved: ${waiting} ${waiting === 1 ? 'step' : 'steps'}. We keep trying.`,
  fullDo: 'Export a save',
  setAsideDo: 'Download the old save',
  update: 'A new version of St Turing is ready.',
  updateNow: 'Take it now',
  updateLater: 'Later',
  updateKept: 'Your quest stays exactly where it is.',
  region: 'Notices',
  dismiss: 'Hide this notice',
} as const

export const saving = {
  saved: 'Saved',
  saving: 'Saving…',
  waiting: 'Not saved yet',
} as const

export const importing = {
  title: 'Import a save',
  intro: 'Choose a file that you exported from St Turing. The save you have now is set aside first, so nothing is lost.',
  choose: 'Choose a file',
  paste: 'Or drop the file here',
  reading: 'Reading the file…',
  done: 'Done',
  failed: 'This file could not be used',
  tooBig: 'It is far too big to be a save from St Turing. Nothing was changed.',
} as const

export const settings = {
  title: 'Settings',
  tabs: { play: 'Play', sound: 'Sound', keys: 'Keys', save: 'Save' },
  textSize: 'Text size',
  textSizes: { '1': 'Normal', '1.15': 'Large', '1.3': 'Larger', '1.5': 'Largest' } as Record<string, string>,
  motion: 'Movement',
  motions: { system: 'As my device says', reduced: 'Less', full: 'All' },
  map: 'Show the painted hospital',
  mapHelp: 'Off: the list of people and places is the whole hospital. Everything can be played from it.',
  lowPower: 'Draw with less detail',
  lowPowerHelp: 'For older machines, or to save the battery.',
  effects: 'Effects',
  ambient: 'Hospital sounds in the background',
  captions: 'Captions for sounds',
  captionsHelp: 'Words at the foot of the screen for every sound that means something.',
  percent: (share: number) => (share === 0 ? 'Off' : `${Math.round(share * 100)}%`),
  keysIntro: 'Arrow keys always walk. You can choose a second set of letters.',
  keyNames: { up: 'Up', down: 'Down', left: 'Left', right: 'Right' },
  keyPrompt: 'Press a key…',
  keyChange: 'press to change',
  keyTaken: (key: string, name: string) => `${key} already means ${name.toLowerCase()}.`,
  keyReset: 'Back to W A S D',
  keyLettersOnly: 'Please choose a letter or a digit.',
  export: 'Export my save',
  exportHelp: 'A file with everything you have done. Take it to another machine, or keep it safe.',
  import: 'Import a save',
  asideTitle: 'Saves set aside',
  asideNone: 'None. A save is set aside here when another one takes its place, or when it could not be read.',
  asideItem: (when: string, kilobytes: number) => `${when}, ${kilobytes} kB`,
  asideDownload: 'Download',
  takeOver: 'Save from this tab',
  takeOverHelp: 'Another tab is saving now. Press to save from this one; the other will follow along.',
  erase: 'Erase everything',
  eraseHelp: 'Name, medals, journal: all of it, on this machine.',
  eraseAsk: 'Erase everything on this machine? This cannot be undone.',
  eraseYes: 'Yes, erase it',
  eraseNo: 'Keep it',
  erased: 'Erased.',
} as const

export const credits = {
  title: 'Credits',
  lines: [
    'St Turing is free software under the MIT licence.',
    'Pictures, people, sounds and medical drawings are made by our own code; no photographs, no real patients.',
    'Typefaces: Atkinson Hyperlegible Next (Braille Institute) and Nunito, both under the SIL Open Font License.',
    'Built with React, XState, Phaser, xyflow, zod, zustand, howler and idb-keyval.',
    'Every clinical figure names its source on the card where it is used. All staff and patients are invented.',
  ],
} as const
