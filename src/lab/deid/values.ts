/** What travels through the release: notes with what was found in them, films with their headers, and both together. */
import type { Annotations, DatePolicy, Kind } from '../../core/artefacts/annotations.ts'
import type { FilmStudy } from '../dicom/study.ts'
import type { NoteKind } from './kinds.ts'

/** Offsets of characters; `to` is the first one after. */
export interface Mark {
  from: number
  to: number
  kind: Kind
}

export interface Note {
  id: string
  /** "Discharge summary". */
  title: string
  text: string
  /** Record number, "P0421": the same as in the header of a film. */
  patient: string
}

/** What is known of a note and never shown to a rule. */
export interface NoteTruth {
  id: string
  marks: readonly Mark[]
  decoys: readonly Decoy[]
}

/** Words that look like something to mark and are not: "Parkinson" for a name, an illness that was ruled out for one that is there. */
export interface Decoy {
  from: number
  to: number
  word: string
  /** What somebody in a hurry takes it for. */
  like: Kind
  /** Which sort of look-alike, where the quest names them: "negated". */
  sort?: string
}

/** How the two people read who mark the first notes by hand. */
export interface ReaderHabits {
  /** Notes that both read. */
  notes: number
  /** Chance that one of them misses a mark. */
  misses: number
  /** Chance that one of them marks a look-alike. */
  falseMarks: number
}

/** What is the same for all notes of an archive. */
export interface NoteHouse {
  kinds: readonly NoteKind[]
  /** By sort of look-alike: why it is not to be marked. */
  decoyWords?: Readonly<Record<string, string>>
  readers: ReaderHabits
}

/** All that lies in the archive on one day. */
export interface Archive extends NoteHouse {
  type: 'Archive'
  notes: readonly Note[]
  films: readonly FilmStudy[]
  /** By the same index as the notes; empty for hidden ones. */
  truth: readonly NoteTruth[]
}

export interface Text extends NoteHouse {
  type: 'Text'
  notes: readonly Note[]
  truth: readonly NoteTruth[]
}

export interface Found extends Mark {
  /** Rule that found it; "echo" for a name met again. */
  rule: string
}

export interface Spans {
  type: 'Spans'
  text: Text
  /** By note, in no order, overlapping where several rules hit. */
  found: readonly (readonly Found[])[]
  /** Set once surrogates are in: what became of dates. */
  dates: DatePolicy | null
  /** Set once the marks are handed over: how the two readers were settled. */
  key?: ReadKey
}

export interface ReadKey extends Pick<Annotations, 'settled' | 'spans'> {
  /** Share of the reading sample that the learner's settled key has right; null where the truth is not at hand. */
  right: number | null
}

export interface Dicom {
  type: 'Dicom'
  /** As they lie in the archive. */
  before: readonly FilmStudy[]
  /** As they would leave: headers acted on, pixels painted over. */
  after: readonly FilmStudy[]
}

export interface Release {
  type: 'Release'
  spans: Spans
  films: Dicom
  /** DICOM files by study and picture, once the sink has written them; null for a picture of which no file can be written. */
  files: readonly (readonly (Uint8Array | null)[])[] | null
  /** How the two readers were settled. */
  key: Pick<Annotations, 'settled' | 'spans'>
  /** Share of the reading sample that the learner's settled key has right; null where the truth is not at hand. */
  keyRight: number | null
}
