import { useMemo } from 'react'
import { Button, IconButton } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import { readFilmsTwice } from '../../lab/deid/film-readers.ts'
import { kindLabel } from '../../lab/deid/kinds.ts'
import type { Disagreement } from '../../lab/deid/readers.ts'
import { useAnnotate } from './annotate-context.ts'
import { BoxDisagreements } from './box-disagreements.tsx'
import { HandMarking } from './hand-marking.tsx'
import { KindName } from './kind-name.tsx'
import { NoteBar } from './note-pane.tsx'
import { Answers } from './settle-answers.tsx'
import { words } from './words.ts'

/** What two people marked, what they differ on, and what the learner adds. */
export function ReadersPanel() {
  const { live, archive, annotations, at, highlight, terms } = useAnnotate()
  const boxes = useMemo(() => readFilmsTwice(archive.films).flatMap(({ disagreements }) => disagreements), [archive])
  const open = [...live.readings.flatMap(({ disagreements }) => disagreements), ...boxes].filter(({ id }) => annotations.settled[id] === undefined).length
  const reading = live.readings[Math.min(at, live.readings.length - 1)]
  return (
    <div className="annot-sides">
      <section className={(highlight === 'node:check' || highlight === 'node:marks') ? 'annot-side annot-pointed' : 'annot-side'} aria-label={words.readers}>
        <h3>{words.readers}</h3>
        <p className="annot-quiet">{terms.readersHelp(live.readings.length)}</p>
        <p className="annot-sum">{words.open(open)}</p>
        <ul className="annot-disagreements">{live.readings.flatMap(({ note, disagreements }) => disagreements.map(one => <Settle key={one.id} text={note.text} disagreement={one} />))}</ul>
        <BoxDisagreements films={archive.films} disagreements={boxes} />
        <ByHand />
      </section>
      <section className="annot-side" aria-label={words.note}>
        <NoteBar only={live.readings.length} />
        {reading && <HandMarking key={reading.note.id} reading={reading} />}
      </section>
    </div>
  )
}

const AROUND = 44

function Settle({ text, disagreement: { id, note, from, to, by, kind } }: { text: string; disagreement: Disagreement }) {
  const { annotations, archive, change, live, release, show, terms } = useAnnotate()
  const label = kindLabel(archive.kinds, kind)
  const word = text.slice(from, to)
  const settled = annotations.settled[id]
  const settle = (answer: 'yes' | 'no') => {
    change({ settled: { ...annotations.settled, [id]: answer } }, words.editing.settled)
    show(live.notes.findIndex(one => one.note.id === note))
  }
  return (
    <li className={settled ? 'annot-settled' : ''}>
      <p>
        <span className="annot-who" aria-hidden="true">{by}</span>
        {!release && <KindName kind={kind} />}…{text.slice(Math.max(0, from - AROUND), from).replaceAll('\n', ' ')}<mark className="annot-mark annot-note-mark">{word}</mark>{text.slice(to, to + AROUND).replaceAll('\n', ' ')}…
      </p>
      <Answers id={id} legend={`${terms.isIt(word, label)} ${words.marked(by)}`} onSettle={settle} />
    </li>
  )
}

function ByHand() {
  const { annotations, archive, change, live, readOnly, show } = useAnnotate()
  return (
    <section className="annot-by-hand" aria-label={words.byHand}>
      <h4>{words.byHand}</h4>
      {annotations.spans.length === 0 && <p className="annot-quiet">{words.byHandNone}</p>}
      <ul>
        {annotations.spans.map(({ id, note, from, to, kind }) => {
          const k = live.notes.findIndex(one => one.note.id === note)
          const word = live.notes[k]?.note.text.slice(from, to) ?? ''
          return (
            <li key={id}>
              <Button small look="plain" onClick={() => show(k)}>{word}</Button>
              <small><Icon name="person" size={1} /> {kindLabel(archive.kinds, kind)}, {note}</small>
              <IconButton small icon="trash" label={words.removeMark(word)} disabled={readOnly} onClick={() => change({ spans: annotations.spans.filter(one => one.id !== id) }, words.editing.unhand)} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
