import { useMemo, useState } from 'react'
import { Button, IconButton } from '../../kit/button.tsx'
import { type LightWindow, type Look, type PictureData, WHOLE_PICTURE, WHOLE_RANGE } from '../../kit/exhibit/picture-pixels.ts'
import { Switch } from '../../kit/switch.tsx'
import type { PictureBox } from '../../lab/imaging/box-score.ts'
import { type AgreedBox, type BoxDifference, compared, keyBoxes } from '../../lab/imaging/drawn/readers.ts'
import { useAnnotate } from './annotate-context.ts'
import { NO_MARKS } from './film-edit.ts'
import { FilmMarkList } from './film-mark-list.tsx'
import { FilmStage, type OthersBox } from './film-stage.tsx'
import { LookSliders } from './look-sliders.tsx'
import { Answers } from './settle-answers.tsx'
import { words } from './words.ts'

const PIXELS = 384

/** The first pictures with the boxes of two readers: settle what they differ on, and draw what both missed. */
export function FindingsPanel() {
  const { pictures, annotations, changeFilm, readOnly, highlight, say } = useAnnotate()
  const [picture, setPicture] = useState(0)
  const [chosen, setChosen] = useState<string | null>(null)
  const [light, setLight] = useState<LightWindow>(WHOLE_RANGE)
  const [look, setLook] = useState<Look>(WHOLE_PICTURE)
  const read = useMemo(() => (pictures ? pictures.table.ids.slice(0, pictures.cases.spec.readers.pictures).map((id, row) => ({ id, row, both: compared(id, pictures.readings(row)) })) : []), [pictures])
  const at = Math.min(picture, read.length - 1)
  const shown = read[at]
  const data = useMemo((): PictureData | null => {
    if (!pictures || !shown) return null
    const { width, height, channels, pixels } = pictures.draw(shown.row, PIXELS)
    return { kind: 'picture', caption: `${words.picture} ${shown.id}`, width, height, channels, pixels }
  }, [pictures, shown])
  if (!shown || !data) return <p className="annot-quiet annot-side">{words.nothing}</p>
  const { id, both } = shown
  const marks = annotations.films[id] ?? NO_MARKS
  const isOpen = ({ id: difference }: BoxDifference) => annotations.settled[difference] === undefined
  const open = read.flatMap(one => one.both.differences).filter(isOpen).length
  const nextOpen = [...read.keys()].map(step => (at + 1 + step) % read.length).find(i => read[i]?.both.differences.some(isOpen))
  const show = (next: number) => {
    setPicture(next)
    setChosen(null)
    setLook(WHOLE_PICTURE)
  }
  const others: OthersBox[] = [...both.agreed.filter(one => annotations.settled[one.id] !== 'no').map(box => ({ ...box, by: 'both' as const })), ...both.differences.filter(one => annotations.settled[one.id] !== 'no')]
  return (
    <div className="annot-sides annot-sides-film">
      <section className={highlight === 'node:readers' ? 'annot-side annot-pointed' : 'annot-side'} aria-label={words.picture}>
        <div className="annot-note-bar">
          <IconButton icon="chevron-left" small label={words.previousPicture} disabled={at === 0} onClick={() => show(at - 1)} />
          <select className="select" aria-label={words.picturesList} value={at} onChange={event => show(Number(event.target.value))}>
            {read.map((one, i) => <option key={one.id} value={i}>{words.pictureOf(i + 1, read.length, one.id)}</option>)}
          </select>
          <IconButton icon="chevron-right" small label={words.nextPicture} disabled={at >= read.length - 1} onClick={() => show(at + 1)} />
          <Button small icon="next" disabled={nextOpen === undefined} onClick={() => nextOpen !== undefined && show(nextOpen)}>{words.nextOpen}</Button>
        </div>
        <FilmStage
          {...{ picture: data, light, look, marks, chosen, readOnly, others, say }} tool="box" radius={0.05} bare={false} onLook={setLook}
          onMark={(next, box) => {
            changeFilm(id, next, words.editing.box)
            setChosen(box)
          }}
        />
        <Legend />
        <p className="annot-quiet">{words.stageHelp} {words.training}</p>
      </section>
      <section className="annot-side" aria-label={words.readers}>
        <h3>{words.readers}</h3>
        <p className="annot-quiet">{words.findingsHelp(read.length)}</p>
        <p className="annot-sum">{words.open(open)}</p>
        {both.differences.length === 0 && <p className="annot-quiet">{words.noDifference}</p>}
        <ul className="annot-disagreements">{both.differences.map(one => <Difference key={one.id} difference={one} />)}</ul>
        {both.agreed.length > 0 && <h4>{words.bothDrew}</h4>}
        <ul className="annot-disagreements">{both.agreed.map(one => <Agreed key={one.id} box={one} />)}</ul>
        <FilmMarkList machine={id} marks={marks} chosen={chosen} title={words.ownBoxes} none={words.ownBoxesNone} onChoose={setChosen} />
        <output className="annot-sum">{words.inKey(keyBoxes(id, both, annotations).length)}</output>
        <LookSliders {...{ look, light }} onLook={setLook} onLight={setLight} />
      </section>
    </div>
  )
}

function Difference({ difference }: { difference: BoxDifference }) {
  const { annotations, change } = useAnnotate()
  const { id, by } = difference
  const said = words.drewIt(by, placeOf(difference))
  return (
    <li className={annotations.settled[id] ? 'annot-settled' : ''}>
      <p><span className="annot-who" aria-hidden="true">{by}</span> {said}</p>
      <Answers id={id} legend={`${words.isFinding} ${said}`} onSettle={answer => change({ settled: { ...annotations.settled, [id]: answer } }, words.editing.settled)} />
    </li>
  )
}

/** Stands unless the learner strikes it out. */
function Agreed({ box }: { box: AgreedBox }) {
  const { annotations, change, readOnly } = useAnnotate()
  const struck = annotations.settled[box.id] === 'no'
  const { [box.id]: _, ...others } = annotations.settled
  return (
    <li className="annot-settled">
      <Switch label={words.stands(placeOf(box))} checked={!struck} disabled={readOnly} onChange={stands => change({ settled: stands ? others : { ...annotations.settled, [box.id]: 'no' } }, words.editing.settled)} />
    </li>
  )
}

function placeOf({ x, y, w, h }: PictureBox): string {
  const [left, top, wide, high] = [x, y, w, h].map(share => Math.round(share * 100)) as [number, number, number, number]
  return words.place(left, top, wide, high)
}

function Legend() {
  return (
    <ul className="annot-legend" aria-hidden="true">
      {(['both', 'A', 'B'] as const).map(by => <li key={by} className={`annot-legend-box annot-legend-${by}`}>{words.readerLegend[by]}</li>)}
      <li className="annot-legend-box annot-legend-yours">{words.readerLegend.yours}</li>
    </ul>
  )
}
