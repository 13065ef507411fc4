import { type FormEvent, useState } from 'react'
import { Button, IconButton } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { words } from './words.ts'

const MOST = 60

interface AlarmWordsProps {
  list: readonly string[]
  readOnly: boolean
  onChange(list: string[], label: string): void
}

/** Words that send a question to a person at once, each to be taken away, and a line to add one. */
export function AlarmWords({ list, readOnly, onChange }: AlarmWordsProps) {
  const [typed, setTyped] = useState('')
  const word = typed.trim().replaceAll(/\s+/g, ' ').toLowerCase()
  const full = list.length >= MOST
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (word === '' || full || readOnly) return
    if (!list.includes(word)) onChange([...list, word], word)
    setTyped('')
  }
  return (
    <>
      {list.length === 0
        ? <p className="desk-help">{words.alarmNone}</p>
        : (
            <ul className="desk-alarm" aria-label={words.alarm}>
              {list.map(one => (
                <li key={one}>
                  <span>{one}</span>
                  <IconButton icon="close" small label={words.alarmDrop(one)} disabled={readOnly} onClick={() => onChange(list.filter(other => other !== one), words.alarmDrop(one))} />
                </li>
              ))}
            </ul>
          )}
      <form className="desk-alarm-add" onSubmit={add}>
        <Field label={words.alarmWord} {...(full ? { help: words.alarmWhole } : {})}>
          {control => <input {...control} className="input" value={typed} maxLength={60} autoComplete="off" disabled={readOnly || full} onChange={event => setTyped(event.target.value)} />}
        </Field>
        <Button type="submit" icon="plus" disabled={readOnly || full || word === ''}>{words.alarmAdd}</Button>
      </form>
    </>
  )
}
