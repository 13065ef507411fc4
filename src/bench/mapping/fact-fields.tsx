import type { MapRow } from '../../core/artefacts/map-table.ts'
import { Field } from '../../kit/field.tsx'
import { Switch } from '../../kit/switch.tsx'
import { replaced } from './map-edit.ts'
import { useMapping } from './mapping-context.ts'
import { said } from './records-words.ts'
import { words } from './words.ts'

/** Where a row reads facts: which of several it takes, and whether the paper goes along. */
export function FactFields({ row }: { row: MapRow }) {
  const { table, sides, changeRows, readOnly } = useMapping()
  const kinds = sides.facts ?? []
  if (!kinds.some(kind => row.from.trim() === kind || row.when.split(/\s+/).some(word => word.replace('@', '').startsWith(`${kind}.`)))) return null
  const change = (patch: Partial<MapRow>, gesture: string) => changeRows(replaced(table.rows, row.id, patch), words.editing.row, `${row.id}.${gesture}`)
  return (
    <div className="mapping-fact-fields">
      <Field label={said.pick} help={said.pickHelp}>
        {control => (
          <select {...control} className="select" value={row.pick ?? 'newest'} disabled={readOnly} onChange={event => change({ pick: event.target.value === 'agreed' ? 'agreed' : 'newest' }, 'pick')}>
            {Object.entries(said.picks).map(([id, say]) => <option key={id} value={id}>{say}</option>)}
          </select>
        )}
      </Field>
      <Switch label={said.link} help={said.linkHelp} checked={row.link ?? false} disabled={readOnly} onChange={link => change({ link }, 'link')} />
    </div>
  )
}
