import { useMemo } from 'react'
import type { PictureData } from '../../kit/exhibit/picture-pixels.ts'
import { PictureCanvas } from '../../kit/exhibit/picture-parts.tsx'
import type { BoxDisagreement } from '../../lab/deid/film-readers.ts'
import { MACHINE_WORDS } from '../../lab/dicom/burn.ts'
import { FILM_SIZE, filmPixels } from '../../lab/dicom/film.ts'
import type { FilmStudy } from '../../lab/dicom/study.ts'
import { useAnnotate } from './annotate-context.ts'
import { Answers } from './settle-answers.tsx'
import { words } from './words.ts'

/** Boxes that only one of two readers drew on a film, each with its corner of the picture. */
export function BoxDisagreements({ films, disagreements }: { films: readonly FilmStudy[]; disagreements: readonly BoxDisagreement[] }) {
  if (disagreements.length === 0) return null
  return (
    <section className="annot-boxes" aria-label={words.boxes}>
      <h4>{words.boxes}</h4>
      <p className="annot-quiet">{words.boxesHelp} {words.training}</p>
      <ul className="annot-disagreements">{disagreements.map(one => <SettleBox key={one.id} film={films[one.film]} disagreement={one} />)}</ul>
    </section>
  )
}

function SettleBox({ film, disagreement }: { film: FilmStudy | undefined; disagreement: BoxDisagreement }) {
  const { annotations, change, terms } = useAnnotate()
  const { id, picture, by, says } = disagreement
  const shown = film?.instances[picture]
  if (!film || !shown) return null
  const where = words.filmView(MACHINE_WORDS[film.machine], shown.burn.view === 'LL' ? words.views.LL : words.views.PA)
  return (
    <li className={annotations.settled[id] ? 'annot-settled annot-box' : 'annot-box'}>
      <Corner film={film} disagreement={disagreement} caption={words.boxOn(says, where)} />
      <div>
        <p><span className="annot-who" aria-hidden="true">{by}</span> {where}</p>
        <Answers id={id} legend={`${terms.isIt(says, says)} ${where}. ${words.marked(by)}`} onSettle={answer => change({ settled: { ...annotations.settled, [id]: answer } }, words.editing.settled)} />
      </div>
    </li>
  )
}

const AROUND = 0.12

/** So much of the film that one sees what stands in the box and beside it. */
function Corner({ film, disagreement: { picture, x, y, w, h }, caption }: { film: FilmStudy; disagreement: BoxDisagreement; caption: string }) {
  const burn = film.instances[picture]?.burn
  const data = useMemo((): PictureData | null => burn ? { kind: 'picture', caption, width: FILM_SIZE, height: FILM_SIZE, channels: 1, pixels: filmPixels(burn, null) } : null, [burn, caption])
  if (!data) return null
  const side = Math.min(1, Math.max(w, h, 0.3) + 2 * AROUND)
  const at = (start: number, length: number) => Math.min(1 - side, Math.max(0, start + length / 2 - side / 2))
  return (
    <div className="annot-corner">
      <div className="annot-film" style={{ transform: `scale(${1 / side}) translate(${-at(x, w) * 100}%, ${-at(y, h) * 100}%)` }}>
        <PictureCanvas picture={data} />
        <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect className="annot-outline" x={x - 0.01} y={y - 0.01} width={w + 0.02} height={h + 0.02} vectorEffect="non-scaling-stroke" />
        </svg>
      </div>
    </div>
  )
}
