/** One picture of a film as the file that would leave: the headers and the painting of these marks, written as Run writes them. */
import type { Annotations } from '../../core/artefacts/annotations.ts'
import { actOnHeaders, paintFilms } from '../../lab/dicom/act.ts'
import { fileName, receivedFilm, releasedFiles } from '../../lab/dicom/release-file.ts'
import type { FilmStudy } from '../../lab/dicom/study.ts'

/** Null where no file can be written, for want of a SOP Instance UID. */
export function leavingFile(film: FilmStudy, view: 0 | 1, { tags, films }: Pick<Annotations, 'tags' | 'films'>): { name: string; bytes: Uint8Array } | null {
  const bytes = releasedFiles([film], paintFilms(actOnHeaders([film], tags), films))[0]?.[view]
  return bytes ? { name: fileName(receivedFilm(bytes)), bytes } : null
}
