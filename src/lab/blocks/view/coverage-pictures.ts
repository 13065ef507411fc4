/** Whether a forecast with its spread holds: as many below each quantile as it says, in every group. */
import type { View } from '../../../core/verdict.ts'
import type { ForetoldSet } from '../../graph/ports.ts'
import { columnOf } from '../../graph/table.ts'
import { atLevel, coverage } from '../../ml/quantiles.ts'

/** More than these are no groups, they are single rows. */
const MOST_GROUPS = 12
/** So much less than promised is worth a mark, where the group is large enough for it not to be chance. */
const SLACK = 0.05

/** Two standard errors of a share, at least the slack: fewer held than this is no luck. */
function clearlyLess(share: number, n: number, q: number): boolean {
  return share < q - Math.max(SLACK, 2 * Math.sqrt((q * (1 - q)) / n))
}

/** Share of a group that the forecast held. */
interface GroupCovered { group: string; share: number; n: number }

/** By row, at one level. */
export function forecastAt({ ids, at }: Pick<ForetoldSet, 'ids' | 'at'>, levels: readonly number[], q: number): Float64Array {
  return Float64Array.from(ids, (_, row) => atLevel(levels, at.subarray(row * levels.length, (row + 1) * levels.length), q))
}

/** Empty where nobody knows yet what came of it. */
export function coverageViews(set: ForetoldSet, levels: readonly number[], { q, by = '' }: { q: number; by?: string }): View[] {
  const held = levels.flatMap((level): [number, number][] => {
    const share = coverage(set.y, forecastAt(set, levels, level))
    return share === null ? [] : [[Math.round(level * 100), Math.round(share * 1000) / 10]]
  })
  if (held.length === 0) return []
  const groups = groupsOf(set, levels, q, by)
  return [
    {
      view: 'lines', title: 'Does the spread hold?', say: 'For each level of the forecast: of 100 test rows, how many came out at or below it. Where the forecast is honest, both lines are one.',
      x: 'said, of 100', y: 'came true, of 100',
      series: [{ name: 'Came true', points: held }, { name: 'As promised', points: held.map(([level]) => [level, level]) }],
    },
    ...(groups.length === 0 ? [] : [coverageBars(`By ${by}: at or below the ${Math.round(q * 100)}th`, q, groups)]),
  ]
}

/** Of a hundred of each group, how many the forecast held. */
export function coverageBars(title: string, q: number, groups: readonly GroupCovered[]): View {
  const promised = Math.round(q * 100)
  return {
    view: 'bars', title, say: `Of 100 in each group, how many came out at or below the forecast. Promised: ${promised}. A cross marks groups that were promised clearly too much.`, unit: 'of 100',
    rows: groups.map(({ group, share, n }) => ({ label: group || 'missing', value: Math.round(share * 1000) / 10, tone: clearlyLess(share, n, q) ? 'missed' as const : 'note' as const })),
  }
}

function groupsOf({ ids, at, y, table }: ForetoldSet, levels: readonly number[], q: number, by: string): GroupCovered[] {
  const column = columnOf(table, by)
  if (!column) return []
  const words = Array.from(column.values, String)
  const names = [...new Set(words)].sort()
  if (names.length > MOST_GROUPS) return []
  const forecast = forecastAt({ ids, at }, levels, q)
  return names.flatMap((group) => {
    const rows = words.flatMap((word, row) => (word === group ? [row] : []))
    const share = coverage(rows.map((row) => y[row] as number), rows.map((row) => forecast[row] as number))
    return share === null ? [] : [{ group, share, n: rows.length }]
  })
}
