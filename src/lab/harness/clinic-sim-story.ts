/** The trap as a story: a map on which all shared places lie beyond the river, one person who waited, and why the score knew. */
import type { Verdict } from '../../core/verdict.ts'
import { countOf } from '../blocks/say.ts'
import { cellAt, columnOf } from '../graph/table.ts'
import { drawDistricts } from '../ops/district-map.ts'
import { DISTRICTS, sideOf } from '../data/noshow-people.ts'
import type { ClinicSet } from './clinic-sim-cases.ts'

type Story = NonNullable<Verdict['story']>

export function clinicStory(sets: readonly ClinicSet[]): Story {
  const shared = sets.flatMap(({ lived }) => lived.seats.filter((seat) => seat.shared).map((seat) => String(cellAt(columnOf(lived.table, 'district'), seat.row))))
  if (shared.length === 0) return []
  const count = DISTRICTS.map((name) => ({ name, n: shared.filter((district) => district === name).length }))
  const beyond = count.filter(({ name }) => sideOf(name) === 'Harbour side').reduce((sum, { n }) => sum + n, 0)
  const people = sets.reduce((sum, { lived }) => sum + lived.seats.length, 0)
  const living = sets.reduce((sum, { lived }) => sum + lived.seats.filter(({ row }) => cellAt(columnOf(lived.table, 'side'), row) === 'Harbour side').length, 0)
  const map = drawDistricts(count)
  return [
    {
      title: 'A map on Priya\'s wall',
      say: `${countOf(shared.length, 'place')} went to two people at once. ${percentOf(beyond, shared.length)} of them belong to people from two districts beyond the river, where ${percentOf(living, people)} of your patients live.`,
      exhibit: { kind: 'picture', caption: 'One red dot for every hundredth of the shared places, by district', width: map.width, height: map.height, channels: map.channels, pixels: map.pixels, marks: map.marks.map((mark) => ({ ...mark, tone: mark.label.startsWith('Harbour') || mark.label.startsWith('Mill Lane') ? 'missed' : 'note' })) },
    },
    ...longestWait(sets),
    {
      title: 'What the register calls missed',
      say: 'Beyond the river the hospital itself cancelled up to one visit in five, and on strike days no bus came. The register writes "missed" for all of it, and the score learnt where people live. It was right about the bus and wrong about the people: give them a ride, and they come as reliably as anybody.',
    },
  ]
}

function longestWait(sets: readonly ClinicSet[]): Story {
  const waited = sets.flatMap((set) => set.lived.days.filter(({ future }) => future === 0).flatMap(({ guests }) => guests)
    .filter(({ seat, extra }) => seat.shared && !extra && cellAt(columnOf(set.lived.table, 'side'), seat.row) === 'Harbour side')
    .map((guest) => ({ guest, table: set.lived.table })))
  const longest = waited.sort((a, b) => b.guest.waited - a.guest.waited)[0]
  if (!longest || longest.guest.waited < 1) return []
  const { guest, table } = longest
  const name = cellAt(columnOf(table, 'name'), guest.seat.row)
  const missed = Number(cellAt(columnOf(table, 'missedBefore'), guest.seat.row) ?? 0)
  return [{
    title: `${name}, ${cellAt(columnOf(table, 'district'), guest.seat.row)}`,
    say: `${missed === 0 ? 'Has not missed one appointment in two years.' : `Missed ${countOf(missed, 'appointment')} in two years.`} Came on time, found somebody else in the same place, and waited ${Math.round(guest.waited)} minutes.`,
  }]
}

function percentOf(n: number, of: number): string {
  return `${Math.round((100 * n) / Math.max(1, of))} in 100`
}
