/** Words of the quest: stages, steps, goals, verdicts. What belongs to one quest alone stands in its own file. */
import type { Stage } from '../../core/log/facts.ts'
import type { BenchKind, Medal } from '../../core/quest/schema.ts'

export const shell = {
  stages: { brief: 'Brief', learn: 'Learn', practice: 'Practise', build: 'Build', verify: 'Verify', debrief: 'Debrief' } satisfies Record<Stage, string>,
  stageNav: 'Stages of this quest',
  stageNow: 'you are here',
  stageDone: 'done',
  stageAhead: 'not yet reached',
  leave: 'Back to the floor',
  opening: 'Opening the quest…',
  failed: 'This quest could not be opened',
} as const

export const brief = {
  heading: 'The brief',
  accept: "I'll help",
  later: 'Later',
  start: 'Start learning',
  goOn: 'Go on where I was',
  stake: 'What is at stake',
} as const

export const learn = {
  heading: 'Learn',
  card: (at: number, count: number) => `Card ${at} of ${count}`,
  cards: 'Cards',
  cardRead: 'read',
  sources: 'Sources',
  unchecked: 'from memory, to be re-checked',
  second: 'second-hand page seen',
  toPractice: 'Go and practise',
  tryIt: 'Try it',
  unknownWidget: (id: string) => `This card asks for "${id}", which this version of the game does not have. The words beside it still hold.`,
} as const

export const practice = {
  heading: 'Practise',
  step: (at: number, count: number) => `Step ${at} of ${count}`,
  steps: 'Steps',
  check: 'Check this step',
  passed: 'Done',
  good: 'That is right.',
  allDone: 'You can work the bench. Now build a list for the real ward.',
  toBuild: 'Go and build',
  skip: 'Skip the practice',
  skipHelp: 'You know this bench already? Go straight to building. You can come back to it at any time.',
} as const

export const build = {
  heading: 'Build',
  goals: 'What the ward needs',
  goalsIntro: 'Judged on patients you have never seen, as they look at the moment of decision.',
  atLeast: 'at least',
  atMost: 'at most',
  hints: 'Hints',
  hintOpen: (n: number) => `Read hint ${n}`,
  hintFree: 'Costs nothing',
  hintCost: (cost: number) => `Costs ${cost * 10} XP, never a medal`,
  hintAfterFails: (n: number) => `Opens after ${n} ${n === 1 ? 'try' : 'tries'} at Verify without a medal`,
  hintAfterMinutes: (n: number) => `Opens after ${n} minutes here`,
  or: ' or ',
  hintTitle: (n: number) => `Hint ${n}`,
  benchTabs: 'Benches of this quest',
  benchNames: {
    pipeline: 'Pipeline', rules: 'Rules', mapping: 'Mapping', annotate: 'Marking', prompt: 'Answers', ops: 'Running the day', board: 'The board',
  } satisfies Record<BenchKind, string>,
  unknownBench: (kind: string) => `This quest needs the ${kind} bench, which this version of the game does not have.`,
  hideSide: 'Hide goals and hints',
  showSide: 'Goals and hints',
} as const

export const verify = {
  heading: 'Verify',
  running: 'Your list meets patients it has never seen',
  phases: { data: 'Gathering the hidden patients', fit: 'Learning from the visible ones', apply: 'Reading each patient as they were at that moment', score: 'Counting what happened' },
  stop: 'Stop',
  stopped: 'Stopped. Nothing was counted.',
  none: 'Nothing has been verified yet. Build a list and send it here.',
  medalHeadings: { none: 'Not yet', pass: 'Bronze', silver: 'Silver', gold: 'Gold' } satisfies Record<Medal, string>,
  guardSays: 'The figures are there, but a rule of the ward is broken.',
  medalSays: {
    none: 'One goal or more is not reached yet. Below is which one, and by how much.',
    pass: 'It works well enough to use. There is more in it.',
    silver: 'A good, sound piece of work.',
    gold: 'As good as we have seen done honestly here.',
  } satisfies Record<Medal, string>,
  onWards: 'On the wards',
  goals: 'Goal by goal',
  guards: 'Rules of the ward',
  guardHolds: 'Kept',
  guardBroken: 'Broken',
  problems: 'This could not be judged',
  trapTitle: 'The lights went out',
  trapStory: 'What happened next',
  trapTest: 'In the test',
  trapUse: 'In use',
  trapLit: (lit: number, beds: number) => `${lit} of ${beds} beds lit`,
  trapLegend: 'A lit bed is a person on the list.',
  trapReplay: 'Watch it again',
  bedLit: 'on the list',
  bedDark: 'not on the list',
  compareHeading: 'Test and ward, side by side',
  colFigure: 'Figure',
  colTest: 'Your test',
  colWard: 'On the wards',
  setsHeading: 'Each ward by itself',
  colSet: 'Ward',
  colCount: 'Patients',
  cases: 'Read the charts',
  casesIntro: 'Invented patients. Open one and ask: what was known on the day?',
  casesShow: (outcome: string, n: number) => `${outcome} (${n})`,
  caseKnown: 'Known at the decision',
  caseUnknown: 'Not known yet',
  yes: 'yes',
  no: 'no',
  empty: '–',
  later: (days: number, from: string) => `written ${days} ${days === 1 ? 'day' : 'days'} after ${from}`,
  at: (moment: string) => `written at ${moment}`,
  caseOpen: 'Open the chart:',
  tableOf: (title: string) => `${title}, as a table`,
  caseAll: 'All',
  charts: 'Charts',
  back: 'Back to the bench',
  debrief: 'Go to the debrief',
  details: 'Show charts and cases again',
  detailsHelp: 'Charts and cases are not kept. They can be worked out again from what you handed in; it does not count as another try.',
  notMeasured: 'not measured',
  seconds: (s: number) => `Judged in ${s.toFixed(1)} s`,
} as const

