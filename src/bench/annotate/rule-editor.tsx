import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import { type CueRule, type FindRule, type ScopeRule, type Take, TAKES } from '../../core/artefacts/annotations.ts'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { Slider } from '../../kit/slider.tsx'
import { Switch } from '../../kit/switch.tsx'
import { safePattern } from '../../lab/deid/safe-pattern.ts'
import { useAnnotate } from './annotate-context.ts'
import { typedWords } from './rule-edit.ts'
import { words } from './words.ts'

// The editor brings CodeMirror, which only patterns need.
const RegexEditor = lazy(() => import('../../kit/expression/regex-editor.tsx').then(file => ({ default: file.RegexEditor })))

/** One rule, opened. What is typed counts at once. */
export function RuleEditor({ rule, problem }: { rule: FindRule; problem: string | undefined }) {
  const { change, annotations, archive: { kinds }, changeRule, openRule, readOnly } = useAnnotate()
  const remove = () => {
    change({ rules: annotations.rules.filter(({ id }) => id !== rule.id) }, words.editing.removed)
    openRule(null)
  }
  return (
    <div className="annot-editor">
      <Field label={rule.how === 'scope' ? words.scopeKind : words.kind}>
        {control => (
          <select {...control} className="select" value={rule.kind} disabled={readOnly} onChange={event => changeRule({ ...rule, kind: event.target.value })}>
            {kinds.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
          </select>
        )}
      </Field>
      {rule.how === 'pattern' && (
        <PatternField rule={rule} problem={problem} />
      )}
      {rule.how === 'list' && (
        <>
          <WordsField label={words.list} id={rule.id} value={rule.words} error={problem} onChange={(list, gesture) => changeRule({ ...rule, words: list.slice(0, 400) }, gesture)} />
          <Switch label={words.capitals} checked={rule.capitals} disabled={readOnly} onChange={capitals => changeRule({ ...rule, capitals })} />
        </>
      )}
      {rule.how === 'cue' && <CueFields rule={rule} problem={problem} />}
      {rule.how === 'scope' && <ScopeFields rule={rule} problem={problem} />}
      <div><Button small look="danger" icon="trash" disabled={readOnly} onClick={remove}>{words.remove}</Button></div>
    </div>
  )
}

function PatternField({ rule, problem }: { rule: Extract<FindRule, { how: 'pattern' }>; problem: string | undefined }) {
  const { changeRule, readOnly } = useAnnotate()
  const id = useId()
  return (
    <div className="field">
      <p className="field-label">{words.pattern}</p>
      <p className="field-help" id={`${id}-help`}>{words.patternHelp}</p>
      <Suspense fallback={<p className="field-help">{words.fetching}</p>}>
        <RegexEditor
          text={rule.find} label={words.pattern} describedBy={`${id}-help ${id}-error`} most={200} readOnly={readOnly} refuse={refusal}
          onChange={find => changeRule({ ...rule, find }, `find ${rule.id}`)}
        />
      </Suspense>
      {problem && <p className="field-error" id={`${id}-error`}><Icon name="warning" size={1} />{problem}</p>}
    </div>
  )
}

function refusal(pattern: string): string | null {
  const safe = safePattern(pattern)
  return safe.ok ? null : safe.say
}

function CueFields({ rule, problem }: { rule: CueRule; problem: string | undefined }) {
  const { changeRule, readOnly, terms } = useAnnotate()
  return (
    <>
      <WordsField label={words.cues} help={terms.cuesHelp} id={rule.id} value={rule.words} error={problem} onChange={(list, gesture) => changeRule({ ...rule, words: list.slice(0, 60) }, gesture)} />
      <Field label={words.side}>
        {control => (
          <select {...control} className="select" value={rule.side} disabled={readOnly} onChange={event => changeRule({ ...rule, side: event.target.value as CueRule['side'] })}>
            <option value="before">{words.sides.before}</option>
            <option value="after">{words.sides.after}</option>
          </select>
        )}
      </Field>
      {rule.side === 'before' && (
        <Field label={terms.take}>
          {control => (
            <select {...control} className="select" value={rule.take} disabled={readOnly} onChange={event => changeRule({ ...rule, take: event.target.value as Take })}>
              {TAKES.map(take => <option key={take} value={take}>{words.takes[take]}</option>)}
            </select>
          )}
        </Field>
      )}
      <Switch label={words.slips} checked={rule.slips} disabled={readOnly} onChange={slips => changeRule({ ...rule, slips })} />
    </>
  )
}

/** What the cue takes back, how far it reaches, and what becomes of the mark. */
function ScopeFields({ rule, problem }: { rule: ScopeRule; problem: string | undefined }) {
  const { archive: { kinds }, changeRule, readOnly } = useAnnotate()
  return (
    <>
      <WordsField label={words.cues} help={words.scopeHelp} id={rule.id} value={rule.words} error={problem} onChange={(list, gesture) => changeRule({ ...rule, words: list.slice(0, 60) }, gesture)} />
      <Field label={words.side}>
        {control => (
          <select {...control} className="select" value={rule.side} disabled={readOnly} onChange={event => changeRule({ ...rule, side: event.target.value as ScopeRule['side'] })}>
            <option value="before">{words.scopeSides.before}</option>
            <option value="after">{words.scopeSides.after}</option>
          </select>
        )}
      </Field>
      <Slider label={words.reach} value={rule.reach} min={1} max={20} step={1} format={words.reachWords} onChange={reach => changeRule({ ...rule, reach }, `reach ${rule.id}`)} />
      <WordsField label={words.stops} help={words.stopsHelp} id={`${rule.id} stops`} value={rule.stops} error={undefined} onChange={(list, gesture) => changeRule({ ...rule, stops: list.slice(0, 30) }, gesture)} />
      <Field label={words.becomes}>
        {control => (
          <select {...control} className="select" value={rule.becomes ?? ''} disabled={readOnly} onChange={event => changeRule({ ...rule, becomes: event.target.value === '' ? null : event.target.value })}>
            <option value="">{words.becomesNothing}</option>
            {kinds.filter(({ id }) => id !== rule.kind).map(({ id, label }) => <option key={id} value={id}>{words.becomesKind(label)}</option>)}
          </select>
        )}
      </Field>
    </>
  )
}

interface WordsFieldProps {
  label: string
  help?: string
  id: string
  value: readonly string[]
  error: string | undefined
  onChange(words: string[], gesture: string): void
}

/** Words with commas. What stands in the field stays as typed, so that a comma can be written at all. */
function WordsField({ label, help, id, value, error, onChange }: WordsFieldProps) {
  const { readOnly } = useAnnotate()
  const [text, setText] = useState(value.join(', '))
  const told = useRef(JSON.stringify(value))
  useEffect(() => {
    // Undone, or changed elsewhere.
    if (told.current === JSON.stringify(value)) return
    told.current = JSON.stringify(value)
    setText(value.join(', '))
  }, [value])
  const type = (typed: string) => {
    const list = typedWords(typed)
    setText(typed)
    told.current = JSON.stringify(list)
    onChange(list, `words ${id}`)
  }
  return (
    <Field label={label} help={help} error={error}>
      {control => <textarea {...control} className="input" rows={2} value={text} readOnly={readOnly} spellCheck={false} onChange={event => type(event.target.value)} />}
    </Field>
  )
}
