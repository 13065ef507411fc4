import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { Ruling } from '../../core/artefacts/board-dossier.ts'
import { findingWords, voteWords } from '../../lab/governance/committee-words.ts'
import { evidenceLines, MODE_WORDS, toolOf, voicesOf } from '../../lab/governance/minutes.ts'
import type { Paper } from '../../lab/governance/year-detail.ts'
import { FINDING_SIGN } from './board-look.ts'
import { useCommittee } from './committee.ts'
import { words } from './words.ts'

/** One tool in one month: what the monitors say, what the four at the table say, and the vote. */
export function PaperPanel({ paper, cast, children }: { paper: Paper; cast: Ruling | null; children: ReactNode }) {
  const { product, month, finding, mode, evidence, ruling, voted, grounded } = paper
  const committee = useCommittee()
  const { name, ward } = toolOf(committee, product)
  const { title, about } = findingWords(committee, finding)
  const shown = useRef<HTMLElement>(null)
  const first = useRef(true)
  // On a phone the paper lies below the squares: one that is opened comes up by itself.
  useEffect(() => {
    const below = (shown.current?.getBoundingClientRect().top ?? 0) > innerHeight * 0.6
    // Who steps from square to square by keys keeps the squares in sight.
    const tapped = document.activeElement?.matches('.board-square:not(:focus-visible)') ?? false
    if (!first.current && below && tapped) shown.current?.scrollIntoView({ block: 'start' })
    first.current = false
  }, [product, month])
  return (
    <article className="board-paper" aria-label={words.paper(name, month)} ref={shown}>
      <header>
        <p className="board-ward">{ward} · {words.month(month)}</p>
        <h3>{name}</h3>
        <p className={`board-mode board-mode-${mode}`}>{MODE_WORDS[mode]}</p>
      </header>
      <p className={`board-finding board-${finding}`}>
        <span className="board-square" aria-hidden="true">{FINDING_SIGN[finding]}</span>
        <span><strong>{title}.</strong> {about}</span>
      </p>
      <h4>{words.evidence}</h4>
      <dl className="board-evidence">
        {evidenceLines(committee, product, evidence).map(({ label, value }) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}
      </dl>
      <Table paper={paper} />
      {children}
      <Outcome ruling={ruling} voted={voted} cast={cast} grounded={grounded} />
      <details className="board-audit"><summary>{words.audit}</summary><p>{auditOf(paper)}</p></details>
    </article>
  )
}

/** What came of it; a vote that was cast since then has not been played yet. */
function Outcome({ ruling, voted, cast, grounded }: { ruling: Ruling | null; voted: boolean; cast: Ruling | null; grounded: boolean }) {
  const committee = useCommittee()
  const said = (one: Ruling) => voteWords(committee, one.vote).title.toLowerCase()
  if (cast && (cast.vote !== ruling?.vote || cast.reason !== ruling.reason)) return <p className="board-ground"><span aria-hidden="true">→ </span>{words.cast(said(cast))}</p>
  if (!ruling) return <p className="board-ground board-open"><span aria-hidden="true">! </span>{words.undecided}</p>
  return (
    <p className={grounded ? 'board-ground board-good' : 'board-ground board-open'}>
      <span aria-hidden="true">{grounded ? '✓ ' : '! '}</span>{(voted ? words.byVote : words.byRuling)(said(ruling))} {grounded ? words.grounded : words.ungrounded}
    </p>
  )
}

function Table({ paper: { finding, bought, evidence } }: { paper: Paper }) {
  const committee = useCommittee()
  const voices = voicesOf(committee, { finding, bought, dashboard: evidence.dashboard })
  const count = (vote: string) => voices.filter(voice => voice.vote === vote).length
  const tally = (['go', 'limit', 'pause', 'retrain'] as const).filter(vote => count(vote) > 0).map(vote => `${count(vote)} × ${voteWords(committee, vote).title.toLowerCase()}`).join(', ')
  if (voices.length === 0) return null
  return (
    <>
      <h4>{words.table}</h4>
      <ul className="board-voices">
        {voices.map(({ name, role, vote, say }) => (
          <li key={name}>
            <span className="board-face" aria-hidden="true">{name.split(' ').slice(-2).map(part => part[0]).join('')}</span>
            <div>
              <p className="board-who"><strong>{name}</strong>, {role} <span className={`board-would board-would-${vote}`}><span className="visually-hidden">{words.says('')}</span>{voteWords(committee, vote).title}</span></p>
              <p>“{say}”</p>
            </div>
          </li>
        ))}
      </ul>
      <p className="board-tally">{words.tally(tally)}</p>
    </>
  )
}

function auditOf({ fault, harm, heldBack, mode }: Paper): string {
  if (fault) return words.failing(fault, harm)
  if (heldBack) return words.soundHeld(harm)
  return harm > 0 && mode === 'go' ? words.mended(harm) : words.sound
}
