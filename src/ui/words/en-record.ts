/** Words of the journal and the certificate. */
export const journal = {
  heading: 'Journal',
  intro: 'Everything you have had judged, newest first. Open one to see how it was built, or put it back on the bench.',
  empty: 'Nothing judged yet. Your first verdict will be written here, whatever it says.',
  best: 'Best so far',
  reopen: 'Put it on the bench',
  graph: 'How it was built',
  hideGraph: 'Hide how it was built',
  figures: 'Figures',
  badges: 'Badges',
  trap: 'Fell into the trap',
  xp: 'Experience',
  medals: 'Medals',
  certificate: 'Certificate',
  colStep: 'Step',
  colBlock: 'Block',
  colSettings: 'Settings',
  colFrom: 'Comes from',
  start: 'the start',
  /** Short names of common figures; a quest's own words are on its bench. */
  metricNames: { auc: 'AUROC', sens: 'Sensitivity', ece: 'Calibration error', gap: 'Test minus use', flagged: 'On the list', groupGap: 'Group gap' } as Record<string, string>,
  unknownQuest: 'A quest this version does not have',
} as const

export const certificate = {
  heading: 'Certificate',
  awarded: 'This is to say that',
  has: 'has worked at St Turing Hospital and completed',
  none: 'No quest is finished yet. Finish one, and it will stand here.',
  colQuest: 'Quest',
  colMedal: 'Medal',
  colDate: 'Finished',
  level: (level: number, xp: number) => `Level ${level}, ${xp} XP`,
  issued: (date: string) => `St Turing, ${date}`,
  small: 'A learning record from a training game with invented patients. It is not a professional qualification and not medical advice.',
  print: 'Print',
  signed: 'Thandi Moyo, Non-executive chair (she is invented, your work is not)',
} as const
