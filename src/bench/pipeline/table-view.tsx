import { useEffect, useRef, useState } from 'react'
import type { CSSProperties } from 'react'
import { Button } from '../../kit/button.tsx'
import { classNames } from '../../kit/class-names.ts'
import { Icon } from '../../kit/icon.tsx'
import { families } from '../../lab/blocks/catalogue.ts'
import { useBench } from './bench-context.ts'
import { FAMILY_LOOK, iconOf } from './family-look.ts'
import { nodeById, topologicalOrder } from './graph-order.ts'
import { highlighted } from './highlight.ts'
import { sizeWords } from './inspector-entries.ts'
import { NodeSettings } from './node-settings.tsx'
import type { NodeRunState } from './run-state.ts'
import { settingsLine } from './settings-line.ts'

/** The same pipeline as a list of blocks, from source to sink: nothing has to be drawn, everything can be done. */
export function TableView({ states }: { states: ReadonlyMap<string, NodeRunState> }) {
  const { graph } = useBench()
  return (
    <section className="bench-table" aria-label="Pipeline as a table">
      <ol>
        {topologicalOrder(graph).map((node, i) => <NodeRow key={node.id} id={node.id} place={i + 1} state={states.get(node.id) ?? 'idle'} />)}
      </ol>
      <AddRow />
    </section>
  )
}

const STATE_WORDS: Record<NodeRunState, string> = { idle: '', waiting: 'waits', running: 'running now', done: 'done' }

function NodeRow({ id, place, state }: { id: string; place: number; state: NodeRunState }) {
  const { graph, specs, quest, title, locked, remove, readOnly, report, selection, select, highlight } = useBench()
  const open = selection.has(id)
  const row = useRef<HTMLLIElement>(null)
  const pointedAt = highlighted(highlight, 'node') === id
  useEffect(() => {
    if (pointedAt) row.current?.scrollIntoView({ block: 'nearest' })
  }, [pointedAt])
  const node = nodeById(graph, id)
  const spec = specs.get(node?.block ?? '')
  if (!node) return null
  const look = FAMILY_LOOK[spec?.family ?? 'view']
  const result = report?.nodes.find(candidate => candidate.node === id)
  const problem = report?.problems.find(candidate => candidate.node === id)
  const facts = result ? [sizeWords(result), ...result.facts].filter(Boolean).slice(0, 3).join(' · ') : ''
  return (
    <li
      ref={row} className={classNames('bench-row', open && 'bench-row-open', pointedAt && 'bench-pointed', `bench-node-${state}`)}
      style={{ '--family-ink': look.ink, '--family-soft': look.soft } as CSSProperties}
    >
      <h3>
        <button type="button" id={`bench-row-${id}`} className="bench-row-head" aria-expanded={open} onClick={() => select(open ? [] : [id])}>
          <span className="bench-node-icon"><Icon name={spec ? iconOf(spec) : 'warning'} /></span>
          <span className="bench-row-words">
            <span className="bench-row-title">
              {place}. {title(id)} {locked.includes(id) && <Icon name="lock" size={0.875} label="belongs to the quest" />}
              {STATE_WORDS[state] && <em>{STATE_WORDS[state]}</em>}
            </span>
            {spec && <small>{settingsLine(spec, node.params, quest)}</small>}
            {problem ? <small className="bench-row-problem"><Icon name="warning" size={1} /> {problem.say}</small> : facts && <small>{facts}</small>}
          </span>
          <Icon name="chevron-down" className="bench-row-chevron" />
        </button>
      </h3>
      {open && (
        <div className="bench-row-body">
          <NodeSettings node={id} />
          {!locked.includes(id) && !readOnly && <Button small icon="trash" onClick={() => remove([id])}>Remove {title(id)}</Button>}
        </div>
      )}
    </li>
  )
}

function AddRow() {
  const { palette, add, readOnly, selected, title, highlight } = useBench()
  const pointedAt = highlighted(highlight, 'palette')
  const [chosen, setChoice] = useState<string | null>(null)
  const choice = chosen ?? pointedAt ?? palette[0]?.id ?? ''
  const spec = palette.find(candidate => candidate.id === choice)
  if (readOnly) return null
  return (
    <div className={pointedAt ? 'bench-add bench-pointed' : 'bench-add'}>
      <label>
        <span>Add a block</span>
        <select className="select" value={choice} onChange={event => setChoice(event.target.value)}>
          {[...new Set(palette.map(candidate => candidate.family))].map(family => (
            <optgroup key={family} label={families[family].title}>
              {palette.filter(candidate => candidate.family === family).map(candidate => <option key={candidate.id} value={candidate.id}>{candidate.title}</option>)}
            </optgroup>
          ))}
        </select>
      </label>
      <Button icon="plus" disabled={!spec} onClick={() => {
        if (spec) add(spec, { connect: true })
        setChoice(null)
      }}>Add</Button>
      <p className="bench-quiet">
        {spec?.summary} {selected ? `It is joined to ${title(selected)} if it fits there in one way only.` : ''}
      </p>
    </div>
  )
}
