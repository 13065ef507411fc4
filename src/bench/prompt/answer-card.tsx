import { useId } from 'react'
import type { DeskAnswer } from '../../lab/language/desk-detail.ts'
import { KindBadge } from './shelf-list.tsx'
import { words } from './words.ts'

type Claim = DeskAnswer['claims'][number]

const GOOD: readonly DeskAnswer['outcome'][] = ['right', 'refused-rightly']

/** One question: what the desk said, statement by statement, each tied to the line it stands on. */
export function AnswerCard({ answer, sign, refusal }: { answer: DeskAnswer; sign: string; refusal: string }) {
  const base = useId()
  const shown = answer.claims.filter(claim => claim.shown)
  const held = answer.claims.filter(claim => !claim.shown)
  return (
    <article className="desk-answer" aria-label={answer.question}>
      <p className="desk-asked">{answer.question}</p>
      <div className="desk-said">
        <p className="desk-who">{words.simulation}</p>
        {shown.length === 0 ? <p className="desk-refusal">{refusal}</p> : <ul>{shown.map(claim => <ClaimLine key={claim.text} claim={claim} base={base} />)}</ul>}
        {held.length > 0 && <ul className="desk-held">{held.map(claim => <ClaimLine key={claim.text} claim={claim} base={base} />)}</ul>}
      </div>
      <p className={GOOD.includes(answer.outcome) ? 'desk-outcome desk-good' : 'desk-outcome desk-bad'}>
        <strong><span aria-hidden="true">{sign} </span>{words.outcomes[answer.outcome]}.</strong> {words.explain(answer)}
      </p>
      <p className="desk-help">{words.cost(answer)}</p>
      <h4>{words.evidence}</h4>
      {answer.passages.length === 0
        ? <p className="desk-help">{words.nothingRead}</p>
        : <ol className="desk-evidence">{answer.passages.map((passage, at) => <PassageItem key={passage.id} id={`${base}-${at}`} n={at + 1} passage={passage} line={lineOf(answer, at)} />)}</ol>}
    </article>
  )
}

function ClaimLine({ claim, base }: { claim: Claim; base: string }) {
  const state = !claim.shown ? 'held' : claim.supported === null ? 'unchecked' : claim.supported ? 'backed' : 'unbacked'
  const word = { held: words.heldBack, unchecked: words.unchecked, backed: words.backed, unbacked: words.unbacked }[state]
  const { passage } = claim
  const show = (event: { preventDefault(): void }) => {
    event.preventDefault()
    const target = document.getElementById(`${base}-${passage}`)
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <li>
      <span className={`desk-claim desk-${state}`}>{claim.text}</span>
      <small className="desk-claim-state"><span aria-hidden="true">{{ held: '–', unchecked: '·', backed: '✓', unbacked: '✕' }[state]} </span>{word}</small>
      {passage === null ? <small className="desk-no-source">{words.noSource}</small> : <a className="desk-cite" href={`#${base}-${passage}`} onClick={show}>{words.from(passage + 1)}</a>}
    </li>
  )
}

/** The line that backs a statement which cites this passage. */
function lineOf(answer: DeskAnswer, at: number): { from: number; to: number } | null {
  return answer.claims.find(claim => claim.passage === at && claim.evidence)?.evidence ?? null
}

function PassageItem({ id, n, passage, line }: { id: string; n: number; passage: DeskAnswer['passages'][number]; line: { from: number; to: number } | null }) {
  const { book, year, kind, title, text, score } = passage
  const plain = (part: string) => part.replaceAll(/^#+ /gm, '')
  return (
    <li id={id} tabIndex={-1} className={`desk-passage desk-passage-${kind}`}>
      <p className="desk-passage-head"><span className="desk-number" aria-hidden="true">{n}</span><strong>{book}</strong><span className="desk-year">{year}</span><KindBadge kind={kind} /><small>{words.match(score)}</small></p>
      {title !== '' && <p className="desk-passage-title">{title}</p>}
      <p className="desk-passage-text">
        {line ? <>{plain(text.slice(0, line.from))}<mark className={kind === 'current' ? 'desk-line' : 'desk-line desk-line-old'}>{text.slice(line.from, line.to)}<small>{kind === 'current' ? ' ✓ says it' : ' ⟲ says it, not in force'}</small></mark>{plain(text.slice(line.to))}</> : plain(text)}
      </p>
    </li>
  )
}
