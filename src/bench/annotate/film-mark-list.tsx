import type { KeyboardEvent } from 'react'
import type { FilmBox, FilmMarks, FilmStroke } from '../../core/artefacts/annotations.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { useAnnotate } from './annotate-context.ts'
import { BOX_MOVES, type Move, movedBox, movedStroke, moveForKey, STROKE_MOVES } from './film-edit.ts'
import { words } from './words.ts'

interface FilmMarkListProps {
  machine: string
  marks: FilmMarks
  chosen: string | null
  title: string
  none: string
  onChoose(id: string | null): void
}

/** Everything painted over, as a list: choose one and move or size it with buttons, or with arrows on its name. */
export function FilmMarkList({ machine, marks, chosen, title, none, onChoose }: FilmMarkListProps) {
  const { changeFilm } = useAnnotate()
  const move = (id: string, way: Move) => changeFilm(machine, {
    boxes: marks.boxes.map(box => (box.id === id ? movedBox(box, way) : box)),
    strokes: marks.strokes.map(stroke => (stroke.id === id ? movedStroke(stroke, way) : stroke)),
  }, words.editing.moved, `move ${machine} ${id}`)
  const remove = (id: string) => {
    changeFilm(machine, { boxes: marks.boxes.filter(box => box.id !== id), strokes: marks.strokes.filter(stroke => stroke.id !== id) }, words.editing.unpainted)
    onChoose(null)
  }
  const list = [
    ...marks.boxes.map((box, i) => ({ id: box.id, name: words.box(i + 1), place: boxPlace(box), moves: BOX_MOVES })),
    ...marks.strokes.map((stroke, i) => ({ id: stroke.id, name: words.stroke(i + 1), place: strokePlace(stroke), moves: STROKE_MOVES })),
  ]
  return (
    <section className="annot-painted" aria-label={title}>
      <h3>{title}</h3>
      {list.length === 0 && <p className="annot-quiet">{none}</p>}
      <ul>{list.map(one => <Line key={one.id} {...one} open={chosen === one.id} onChoose={onChoose} onMove={move} onRemove={remove} />)}</ul>
    </section>
  )
}

interface LineProps {
  id: string
  name: string
  place: string
  moves: readonly Move[]
  open: boolean
  onChoose(id: string | null): void
  onMove(id: string, way: Move): void
  onRemove(id: string): void
}

function Line({ id, name, place, moves, open, onChoose, onMove, onRemove }: LineProps) {
  const { readOnly } = useAnnotate()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || readOnly) return
    const way = moveForKey(event.key, event.shiftKey)
    if (way) onMove(id, way === 'wider' && !moves.includes('wider') ? 'thicker' : way === 'narrower' && !moves.includes('narrower') ? 'thinner' : way)
    else if (event.key === 'Delete') onRemove(id)
    else return
    event.preventDefault()
  }
  return (
    <li className={open ? 'annot-paint annot-paint-open' : 'annot-paint'}>
      <button type="button" className="annot-paint-line" aria-expanded={open} onClick={() => onChoose(open ? null : id)} onKeyDown={onKeyDown}>
        <strong>{name}</strong> <small>{place}</small>
      </button>
      <IconButton small icon="trash" label={words.removeThis(name)} disabled={readOnly} onClick={() => onRemove(id)} />
      {open && <div className="annot-buttons">{moves.map(way => <Button key={way} small disabled={readOnly} onClick={() => onMove(id, way)}>{words.moves[way]}</Button>)}</div>}
    </li>
  )
}

const percent = (share: number): number => Math.round(share * 100)

function boxPlace({ x, y, w, h }: FilmBox): string {
  return words.place(percent(x), percent(y), percent(w), percent(h))
}

function strokePlace({ radius }: FilmStroke): string {
  return words.strokePlace(Math.round(radius * 2000) / 10)
}
