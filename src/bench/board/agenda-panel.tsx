import type { BoardDossier, Finding, Ruling } from '../../core/artefacts/board-dossier.ts'
import { Button } from '../../kit/button.tsx'
import { findingWords, reasonWords, voteWords } from '../../lab/governance/committee-words.ts'
import { toolOf } from '../../lab/governance/minutes.ts'
import type { Paper } from '../../lab/governance/year-detail.ts'
import { agendaOf, openMonths } from './agenda.ts'
import { FINDING_SIGN } from './board-look.ts'
import { useCommittee } from './committee.ts'
import { words } from './words.ts'

interface AgendaPanelProps {
  papers: readonly Paper[]
  dossier: BoardDossier
  month: number
  months: readonly number[]
  readOnly: boolean
  onVote(finding: Finding, ruling: Ruling, label: string): void
  /** Lay the first such paper of the month on the table. */
  onPaper(finding: Finding): void
  onMonth(month: number): void
}

/** What this month asks for: a vote on each kind of paper. What was voted before on such papers can be voted again with one press. */
export function AgendaPanel({ papers, dossier, month, months, readOnly, onVote, onPaper, onMonth }: AgendaPanelProps) {
  const committee = useCommittee()
  const items = agendaOf(papers, month, dossier)
  const open = openMonths(papers, months, dossier)
  const elsewhere = open.find(one => one !== month)
  return (
    <section className="board-agenda" aria-label={words.agenda(month)}>
      <h3 className="board-heading">{words.agenda(month)}</h3>
      <ul>
        {items.map(({ finding, tools, cast, before }) => {
          const { title } = findingWords(committee, finding)
          return (
            <li key={finding} className={cast ? 'board-good' : 'board-open'}>
              <span className={`board-square board-${finding}`} aria-hidden="true">{FINDING_SIGN[finding]}</span>
              <span>
                <strong>{title}</strong>: {tools.length === Object.keys(committee.tools).length ? words.allTools : tools.map(id => toolOf(committee, id).short).join(', ')}
                {cast && <small><span aria-hidden="true">✓ </span>{words.voted(voteWords(committee, cast.vote).title, reasonWords(committee, cast.reason))}</small>}
                {!cast && <small><span aria-hidden="true">! </span>{words.asks}</small>}
              </span>
              <span className="board-agenda-tools">
                {!cast && before && (
                  <Button small disabled={readOnly} aria-label={words.asBeforeOn(voteWords(committee, before.vote).title, title)} onClick={() => onVote(finding, before, `${title}: ${voteWords(committee, before.vote).title.toLowerCase()}`)}>
                    {words.asBefore(voteWords(committee, before.vote).title)}
                  </Button>
                )}
                <Button small look="plain" aria-label={words.paperOn(title)} onClick={() => onPaper(finding)}>{words.paperOf}</Button>
              </span>
            </li>
          )
        })}
      </ul>
      <p className="board-help">{open.length === 0 ? words.allVoted : words.monthsOpen(open.length)}{elsewhere !== undefined && <> <Button small look="plain" onClick={() => onMonth(elsewhere)}>{words.goToMonth(elsewhere)}</Button></>}</p>
    </section>
  )
}
