/** The trap as a story: a map on which all shared places lie beyond the river, one person who waited, and why the score knew. */
import { clockWords } from '../../core/event-log.ts'
import type { Exhibit, Tone, Verdict } from '../../core/verdict.ts'
import { countOf } from '../blocks/say.ts'
import { cellAt, columnOf } from '../graph/table.ts'
import { drawDistricts } from '../ops/district-map.ts'
import { DISTRICTS, sideOf } from '../data/noshow-people.ts'
import type { Guest, LivedSession } from '../ops/clinic-day.ts'
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
      ...registerLines(sets),
    },
  ]
}

function longestWait(sets: readonly ClinicSet[]): Story {
  const waited = sets.flatMap((set) => set.lived.days.filter(({ future }) => future === 0).flatMap(({ guests }) => guests)
    .filter(({ seat, extra, arrives, due }) => seat.shared && !extra && arrives !== null && arrives <= due && cellAt(columnOf(set.lived.table, 'side'), seat.row) === 'Harbour side')
    .map((guest) => ({ guest, table: set.lived.table, lived: set.lived.days, day: guest.seat.day })))
  const longest = waited.sort((a, b) => b.guest.waited - a.guest.waited)[0]
  if (!longest || longest.guest.waited < 1) return []
  const { guest, table } = longest
  const name = cellAt(columnOf(table, 'name'), guest.seat.row)
  const missed = Number(cellAt(columnOf(table, 'missedBefore'), guest.seat.row) ?? 0)
  return [{
    title: `${name}, ${cellAt(columnOf(table, 'district'), guest.seat.row)}`,
    say: `${missed === 0 ? 'Has not missed one appointment in two years.' : `Missed ${countOf(missed, 'appointment')} in two years.`} Came on time, found somebody else in the same place, and waited ${Math.round(guest.waited)} minutes.`,
    exhibit: pageOfTheBook(longest, String(name)),
  }]
}

/** The appointment book at that hour: two names in one line of time. */
function pageOfTheBook({ guest, lived, day }: { guest: Guest; lived: readonly LivedSession[]; day: number }, name: string): Exhibit {
  const other = lived.find((session) => session.day === day && session.future === 0 && session.session === guest.seat.session)?.guests.find(({ extra, seat }) => extra && seat.id === guest.seat.id)
  const lines: MarkedLine[] = [
    { line: `${clockWords(guest.due)}  ${name}`, mark: name, label: guest.starts === null ? 'not seen' : `seen at ${clockWords(guest.starts)}`, tone: 'missed' },
    ...(other?.who ? [{ line: `${clockWords(other.due)}  ${other.who.name}`, mark: other.who.name, label: 'rung up the evening before', tone: 'note' } as const] : []),
  ]
  return markedLines(`The appointment book, day ${day}`, lines)
}

const WHY: readonly { why: string; label: string; tone: Tone }[] = [
  { why: 'hospital cancelled', label: 'the hospital cancelled it', tone: 'wrong' },
  { why: 'bus strike', label: 'no bus came that day', tone: 'wrong' },
  { why: 'did not come', label: 'did not come', tone: 'right' },
]

/** One line of the register for each reason, and what the register makes of it. */
function registerLines(sets: readonly ClinicSet[]): { exhibit?: Exhibit } {
  const lines = WHY.flatMap(({ why, label, tone }): MarkedLine[] => {
    for (const { lived: { table } } of sets) {
      const row = table.ids.findIndex((_, at) => cellAt(columnOf(table, 'missedWhy'), at) === why && cellAt(columnOf(table, 'side'), at) === 'Harbour side')
      if (row >= 0) return [{ line: `${cellAt(columnOf(table, 'name'), row)}, ${cellAt(columnOf(table, 'district'), row)}: missed`, mark: 'missed', label, tone }]
    }
    return []
  })
  return lines.length > 0 ? { exhibit: markedLines('Lines of the register, and what lay behind them', lines) } : {}
}

interface MarkedLine {
  line: string
  /** The end of the line, which is marked. */
  mark: string
  label: string
  tone: Tone
}

function markedLines(caption: string, lines: readonly MarkedLine[]): Exhibit {
  let at = 0
  const spans = lines.map(({ line, mark, label, tone }) => {
    const to = at + line.length
    at = to + 1
    return { from: to - mark.length, to, label, tone }
  })
  return { kind: 'text', caption, text: lines.map(({ line }) => line).join('\n'), spans }
}

function percentOf(n: number, of: number): string {
  return `${Math.round((100 * n) / Math.max(1, of))} in 100`
}
