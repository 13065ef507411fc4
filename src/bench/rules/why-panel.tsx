import { useEffect, useRef } from 'react'
import { Button } from '../../kit/button.tsx'
import { classNames } from '../../kit/class-names.ts'
import { Icon } from '../../kit/icon.tsx'
import { writeTest } from '../../lab/decision-table/unary-test.ts'
import { type CellWhy, type RowWhy, why } from '../../lab/decision-table/why.ts'
import { saysWords } from './cell-text.ts'
import { factsIn, type RuledCase } from './rule-cases.ts'
import { useRules } from './rules-context.ts'
import { words } from './words.ts'

/** From one case back to the row that spoke, and why each row above it did not. */
export function WhyPanel({ ruled }: { ruled: RuledCase }) {
  const { table, compiled, openPage } = useRules()
  const { one, says, wanted, hits, disputed } = ruled
  const heading = useRef<HTMLHeadingElement>(null)
  const facts = factsIn(table, one)
  const rows = why(compiled, facts)
  const last = table.hit === 'FIRST' ? hits[0] : undefined
  const read = last === undefined ? rows : rows.slice(0, last + 1)
  const asked = new Set(read.flatMap(({ cells }) => (cells.some(({ verdict }) => verdict === false) ? [] : cells.map(({ input }) => input))))
  const page = typeof one.cells['policy'] === 'string' ? one.cells['policy'] : null
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section aria-label={words.why}>
      <h3 ref={heading}>{words.why} {[one.id, one.cells['name']].filter(Boolean).join(', ')}</h3>
      <dl className="rules-facts">
        {table.inputs.map(({ label, name, unit }, i) => {
          const fact = facts[i] ?? null
          // What is missing matters only where a row asked for it.
          if (fact === null && !asked.has(name)) return null
          return <div key={name} className={fact === null ? 'rules-fact-missing' : ''}><dt>{label}</dt><dd>{fact === null ? words.notKnown : `${fact}${unit ? ` ${unit}` : ''}`}</dd></div>
        })}
      </dl>
      <dl className="rules-verdicts">
        <div><dt>{words.given}</dt><dd>{hits.length === 0 ? words.nobody : saysWords(table, says)}</dd></div>
        {Object.keys(wanted).length > 0 && (
          <div>
            <dt>{words.wanted(table.book !== undefined)}</dt>
            <dd>{saysWords(table, wanted)} {page && table.book && <Button small look="plain" icon="book" onClick={() => openPage(page)}>{words.page(page)}</Button>}</dd>
          </div>
        )}
      </dl>
      {table.outputs.map(({ name, label, values }) => disputed.includes(name) && <p key={name} className="rules-quiet">{words.prevails(hits.map(at => at + 1), label, says[name]?.[0] ?? '', values)}</p>)}
      <ol className="rules-trace">{read.map(row => <TraceLine key={row.row} row={row} />)}</ol>
      {hits.length === 0 && <p className="rules-quiet">{words.noRowSpoke}</p>}
      {read.length < rows.length && <p className="rules-quiet">{words.below(rows.length - read.length)}</p>}
    </section>
  )
}

function TraceLine({ row }: { row: RowWhy }) {
  const { activate } = useRules()
  const failing = row.cells.find(({ verdict }) => verdict === false) ?? row.cells.find(({ verdict }) => verdict === null)
  const reason = row.how === 'silent' && failing ? reasonWords(failing) : words.how[row.how]
  return (
    <li className={classNames('rules-trace-row', `rules-trace-${row.how}`)}>
      <button type="button" onClick={() => activate({ row: row.row, col: -1 }, true)}>
        <Icon name={row.how === 'fired' ? 'talk' : row.how === 'broken' ? 'warning' : 'minus'} size={1} />
        <span><strong>{words.goTo(row.at + 1)}</strong> {reason}</span>
      </button>
    </li>
  )
}

function reasonWords({ label, value, test, verdict }: CellWhy): string {
  return verdict === null ? words.missing(label) : words.fails(label, value === null ? words.notKnown : String(value), writeTest(test))
}