/** What became of a case, where the quest has words for its outcome: "came back", "were fine". */
export const outcomesSaid: Record<string, (yes: string, no: string) => string> = {
  missed: yes => `Not on the list, ${yes}`,
  needless: (_yes, no) => `On the list, ${no}`,
  caught: yes => `On the list, ${yes}`,
}

export const outcomes: Record<string, string> = {
  'let-in': 'Should not have got in', 'kept-out': 'Put aside for nothing', garbled: 'Got in with mistakes', stopped: 'Rightly put aside',
  'old-edition': 'Wrong, though the page says so', wrong: 'Wrong', 'made-up': 'Made up', refused: 'Needlessly refused', 'refused-rightly': 'Rightly refused',
  unread: 'Sent home unread', 'referred-well': 'Needless referral',
  unseen: 'It failed, and the committee carried on', 'held-back': 'A good tool held back', acted: 'It failed, and the committee acted', 'kept-out-well': 'Kept out until tested',
  missed: 'Missed', needless: 'Needless', caught: 'Rightly found', spared: 'Rightly left alone',
  held: 'Needless form', unasked: 'Permission not asked', 'wrong-papers': 'Wrong documents', 'no-rule': 'No row spoke', right: 'Right',
}

export const goals = {
  atLeast: (value: string) => `at least ${value}`,
  atMost: (value: string) => `at most ${value}`,
  reached: { none: 'Not reached', pass: 'Bronze reached', silver: 'Silver reached', gold: 'Gold reached' } satisfies Record<Medal, string>,
  short: (distance: string, medal: string) => `${distance} short of ${medal}`,
  over: (distance: string, medal: string) => `${distance} too high for ${medal}`,
  full: 'Gold: nothing left to reach',
  ladder: (label: string) => `${label}: how far`,
  points: (n: string) => `${n} points`,
} as const

export const debrief = {
  heading: 'Debrief',
  check: 'What do you make of it?',
  checkIntro: 'Your first answer counts. Every answer is explained.',
  question: (at: number, count: number) => `Question ${at} of ${count}`,
  right: 'Yes.',
  wrong: 'Not quite.',
  score: (right: number, count: number) => `${right} of ${count} at first try`,
  compare: 'Side by side',
  compareIntro: 'Everybody was judged on the same hidden patients.',
  compareWait: 'Judging the published scores beside yours…',
  compareAgain: 'Judge them side by side',
  who: 'Who',
  medal: 'Medal',
  you: 'You',
  transfer: 'Take it to your own ward',
  sources: 'Sources',
  effects: 'What changed in the hospital',
  finish: 'Finish the quest',
  finishFirst: 'Answer the questions first, then you can finish.',
  finished: 'This quest is done. You can come back to any stage to better your medal.',
  backToFloor: 'Back to the floor',
  journal: 'See it in your journal',
} as const

export const huddle = {
  heading: 'A word before we go on',
  goOn: 'Go on',
  choose: 'What do you say?',
  chosen: 'You said',
  back: 'Back to the verdict',
} as const

export const effects = {
  'sprite:revolving-door': 'The revolving door slows down.',
  'npc:joan-malik': 'Sister Joan Malik carries the list on a tablet.',
  'npc:sam-okafor': 'Sam Okafor carries the list on a tablet.',
  'npc:mei-tan': 'Mei Tan carries the list on a tablet.',
  'npc:marisol-quint': 'Marisol Quint lets the fax machine rest.',
  'light:orders-desk': 'The order screens glow with answers.',
  'npc:ngozi-adler': 'Dr Ngozi Adler is at ease, and goes home on time.',
  'light:eye-clinic': 'The light in the eye clinic turns warm.',
  'unlock:eye-clinic.camera-booth': 'A camera booth with a green ring opens for everybody who walks past.',
  'light:library': 'The lamp on the library desk burns a steady green.',
  'npc:abel-osei': 'Abel Osei gets up for the questions that no book answers.',
  'unlock:library.reading-room': 'The reading room of the library opens.',
  'unlock:medical-wards.follow-up-room': 'The follow-up room on the medical wards opens.',
  'npc:tobias-wren': 'Tobias Wren drinks his tea while it is hot.',
  'light:integration-room': 'The pipes in the integration room glow from end to end.',
  'unlock:integration-room.dead-letter-trolley': 'The trolley of dead letters stands empty by the door.',
  'light:board-room': 'The lamps in the board room stay lit late.',
  'npc:thandi-moyo': 'Thandi Moyo has answered the letter in her drawer.',
  'unlock:board-room.portrait-wall': 'The portraits on the board-room wall turn from silhouettes to faces.',
  'unlock:board-room.tower-lamp': 'The tower lights at night: somebody is looking.',
  stat: (label: string, change: string) => `${label}: ${change} on the wall.`,
  points: 'points',
  /** What a share on the wall is counted in. */
  outOf: { readmissions: ' (per 100 discharges)' } as Record<string, string>,
  notYet: (medal: string) => `Comes with ${medal}.`,
} as const
