import { useMemo, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import type { Kind } from '../../core/artefacts/annotations.ts'
import { Button } from '../../kit/button.tsx'
import { classNames } from '../../kit/class-names.ts'
import { kindLabel } from '../../lab/deid/kinds.ts'
import type { DoubleReading } from '../../lab/deid/readers.ts'
import { useAnnotate } from './annotate-context.ts'
import { words } from './words.ts'

interface Piece {
  from: number
  to: number
  word: boolean
}

/** A note word by word: choose some, say what they are, mark them. */
export function HandMarking({ reading: { note, agreed, disagreements } }: { reading: DoubleReading }) {
  const { annotations, archive: { kinds }, change, readOnly, say } = useAnnotate()
  const pieces = useMemo(() => piecesOf(note.text), [note.text])
  const wordsOnly = useMemo(() => pieces.filter(({ word }) => word), [pieces])
  const [[first, last], setChosen] = useState<[number, number]>([-1, -1])
  const [kind, setKind] = useState<Kind>(kinds[0]?.id ?? '')
  const own = annotations.spans.filter(one => one.note === note.id)
  const [from, to] = [wordsOnly[first]?.from ?? 0, wordsOnly[last]?.to ?? 0]
  const chosen = note.text.slice(from, to)

  const choose = (a: number, b = a) => {
    const next: [number, number] = [clamp(a, 0, wordsOnly.length - 1), clamp(Math.max(a, b), 0, wordsOnly.length - 1)]
    setChosen(next)
    say(note.text.slice(wordsOnly[next[0]]?.from, wordsOnly[next[1]]?.to))
  }
  const mark = () => {
    if (readOnly || to <= from) return
    const id = `h-${note.id}-${from}`
    change({ spans: [...annotations.spans.filter(one => one.id !== id), { id, note: note.id, from, to, kind }] }, words.editing.hand)
    say(`${words.byHand}: ${chosen}`)
  }
  const unmark = () => {
    const left = annotations.spans.filter(one => one.note !== note.id || one.to <= from || one.from >= to)
    if (left.length < annotations.spans.length) change({ spans: left }, words.editing.unhand)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowRight') choose(event.shiftKey ? first : last + 1, last + 1)
    else if (event.key === 'ArrowLeft') choose(event.shiftKey ? first : first - 1, event.shiftKey ? Math.max(first, last - 1) : first - 1)
    else if (event.key === 'ArrowDown') choose(first + 8)
    else if (event.key === 'ArrowUp') choose(first - 8)
    else if (event.key === 'Home') choose(0)
    else if (event.key === 'End') choose(wordsOnly.length - 1)
    else if (event.key === 'Enter') mark()
    else if (event.key === 'Delete' || event.key === 'Backspace') unmark()
    else return
    event.preventDefault()
  }
  const wordAt = (event: PointerEvent) => {
    const at = (event.target as HTMLElement).dataset['word']
    return at === undefined ? -1 : Number(at)
  }
  return (
    <>
      <div className="annot-mark-bar">
        <p><strong>{words.chosen}:</strong> {to > from ? `"${chosen}"` : words.nothingChosen}</p>
        <Button small look="plain" disabled={last <= first} onClick={() => choose(first, last - 1)}>{words.shorter}</Button>
        <Button small look="plain" disabled={first < 0} onClick={() => choose(first, last + 1)}>{words.longer}</Button>
        <select className="select" aria-label={words.markAs} value={kind} disabled={readOnly} onChange={event => setKind(event.target.value)}>
          {kinds.map(one => <option key={one.id} value={one.id}>{one.label}</option>)}
        </select>
        <Button small look="primary" icon="flag" disabled={readOnly || to <= from} onClick={mark}>{words.mark}</Button>
      </div>
      <p className="annot-quiet" id="annot-text-help">{words.textHelp}</p>
      {/* A reader of its own: arrows move by words, hence the role. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className="annot-note annot-words" role="application" aria-label={words.textLabel} aria-describedby="annot-text-help"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={event => wordAt(event) >= 0 && choose(wordAt(event))}
        onPointerMove={event => event.buttons === 1 && event.pointerType === 'mouse' && wordAt(event) >= first && first >= 0 && choose(first, wordAt(event))}
      >
        {pieces.map((piece) => {
          if (!piece.word) return note.text.slice(piece.from, piece.to)
          const at = wordsOnly.indexOf(piece)
          const inside = (mark: { from: number; to: number }) => mark.from < piece.to && piece.from < mark.to
          const kindHere = [...own, ...agreed, ...disagreements].find(inside)?.kind
          const look = own.some(inside) ? 'annot-yours' : agreed.some(inside) ? 'annot-agreed' : disagreements.some(inside) ? 'annot-only-one' : ''
          return <span key={piece.from} data-word={at} title={kindHere === undefined ? undefined : kindLabel(kinds, kindHere)} className={classNames(look, at >= first && at <= last && 'annot-cursor')}>{note.text.slice(piece.from, piece.to)}</span>
        })}
      </div>
      <ul className="annot-legend" aria-hidden="true">
        <li className="annot-agreed">{words.agreed}</li>
        <li className="annot-only-one">{words.onlyOne}</li>
        <li className="annot-yours">{words.yours}</li>
      </ul>
    </>
  )
}

function clamp(n: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, n))
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(/[^\s.,;:()|]+(?:[.:][^\s.,;:()|]+)*/g)) {
    if (match.index > at) pieces.push({ from: at, to: match.index, word: false })
    at = match.index + match[0].length
    pieces.push({ from: match.index, to: at, word: true })
  }
  if (at < text.length) pieces.push({ from: at, to: text.length, word: false })
  return pieces
}
