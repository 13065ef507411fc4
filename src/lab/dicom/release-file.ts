/** A picture of the release as the file that leaves, and what somebody who receives it reads there. */
import type { DataSet } from './element.ts'
import { elementAt, sorted, textAt } from './element.ts'
import { declared } from './declare.ts'
import { filmPixels } from './film.ts'
import { readPart10 } from './read-part10.ts'
import type { FilmInstance, FilmStudy } from './study.ts'
import { TAG } from './tags.ts'
import { writePart10 } from './write-part10.ts'

/** Null where no file can be written: a DICOM file is called by its SOP Instance UID, and that was taken out. */
export function releasedFile(before: FilmInstance, { set, burn, painted }: FilmInstance): Uint8Array | null {
  if (textAt(set, TAG.SOPInstanceUID) === '') return null
  const pixels = { tag: TAG.PixelData, vr: 'OB', value: new Uint8Array(filmPixels(burn, painted)) } as const
  return writePart10(sorted([...declared(before.set, set, painted !== null), pixels]))
}

/** Every picture of every study, in their order. */
export function releasedFiles(before: readonly FilmStudy[], after: readonly FilmStudy[]): (Uint8Array | null)[][] {
  return before.map(({ instances }, k) => instances.map((instance, i) => {
    const left = after[k]?.instances[i]
    return left ? releasedFile(instance, left) : null
  }))
}

export interface ReceivedFilm {
  set: DataSet
  /** Grey values, one byte a pixel. */
  pixels: Uint8Array
}

/** @throws RangeError for bytes that are no DICOM file of ours */
export function receivedFilm(bytes: Uint8Array): ReceivedFilm {
  const { set } = readPart10(bytes)
  const pixels = elementAt(set, TAG.PixelData)?.value
  return { set: set.filter(({ tag }) => tag !== TAG.PixelData), pixels: pixels instanceof Uint8Array ? pixels : new Uint8Array() }
}

/** "2.25.214….dcm": files are named by what they are, never by whom they show. */
export function fileName({ set }: ReceivedFilm): string {
  return `${textAt(set, TAG.SOPInstanceUID)}.dcm`
}
