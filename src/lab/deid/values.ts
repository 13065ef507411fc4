/** What travels through the release: notes with what was found in them, films with their headers, and both together. */
import type { Annotations, DatePolicy, Kind } from '../../core/artefacts/annotations.ts'
import type { FilmStudy } from '../dicom/study.ts'

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
  /** Ordinary words that look like identifiers: "Parkinson", "4/5". */
  decoys: readonly { from: number; to: number; word: string }[]
}

/** All that lies in the archive on one day. */
export interface Archive {
  type: 'Archive'
  notes: readonly Note[]
  films: readonly FilmStudy[]
  /** By the same index as the notes; empty for hidden ones. */
  truth: readonly NoteTruth[]
}

export interface Text {
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
