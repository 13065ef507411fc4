import { classNames } from '../../kit/class-names.ts'
import { type Fact, type Facts, newestFirst } from '../../lab/records/facts.ts'
import type { Records } from '../../lab/graph/ports.ts'
import { said } from './records-words.ts'

interface FactListProps {
  records: Records
  facts: Facts
  /** Kinds that the open row reads. */
  read: ReadonlySet<string>
  at: string | null
  tabIndex(kind: string): 0 | -1
  choose(kind: string): void
}

/** What papers say of the record on show, kind by kind, the newest first. */
export function FactList({ records: { shape }, facts, read, at, tabIndex, choose }: FactListProps) {
  const kinds = Object.entries(shape.facts ?? {})
  const silent = kinds.filter(([kind]) => !facts.get(kind)?.length).map(([kind]) => kind)
  return (
    <>
      {kinds.filter(([kind]) => !silent.includes(kind)).map(([kind, { label }]) => (
        <button
          key={kind} type="button" data-rove={kind} tabIndex={tabIndex(kind)}
          className={classNames('mapping-field', 'mapping-record-field', 'mapping-field-value', read.has(kind) && 'mapping-field-read', kind === at && 'mapping-field-at')}
          onClick={() => choose(kind)} onFocus={() => choose(kind)} onMouseEnter={() => choose(kind)}
        >
          <small><code>{kind}</code> {label}</small>
          <span className="mapping-papers">{newestFirst(facts.get(kind) ?? []).map(fact => <span key={JSON.stringify(fact)}><b>{fact.value}</b> {paperWords(fact)}</span>)}</span>
        </button>
      ))}
      {silent.length > 0 && <p className="mapping-quiet">{said.noPaper(silent)}</p>}
    </>
  )
}

function paperWords({ source, date, days, side, sure }: Fact): string {
  return [source, date, days === null ? '' : said.daysAgo(days), side, sure < 1 ? said.sure(sure) : ''].filter(Boolean).join(' · ')
}
