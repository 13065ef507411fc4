import { useMemo, useState } from 'react'
import type { FilmMarks } from '../../core/artefacts/annotations.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { download } from '../../kit/download.ts'
import { type LightWindow, type Look, type PictureData, WHOLE_PICTURE, WHOLE_RANGE } from '../../kit/exhibit/picture-pixels.ts'
import { Slider } from '../../kit/slider.tsx'
import { Switch } from '../../kit/switch.tsx'
import { MACHINE_WORDS, MACHINES, type Machine } from '../../lab/dicom/burn.ts'
import { FILM_SIZE, filmPixels, GONE, judgePicture } from '../../lab/dicom/film.ts'
import { leavingFile } from './leaving-file.ts'
import type { FilmStudy } from '../../lab/dicom/study.ts'
import { useAnnotate } from './annotate-context.ts'
import { NO_MARKS } from './film-edit.ts'
import { FilmMarkList } from './film-mark-list.tsx'
import { FilmStage, type Tool } from './film-stage.tsx'
import { LookSliders } from './look-sliders.tsx'
import { words } from './words.ts'

/** Films of each machine, and what is painted over on all of them. */
export function PicturesPanel() {
  const { archive, annotations, changeFilm, readOnly, highlight, say } = useAnnotate()
  const [machine, setMachine] = useState<Machine>('room-1')
  const [film, setFilm] = useState(0)
  const [view, setView] = useState<0 | 1>(0)
  const [tool, setTool] = useState<Tool>('box')
  const [radius, setRadius] = useState(0.05)
  const [together, setTogether] = useState(false)
  const [bare, setBare] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const [light, setLight] = useState<LightWindow>(WHOLE_RANGE)
  const [look, setLook] = useState<Look>(WHOLE_PICTURE)
  const films = useMemo(() => archive.films.filter(one => one.machine === machine), [archive, machine])
  const at = Math.min(film, Math.max(0, films.length - 1))
  const shown = films[at]
  const marks = annotations.films[machine] ?? NO_MARKS
  const picture = useMemo((): PictureData | null => {
    const burn = shown?.instances[view]?.burn
    if (!burn) return null
    const all = films.flatMap(({ instances }) => instances.map(one => one.burn))
    const laid = together ? { ...burn, telling: all.flatMap(({ telling }) => telling), label: all.flatMap(({ label }) => label) } : burn
    return { kind: 'picture', caption: `${words.film} ${shown.id}, ${MACHINE_WORDS[machine]}`, width: FILM_SIZE, height: FILM_SIZE, channels: 1, pixels: filmPixels(laid, bare ? marks : null) }
  }, [shown, films, view, together, bare, marks, machine])
  const choose = (next: Machine) => {
    setMachine(next)
    setFilm(0)
    setChosen(null)
    setLook(WHOLE_PICTURE)
  }
  return (
    <div className="annot-sides annot-sides-film">
      <section className={highlight === 'node:paint' ? 'annot-side annot-pointed' : 'annot-side'} aria-label={words.film}>
        <Choices label={words.machine} options={MACHINES.map(id => ({ id, label: MACHINE_WORDS[id] }))} value={machine} onChange={choose} />
        {picture && shown && (
          <>
            <div className="annot-note-bar">
              <IconButton icon="chevron-left" small label={words.previousFilm} disabled={at === 0} onClick={() => setFilm(at - 1)} />
              <span>{words.filmOf(at + 1, films.length)}</span>
              <IconButton icon="chevron-right" small label={words.nextFilm} disabled={at >= films.length - 1} onClick={() => setFilm(at + 1)} />
              <Choices label={words.view} options={[{ id: '0', label: words.views.PA }, { id: '1', label: words.views.LL }]} value={String(view)} onChange={id => setView(id === '1' ? 1 : 0)} />
            </div>
            <FilmStage {...{ picture, light, look, marks, chosen, tool, radius, readOnly, bare, say }} onLook={setLook} onMark={(next, id) => {
              changeFilm(machine, next, tool === 'box' ? words.editing.box : words.editing.stroke)
              setChosen(id)
            }} />
            <p className="annot-quiet">{words.stageHelp} {words.training}</p>
          </>
        )}
      </section>
      <section className="annot-side" aria-label={words.filmTools}>
        <Choices<Tool> label={words.tool} options={(['box', 'brush'] as const).map(id => ({ id, label: words.toolNames[id] }))} value={tool} onChange={setTool} />
        {tool === 'brush' && <Slider label={words.thickness} value={Math.round(radius * 200)} min={2} max={20} step={0.4} format={value => `${value}%`} onChange={value => setRadius(value / 200)} />}
        <FilmFigures machine={machine} marks={marks} />
        <FilmMarkList machine={machine} marks={marks} chosen={chosen} title={words.painted} none={words.paintedNone} onChoose={setChosen} />
        {shown && <TakeAway film={shown} view={view} />}
        <Switch label={words.together} checked={together} onChange={setTogether} />
        <Switch label={words.leaves} checked={bare} onChange={setBare} />
        <LookSliders {...{ look, light }} onLook={setLook} onLight={setLight} />
      </section>
    </div>
  )
}

function FilmFigures({ machine, marks }: { machine: Machine; marks: FilmMarks }) {
  const { archive } = useAnnotate()
  const painted = useMemo(() => {
    const own = marks.boxes.length + marks.strokes.length > 0 ? marks : null
    return archive.films.filter(one => one.machine === machine).flatMap(({ instances }) => instances.map(({ burn }) => judgePicture(burn, filmPixels(burn, own))))
  }, [archive, machine, marks])
  if (painted.length === 0) return null
  const seen = painted.reduce((sum, { kept }) => sum + kept, 0) / painted.length
  return (
    <output className="annot-sum">
      {words.filmFigures(painted.filter(({ covered }) => covered >= GONE).length, painted.length, `${Math.round(seen * 100)}%`)}
      {painted.some(({ kept }) => kept === 0) && ` ${words.markerGone}`}
    </output>
  )
}

/** The picture on show as the file that would leave, to be opened in any DICOM viewer. */
function TakeAway({ film, view }: { film: FilmStudy; view: 0 | 1 }) {
  const { annotations } = useAnnotate()
  const [missing, setMissing] = useState(false)
  const take = () => {
    const file = leavingFile(film, view, annotations)
    setMissing(file === null)
    if (file) download(file.name, file.bytes, 'application/dicom')
  }
  return (
    <div>
      <Button small icon="download" onClick={take}>{words.takeAway}</Button>
      <output className="annot-quiet annot-said">{missing ? words.noFile : words.takeAwayHelp}</output>
    </div>
  )
}

interface ChoicesProps<Id extends string> {
  label: string
  options: readonly { id: Id; label: string }[]
  value: Id
  onChange(id: Id): void
}

function Choices<Id extends string>({ label, options, value, onChange }: ChoicesProps<Id>) {
  return (
    <fieldset className="annot-choices">
      <legend className="visually-hidden">{label}</legend>
      {options.map(option => (
        <label key={option.id} className={option.id === value ? 'annot-answer annot-chosen' : 'annot-answer'}>
          <input type="radio" name={`annot ${label}`} checked={option.id === value} onChange={() => onChange(option.id)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
