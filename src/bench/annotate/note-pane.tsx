import type { ReactNode } from 'react'
import type { Kind } from '../../core/artefacts/annotations.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import { kindLabel } from '../../lab/deid/kinds.ts'
import { useAnnotate } from './annotate-context.ts'
import { type LiveNote, type ShownMark, shownMarks } from './live.ts'
import { cueBefore, newRule } from './rule-edit.ts'
import type { Terms } from './terms.ts'
import { words } from './words.ts'

const SIGNS: Readonly<Record<ShownMark['tone'], string>> = { right: '✓', wrong: '✕', missed: '!', note: '·' }

/** The note on show with everything that the rules hide in it, and the same marks as a list. */
export function NotePane() {
  const { live, at, archive: { kinds }, release, terms } = useAnnotate()
  // Twenty kinds of identifier are too many to tell by colour.
  const ink = (kind: Kind) => (release ? '' : ` annot-kind-${kinds.find(({ id }) => id === kind)?.colour ?? 'grey'}`)
  const shown = live.notes[at]
  if (!shown) return null
  const marks = shownMarks(shown, kinds)
  return (
    <section className="annot-side" aria-label={words.note}>
      <NoteBar />
      <p className="annot-sum">{sumOf(shown, terms)}</p>
      <p className="annot-note">{marked(shown.note.text, marks, terms, ink)}</p>
      <MarkList text={shown.note.text} marks={marks} />
    </section>
  )
}

export function NoteBar({ only }: { only?: number }) {
  const { live, at, show, terms } = useAnnotate()
  const read = live.readings.length
  const count = only ?? live.notes.length
  const nextWrong = [...live.notes.keys()].slice(0, read).map(step => (at + 1 + step) % read).find(i => (live.notes[i]?.missed.length ?? 0) + (live.notes[i]?.needless.length ?? 0) > 0)
  return (
    <div className="annot-note-bar">
      <IconButton icon="chevron-left" small label={words.previous} disabled={at === 0} onClick={() => show(at - 1)} />
      <select className="select" aria-label={words.notes} value={Math.min(at, count - 1)} onChange={event => show(Number(event.target.value))}>
        {live.notes.slice(0, count).map(({ note }, i) => <option key={note.id} value={i}>{words.noteTitle(i + 1, count, note.title)}{i < read && only === undefined ? `, ${words.read}` : ''}</option>)}
      </select>
      <IconButton icon="chevron-right" small label={words.next} disabled={at >= count - 1} onClick={() => show(at + 1)} />
      {only === undefined && <Button small icon="next" disabled={nextWrong === undefined} onClick={() => nextWrong !== undefined && show(nextWrong)}>{terms.nextWrong}</Button>}
    </div>
  )
}

function sumOf({ key, missed, needless }: LiveNote, terms: Terms): string {
  if (key === null) return terms.unread
  const parts = [...(missed.length > 0 ? [terms.leftIn(missed.length)] : []), ...(needless.length > 0 ? [terms.needless(needless.length)] : [])]
  return parts.length === 0 ? words.fine : `${parts.join(', ')}.`
}

function marked(text: string, marks: readonly ShownMark[], { tones }: Terms, ink: (kind: Kind) => string): ReactNode[] {
  const parts: ReactNode[] = []
  let at = 0
  for (const { from, to, tone, label, kind } of marks) {
    if (from < at) continue
    parts.push(text.slice(at, from))
    parts.push(<mark key={from} className={`annot-mark annot-${tone}${ink(kind)}`} title={`${label}: ${tones[tone]}`}>{text.slice(from, to)}<small aria-label={`, ${tones[tone]}`}>{SIGNS[tone]}</small></mark>)
    at = to
  }
  parts.push(text.slice(at))
  return parts
}

function MarkList({ text, marks }: { text: string; marks: readonly ShownMark[] }) {
  const { openRule, addRule, annotations, readOnly, archive, terms } = useAnnotate()
  return (
    <details className="annot-list">
      <summary>{words.marks(marks.length)}</summary>
      <ul>
        {marks.map(({ from, to, tone, label, kind, rule }) => {
          const cue = tone === 'missed' ? cueBefore(text, from) : null
          return (
            <li key={from}>
              <span className={`annot-mark annot-${tone}`}>{text.slice(from, to)}</span>
              <small>{SIGNS[tone]} {rule ? kindLabel(archive.kinds, kind) : label}, {terms.tones[tone]}</small>
              {rule && annotations.rules.some(({ id }) => id === rule) && <Button small look="plain" onClick={() => openRule(rule)}>{words.openRule}</Button>}
              {cue && !readOnly && <Button small look="plain" icon="plus" onClick={() => addRule(newRule('cue', annotations.rules, { kind, kinds: archive.kinds, words: [cue] }))}>{words.makeCue(cue)}</Button>}
            </li>
          )
        })}
      </ul>
      {marks.length === 0 && <p><Icon name="info" size={1} /> {words.byHandNone}</p>}
    </details>
  )
}
