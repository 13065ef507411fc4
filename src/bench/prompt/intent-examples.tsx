import { type FormEvent, useState } from 'react'
import { type IntentPlan, LEARNERS, READS, ROUTES, type TalkPlan, type TalkRoute } from '../../core/artefacts/talk-plan.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { RadioList } from '../../kit/radio-list.tsx'
import { Slider } from '../../kit/slider.tsx'
import { Switch } from '../../kit/switch.tsx'
import type { TalkProps } from './talk-first.tsx'
import { talkWords as words } from './talk-words.ts'

const MOST = 400

/** Intents with the examples they are learned from, where each goes, and from which doubt on a person takes over. */
export function IntentExamples({ talk, readOnly, onChange }: TalkProps) {
  const { learner } = talk
  return (
    <>
      {talk.intents.map(intent => <IntentEditor key={intent.id} intent={intent} talk={talk} readOnly={readOnly} onChange={onChange} />)}
      <RadioList label={words.learner} value={learner.kind} disabled={readOnly} options={LEARNERS.map(id => ({ id, label: words.learners[id] }))} onChange={kind => onChange({ ...talk, learner: { ...learner, kind } }, words.learners[kind])} />
      <RadioList label={words.readsOf} value={learner.reads} disabled={readOnly} options={READS.map(id => ({ id, label: words.readings[id] }))} onChange={reads => onChange({ ...talk, learner: { ...learner, reads } }, words.readings[reads])} />
      <Slider label={words.doubt} value={talk.doubt} min={0} max={0.95} step={0.05} format={value => `${Math.round(value * 100)}% sure`} disabled={readOnly} onChange={doubt => onChange({ ...talk, doubt }, words.doubt, 'doubt')} />
    </>
  )
}

function IntentEditor({ intent, talk, readOnly, onChange }: TalkProps & { intent: IntentPlan }) {
  const { id, title, to, keep } = intent
  const mine = talk.examples.filter(example => example.intent === id)
  const setIntent = (change: Partial<IntentPlan>, label: string) => onChange({ ...talk, intents: talk.intents.map(one => (one.id === id ? { ...one, ...change } : one)) }, label)
  const setExamples = (examples: TalkPlan['examples'], label: string) => onChange({ ...talk, examples }, label)
  // A reply needs its words, and those stand in the quest.
  const routes = ROUTES.filter(route => route !== 'reply' || intent.say.trim() !== '')
  return (
    <details className="desk-row">
      <summary>{words.intent(title, mine.length, to)}</summary>
      <Field label={words.route(title)}>
        {control => (
          <select {...control} className="select" value={to} disabled={readOnly} onChange={event => setIntent({ to: event.target.value as TalkRoute }, words.route(title))}>
            {routes.map(route => <option key={route} value={route}>{words.routes[route]}</option>)}
          </select>
        )}
      </Field>
      {to === 'books' && <Switch label={words.keep} checked={keep} disabled={readOnly} onChange={on => setIntent({ keep: on }, `${words.keep}: ${title}`)} />}
      <ul className="desk-examples" aria-label={title}>
        {mine.map(example => (
          <li key={example.text}>
            <span>{example.text}</span>
            <select className="select" aria-label={words.move(example.text)} value={id} disabled={readOnly} onChange={event => setExamples(talk.examples.map(one => (one === example ? { ...one, intent: event.target.value } : one)), words.moved(example.text))}>
              {talk.intents.map(one => <option key={one.id} value={one.id}>{one.title}</option>)}
            </select>
            <IconButton icon="close" small label={words.dropExample(example.text)} disabled={readOnly} onClick={() => setExamples(talk.examples.filter(one => one !== example), words.dropExample(example.text))} />
          </li>
        ))}
      </ul>
      <NewExample title={title} readOnly={readOnly || talk.examples.length >= MOST} onAdd={text => (talk.examples.some(one => one.text === text) ? undefined : setExamples([...talk.examples, { text, intent: id }], text))} />
    </details>
  )
}

function NewExample({ title, readOnly, onAdd }: { title: string; readOnly: boolean; onAdd(text: string): void }) {
  const [typed, setTyped] = useState('')
  const text = typed.trim().replaceAll(/\s+/g, ' ')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (text === '' || readOnly) return
    onAdd(text)
    setTyped('')
  }
  return (
    <form className="desk-alarm-add" onSubmit={add}>
      <Field label={words.newExample(title)}>{control => <input {...control} className="input" value={typed} maxLength={200} autoComplete="off" disabled={readOnly} onChange={event => setTyped(event.target.value)} />}</Field>
      <Button type="submit" icon="plus" disabled={readOnly || text === ''}>{words.add}</Button>
    </form>
  )
}
