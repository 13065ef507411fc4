import { Field } from '../../kit/field.tsx'
import { Slider } from '../../kit/slider.tsx'
import { Switch } from '../../kit/switch.tsx'
import type { TalkProps } from './talk-first.tsx'
import { talkWords as words } from './talk-words.ts'

/** Two questions in one turn, and turns that lean on the ones before. */
export function SeveralTurns({ talk, readOnly, onChange }: TalkProps) {
  return (
    <>
      <Switch label={words.split} checked={talk.split} disabled={readOnly} onChange={split => onChange({ ...talk, split }, words.split)} />
      <Slider label={words.remember} value={talk.remember} min={0} max={4} step={1} disabled={readOnly} onChange={remember => onChange({ ...talk, remember }, words.remember, 'remember')} />
    </>
  )
}

/** What the desk says of itself. The line about a person is never empty. */
export function DeskSays({ talk, readOnly, onChange }: TalkProps) {
  return (
    <>
      <Field label={words.disclosure} help={words.disclosureHelp}>
        {control => <textarea {...control} className="input" rows={2} maxLength={200} value={talk.disclosure} disabled={readOnly} onChange={event => onChange({ ...talk, disclosure: event.target.value }, words.disclosure, 'disclosure')} />}
      </Field>
      <Field label={words.handover}>
        {control => <textarea {...control} className="input" rows={2} maxLength={200} value={talk.handover} disabled={readOnly} onChange={event => event.target.value !== '' && onChange({ ...talk, handover: event.target.value }, words.handover, 'handover')} />}
      </Field>
    </>
  )
}
