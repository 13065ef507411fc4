import type { DatePolicy, FindRule } from '../../core/artefacts/annotations.ts'
import { DATE_POLICIES } from '../../core/artefacts/annotations.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useAnnotate } from './annotate-context.ts'
import { KindList, KindSwatch } from './kind-name.tsx'
import { NotePane } from './note-pane.tsx'
import { newRule, ruleTitle } from './rule-edit.ts'
import { RuleEditor } from './rule-editor.tsx'
import { words } from './words.ts'

const HOWS: readonly FindRule['how'][] = ['cue', 'pattern', 'list']
const HOWS_OF_MARKS: readonly FindRule['how'][] = ['list', 'pattern', 'cue', 'scope']

/** Rules on one side, a note with all that they hide on the other. */
export function RulesPanel() {
  const { annotations, archive: { kinds }, release, change, readOnly, addRule, highlight } = useAnnotate()
  const pointed = highlight !== null && ['node:pattern', 'node:list', 'node:cue', 'node:replace'].includes(highlight)
  return (
    <div className="annot-sides">
      <section className={pointed ? 'annot-side annot-pointed' : 'annot-side'} aria-label={words.rules}>
        {release
          ? (
              <>
                <div className="annot-switches">
                  <Switch label={words.echo} checked={annotations.echo} disabled={readOnly} onChange={echo => change({ echo }, words.editing.echo)} />
                  <Switch label={words.scans} checked={annotations.scans} disabled={readOnly} onChange={scans => change({ scans }, words.editing.scans)} />
                </div>
                <Dates />
              </>
            )
          : <KindList />}
        <ul className="annot-rules">{annotations.rules.map(rule => <RuleLine key={rule.id} rule={rule} />)}</ul>
        <div className="annot-buttons">
          {(release ? HOWS : HOWS_OF_MARKS).map(how => <Button key={how} small icon="plus" disabled={readOnly || annotations.rules.length >= 60} onClick={() => addRule(newRule(how, annotations.rules, { kind: release && how === 'pattern' ? 'DATE' : kinds[0]?.id ?? '', kinds }))}>{words.add[how]}</Button>)}
        </div>
      </section>
      <NotePane />
    </div>
  )
}

function Dates() {
  const { annotations, change, readOnly } = useAnnotate()
  return (
    <label className="annot-dates">
      <span>{words.dates}</span>
      <select className="select" value={annotations.dates} disabled={readOnly} onChange={event => change({ dates: event.target.value as DatePolicy }, words.editing.dates)}>
        {DATE_POLICIES.map(policy => <option key={policy} value={policy}>{words.datePolicies[policy]}</option>)}
      </select>
    </label>
  )
}

function RuleLine({ rule }: { rule: FindRule }) {
  const { rule: opened, openRule, live, archive: { kinds }, release } = useAnnotate()
  const open = opened === rule.id
  const problem = live.problems.find(one => one.rule === rule.id)
  return (
    <li className={open ? 'annot-rule annot-rule-open' : 'annot-rule'}>
      <button type="button" className="annot-rule-line" aria-expanded={open} data-rule={rule.id} onClick={() => openRule(open ? null : rule.id)}>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={1} />
        <span className={`annot-how annot-how-${rule.how}`}>{words.hows[rule.how]}</span>
        {!release && <KindSwatch kind={rule.kind} />}
        <span className="annot-rule-title">{ruleTitle(rule, kinds)}</span>
        {problem ? <span className="annot-trouble"><Icon name="warning" size={1} label={problem.say} /></span> : <small>{words.hits(live.hits.get(rule.id) ?? 0)}</small>}
      </button>
      {open && <RuleEditor rule={rule} problem={problem?.say} />}
    </li>
  )
}
