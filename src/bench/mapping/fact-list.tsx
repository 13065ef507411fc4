import { classNames } from '../../kit/class-names.ts'
import { type Fact, factsOf, newestFirst } from '../../lab/records/facts.ts'
import type { Records } from '../../lab/graph/ports.ts'
import { said } from './records-words.ts'

interface FactListProps {
  records: Records
  row: number
  /** Kinds that the open row reads. */
  read: ReadonlySet<string>
  at: string | null
  tabIndex(kind: string): 0 | -1
  choose(kind: string): void
}

/** What papers say of the record on show, kind by kind, the newest first. */
export function FactList({ records: { shape, table }, row, read, at, tabIndex, choose }: FactListProps) {
  const facts = factsOf(shape, table, row)
  return Object.entries(shape.facts ?? {}).map(([kind, { label, unit }]) => {
    const papers = newestFirst(facts.get(kind) ?? [])
    return (
      <button
        key={kind} type="button" data-rove={kind} tabIndex={tabIndex(kind)}
        className={classNames('mapping-field', 'mapping-record-field', papers.length === 0 ? 'mapping-field-empty' : 'mapping-field-value', read.has(kind) && 'mapping-field-read', kind === at && 'mapping-field-at')}
        onClick={() => choose(kind)} onFocus={() => choose(kind)} onMouseEnter={() => choose(kind)}
      >
        <small><code>{kind}</code> {unit ? `${label}, ${unit}` : label}</small>
        {papers.length === 0
          ? <span>{said.noPaper}</span>
          : <span className="mapping-papers">{papers.map(fact => <span key={JSON.stringify(fact)}><b>{fact.value}</b> {paperWords(fact)}</span>)}</span>}
      </button>
    )
  })
}

function paperWords({ source, date, days, side, sure }: Fact): string {
  return [source, date, days === null ? '' : said.daysAgo(days), side, sure < 1 ? said.sure(sure) : ''].filter(Boolean).join(' · ')
}
