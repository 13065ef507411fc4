/** The trap of a service as a story: one day as it was planned beside how it went, and one person whom that meant. */
import type { Quest } from '../../core/quest/schema.ts'
import type { Exhibit, Verdict } from '../../core/verdict.ts'
import { countOf } from '../blocks/say.ts'
import { groupWaits, waitsAt } from '../ops/flow/flow-figures.ts'
import { dayNames, tellingFuture } from '../ops/flow/flow-log.ts'
import { nameIn } from '../ops/flow/flow-views.ts'
import { DAY, stationsOf } from '../ops/flow/spec.ts'
import { chartTitle } from './case-chart.ts'
import { clockOf, fateOf, type FlowSet, type OneCase, sayHome } from './flow-sim-cases.ts'

type Story = NonNullable<Verdict['story']>

export function flowStory(quest: Quest, sets: readonly FlowSet[]): Story {
  return sets[0]?.spec.schedule ? listStory(quest, sets) : placesStory(quest, sets)
}

/** The set and the future in which most were sent home. */
function listStory(quest: Quest, sets: readonly FlowSet[]): Story {
  const worst = sets.map((set) => ({ set, which: tellingFuture(set.futures) })).flatMap(({ set, which }) => (which === null ? [] : [{ set, future: set.futures[which] as FlowSet['futures'][number] }]))
    .sort((a, b) => homeIn(b.future).length - homeIn(a.future).length)[0]
  if (!worst) return []
  const { set, future } = worst
  const home = homeIn(future)
  const [first] = home
  const one: OneCase | null = first ? { set, future, row: first.row } : null
  return [
    { title: `${set.label}: the week as it was planned`, say: 'Every list ended before closing time on paper. Beside it, how many were operated on, and when the last was over.', exhibit: listsExhibit(worst) },
    ...(one ? [{ title: nameIn(future, one.row), say: `${titleOf(quest, one)}. ${sayHome(one)}` }] : []),
    { title: 'How many that was', say: `In this future ${countOf(home.length, 'person was', 'people were')} sent home, ${home.filter(({ cancelled }) => cancelled?.why === 'no bed').length} of them because no bed was free. The mean was right all along; days do not come as means.` },
  ]
}

/** As on a chart, without the name: the panel has it already. */
function titleOf(quest: Quest, { set, future, row }: OneCase): string {
  return chartTitle(quest, { ...future.table, meta: set.meta }, row).replace(`${nameIn(future, row)}, `, '')
}

function homeIn({ lived }: FlowSet['futures'][number]) {
  return lived.fates.filter(({ cancelled }) => cancelled)
}

function listsExhibit({ set, future }: Pick<OneCase, 'set' | 'future'>): Exhibit {
  const { lived } = future
  const place = lived.places.get(set.spec.schedule?.station ?? '')
  const clock = clockOf({ set, future, row: 0 })
  const lists = [...new Set(lived.laid.places.map(({ unit, day }) => `${day}/${unit}`))].map((key) => key.split('/').map(Number) as [number, number])
  const rows = lists.map(([day, unit]) => {
    const planned = lived.laid.places.filter((one) => one.day === day && one.unit === unit)
    const end = Math.max(...planned.map(({ due, expected }) => due + expected))
    const begun = lived.visits.filter((visit) => visit.station === place?.id && visit.unit === unit && fateOf({ set, future, row: visit.row }).place?.day === day)
    const real = Math.max(0, ...begun.map(({ ends }) => ends ?? lived.minutes))
    return {
      path: `${dayNames(set.spec)[day]}, ${place?.units[unit]?.label ?? unit}`, wanted: `${planned.length} by ${clock(end)}`, got: begun.length === 0 ? 'nobody' : `${begun.length} by ${clock(real)}`,
      ok: begun.length === planned.length && real <= day * DAY + (place?.to ?? DAY), lost: planned.length - begun.length + (real - end) / DAY,
    }
  }).sort((one, other) => other.lost - one.lost)
  return { kind: 'diff', caption: 'Cases of each list and its planned end, beside what came of it: the worst first', heads: ['Planned', 'Came of it', 'Kept?'], rows: rows.slice(0, 8).map(({ path, wanted, got, ok }) => ({ path, wanted, got, ok })) }
}

/** Who waits by place, and the one who waited longest at the place that waits longest. */
function placesStory(quest: Quest, sets: readonly FlowSet[]): Story {
  const [set] = sets
  const by = set?.spec.place
  const step = set?.spec.steps[0]
  if (!set || !step || by === undefined) return []
  const groups = groupWaits(sets.flatMap(({ futures }) => futures), { at: stationsOf(step), by })
  const [worst, best] = [groups[0], groups.at(-1)]
  if (!worst || !best) return []
  const longest = sets.flatMap((one) => one.futures.slice(0, 1).flatMap((future) => waitsAt(future, { at: stationsOf(step), where: `${by} == '${worst.group}'` }).map(({ row, minutes }) => ({ set: one, future, row, minutes }))))
    .sort((a, b) => b.minutes - a.minutes)[0]
  return [
    {
      title: 'A map with one dark place', say: `On average everything looks well. In ${worst.group} people waited ${Math.round(worst.minutes)} minutes, in ${best.group} ${Math.round(best.minutes)}.`,
      exhibit: { kind: 'diff', caption: 'Minutes until somebody was there, by place', heads: ['Best served', 'Here', 'Near it?'], rows: groups.map(({ group, minutes }) => ({ path: group, wanted: Math.round(best.minutes), got: Math.round(minutes), ok: minutes <= best.minutes * 1.5 })) },
    },
    ...(longest ? [{ title: `${nameIn(longest.future, longest.row)}, ${worst.group}`, say: `${titleOf(quest, longest)}. Waited ${Math.round(longest.minutes)} minutes from ${clockOf(longest)(fateOf(longest).comes)} on.` }] : []),
  ]
}
