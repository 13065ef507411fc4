/** What is said and written in the board room: findings, votes, reasons, the voices round the table, and the minute. */
import type { Finding, Reason, Vote } from '../../core/artefacts/board-dossier.ts'
import { productWords } from './product-words.ts'
import type { ChangeKind, Evidence, Mode, Sitting } from './year-values.ts'

export const FINDING_WORDS: Readonly<Record<Finding, { title: string; about: string }>> = {
  quiet: { title: 'All quiet', about: 'Nothing that is watched has moved.' },
  volume: { title: 'Busier or other habits', about: 'More or fewer alerts than usual, or staff set more of them aside.' },
  drift: { title: 'Other people', about: 'Those who go through it are not those it was made for.' },
  gap: { title: 'One group is worse off', about: 'What it promises holds for most, and not for one part of town.' },
  calibration: { title: 'A broken promise', about: 'What it says will happen no longer happens.' },
  notice: { title: 'A new version waits', about: 'The vendor asks to send another version.' },
}

export const VOTE_WORDS: Readonly<Record<Vote, { title: string; about: string }>> = {
  go: { title: 'Carry on', about: 'It runs as it is, and we go on watching.' },
  limit: { title: 'Second look', about: 'A person checks every answer. A new version first reads in silence.' },
  pause: { title: 'Stop', about: 'The ward works as it did before, while the tool reads on in silence.' },
  retrain: { title: 'Repair', about: 'Off for a month, refitted on this month\'s records. Or, with the right to go back, the version before.' },
}

export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  'nothing-unusual': 'Nothing out of the ordinary, at the bedside too',
  'results-hold': 'Something changed, and results at the bedside still hold',
  'promise-broken': 'What it promises does not happen any more',
  'group-behind': 'It lets one group of our patients down',
  'untested-here': 'Nobody has tested it on our patients',
  'vendor-green': 'The vendor\'s dashboard is green',
  'safe-side': 'To be on the safe side',
  none: 'No reason given',
}

export const MODE_WORDS: Readonly<Record<Mode, string>> = { go: 'in use', limit: 'in use, with a second look', pause: 'stopped', repair: 'under repair' }

export const CHANGE_WORDS: Readonly<Record<ChangeKind, string>> = {
  units: 'The laboratory began to write creatinine in another unit.',
  coding: 'The coding reform: planned returns no longer count.',
  vendor: 'The vendor sent a new version at night, and told nobody.',
  bus: 'The night bus to the east side stopped.',
  flu: 'The flu season: more people, and sicker ones.',
  rota: 'A new rota: new nurses who set more reminders aside.',
}

export interface Voice {
  name: string
  role: string
  vote: Vote
  say: string
}

type Speaker = (paper: Pick<Sitting, 'finding' | 'product'> & { dashboard: number | null; bought: boolean }) => Omit<Voice, 'name' | 'role'>

const MALIK: Speaker = ({ finding }) => ({
  quiet: { vote: 'go' as const, say: 'My nurses have not mentioned it all month. That is the highest praise they give.' },
  volume: { vote: 'pause' as const, say: 'It rings all day! Turn it off before somebody throws it out of the window.' },
  drift: { vote: 'limit' as const, say: 'The ward is full of people we do not usually see. I would keep an eye on it.' },
  gap: { vote: 'retrain' as const, say: 'I know those families. It is always the same street that we forget.' },
  calibration: { vote: 'pause' as const, say: 'It says they are fine and they are not. I will not ask a nurse to stand beside that.' },
  notice: { vote: 'go' as const, say: 'New is usually better. Usually.' },
}[finding])

const FALK: Speaker = ({ finding, dashboard }) => {
  if (dashboard !== null) return { vote: 'limit', say: 'That figure is the box agreeing with itself. Has anybody looked at a patient?' }
  return {
    quiet: { vote: 'go' as const, say: 'Promised and happened lie close together. That is all I ever ask.' },
    volume: { vote: 'go' as const, say: 'More patients, more alerts. Are they right? Yes? Then leave it alone.' },
    drift: { vote: 'go' as const, say: 'Other people, and it still reads them correctly. Drift is a question. This is the answer.' },
    gap: { vote: 'retrain' as const, say: 'A good mean can hide a bad corner. This one does.' },
    calibration: { vote: 'retrain' as const, say: 'Stopping it is half the work. Somebody has to mend it.' },
    notice: { vote: 'limit' as const, say: 'Let it read beside the old one, on our films, with nobody listening. Then we shall see.' },
  }[finding]
}

