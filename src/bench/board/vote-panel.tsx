import { useId } from 'react'
import { type Finding, type Reason, REASONS, type Ruling, type Vote, VOTES } from '../../core/artefacts/board-dossier.ts'
import { FINDING_WORDS, REASON_WORDS, VOTE_WORDS } from '../../lab/governance/committee-words.ts'
import { words } from './words.ts'

interface VotePanelProps {
  finding: Finding
  ruling: Ruling | null
  readOnly: boolean
  pointed: boolean
  onRule(ruling: Ruling, label: string): void
}

/** The casting vote, and the reason that goes into the minute. It holds for every paper of this kind. */
export function VotePanel({ finding, ruling, readOnly, pointed, onRule }: VotePanelProps) {
  const name = useId()
  const { title } = FINDING_WORDS[finding]
  const vote = (vote: Vote) => onRule({ vote, reason: ruling?.reason ?? 'none' }, `${title}: ${VOTE_WORDS[vote].title.toLowerCase()}`)
  const because = (reason: Reason) => onRule({ vote: ruling?.vote ?? 'go', reason }, `${title}: reason`)
  return (
    <div className={pointed ? 'board-vote board-pointed' : 'board-vote'}>
      <fieldset disabled={readOnly}>
        <legend>{words.vote}<small>{words.voteFor(title)}</small></legend>
        <div className="board-votes">
          {VOTES.map(one => (
            <label key={one} className={ruling?.vote === one ? 'board-choice board-chosen' : 'board-choice'}>
              <input type="radio" name={name} value={one} checked={ruling?.vote === one} onChange={() => vote(one)} />
              <span>{VOTE_WORDS[one].title}<small>{VOTE_WORDS[one].about}</small></span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className="board-reason">
        <span>{words.reason}</span>
        <select className="select" value={ruling?.reason ?? 'none'} disabled={readOnly} onChange={event => because(event.target.value as Reason)}>
          {REASONS.map(one => <option key={one} value={one}>{REASON_WORDS[one]}</option>)}
        </select>
      </label>
    </div>
  )
}
