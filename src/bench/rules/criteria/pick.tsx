import { useId, useState } from 'react'

interface PickProps<Value extends string> {
  label: string
  value: NoInfer<Value>
  options: readonly { id: Value; say: string }[]
  disabled?: boolean
  onPick(value: NoInfer<Value>): void
}

/** A small labelled choice. */
export function Pick<Value extends string>({ label, value, options, disabled = false, onPick }: PickProps<Value>) {
  return (
    <label className="criteria-field">
      <span>{label}</span>
      <select className="select" value={value} disabled={disabled} onChange={event => onPick(event.target.value as Value)}>
        {options.map(({ id, say }) => <option key={id} value={id}>{say}</option>)}
      </select>
    </label>
  )
}

interface WriteProps {
  label: string
  value: string
  help?: string
  /** Several, one a line. */
  lines?: boolean
  small?: boolean
  /** Must say something: an empty field is not told. */
  needed?: boolean
  disabled?: boolean
  onWrite(value: string): void
}

/** A small labelled line, or several. What is typed stays as it is typed, also where it is not yet told. */
export function Write({ label, value, help, lines = false, small = false, needed = false, disabled = false, onWrite }: WriteProps) {
  const id = useId()
  const [draft, setDraft] = useState({ told: value, text: value })
  const text = draft.told === value ? draft.text : value
  const write = (typed: string) => {
    const next = lines ? wordsIn(typed).join('\n') : typed
    const tells = !(needed && next.trim() === '')
    setDraft({ told: tells ? next : value, text: typed })
    if (tells && next !== value) onWrite(next)
  }
  const shared = { className: 'input', value: text, disabled, ...(help ? { 'aria-describedby': id } : {}) }
  return (
    <label className={small ? 'criteria-field criteria-small' : 'criteria-field'}>
      <span>{label}</span>
      {lines ? <textarea {...shared} rows={Math.min(5, Math.max(2, text.split('\n').length))} onChange={event => write(event.target.value)} /> : <input {...shared} onChange={event => write(event.target.value)} />}
      {help && <small id={id}>{help}</small>}
    </label>
  )
}

/** Words of a field, one a line; empty lines say nothing. */
export function wordsIn(text: string): string[] {
  return text.split('\n').map(line => line.trim().slice(0, 60)).filter(line => line !== '').slice(0, 40)
}
