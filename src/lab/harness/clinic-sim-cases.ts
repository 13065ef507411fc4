/** Hidden people of the clinic, opened like a card of the appointment book: what the plan did with them, and how their day went. */
import { clockWords } from '../../core/event-log.ts'
import type { Quest } from '../../core/quest/schema.ts'
import type { CaseReport } from '../../core/verdict.ts'
import { cellAt, columnOf, metaOf } from '../graph/table.ts'
import { isKnownAt } from '../graph/moment.ts'
import type { Guest } from '../ops/clinic-day.ts'
import type { LivedClinic } from '../ops/clinic-run.ts'
import type { JudgedSet } from './harness.ts'

export interface ClinicSet extends JudgedSet {
  lived: LivedClinic
}

const PER_OUTCOME = 4
/** Minutes from which a wait is long. */
const LONG = 15

interface Kind {
  outcome: string
  is(guest: Guest): boolean
  say(guest: Guest): string
}

const KINDS: readonly Kind[] = [
  {
    outcome: 'shared, came, waited',
    is: ({ seat, extra, waited }) => seat.shared && !extra && waited >= LONG,
    say: ({ waited, seat }) => `The place was given away twice, and this person came all the same. Waited ${Math.round(waited)} minutes. The score had said ${risk(seat.score)}.`,
  },
  {
    outcome: 'helped, came',
    is: ({ seat, extra, arrives }) => seat.help !== 'none' && !extra && arrives !== null,
    say: ({ seat, waited }) => `${seat.help === 'ride' ? 'Offered a seat in the shuttle' : 'Rung up two days before'}, and came. Waited ${Math.round(waited)} minutes. Without help the score said: ${risk(seat.score)}.`,
  },
  {
    outcome: 'stayed away',
    is: ({ seat, extra, arrives }) => seat.help === 'none' && !extra && arrives === null && !seat.shared,
    say: ({ seat }) => `Did not come, and nobody had asked why. The score had said ${risk(seat.score)}.`,
  },
]

export function clinicCases(quest: Quest, sets: readonly ClinicSet[]): CaseReport[] {
  return KINDS.flatMap((kind) => {
    const found = sets.flatMap((set) => set.lived.days
      .filter(({ future }) => future === 0)
      .flatMap(({ guests }) => guests.filter(kind.is).map((guest) => ({ set, guest }))))
      .sort((a, b) => b.guest.waited - a.guest.waited || b.guest.seat.score - a.guest.seat.score)
    const step = Math.max(1, Math.floor(found.length / PER_OUTCOME))
    return Array.from({ length: Math.min(PER_OUTCOME, found.length) }, (_, i) => caseOf(quest, kind, found[i * step] as (typeof found)[number]))
  })
}

function risk(score: number): string {
  return `stays away ${Math.round(score * 100)} times in 100`
}

function caseOf(quest: Quest, kind: Kind, { set, guest }: { set: ClinicSet; guest: Guest }): CaseReport {
  const { table } = set.lived
  const { row } = guest.seat
  const columns = quest.data.case?.sections ?? [{ title: 'Booking', columns: table.meta.filter(({ role }) => role !== 'id').map(({ name }) => name) }]
  const decision = quest.data.hidden[0]?.viewAt ?? 'referral'
  const title = (quest.data.case?.title ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(cellAt(columnOf(table, name), row) ?? 'not known'))
  return {
    id: `${set.seed}/${guest.id}`,
    set: set.label,
    title: [cellAt(columnOf(table, 'name'), row), title].filter(Boolean).join(', '),
    outcome: kind.outcome,
    say: kind.say(guest),
    sections: [
      {
        title: 'The day',
        rows: [
          { column: 'due', label: 'Appointment', value: `day ${guest.seat.day}, ${clockWords(guest.due)}`, known: true },
          { column: 'shares', label: 'Place shared with somebody else', value: guest.seat.shared ? 'yes' : 'no', known: true },
          { column: 'help', label: 'Help to come', value: { none: 'none', call: 'a reminder call', ride: 'a seat in the shuttle' }[guest.seat.help], known: true },
          ...(guest.starts === null ? [] : [{ column: 'starts', label: 'Seen at', value: clockWords(guest.starts), known: false }]),
        ],
      },
      ...columns.map(({ title: heading, columns: names }) => ({
        title: heading,
        rows: names.flatMap((name) => {
          const meta = metaOf(table, name)
          if (!meta) return []
          const { label, unit, availableAt } = meta
          return [{ column: name, label, value: cellAt(columnOf(table, name), row), ...(unit ? { unit } : {}), availableAt, known: isKnownAt(availableAt, decision) }]
        }),
      })),
    ],
  }
}
