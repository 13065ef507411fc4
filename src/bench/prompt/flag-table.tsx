import { type FormEvent, useState } from 'react'
import { FLAG_SIDES, type FlagRow, type TalkPlan } from '../../core/artefacts/talk-plan.ts'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { RadioList } from '../../kit/radio-list.tsx'
import { Switch } from '../../kit/switch.tsx'
import { AlarmWords } from './alarm-words.tsx'
import type { TalkProps } from './talk-first.tsx'
import { talkWords as words } from './talk-words.ts'

const MOST = 40

/** The red-flag table: its rows, which turns they read, and before or behind the model. */
export function FlagTable({ talk, readOnly, onChange }: TalkProps) {
  const { flags } = talk
  const set = (change: Partial<TalkPlan['flags']>, label: string) => onChange({ ...talk, flags: { ...flags, ...change } }, label)
  const setRow = (row: FlagRow, label: string) => set({ rows: flags.rows.map(one => (one.id === row.id ? row : one)) }, label)
  return (
    <>
      {flags.rows.map(row => <FlagRowEditor key={row.id} row={row} readOnly={readOnly} onChange={setRow} onDrop={() => set({ rows: flags.rows.filter(one => one.id !== row.id) }, words.dropRow(row.title))} />)}
      <NewRow readOnly={readOnly || flags.rows.length >= MOST} rows={flags.rows} onAdd={row => set({ rows: [...flags.rows, row] }, row.title)} />
      <RadioList label={words.turns} value={flags.turns} disabled={readOnly} options={(['first', 'every'] as const).map(id => ({ id, label: words.turnWays[id] }))} onChange={turns => set({ turns }, words.turnWays[turns])} />
      <Switch label={words.forgive} checked={flags.forgive} disabled={readOnly} onChange={forgive => set({ forgive }, words.forgive)} />
    </>
  )
}

interface RowProps {
  row: FlagRow
  readOnly: boolean
  onChange(row: FlagRow, label: string): void
  onDrop(): void
}

function FlagRowEditor({ row, readOnly, onChange, onDrop }: RowProps) {
  const { title } = row
  return (
    <details className="desk-row">
      <summary>{words.row(title, row.words.length)}</summary>
      <AlarmWords list={row.words} readOnly={readOnly} say={{ list: words.list(title), none: words.listNone, word: words.listWord(title) }} onChange={(list, label) => onChange({ ...row, words: list }, label)} />
      <AlarmWords list={row.unless} readOnly={readOnly} say={{ list: words.unless(title), none: words.unlessNone, word: words.unlessWord(title) }} onChange={(unless, label) => onChange({ ...row, unless }, label)} />
      <Field label={words.reads}>
        {control => (
          <select {...control} className="select" value={row.reads} disabled={readOnly} onChange={event => onChange({ ...row, reads: event.target.value as FlagRow['reads'] }, title)}>
            {FLAG_SIDES.map(side => <option key={side} value={side}>{words.sides[side]}</option>)}
          </select>
        )}
      </Field>
      <Button icon="close" small disabled={readOnly} onClick={onDrop}>{words.dropRow(title)}</Button>
    </details>
  )
}

function NewRow({ rows, readOnly, onAdd }: { rows: readonly FlagRow[]; readOnly: boolean; onAdd(row: FlagRow): void }) {
  const [typed, setTyped] = useState('')
  const title = typed.trim()
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (title === '' || readOnly) return
    const free = Array.from({ length: rows.length + 1 }, (_, at) => `row-${at + 1}`).find(id => rows.every(row => row.id !== id)) ?? 'row'
    onAdd({ id: free, title, words: [], unless: [], reads: 'before' })
    setTyped('')
  }
  return (
    <form className="desk-alarm-add" onSubmit={add}>
      <Field label={words.newRow}>{control => <input {...control} className="input" value={typed} maxLength={80} autoComplete="off" disabled={readOnly} onChange={event => setTyped(event.target.value)} />}</Field>
      <Button type="submit" icon="plus" disabled={readOnly || title === ''}>{words.addRow}</Button>
    </form>
  )
}
