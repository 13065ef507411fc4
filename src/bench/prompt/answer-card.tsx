import { Fragment, useId, useMemo } from 'react'
import type { PromptPack } from '../../core/artefacts/prompt-pack.ts'
import type { TextEngine } from '../../core/text-engine.ts'
import type { LanguageRequest } from '../../lab/language/adapter.ts'
import type { DeskAnswer } from '../../lab/language/desk-detail.ts'
import type { LexiconSource } from '../../lab/language/lexicon-source.ts'
import { lexiconOf } from '../../lab/language/lexicons.ts'
import type { LiveAnswer } from '../../lab/language/live-adapter.ts'
import { supportFor } from '../../lab/language/verifier.ts'
import { MachineAnswer } from './machine-answer.tsx'
import { KindBadge } from './shelf-list.tsx'
import { useMachine } from './use-machine.ts'
import { words } from './words.ts'

type Claim = DeskAnswer['claims'][number]

const GOOD: readonly DeskAnswer['outcome'][] = ['right', 'refused-rightly', 'handed-over']

interface AnswerCardProps {
  answer: DeskAnswer
  sign: string
  refusal: string
  lexicon: LexiconSource
  /** Settings of the desk that gave the answer: a real model is told the same. */
  asked: PromptPack
  textEngine: (() => Promise<TextEngine | null>) | undefined
}

/** One question: what the desk said, statement by statement, each tied to the line it stands on. */
export function AnswerCard({ answer, sign, refusal, lexicon, asked: { template, temperature }, textEngine }: AnswerCardProps) {
  const base = useId()
  const request = useMemo((): LanguageRequest => ({ question: answer.question, passages: answer.passages, template, temperature, size: 'large', seed: '' }), [answer, template, temperature])
  const machine = useMachine(textEngine, request)
  const heard = machine.asking.is === 'answered' ? checked(machine.asking.answer, answer, lexicon) : []
  const shown = answer.claims.filter(claim => claim.shown)
  const held = answer.claims.filter(claim => !claim.shown)
  return (
    <article className="desk-answer" aria-label={answer.question}>
      <p className="desk-asked">{answer.question}</p>
      <div className="desk-said">
        <p className="desk-who">{words.simulation}</p>
        {shown.length === 0 ? <p className="desk-refusal">{answer.asked === 'person' ? words.called : refusal}</p> : <ul>{shown.map(claim => <ClaimLine key={claim.text} claim={claim} base={base} />)}</ul>}
        {held.length > 0 && <ul className="desk-held">{held.map(claim => <ClaimLine key={claim.text} claim={claim} base={base} />)}</ul>}
      </div>
      <p className={GOOD.includes(answer.outcome) ? 'desk-outcome desk-good' : 'desk-outcome desk-bad'}>
        <strong><span aria-hidden="true">{sign} </span>{words.outcomes[answer.outcome]}.</strong> {words.explain(answer)}
      </p>
      <p className="desk-help">{words.cost(answer)}</p>
      {textEngine && answer.asked !== 'person' && <MachineAnswer machine={machine}><ul>{heard.map((claim, at) => <ClaimLine key={at} claim={claim} base={base} />)}</ul></MachineAnswer>}
      <h4>{words.evidence}</h4>
      {answer.passages.length === 0
        ? <p className="desk-help">{words.nothingRead}</p>
        : <ol className="desk-evidence">{answer.passages.map((passage, at) => <PassageItem key={passage.id} id={`${base}-${at}`} n={at + 1} passage={passage} lines={linesOf([...answer.claims, ...heard], at)} />)}</ol>}
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

/** Statements of a real model, looked up as the desk looks up its own: always, for nothing hangs on it here. */
function checked({ claims }: LiveAnswer, { passages, question }: DeskAnswer, source: LexiconSource): Claim[] {
  const lexicon = lexiconOf(source)
  return claims.map(({ text, cites }) => {
    const at = passages.findIndex(({ id }) => id === cites)
    const passage = passages[at]
    const line = passage ? supportFor(text, passage, lexicon, question) : null
    return { text, shown: true, supported: line !== null, passage: passage ? at : null, evidence: line && { from: line.from, to: line.to } }
  })
}

type Line = NonNullable<Claim['evidence']>

/** The lines of this passage that back a statement which cites it, each once, from the top. */
function linesOf(claims: readonly Claim[], at: number): Line[] {
  const lines = claims.flatMap(({ passage, evidence }) => (passage === at && evidence ? [evidence] : []))
  return lines.filter((line, i) => lines.findIndex(({ from }) => from === line.from) === i).sort((a, b) => a.from - b.from)
}

function PassageItem({ id, n, passage, lines }: { id: string; n: number; passage: DeskAnswer['passages'][number]; lines: readonly Line[] }) {
  const { book, year, kind, title, text, score } = passage
  const plain = (part: string) => part.replaceAll(/^#+ /gm, '')
  return (
    <li id={id} tabIndex={-1} className={`desk-passage desk-passage-${kind}`}>
      <p className="desk-passage-head"><span className="desk-number" aria-hidden="true">{n}</span><strong>{book}</strong><span className="desk-year">{year}</span><KindBadge kind={kind} /><small>{words.match(score)}</small></p>
      {title !== '' && <p className="desk-passage-title">{title}</p>}
      <p className="desk-passage-text">
        {lines.map(({ from, to }, i) => (
          <Fragment key={from}>
            {plain(text.slice(lines[i - 1]?.to ?? 0, from))}
            <mark className={kind === 'current' ? 'desk-line' : 'desk-line desk-line-old'}>{text.slice(from, to)}<small>{kind === 'current' ? ' ✓ says it' : ' ⟲ says it, not in force'}</small></mark>
          </Fragment>
        ))}
        {plain(text.slice(lines.at(-1)?.to ?? 0))}
      </p>
    </li>
  )
}
