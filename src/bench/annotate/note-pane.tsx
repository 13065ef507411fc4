import type { ReactNode } from 'react'
import { Button, IconButton } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import { SAMPLE } from '../../lab/deid/readers.ts'
import { useAnnotate } from './annotate-context.ts'
import { type LiveNote, type ShownMark, shownMarks } from './live.ts'
import { cueBefore, newRule } from './rule-edit.ts'
import { words } from './words.ts'

const SIGNS: Readonly<Record<ShownMark['tone'], string>> = { right: '✓', wrong: '✕', missed: '!', note: '·' }

/** The note on show with everything that the rules hide in it, and the same marks as a list. */
export function NotePane() {
  const { live, at } = useAnnotate()
  const shown = live.notes[at]
  if (!shown) return null
  const marks = shownMarks(shown)
  return (
    <section className="annot-side" aria-label={words.note}>
      <NoteBar />
      <p className="annot-sum">{sumOf(shown)}</p>
      <p className="annot-note">{marked(shown.note.text, marks)}</p>
      <MarkList text={shown.note.text} marks={marks} />
    </section>
  )
}

export function NoteBar({ only }: { only?: number }) {
  const { live, at, show } = useAnnotate()
  const count = only ?? live.notes.length
  const nextWrong = [...live.notes.keys()].slice(0, SAMPLE).map(step => (at + 1 + step) % SAMPLE).find(i => (live.notes[i]?.missed.length ?? 0) + (live.notes[i]?.needless.length ?? 0) > 0)
  return (
    <div className="annot-note-bar">
      <IconButton icon="chevron-left" small label={words.previous} disabled={at === 0} onClick={() => show(at - 1)} />
      <select className="select" aria-label={words.notes} value={Math.min(at, count - 1)} onChange={event => show(Number(event.target.value))}>
        {live.notes.slice(0, count).map(({ note }, i) => <option key={note.id} value={i}>{words.noteTitle(i + 1, count, note.title)}{i < SAMPLE && only === undefined ? `, ${words.read}` : ''}</option>)}
      </select>
      <IconButton icon="chevron-right" small label={words.next} disabled={at >= count - 1} onClick={() => show(at + 1)} />
      {only === undefined && <Button small icon="next" disabled={nextWrong === undefined} onClick={() => nextWrong !== undefined && show(nextWrong)}>{words.nextWrong}</Button>}
    </div>
  )
}

function sumOf({ key, missed, needless }: LiveNote): string {
  if (key === null) return words.unread
  const parts = [...(missed.length > 0 ? [words.leftIn(missed.length)] : []), ...(needless.length > 0 ? [words.needless(needless.length)] : [])]
  return parts.length === 0 ? words.fine : `${parts.join(', ')}.`
}

function marked(text: string, marks: readonly ShownMark[]): ReactNode[] {
  const parts: ReactNode[] = []
  let at = 0
  for (const { from, to, tone, label } of marks) {
    if (from < at) continue
    parts.push(text.slice(at, from))
    parts.push(<mark key={from} className={`annot-mark annot-${tone}`} title={`${label}: ${words.tones[tone]}`}>{text.slice(from, to)}<small aria-label={`, ${words.tones[tone]}`}>{SIGNS[tone]}</small></mark>)
    at = to
  }
  parts.push(text.slice(at))
  return parts
}

function MarkList({ text, marks }: { text: string; marks: readonly ShownMark[] }) {
  const { openRule, addRule, annotations, readOnly } = useAnnotate()
  return (
    <details className="annot-list">
      <summary>{words.marks(marks.length)}</summary>
      <ul>
        {marks.map(({ from, to, tone, label, rule }) => {
          const cue = tone === 'missed' ? cueBefore(text, from) : null
          const kind = annotations.rules.find(({ id }) => id === rule)?.kind
          return (
            <li key={from}>
              <span className={`annot-mark annot-${tone}`}>{text.slice(from, to)}</span>
              <small>{SIGNS[tone]} {kind ? words.kinds[kind] : label}, {words.tones[tone]}</small>
              {rule && annotations.rules.some(({ id }) => id === rule) && <Button small look="plain" onClick={() => openRule(rule)}>{words.openRule}</Button>}
              {cue && !readOnly && <Button small look="plain" icon="plus" onClick={() => addRule(newRule('cue', annotations.rules, { kind: kindOf(label), words: [cue] }))}>{words.makeCue(cue)}</Button>}
            </li>
          )
        })}
      </ul>
      {marks.length === 0 && <p><Icon name="info" size={1} /> {words.byHandNone}</p>}
    </details>
  )
}

function kindOf(label: string): keyof typeof words.kinds {
  const kind = label.toUpperCase()
  return kind in words.kinds ? (kind as keyof typeof words.kinds) : 'NAME'
}
