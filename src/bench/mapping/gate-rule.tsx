import { lazy, Suspense, useId, useMemo } from 'react'
import { type Expr, type Language, LANGUAGES, languageOf } from '../../core/artefacts/exprs.ts'
import { RESOURCE_TYPES } from '../../lab/interop/fhir/shapes.ts'
import { namedPaths } from '../../lab/interop/v2/names.ts'
import { V2_TABLES } from '../../lab/interop/v2/tables.ts'
import { MESSAGE_EXAMPLE } from '../../lab/sql/ask-messages.ts'
import { IconButton } from '../../kit/button.tsx'
import { sqlMistake } from '../../kit/expression/sql-mistakes.ts'
import { Field } from '../../kit/field.tsx'
import { Note } from '../../kit/note.tsx'
import { MOST_SIGNS, refusal } from './extract-field.tsx'
import { moved, removed, replaced, writtenIn } from './map-edit.ts'
import { useMapping, useMessages } from './mapping-context.ts'
import { words } from './words.ts'

// The editors bring CodeMirror, which the map alone does not need.
const FhirPathEditor = lazy(() => import('./fhirpath-editor.tsx').then(file => ({ default: file.FhirPathEditor })))
const SqlEditor = lazy(() => import('../../kit/expression/sql-editor.tsx').then(file => ({ default: file.SqlEditor })))
const RegexEditor = lazy(() => import('../../kit/expression/regex-editor.tsx').then(file => ({ default: file.RegexEditor })))

/** One rule: what it is written in, what it asks, what to write on the dead letter, and what it stops. */
export function GateRule({ rule, n }: { rule: Expr; n: number }) {
  const { readOnly } = useMapping()
  const { exprs, changeRules } = useMessages()
  const language = languageOf(rule)
  const id = useId()
  const change = (patch: Partial<Expr>) => changeRules(replaced(exprs.rules, rule.id, patch), words.editing.rule, `${rule.id}.${Object.keys(patch).join()}`)
  const rewrite = (to: Language) => changeRules(exprs.rules.map(one => (one.id === rule.id ? writtenIn(one, to) : one)), words.editing.rule)
  return (
    <fieldset className="mapping-rule">
      <legend>{words.ruleName(n)}</legend>
      <div className="mapping-rule-head">
        <Field label={words.writtenIn}>
          {control => (
            <select {...control} className="select" value={language} disabled={readOnly} onChange={event => rewrite(event.target.value as Language)}>
              {LANGUAGES.map(one => <option key={one} value={one}>{words.languages[one]}</option>)}
            </select>
          )}
        </Field>
        <AskedOf rule={rule} language={language} change={change} />
        <Field label={words.say}>
          {control => <input {...control} className="input" value={rule.say} readOnly={readOnly} onChange={event => change({ say: event.target.value })} />}
        </Field>
        {!readOnly && (
          <div className="mapping-rule-tools">
            <IconButton icon="chevron-up" small label={`${words.up}: ${words.ruleName(n)}`} onClick={() => changeRules(moved(exprs.rules, rule.id, -1), words.editing.rule)} />
            <IconButton icon="chevron-down" small label={`${words.down}: ${words.ruleName(n)}`} onClick={() => changeRules(moved(exprs.rules, rule.id, 1), words.editing.rule)} />
            <IconButton icon="trash" small label={`${words.remove}: ${words.ruleName(n)}`} onClick={() => changeRules(removed(exprs.rules, rule.id), words.editing.rule)} />
          </div>
        )}
      </div>
      <div className="field">
        <p className="field-label">{words.expr[language]}</p>
        <p className="field-help" id={`${id}-help`}>{words.exprHelp[language]}</p>
        <Suspense fallback={<p className="mapping-quiet">{words.fetchingEditor}</p>}>
          <Editor key={language} rule={rule} language={language} label={`${words.ruleName(n)}: ${words.expr[language]}`} describedBy={`${id}-help ${id}-state`} change={change} />
        </Suspense>
      </div>
      <div id={`${id}-state`}><RuleState rule={rule} language={language} /></div>
    </fieldset>
  )
}

interface PartProps {
  rule: Expr
  language: Language
  change(patch: Partial<Expr>): void
}

/** FHIRPath asks a kind of resource, a pattern a place in the message, SQL the whole of it. */
function AskedOf({ rule, language, change }: PartProps) {
  const { readOnly } = useMapping()
  const places = useMemo(() => namedPaths(), [])
  if (language === 'sql') return <div className="field"><p className="field-label">{words.on}</p><p className="mapping-rule-all">{words.wholeMessage}</p></div>
  if (language === 'regex') {
    return (
      <Field label={words.place}>
        {control => (
          <>
            <input {...control} className="input mapping-code" list="mapping-places" value={rule.on} readOnly={readOnly} spellCheck={false} autoComplete="off" onChange={event => change({ on: event.target.value })} />
            <datalist id="mapping-places">{places.map(({ path, name }) => <option key={path} value={path}>{name}</option>)}</datalist>
          </>
        )}
      </Field>
    )
  }
  return (
    <Field label={words.on}>
      {control => (
        <select {...control} className="select" value={rule.on} disabled={readOnly} onChange={event => change({ on: event.target.value })}>
          {RESOURCE_TYPES.map(one => <option key={one} value={one}>{one}</option>)}
        </select>
      )}
    </Field>
  )
}

function Editor({ rule, language, label, describedBy, change }: PartProps & { label: string; describedBy: string }) {
  const { readOnly } = useMapping()
  const { fhirpath } = useMessages()
  const props = { text: rule.expr, label, describedBy, readOnly, onChange: (expr: string) => change({ expr }) }
  switch (language) {
    case 'fhirpath': return <FhirPathEditor {...props} on={rule.on} checked={fhirpath === 'here'} />
    case 'sql': return <SqlEditor {...props} tables={V2_TABLES} example={MESSAGE_EXAMPLE} />
    case 'regex': return <RegexEditor {...props} most={MOST_SIGNS} refuse={refusal} />
  }
}

function RuleState({ rule, language }: { rule: Expr; language: Language }) {
  const { gate, fhirpath, sqlite } = useMessages()
  const found = gate.rules.get(rule.id)
  if (fhirpath === 'fetching' || (language === 'sql' && sqlite === 'fetching')) return <p className="mapping-quiet">{words.fetching[language === 'sql' ? 'sql' : 'fhirpath']}</p>
  if (language === 'sql' && sqlite === 'not to be had') return <Note tone="warning">{words.notFetched.sql}</Note>
  if (!found) return <p className="mapping-quiet">{words.ruleIdle}</p>
  if ('problem' in found) {
    const near = language === 'sql' ? sqlMistake(rule.expr, V2_TABLES, MESSAGE_EXAMPLE)?.say : undefined
    return <output className="mapping-rule-problem"><Note tone="warning">{near ?? found.problem}</Note></output>
  }
  return (
    <>
      {found.doubt && <Note tone="warning">{found.doubt}</Note>}
      <output className={found.good > 0 ? 'mapping-rule-good' : ''}>{words.ruleStops(found.bad, found.good)}</output>
    </>
  )
}
