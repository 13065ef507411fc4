import { type FormEvent, useState } from 'react'
import { Button, IconButton } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { words } from './words.ts'

const MOST = 60

interface AlarmWordsProps {
  list: readonly string[]
  readOnly: boolean
  /** What the list is called, and what stands there while it is empty. */
  say?: { list: string; none: string; word: string }
  onChange(list: string[], label: string): void
}

const BELL = { list: words.alarm, none: words.alarmNone, word: words.alarmWord }

/** Words that a rule looks for, each to be taken away, and a line to add one. */
export function AlarmWords({ list, readOnly, say = BELL, onChange }: AlarmWordsProps) {
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
        ? <p className="desk-help">{say.none}</p>
        : (
            <ul className="desk-alarm" aria-label={say.list}>
              {list.map(one => (
                <li key={one}>
                  <span>{one}</span>
                  <IconButton icon="close" small label={words.alarmDrop(one)} disabled={readOnly} onClick={() => onChange(list.filter(other => other !== one), words.alarmDrop(one))} />
                </li>
              ))}
            </ul>
          )}
      <form className="desk-alarm-add" onSubmit={add}>
        <Field label={say.word} {...(full ? { help: words.alarmWhole } : {})}>
          {control => <input {...control} className="input" value={typed} maxLength={60} autoComplete="off" disabled={readOnly || full} onChange={event => setTyped(event.target.value)} />}
        </Field>
        <Button type="submit" icon="plus" disabled={readOnly || full || word === ''}>{words.alarmAdd}</Button>
      </form>
    </>
  )
}
