/** Words that depend on what is marked: identifiers that must leave the notes, or whatever else a quest looks for. */
const release = {
  tones: { right: 'found', wrong: 'too much', missed: 'left in', note: 'hidden' },
  nextWrong: 'Next one with a leak',
  leftIn: (n: number) => (n === 1 ? '1 identifier left in' : `${n} identifiers left in`),
  needless: (n: number) => (n === 1 ? '1 word hidden needlessly' : `${n} words hidden needlessly`),
  unread: 'Nobody has read this one by hand: marks show what your rules hide.',
  readersHelp: (_notes: number) => 'Two people have read the first five notes and looked at the first five films. Settle what only one of them marked. Then read the note yourself: both can overlook the same thing.',
  isIt: (word: string, _kind: string) => `Is "${word}" an identifier?`,
  yes: 'Identifier',
  no: 'Not an identifier',
  cuesHelp: 'Words that stand beside what must go. Capitals do not matter.',
  take: 'Hide',
  figuresHelp: 'Notes are counted by what the two readers and you have marked in the first five. Films are counted all.',
}

export type Terms = typeof release

const marks: Terms = {
  tones: { right: 'right', wrong: 'too much', missed: 'missed', note: 'marked' },
  nextWrong: 'Next one that is not right',
  leftIn: (n) => (n === 1 ? '1 place missed' : `${n} places missed`),
  needless: (n) => (n === 1 ? '1 mark too many' : `${n} marks too many`),
  unread: 'Nobody has read this one by hand: marks show what your rules mark.',
  readersHelp: (notes) => `Two people have read the first ${notes} notes. Settle what only one of them marked. Then read the note yourself: both can overlook the same thing.`,
  isIt: (word, kind) => `Is "${word}" to be marked as ${kind.toLowerCase()}?`,
  yes: 'Mark it',
  no: 'Leave it',
  cuesHelp: 'Words that stand beside what is meant. Capitals do not matter.',
  take: 'Mark',
  figuresHelp: 'Counted by what the two readers and you have marked in the notes that were read by hand.',
}

const findings: Terms = {
  ...marks,
  yes: 'A finding',
  no: 'Nothing',
  figuresHelp: 'Figures of the pictures that were kept for your own test.',
}

export function termsFor(ofRelease: boolean, ofPictures: boolean): Terms {
  return ofRelease ? release : ofPictures ? findings : marks
}
