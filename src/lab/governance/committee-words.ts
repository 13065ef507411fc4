/** What any board room says where a quest does not say it otherwise: kinds of paper, votes, reasons. */
import type { Finding, Vote } from '../../core/artefacts/board-dossier.ts'

const FINDING_WORDS: Readonly<Record<Finding, { title: string; about: string }>> = {
  quiet: { title: 'All quiet', about: 'Nothing that is watched has moved.' },
  volume: { title: 'Busier or other habits', about: 'More or fewer alerts than usual, or staff set more of them aside.' },
  drift: { title: 'Other people', about: 'Those who go through it are not those it was made for.' },
  gap: { title: 'One group is worse off', about: 'What it promises holds for most, and not for one part of town.' },
  calibration: { title: 'A broken promise', about: 'What it says will happen no longer happens.' },
  notice: { title: 'A new version waits', about: 'The vendor asks to send another version.' },
}

const VOTE_WORDS: Readonly<Record<Vote, { title: string; about: string }>> = {
  go: { title: 'Carry on', about: 'It runs as it is, and we go on watching.' },
  limit: { title: 'Second look', about: 'A person checks every answer. A new version first reads in silence.' },
  pause: { title: 'Stop', about: 'The ward works as it did before, while the tool reads on in silence.' },
  retrain: { title: 'Repair', about: 'Off for a month, refitted on this month\'s records. Or, with the right to go back, the version before.' },
}

export const DEFAULT_REASONS: Readonly<Record<string, { say: string; fits: Finding[] }>> = {
  'nothing-unusual': { say: 'Nothing out of the ordinary, at the bedside too', fits: ['quiet'] },
  'results-hold': { say: 'Something changed, and results at the bedside still hold', fits: ['volume', 'drift'] },
  'promise-broken': { say: 'What it promises does not happen any more', fits: ['calibration'] },
  'group-behind': { say: 'It lets one group of our patients down', fits: ['gap'] },
  'untested-here': { say: 'Nobody has tested it on our patients', fits: ['notice'] },
  'vendor-green': { say: 'The vendor\'s dashboard is green', fits: [] },
  'safe-side': { say: 'To be on the safe side', fits: [] },
}

interface Said {
  title: string
  about: string
}

/** A quest's own words, or those of any committee. */
interface OwnWords {
  findings: Partial<Record<Finding, Said>>
  votes: Partial<Record<Vote, Said>>
  reasons: Readonly<Record<string, { say: string }>>
}

export function findingWords({ findings }: Pick<OwnWords, 'findings'>, finding: Finding): Said {
  return findings[finding] ?? FINDING_WORDS[finding]
}

export function voteWords({ votes }: Pick<OwnWords, 'votes'>, vote: Vote): Said {
  return votes[vote] ?? VOTE_WORDS[vote]
}

/** A reason that the committee does not know is none. */
export function reasonWords({ reasons }: Pick<OwnWords, 'reasons'>, reason: string): string {
  return (Object.hasOwn(reasons, reason) ? reasons[reason]?.say : undefined) ?? 'No reason given'
}
