import { useRef, useState } from 'react'
import { readSourceOf } from '../../lab/interop/map/compile-map.ts'
import { readWhenOf } from '../../lab/interop/map/when.ts'
import { recordSides } from '../../lab/records/sides.ts'
import type { Records } from '../../lab/graph/ports.ts'
import { factsOf, NO_FACTS } from '../../lab/records/facts.ts'
import { textOfField } from '../../lab/records/field-text.ts'
import { Button } from '../../kit/button.tsx'
import { classNames } from '../../kit/class-names.ts'
import { FactList } from './fact-list.tsx'
import { useMapping } from './mapping-context.ts'
import { said } from './records-words.ts'
import { useRoving } from './use-roving.ts'
import { words } from './words.ts'

/** The record as it came: each field with its name and what its sender wrote, then what papers say. */
export function RecordPane({ records }: { records: Records }) {
  const { index, shown, table, row, addRow, readOnly, sides } = useMapping()
  const { fields } = records.shape
  const [at, setAt] = useState<string | null>(null)
  const facts = shown ? factsOf(records.shape, records.table, index) : NO_FACTS
  const kinds = [...facts.keys()].filter(kind => facts.get(kind)?.length)
  const group = useRef<HTMLDivElement>(null)
  const roving = useRoving(group, [...fields, ...kinds])
  const read = fieldsReadBy(records, table.rows.find(({ id }) => id === row))
  const chosen = sides.sources.find(({ path }) => path === at)
  return (
    <section className="mapping-pane mapping-source" aria-label={said.source}>
      <h3>{said.source}</h3>
      {kinds.length === 0 && <p className="mapping-quiet">{shown?.sample.title}</p>}
      <div className="mapping-lines" ref={group} role="toolbar" tabIndex={-1} aria-label={said.help} aria-orientation="vertical" onKeyDown={roving.onKeyDown} onFocus={roving.onFocus}>
        {fields.map((name) => {
          const text = shown ? textOfField(records.table, name, index) : ''
          return (
            <button
              key={name} type="button" data-rove={name} tabIndex={roving.tabIndex(name, name === fields[0])}
              className={classNames('mapping-field', 'mapping-record-field', text === '' ? 'mapping-field-empty' : 'mapping-field-value', read.has(name) && 'mapping-field-read', name === at && 'mapping-field-at')}
              onClick={() => setAt(name)} onFocus={() => setAt(name)} onMouseEnter={() => setAt(name)}
            >
              <small><code>{name}</code> {sides.sources.find(({ path }) => path === name)?.name}</small>
              <span>{text === '' ? 'empty' : text}</span>
            </button>
          )
        })}
        {shown && <FactList records={records} facts={facts} read={read} at={at} tabIndex={kind => roving.tabIndex(kind, false)} choose={setAt} />}
      </div>
      {chosen
        ? (
            <div className="mapping-foot">
              <p><strong>{chosen.path}</strong> {chosen.name}</p>
              {!readOnly && <Button small icon="plus" onClick={() => addRow({ from: chosen.path })}>{words.rowFrom}</Button>}
            </div>
          )
        : <p className="mapping-foot mapping-quiet">{said.help}</p>}
    </section>
  )
}

function fieldsReadBy({ shape }: Records, row: { from: string; when: string } | undefined): Set<string> {
  if (!row) return new Set()
  const { from: places } = recordSides(shape)
  const source = readSourceOf(row.from, places)
  const when = readWhenOf(row.when, places)
  const paths = [...(typeof source !== 'string' && source.kind === 'fields' ? source.paths : []), ...(when.ok ? when.clauses.map(({ path }) => path) : [])]
  return new Set(paths.flatMap(path => ('field' in path ? [path.field] : 'fact' in path ? [path.fact] : [])))
}
