/** What is written down and said of one paper: its evidence, its minute, the voices round the table. */
import { type Finding, type Vote } from '../../core/artefacts/board-dossier.ts'
import type { CommitteeSpec, ToolSpec } from './committee-spec.ts'
import { findingWords, reasonWords, voteWords } from './committee-words.ts'
import type { Evidence, Mode, Sitting } from './year-values.ts'

export const MODE_WORDS: Readonly<Record<Mode, string>> = { go: 'in use', limit: 'in use, with a second look', pause: 'stopped', repair: 'under repair' }

/** @throws RangeError for a tool that the committee does not answer for */
export function toolOf({ tools }: Pick<CommitteeSpec, 'tools'>, id: string): ToolSpec {
  const tool = Object.hasOwn(tools, id) ? tools[id] : undefined
  if (!tool) throw new RangeError(`there is no tool "${id}"`)
  return tool
}

export interface Voice {
  name: string
  role: string
  vote: Vote
  say: string
}

/** What those at the table would vote on a paper, and why. They mean well, and they do not agree; the casting vote is the learner's. */
export function voicesOf({ table }: CommitteeSpec, { finding, bought, dashboard }: { finding: Finding; bought: boolean; dashboard: number | null }): Voice[] {
  return table.flatMap(({ name, role, says, ofBought }) => {
    const said = (dashboard === null ? undefined : says.dashboard) ?? (bought ? ofBought[finding] : undefined) ?? says[finding]
    return said ? [{ name, role, ...said }] : []
  })
}

/** Evidence line by line, as it stands in a paper. */
export function evidenceLines(committee: CommitteeSpec, tool: string, { psi, promised, happened, slope, dashboard, gap, alerts, usualAlerts, overrides, trial }: Evidence): { label: string; value: string }[] {
  const lines = [
    trial && { label: 'In silence, side by side', value: `of ${trial.needed} ${toolOf(committee, tool).counts} the version in use found ${trial.oldFound}, the new one ${trial.newFound}` },
    promised !== null && happened !== null && { label: 'Promised and happened', value: `${promised} and ${happened}` },
    slope !== null && { label: 'Calibration slope', value: slope.toFixed(2) },
    dashboard !== null && { label: 'Vendor\'s dashboard', value: `${Math.round(dashboard * 100)}% agreement, green` },
    gap !== null && { label: `${committee.group.short} against the rest`, value: `${gap.toFixed(2)} times` },
    psi !== null && { label: 'Other people (PSI)', value: psi.toFixed(2) },
    { label: 'Alerts, and usually', value: `${alerts} and ${usualAlerts}` },
    { label: 'Set aside by staff', value: `${Math.round(overrides * 100)}%` },
  ]
  return lines.filter((line) => line !== false && line !== null)
}

/** The minute of one decision, as the secretary writes it. */
export function minuteOf(committee: CommitteeSpec, { month, product, mode, evidence, finding, ruling, next }: Pick<Sitting, 'month' | 'product' | 'mode' | 'evidence' | 'finding' | 'ruling' | 'next'>): string {
  const { name, ward } = toolOf(committee, product)
  return [
    `MINUTE, month ${month}. ${name} (${ward}), ${MODE_WORDS[mode]}.`,
    ...evidenceLines(committee, product, evidence).map(({ label, value }) => `  ${label}: ${value}`),
    `Finding: ${findingWords(committee, finding).title.toLowerCase()}.`,
    ruling ? `Decided: ${voteWords(committee, ruling.vote).title.toLowerCase()}. Reason given: ${reasonWords(committee, ruling.reason).toLowerCase()}.` : `Decided: ${committee.undecided.replace(/\.$/, '')}.`,
    `From next month: ${MODE_WORDS[next]}.`,
  ].join('\n')
}
