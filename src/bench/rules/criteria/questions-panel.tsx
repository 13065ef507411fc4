import { useState } from 'react'
import type { EvidenceRule, Question } from '../../../core/artefacts/match-plan.ts'
import { Button, IconButton } from '../../../kit/button.tsx'
import { useCriteria } from './criteria-context.ts'
import { said } from './criteria-words.ts'
import { EvidenceEditor } from './evidence-editor.tsx'
import { Pick } from './pick.tsx'

const silences = (['unknown', 'no'] as const).map(id => ({ id, say: said.silences[id] }))
const olds = (['unknown', 'no'] as const).map(id => ({ id, say: said.olds[id] }))

/** What is asked of each file, one question opened: where its answer may stand, and what it means that none does. */
export function QuestionsPanel() {
  const { plan, change, readOnly, highlight } = useCriteria()
  const [chosen, setChosen] = useState(plan.questions[0]?.id ?? '')
  const question = plan.questions.find(({ id }) => id === chosen) ?? plan.questions[0]
  const put = (next: Question, gesture?: string) => change({ ...plan, questions: plan.questions.map(one => (one.id === next.id ? next : one)) }, `${said.editing.question}: ${next.label}`, gesture)
  return (
    <div className="criteria-panel">
      <p className="rules-quiet">{said.questionsAbout}</p>
      <ul className="criteria-chips" aria-label={said.tabs.questions}>
        {plan.questions.map(({ id, label }) => (
          <li key={id}>
            <button type="button" className={highlight === `node:${id}` ? 'criteria-chip rules-pointed' : 'criteria-chip'} aria-pressed={id === question?.id} onClick={() => setChosen(id)}>{label}</button>
          </li>
        ))}
      </ul>
      {question && <Editor key={question.id} question={question} put={put} disabled={readOnly} />}
    </div>
  )
}

function Editor({ question, put, disabled }: { question: Question; put(next: Question, gesture?: string): void; disabled: boolean }) {
  const { evidence, label } = question
  const { pool } = useCriteria()
  const places = (next: readonly EvidenceRule[], gesture?: string) => put({ ...question, evidence: [...next] }, gesture)
  const column = pool.table.meta.find(({ kind }) => (kind === 'number') === (question.kind === 'number'))?.name ?? ''
  return (
    <section className="criteria-card" aria-label={label}>
      <h3>{label}</h3>
      <ol className="criteria-places">
        {evidence.map((rule, i) => (
          // Places are told apart by where they stand: the first one speaks first.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${i} ${rule.from}`}>
            <EvidenceEditor at={i} rule={rule} question={question} disabled={disabled} onChange={(next, gesture) => places(evidence.map((one, k) => (k === i ? next : one)), gesture)} />
            <IconButton icon="trash" small label={said.removePlace(i + 1)} disabled={disabled} onClick={() => places(evidence.filter((_, k) => k !== i))} />
          </li>
        ))}
      </ol>
      <div className="criteria-row">
        <Button small icon="plus" disabled={disabled || evidence.length >= 8} onClick={() => places([...evidence, question.kind === 'number' ? { from: 'pattern', find: `${label} (\\d+\\.?\\d*)`, back: [] } : { from: 'words', words: [label.toLowerCase()], says: 'yes', back: [] }])}>{said.addPlace[question.kind === 'number' ? 'pattern' : 'words']}</Button>
        <Button small look="plain" icon="plus" disabled={disabled || evidence.length >= 8} onClick={() => places([...evidence, { from: 'column', column }])}>{said.addPlace.column}</Button>
      </div>
      <div className="criteria-row">
        <Pick label={said.silence} value={question.silence} options={silences} disabled={disabled} onPick={silence => put({ ...question, silence })} />
        <Pick label={said.old} value={question.old} options={olds} disabled={disabled} onPick={old => put({ ...question, old })} />
      </div>
    </section>
  )
}
