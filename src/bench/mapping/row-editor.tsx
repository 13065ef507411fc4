import { ASK, type MapRow, type Transform } from '../../core/artefacts/map-table.ts'
import { TRANSFORM_WORDS } from '../../lab/interop/map/transforms.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { ConvertField } from './convert-field.tsx'
import { ExtractField } from './extract-field.tsx'
import { FactFields } from './fact-fields.tsx'
import { inserted, moved, newRow, removed, replaced, withMap } from './map-edit.ts'
import { useMapping } from './mapping-context.ts'
import { words } from './words.ts'

/** One row, opened: where from, under which condition, where to, what is done on the way. */
export function RowEditor({ row, onClose }: { row: MapRow; onClose(): void }) {
  const { table, live, sides, changeRows, openRow, readOnly } = useMapping()
  const { sources, targets } = sides
  const problem = (part: string): string | undefined => live.problems.find(one => one.row === row.id && one.part === part)?.say
  const change = (part: keyof typeof words.editing, patch: Partial<MapRow>) => changeRows(replaced(table.rows, row.id, patch), words.editing[part], `${row.id}.${part}`)
  const duplicate = () => {
    const copy = newRow(table.rows, { ...row, id: newRow(table.rows).id })
    changeRows(inserted(table.rows, copy, row.id), words.editing.row)
    openRow(copy.id)
  }
  return (
    <div className="mapping-editor">
      <div className="mapping-editor-fields">
        <Field label={words.from} help={sides.words.fromHelp} error={problem('from')}>
          {control => <input {...control} className="input mapping-code" list="mapping-sources" value={row.from} readOnly={readOnly} spellCheck={false} autoComplete="off" onChange={event => change('from', { from: event.target.value })} />}
        </Field>
        <Field label={words.when} help={sides.words.whenHelp} error={problem('when')}>
          {control => <input {...control} className="input mapping-code" value={row.when} readOnly={readOnly} spellCheck={false} autoComplete="off" onChange={event => change('when', { when: event.target.value })} />}
        </Field>
        <Field label={words.to} help={sides.words.toHelp} error={problem('to')}>
          {control => <input {...control} className="input mapping-code" list="mapping-targets" value={row.to} readOnly={readOnly} spellCheck={false} autoComplete="off" onChange={event => change('to', { to: event.target.value })} />}
        </Field>
        <Field label={words.transform} help={TRANSFORM_WORDS[row.transform].about}>
          {control => (
            <select {...control} className="select" value={row.transform} disabled={readOnly} onChange={event => change('transform', { transform: event.target.value as Transform })}>
              {sides.transforms.map(one => <option key={one} value={one}>{TRANSFORM_WORDS[one].title}</option>)}
            </select>
          )}
        </Field>
      </div>
      <datalist id="mapping-sources">{sources.map(({ path, name }) => <option key={path} value={path}>{name}</option>)}</datalist>
      <datalist id="mapping-targets">{targets.map(({ path, about }) => <option key={path} value={path}>{about}</option>)}</datalist>
      {row.transform === 'convert' && <ConvertField row={row} problem={problem('convert')} />}
      <FactFields row={row} />
      <ExtractField row={row} problem={problem('extract')} />
      <ValueMap row={row} />
      {!readOnly && (
        <div className="mapping-editor-tools">
          <IconButton icon="chevron-up" small label={words.up} onClick={() => changeRows(moved(table.rows, row.id, -1), words.editing.row)} />
          <IconButton icon="chevron-down" small label={words.down} onClick={() => changeRows(moved(table.rows, row.id, 1), words.editing.row)} />
          <IconButton icon="copy" small label={words.duplicate} onClick={duplicate} />
          <IconButton icon="trash" small label={words.remove} onClick={() => changeRows(removed(table.rows, row.id), words.editing.row)} />
          <Button small look="plain" icon="chevron-up" onClick={onClose}>{words.close}</Button>
        </div>
      )}
    </div>
  )
}

/** Entry by entry, with the values that came in and found none, the commonest first. */
function ValueMap({ row }: { row: MapRow }) {
  const { table, live, sides, changeRows, readOnly } = useMapping()
  const codes = sides.codesFor(row.to)
  const list = codes.length > 0 ? `mapping-codes-${row.id}` : undefined
  const entries = Object.entries(row.valueMap ?? {})
  const missing = [...(live.unmapped.get(row.id) ?? [])].sort((a, b) => b[1] - a[1])
  const change = (next: readonly (readonly [string, string])[], gesture?: string) =>
    changeRows(table.rows.map(one => (one.id === row.id ? withMap(one, next) : one)), words.editing.valueMap, gesture)
  const set = (n: number, side: 0 | 1, text: string) =>
    change(entries.map((entry, i): [string, string] => (i === n ? (side === 0 ? [text, entry[1]] : [entry[0], text]) : entry)), `${row.id}.map.${n}.${side}`)
  return (
    <fieldset className="mapping-values">
      <legend>{words.valueMap}</legend>
      <p className="field-help">{sides.words.valueMapHelp}</p>
      {list && <datalist id={list}>{[...codes, { code: ASK, say: words.askPerson }].map(({ code, say }) => <option key={code} value={code}>{say}</option>)}</datalist>}
      {entries.length > 0 && (
        <ul>
          {entries.map(([key, value], n) => (
            // A key changes while it is typed: only its place stays.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={n}>
              <input className="input mapping-code" aria-label={`${words.entry(n + 1)} ${words.comes}`} value={key} readOnly={readOnly} spellCheck={false} onChange={event => set(n, 0, event.target.value)} />
              <span aria-hidden="true">→</span>
              <input className="input mapping-code" aria-label={`${words.entry(n + 1)} ${words.becomes}`} list={list} title={codes.find(({ code }) => code === value)?.say} value={value} readOnly={readOnly} spellCheck={false} onChange={event => set(n, 1, event.target.value)} />
              {!readOnly && <IconButton icon="close" small label={words.removeEntry(key)} onClick={() => change(entries.filter((_, i) => i !== n))} />}
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && !readOnly && (
        <p className="mapping-seen">
          <span>{words.seen}</span>
          {missing.slice(0, 6).map(([value, n]) => <Button key={value} small icon="plus" onClick={() => change([...entries, [value, '']])}>{words.addFor(value, n)}</Button>)}
        </p>
      )}
      {!readOnly && <Button small look="plain" icon="plus" disabled={entries.some(([key]) => key === '')} onClick={() => change([...entries, ['', '']])}>{words.addEntry}</Button>}
    </fieldset>
  )
}
