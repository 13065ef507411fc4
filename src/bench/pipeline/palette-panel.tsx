import { useEffect, useId, useRef, useState } from 'react'
import type { CSSProperties } from 'react'
import { classNames } from '../../kit/class-names.ts'
import { IconButton } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import { families } from '../../lab/blocks/catalogue.ts'
import type { BlockSpec, Family } from '../../lab/graph/block.ts'
import { useBench } from './bench-context.ts'
import { DRAGGED_BLOCK } from './canvas.tsx'
import { FAMILY_LOOK, iconOf } from './family-look.ts'
import { onlyFit } from './graph-edit.ts'
import { highlighted } from './highlight.ts'
import { Legend } from './legend.tsx'

/** The blocks of the quest by family. A click, Enter or a drag puts one on the bench. */
export function PalettePanel({ onAdded }: { onAdded?(): void }) {
  const { palette } = useBench()
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const found = palette.filter(spec => `${spec.title} ${spec.summary} ${families[spec.family].title}`.toLowerCase().includes(wanted))
  const present = [...new Set(found.map(spec => spec.family))]
  return (
    <section className="bench-palette" aria-label="Blocks">
      <div className="bench-search">
        <Icon name="search" size={1.125} />
        <input className="input" type="search" placeholder="Find a block" aria-label="Find a block" value={search} onChange={event => setSearch(event.target.value)} />
      </div>
      <div className="bench-palette-list">
        {found.length === 0 && <p className="bench-quiet">No block is called that. Try another word.</p>}
        {present.map(family => <FamilyGroup key={family} family={family} specs={found.filter(spec => spec.family === family)} onAdded={onAdded} />)}
        <Legend />
      </div>
    </section>
  )
}

function FamilyGroup({ family, specs, onAdded }: { family: Family; specs: BlockSpec[]; onAdded: (() => void) | undefined }) {
  const heading = useId()
  const look = FAMILY_LOOK[family]
  return (
    <section className="bench-family" aria-labelledby={heading} style={{ '--family-ink': look.ink, '--family-soft': look.soft } as CSSProperties}>
      <h3 id={heading} title={families[family].about}>{families[family].title}</h3>
      <ul>{specs.map(spec => <PaletteItem key={spec.id} spec={spec} onAdded={onAdded} />)}</ul>
    </section>
  )
}

function PaletteItem({ spec, onAdded }: { spec: BlockSpec; onAdded: (() => void) | undefined }) {
  const { add, graph, specs, selected, title, readOnly, highlight } = useBench()
  const pointedAt = highlighted(highlight, 'palette') === spec.id
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (pointedAt) item.current?.scrollIntoView({ block: 'nearest' })
  }, [pointedAt])
  const fits = selected !== null && onlyFit(graph, specs, selected, spec) !== null
  const put = (connect: boolean) => {
    add(spec, { connect })
    onAdded?.()
  }
  return (
    // Dragging is for the mouse; the button inside does the same for everybody.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={item} className={classNames('bench-block', pointedAt && 'bench-pointed')} draggable={!readOnly} title={spec.summary}
      onDragStart={event => {
        event.dataTransfer.setData(DRAGGED_BLOCK, spec.id)
        event.dataTransfer.effectAllowed = 'copy'
      }}
    >
      <button type="button" className="bench-block-add" disabled={readOnly} onClick={() => put(false)}>
        <span className="bench-node-icon"><Icon name={iconOf(spec)} size={1.125} /></span>
        <span>
          <strong>{spec.title}</strong>
          <span className="visually-hidden">. Add to the bench. </span>
          <small>{spec.summary}</small>
        </span>
      </button>
      {fits && !readOnly && (
        <IconButton icon="next" small label={`Add ${spec.title} and join it to ${title(selected)}`} className="bench-block-join" onClick={() => put(true)} />
      )}
    </li>
  )
}
