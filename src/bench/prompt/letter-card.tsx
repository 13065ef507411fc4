import type { DetailLetter, DetailLine } from '../../lab/letters/letters-detail.ts'
import { letterWords as words } from './letter-words.ts'
import { words as deskWords } from './words.ts'

/** One letter as it goes out, statement by statement; below it the chart, with what the letter leaves out. */
export function LetterCard({ letter, sign }: { letter: DetailLetter; sign: string }) {
  const good = letter.outcome === 'good' || letter.outcome === 'held'
  return (
    <article className="desk-answer" aria-label={letter.title}>
      <p className={good ? 'desk-outcome desk-good' : 'desk-outcome desk-bad'}><strong><span aria-hidden="true">{sign} </span>{words.outcomes[letter.outcome]}.</strong> {letter.held ? words.held : words.goes}. {words.gradeIs(letter.grade)}{letter.held && Math.abs(letter.draftGrade - letter.grade) >= 0.1 ? `, ${words.draftWas(letter.draftGrade)}` : ''}.</p>
      <div className="letter-side">
        <div className="letter-sheet">
          <p className="desk-who">{deskWords.simulation}</p>
          <p>{letter.opening}</p>
          {letter.parts.filter(({ lines }) => lines.length > 0).map(({ title, lines }) => (
            <section key={title} aria-label={title}>
              <h5>{title}</h5>
              <ul>{lines.map((line, at) => <LineItem key={at} line={line} />)}</ul>
            </section>
          ))}
          <p>{letter.closing}</p>
        </div>
        <div className="letter-chart">
          <h4>{words.list}</h4>
          <ul>
            {letter.list.map(({ label, resource, status, values, critical, said }, at) => (
              <li key={at} className={critical && !said ? 'letter-unsaid' : ''}>
                <span><strong>{label}</strong>{values === '' ? '' : `: ${values}`}</span>
                <small>{resource}{status === '' ? '' : ` · ${status}`}</small>
                <small className="letter-said"><span aria-hidden="true">{said ? '✓ ' : critical ? '✕ ' : '– '}</span>{said ? words.said : words.unsaid}{critical && !said ? `, ${words.critical}` : ''}</small>
              </li>
            ))}
          </ul>
          <h4>{words.note}</h4>
          <p className="letter-note">
            {letter.note.map(({ text, stale, missed }, at) => (
              <span key={at}>{stale || missed ? <mark className={stale ? 'letter-old' : 'letter-missed'}>{text}<small>{stale ? ` ⟲ ${words.old}` : ` ✕ ${words.unsaid}`}</small></mark> : text}{' '}</span>
            ))}
          </p>
        </div>
      </div>
    </article>
  )
}

function LineItem({ line: { text, is, instead, marked, sent, mended } }: { line: DetailLine }) {
  const wrong = is !== 'right'
  return (
    <li className={!sent ? 'letter-line letter-struck' : wrong ? 'letter-line letter-wrong' : mended ? 'letter-line letter-mended' : 'letter-line'}>
      <span>{text}</span>
      {wrong && <small><span aria-hidden="true">✕ </span>{instead === null ? words.nowhere : words.otherwise(instead)}</small>}
      {(marked || !sent || mended) && <small>{[marked ? words.marked : '', sent ? '' : words.struck, mended ? words.mended : ''].filter(Boolean).join(', ')}</small>}
    </li>
  )
}
