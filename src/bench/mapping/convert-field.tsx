import type { MapRow } from '../../core/artefacts/map-table.ts'
import { Field } from '../../kit/field.tsx'
import { replaced } from './map-edit.ts'
import { useMapping } from './mapping-context.ts'
import { words } from './words.ts'

/** From which unit into which, and where it takes one, by which molar mass. */
export function ConvertField({ row, problem }: { row: MapRow; problem: string | undefined }) {
  const { table, changeRows, readOnly } = useMapping()
  const convert = row.convert ?? { from: '', to: '' }
  const change = (part: string, next: NonNullable<MapRow['convert']>) => changeRows(replaced(table.rows, row.id, { convert: next }), words.editing.convert, `${row.id}.convert.${part}`)
  const { convert: said } = words
  return (
    <div className="mapping-editor-fields">
      <Field label={said.from} help={said.fromHelp} error={problem}>
        {control => <input {...control} className="input mapping-code" list="mapping-sources" value={convert.from} readOnly={readOnly} spellCheck={false} autoComplete="off" onChange={event => change('from', { ...convert, from: event.target.value })} />}
      </Field>
      <Field label={said.to} help={said.toHelp}>
        {control => <input {...control} className="input mapping-code" value={convert.to} readOnly={readOnly} spellCheck={false} autoComplete="off" onChange={event => change('to', { ...convert, to: event.target.value })} />}
      </Field>
      <Field label={said.molar} help={said.molarHelp}>
        {control => (
          <input
            {...control} className="input mapping-code" type="number" min="0" step="any" value={convert.gramsPerMole ?? ''} readOnly={readOnly}
            onChange={(event) => {
              const { gramsPerMole: _, ...plain } = convert
              const molar = event.target.valueAsNumber
              change('molar', molar > 0 ? { ...plain, gramsPerMole: molar } : plain)
            }}
          />
        )}
      </Field>
    </div>
  )
}