const WREN: Speaker = ({ finding, dashboard }) => {
  if (dashboard !== null) return { vote: 'go', say: 'The dashboard is green. It is a lovely green, and it has been all year.' }
  return {
    quiet: { vote: 'go' as const, say: 'No complaints from the machine room. Tea?' },
    volume: { vote: 'go' as const, say: 'The messages have doubled, but every one of them arrived.' },
    drift: { vote: 'pause' as const, say: 'The input chart is red. I was taught to stop things that are red.' },
    gap: { vote: 'limit' as const, say: 'Something on that side of town has changed. It was not me.' },
    calibration: { vote: 'retrain' as const, say: 'Give me a month and this month\'s records, and it will be right again.' },
    notice: { vote: 'go' as const, say: 'The release notes say "improvements". There is a party popper beside it.' },
  }[finding]
}

const HOLM: Speaker = ({ finding, bought }) => ({
  quiet: { vote: 'go' as const, say: 'Minute it all the same. "We looked, and it was well" is also a decision.' },
  volume: { vote: 'go' as const, say: 'Busy is not broken. What does the bedside say?' },
  drift: { vote: 'go' as const, say: 'Watch closely, say so in the minutes, and do not punish a tool for the weather.' },
  gap: { vote: 'limit' as const, say: 'If it is unfair today, it is unfair today. At least put a person beside it.' },
  calibration: { vote: bought ? 'pause' as const : 'retrain' as const, say: bought ? 'Who agreed to this change? I find no signature.' : 'Stop, mend, and write down what we saw first.' },
  notice: { vote: 'limit' as const, say: 'We have a right to say "not yet". It cost us a long afternoon. Use it.' },
}[finding])

const TABLE: readonly (readonly [string, string, Speaker])[] = [
  ['Sister Joan Malik', 'wards', MALIK], ['Dr Ines Falk', 'doctors', FALK], ['Tobias Wren', 'systems', WREN], ['Petra Holm', 'rights and rules', HOLM],
]

/** What the four at the table would vote on a paper, and why. They mean well, and they do not agree; the casting vote is the learner's. */
export function voicesOf(paper: Parameters<Speaker>[0]): Voice[] {
  return TABLE.map(([name, role, speak]) => ({ name, role, ...speak(paper) }))
}

/** Evidence line by line, as it stands in a paper. */
export function evidenceLines({ psi, promised, happened, slope, dashboard, gap, alerts, usualAlerts, overrides, trial }: Evidence): { label: string; value: string }[] {
  const lines = [
    trial && { label: 'In silence, side by side', value: `of ${trial.needed} urgent ones the version in use found ${trial.oldFound}, the new one ${trial.newFound}` },
    promised !== null && happened !== null && { label: 'Promised and happened', value: `${promised} and ${happened}` },
    slope !== null && { label: 'Calibration slope', value: slope.toFixed(2) },
    dashboard !== null && { label: 'Vendor\'s dashboard', value: `${Math.round(dashboard * 100)}% agreement, green` },
    gap !== null && { label: 'East side against the rest', value: `${gap.toFixed(2)} times` },
    psi !== null && { label: 'Other people (PSI)', value: psi.toFixed(2) },
    { label: 'Alerts, and usually', value: `${alerts} and ${usualAlerts}` },
    { label: 'Set aside by staff', value: `${Math.round(overrides * 100)}%` },
  ]
  return lines.filter((line) => line !== false && line !== null)
}

/** The minute of one decision, as the secretary writes it. */
export function minuteOf({ month, product, mode, evidence, finding, ruling, next }: Pick<Sitting, 'month' | 'product' | 'mode' | 'evidence' | 'finding' | 'ruling' | 'next'>): string {
  const { name, ward } = productWords(product)
  return [
    `MINUTE, month ${month}. ${name} (${ward}), ${MODE_WORDS[mode]}.`,
    ...evidenceLines(evidence).map(({ label, value }) => `  ${label}: ${value}`),
    `Finding: ${FINDING_WORDS[finding].title.toLowerCase()}.`,
    ruling ? `Decided: ${VOTE_WORDS[ruling.vote].title.toLowerCase()}. Reason given: ${REASON_WORDS[ruling.reason].toLowerCase()}.` : 'Decided: nothing. The committee has no ruling for such a paper, and went on to the biscuits.',
    `From next month: ${MODE_WORDS[next]}.`,
  ].join('\n')
}
