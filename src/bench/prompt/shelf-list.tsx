import type { BookKind, ShelfBook } from '../../core/artefacts/prompt-pack.ts'
import { words } from './words.ts'

/** The sign that stands with each colour. */
export const KIND_SIGNS: Readonly<Record<BookKind, string>> = { current: '✓', superseded: '⟲', blog: '?' }

export function KindBadge({ kind }: { kind: BookKind }) {
  return <span className={`desk-kind desk-kind-${kind}`}><span aria-hidden="true">{KIND_SIGNS[kind]} </span>{words.kinds[kind]}</span>
}

interface ShelfListProps {
  shelf: readonly ShelfBook[]
  readOnly: boolean
  onChange(shelf: ShelfBook[], label: string): void
}

/** Books with a switch each, their year and what they stand for. */
export function ShelfList({ shelf, readOnly, onChange }: ShelfListProps) {
  return (
    <ul className="desk-shelf">
      {shelf.map(({ id, title, year, kind, about, on }) => (
        <li key={id} className={on ? 'desk-book' : 'desk-book desk-book-off'}>
          <label>
            <input
              type="checkbox" role="switch" aria-checked={on} checked={on} disabled={readOnly} aria-label={words.book(title, year, kind)}
              onChange={() => onChange(shelf.map(book => (book.id === id ? { ...book, on: !on } : book)), title)}
            />
            <span className="desk-book-words">
              <span className="desk-book-title">{title}</span>
              <span className="desk-book-marks"><span className="desk-year">{year}</span><KindBadge kind={kind} /></span>
              {about && <span className="desk-book-about">{about}</span>}
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}
