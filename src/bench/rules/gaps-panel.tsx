import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import type { RowCoverage } from '../../lab/decision-table/coverage.ts'
import { useRules } from './rules-context.ts'
import { words } from './words.ts'

/** What the table leaves open: cases that no row speaks for, and rows that never speak. */
export function GapsPanel() {
  const { coverage, cases, noun, table, add, readOnly } = useRules()
  if (!coverage || !cases) return <p className="rules-quiet">{words.before(noun.many)}</p>
  const first = table.inputs[0]
  const groups = new Map<string, number>()
  for (const at of coverage.unmatched) {
    const value = String(cases[at]?.one.cells[first?.name ?? ''] ?? words.notKnown)
    groups.set(value, (groups.get(value) ?? 0) + 1)
  }
  const idle = coverage.rows.map((row, at) => ({ row, at })).filter(({ row }) => row.speaks === 0)
  return (
    <div className="rules-gaps">
      <section>
        <h3>{coverage.unmatched.length === 0 ? words.covered(noun.many) : words.gap(coverage.unmatched.length, noun.one, noun.many)}</h3>
        <ul>
          {[...groups].sort((a, b) => b[1] - a[1]).map(([value, n]) => (
            <li key={value}>
              <span><strong>{value}</strong> {n}</span>
              <Button small icon="plus" disabled={readOnly || !first?.values?.includes(value)} onClick={() => first && add(null, { [first.name]: value })}>{words.addFor(value)}</Button>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{idle.length === 0 ? words.allSpeak : words.idle}</h3>
        <ul>{idle.map(({ row, at }) => <IdleRow key={row.row} row={row} at={at} />)}</ul>
      </section>
    </div>
  )
}

function IdleRow({ row, at }: { row: RowCoverage; at: number }) {
  const { activate, noun } = useRules()
  const reason = row.shadowedBy !== null
    ? words.shadow(row.shadowedBy + 1)
    : row.fits > 0 ? words.taken(row.takenBy.slice(0, 3).map(place => place + 1).sort((a, b) => a - b)) : words.fitsNothing(noun.many)
  return (
    <li>
      <span><Icon name="warning" size={1} /> <strong>{words.goTo(at + 1)}</strong> {reason}</span>
      <Button small look="plain" icon="next" aria-label={`Show row ${at + 1}`} onClick={() => activate({ row: row.row, col: -1 }, true)}>Show</Button>
    </li>
  )
}
