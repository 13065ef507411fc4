import type { Exhibit } from '../../core/verdict.ts'
import { MarkedText } from './marked-text.tsx'
import './talk.css'
import { TONE_SIGNS } from './tone-signs.ts'

/** A conversation, turn by turn; under each turn of the desk what it was made from, and what it cost. */
export function Talk({ talk: { turns } }: { talk: Extract<Exhibit, { kind: 'talk' }> }) {
  return (
    <ol className="talk">
      {turns.map(({ who, side, text, spans, notes }, at) => (
        <li key={at} className={`talk-turn talk-${side}`}>
          <p className="talk-who">{who}</p>
          <p className="talk-text"><MarkedText text={text} spans={spans} /></p>
          {notes.length > 0 && (
            <dl className="talk-notes">
              {notes.map(({ label, value, tone }) => (
                <div key={label} className={tone ? `talk-note talk-note-${tone}` : 'talk-note'}>
                  <dt>{label}</dt>
                  <dd>{tone && <span aria-hidden="true">{TONE_SIGNS[tone]} </span>}{value}</dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  )
}
