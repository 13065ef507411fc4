/** An archive for one day: notes with every identifier known, and films of some of the same people. What `notes.phi` gives out. */
import { z } from 'zod'
import { Rng } from '../../core/rng.ts'
import type { Kind } from '../../core/artefacts/annotations.ts'
import { studyOf } from '../dicom/study.ts'
import { DECOYS, FACTS, opening, type Scene, signature, TITLES } from '../data/notes-phi-sentences.ts'
import { somebody, valuesFor } from '../data/notes-phi-values.ts'
import type { PersonOnFile } from '../data/visitors.ts'
import { IDENTIFIERS } from './kinds.ts'
import { DAY_READERS } from './readers.ts'
import { slipsIn } from './slips-in.ts'
import type { Archive, Decoy, Mark, Note, NoteTruth } from './values.ts'

export const NOTES_PARAMS = z.strictObject({
  n: z.number().int().min(4).max(1000).default(134).describe('notes'),
  films: z.number().int().min(0).max(200).default(20).describe('of these patients have had a film'),
  oovNames: z.number().min(0).max(1).default(0).describe('share of people from out of town, whose names are on no list'),
  slips: z.number().min(0).max(0.2).default(0.012).describe('chance that a word is mistyped'),
  smallLetters: z.number().min(0).max(1).default(0.06).describe('share of notes typed without capitals'),
  scans: z.number().min(0).max(1).default(0.08).describe('share of notes that went through a scanner'),
  burnIn: z.number().min(0).max(1).default(1).describe('share of films with words burnt into the picture'),
})
export type NotesParams = z.infer<typeof NOTES_PARAMS>

export function archiveOf(seed: string, params: NotesParams): Archive {
  const rng = new Rng(seed)
  const notes: Note[] = []
  const truth: NoteTruth[] = []
  const films: Archive['films'][number][] = []
  const taken = new Set<string>()
  for (let k = 0; k < params.n; k++) {
    const who = newcomer(rng, params.oovNames, taken)
    const { note, known } = noteOf(`${seed}/${k}`, `N${String(k + 1).padStart(3, '0')}`, who, params)
    notes.push(note)
    truth.push(known)
    if (k < params.films) films.push(studyOf(`${seed}/film/${k}`, who, params.burnIn))
  }
  return { type: 'Archive', kinds: IDENTIFIERS, readers: DAY_READERS, notes, films, truth }
}

/** Somebody who has not been here today. Children's notes are kept elsewhere. */
function newcomer(rng: Rng, visitorShare: number, taken: Set<string>): PersonOnFile {
  for (;;) {
    const who = somebody(rng, visitorShare)
    if (taken.has(who.id) || who.age < 20) continue
    taken.add(who.id)
    return who
  }
}

function noteOf(seed: string, id: string, who: PersonOnFile, params: NotesParams): { note: Note; known: NoteTruth } {
  const rng = new Rng(seed)
  const scene: Scene = { rng, who, values: valuesFor(rng, who), visitorShare: params.oovNames }
  const title = rng.pick(TITLES)
  const middle = [...pickedOf(rng, FACTS, rng.int(5, 9)).map((fact) => fact(scene)), ...pickedOf(rng, DECOYS, rng.int(4, 7)).map((say) => say(rng, who))]
  const raw = [...opening(scene, title), ...rng.shuffle(middle)].join(' ') + signature(scene)
  const [small, scanned] = [rng.uniform() < params.smallLetters, rng.uniform() < params.scans]
  const { text, marks, decoys } = unmarked(raw, (part, identifier) => {
    const slipped = identifier ? part : slipsIn(part, rng, params.slips)
    const scan = scanned && identifier ? misread(slipped, rng) : slipped
    return small ? scan.toLowerCase() : scan
  })
  return { note: { id, title, text, patient: who.id }, known: { id, marks, decoys } }
}

function pickedOf<T>(rng: Rng, from: readonly T[], n: number): T[] {
  return rng.shuffle([...from]).slice(0, n)
}

/** Take the marks out of the text, and say where they stood. */
function unmarked(raw: string, hand: (part: string, identifier: boolean) => string): { text: string; marks: Mark[]; decoys: Decoy[] } {
  const marks: Mark[] = []
  const decoys: Decoy[] = []
  let text = ''
  let at = 0
  for (const match of raw.matchAll(/⟦([A-Z~]+):([^⟧]*)⟧/gu)) {
    text += hand(raw.slice(at, match.index), false)
    const from = text.length
    const identifier = match[1] !== '~'
    text += hand(match[2] as string, identifier)
    if (identifier) marks.push({ from, to: text.length, kind: match[1] as Kind })
    else decoys.push({ from, to: text.length, word: text.slice(from), like: kindLike(text.slice(from)) })
    at = match.index + match[0].length
  }
  return { text: text + hand(raw.slice(at), false), marks, decoys }
}

function kindLike(word: string): Kind {
  if (/^\d+\/\d+$/.test(word)) return 'DATE'
  return /\d/.test(word) ? 'ACCOUNT' : 'NAME'
}

function misread(part: string, rng: Rng): string {
  return part.replaceAll(/[01]/g, (digit) => (rng.uniform() < 0.15 ? (digit === '0' ? 'O' : 'l') : digit))
}
