import { useId } from 'react'
import { type Finding, NO_REASON, type Ruling, type Vote, VOTES } from '../../core/artefacts/board-dossier.ts'
import { findingWords, reasonWords, voteWords } from '../../lab/governance/committee-words.ts'
import { useCommittee } from './committee.ts'
import { words } from './words.ts'

interface VotePanelProps {
  finding: Finding
  month: number
  ruling: Ruling | null
  readOnly: boolean
  pointed: boolean
  onRule(ruling: Ruling, label: string): void
}

/** The casting vote, and the reason that goes into the minute. It holds for later papers of this kind until another vote. */
export function VotePanel({ finding, month, ruling, readOnly, pointed, onRule }: VotePanelProps) {
  const name = useId()
  const committee = useCommittee()
  const { title } = findingWords(committee, finding)
  const vote = (vote: Vote) => onRule({ vote, reason: ruling?.reason ?? NO_REASON }, `${title}: ${voteWords(committee, vote).title.toLowerCase()}`)
  const because = (reason: string) => onRule({ vote: ruling?.vote ?? 'go', reason }, `${title}: reason`)
  return (
    <div className={pointed ? 'board-vote board-pointed' : 'board-vote'}>
      <fieldset disabled={readOnly}>
        <legend>{words.vote}<small>{words.voteFor(title, month)}</small></legend>
        <div className="board-votes">
          {VOTES.map(one => (
            <label key={one} className={ruling?.vote === one ? 'board-choice board-chosen' : 'board-choice'}>
              <input type="radio" name={name} value={one} checked={ruling?.vote === one} onChange={() => vote(one)} />
              <span>{voteWords(committee, one).title}<small>{voteWords(committee, one).about}</small></span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className="board-reason">
        <span>{words.reason}</span>
        <select className="select" value={ruling?.reason ?? NO_REASON} disabled={readOnly} onChange={event => because(event.target.value)}>
          {[...Object.keys(committee.reasons), NO_REASON].map(one => <option key={one} value={one}>{reasonWords(committee, one)}</option>)}
        </select>
      </label>
    </div>
  )
}
