import { Button } from '../../kit/button.tsx'
import { Note } from '../../kit/note.tsx'
import { GateRule } from './gate-rule.tsx'
import { newRule } from './map-edit.ts'
import { useMapping, useMessages } from './mapping-context.ts'
import { words } from './words.ts'

/** The learner's own rules, each with what it stops among the messages on show. */
export function GatePanel() {
  const { readOnly } = useMapping()
  const { exprs, changeRules, fhirpath, gate, live } = useMessages()
  const defective = live.messages.filter(({ sample }) => sample.defect)
  const caught = defective.filter(({ sample }) => gate.aside.has(sample.id)).length
  return (
    <div className="mapping-gate">
      <p>{words.gateHelp}</p>
      {fhirpath === 'not to be had' && <Note tone="warning">{words.notFetched.fhirpath}</Note>}
      {fhirpath === 'here' && <output className="mapping-gate-sum">{words.gateSum(caught, defective.length, gate.aside.size - caught)}</output>}
      <ol>
        {exprs.rules.map((rule, i) => <li key={rule.id}><GateRule rule={rule} n={i + 1} /></li>)}
      </ol>
      {!readOnly && <Button small icon="plus" onClick={() => changeRules([...exprs.rules, newRule(exprs.rules)], words.editing.rule)}>{words.addRule}</Button>}
    </div>
  )
}
