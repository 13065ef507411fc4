import { lazy, Suspense } from 'react'
import type { Expr } from '../../core/artefacts/exprs.ts'
import { RESOURCE_TYPES } from '../../lab/interop/fhir/shapes.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { Note } from '../../kit/note.tsx'
import { moved, newRule, removed, replaced } from './map-edit.ts'
import { useMapping } from './mapping-context.ts'
import { words } from './words.ts'

// The editor brings CodeMirror, which only this panel needs.
const FhirPathEditor = lazy(() => import('./fhirpath-editor.tsx').then(file => ({ default: file.FhirPathEditor })))

/** The learner's own rules, each with what it stops among the messages on show. */
export function GatePanel() {
  const { exprs, changeRules, fhirpath, gate, live, readOnly } = useMapping()
  const defective = live.messages.filter(({ sample }) => sample.defect)
  const caught = defective.filter(({ sample }) => gate.aside.has(sample.id)).length
  return (
    <div className="mapping-gate">
      <p>{words.gateHelp}</p>
      {fhirpath === 'not to be had' && <Note tone="warning">{words.notFetched}</Note>}
      {fhirpath === 'here' && <output className="mapping-gate-sum">{words.gateSum(caught, defective.length, gate.aside.size - caught)}</output>}
      <ol>
        {exprs.rules.map((rule, i) => <li key={rule.id}><Rule rule={rule} n={i + 1} /></li>)}
      </ol>
      {!readOnly && <Button small icon="plus" onClick={() => changeRules([...exprs.rules, newRule(exprs.rules)], words.editing.rule)}>{words.addRule}</Button>}
    </div>
  )
}

function Rule({ rule, n }: { rule: Expr; n: number }) {
  const { exprs, changeRules, readOnly, fhirpath } = useMapping()
  const change = (patch: Partial<Expr>) => changeRules(replaced(exprs.rules, rule.id, patch), words.editing.rule, `${rule.id}.${Object.keys(patch).join()}`)
  return (
    <fieldset className="mapping-rule">
      <legend>{words.ruleName(n)}</legend>
      <div className="mapping-rule-head">
        <Field label={words.on}>
          {control => (
            <select {...control} className="select" value={rule.on} disabled={readOnly} onChange={event => change({ on: event.target.value })}>
              {RESOURCE_TYPES.map(one => <option key={one} value={one}>{one}</option>)}
            </select>
          )}
        </Field>
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
      <p className="field-label" id={`mapping-expr-${rule.id}`}>{words.expr}</p>
      <Suspense fallback={<p className="mapping-quiet">{words.fetching}</p>}>
        <FhirPathEditor text={rule.expr} on={rule.on} label={`${words.ruleName(n)}: ${words.expr}`} readOnly={readOnly} checked={fhirpath === 'here'} onChange={expr => change({ expr })} />
      </Suspense>
      <RuleState rule={rule} />
    </fieldset>
  )
}

function RuleState({ rule }: { rule: Expr }) {
  const { gate, fhirpath } = useMapping()
  const found = gate.rules.get(rule.id)
  if (fhirpath === 'fetching') return <p className="mapping-quiet">{words.fetching}</p>
  if (!found) return <p className="mapping-quiet">{words.ruleIdle}</p>
  if ('problem' in found) return <output className="mapping-rule-problem"><Note tone="warning">{found.problem}</Note></output>
  return (
    <>
      {found.doubt && <Note tone="warning">{found.doubt}</Note>}
      <output className={found.good > 0 ? 'mapping-rule-good' : ''}>{words.ruleStops(found.bad, found.good)}</output>
    </>
  )
}
