import type { EvidenceRule, Question, TakenBack } from '../../../core/artefacts/match-plan.ts'
import { Button, IconButton } from '../../../kit/button.tsx'
import { useCriteria } from './criteria-context.ts'
import { said } from './criteria-words.ts'
import { Pick, wordsIn, Write } from './pick.tsx'

interface EvidenceEditorProps {
  at: number
  rule: EvidenceRule
  question: Question
  disabled: boolean
  onChange(rule: EvidenceRule, gesture?: string): void
}

/** One place where an answer may stand: a column with its day, words of a letter, or a pattern. */
export function EvidenceEditor({ at, rule, question, disabled, onChange }: EvidenceEditorProps) {
  const { pool } = useCriteria()
  const name = `${question.id} ${at}`
  const kinds = (['column', 'words', 'pattern'] as const).map(id => ({ id, say: said.placeKind[id] }))
  const fitting = pool.table.meta.filter(({ kind }) => (kind === 'number') === (question.kind === 'number'))
  const columns = fitting.map(column => ({ id: column.name, say: column.label }))
  const turn = (from: EvidenceRule['from']) => {
    const back = rule.from === 'column' ? [] : rule.back
    if (from === 'column') onChange({ from, column: columns[0]?.id ?? '' })
    else if (from === 'words') onChange({ from, words: [question.label.toLowerCase()], says: 'yes', back })
    else onChange({ from, find: question.label, back, ...(question.kind === 'number' ? {} : { says: 'yes' }) })
  }
  return (
    <div className="criteria-place">
      <div className="criteria-row">
        <Pick label={said.kindOfPlace(at + 1)} value={rule.from} options={kinds} disabled={disabled} onPick={turn} />
        {rule.from === 'column' && (
          <>
            <Pick label={said.column} value={rule.column} options={columns} disabled={disabled} onPick={column => onChange({ ...rule, column })} />
            <DateOf rule={rule} disabled={disabled} onChange={onChange} />
          </>
        )}
        {rule.from === 'pattern' && <Write label={said.pattern} value={rule.find} help={said.patternHelp} disabled={disabled} onWrite={find => onChange({ ...rule, find: find.slice(0, 200) }, `${name} find`)} />}
        {rule.from === 'words' && <Write lines label={said.letterWords} value={rule.words.join('\n')} disabled={disabled} onWrite={text => onChange({ ...rule, words: wordsIn(text) }, `${name} words`)} />}
        {rule.from === 'words' && question.kind === 'choice' && <Write small needed label={said.says} value={rule.says} disabled={disabled} onWrite={says => onChange({ ...rule, says: says.slice(0, 60) }, `${name} says`)} />}
      </div>
      {rule.from !== 'column' && <Backs rule={rule} name={name} disabled={disabled} onChange={onChange} />}
    </div>
  )
}

function DateOf({ rule, disabled, onChange }: { rule: Extract<EvidenceRule, { from: 'column' }>; disabled: boolean; onChange(rule: EvidenceRule): void }) {
  const { pool } = useCriteria()
  const isDay = (name: string) => { const column = pool.table.columns[name]; return column?.kind === 'category' && column.values.some(value => /^\d{4}-\d\d-\d\d/.test(value)) }
  const days = [{ id: '', say: said.noDate }, ...pool.table.meta.filter(({ name }) => isDay(name)).map(({ name, label }) => ({ id: name, say: label }))]
  const { date: _day, ...bare } = rule
  return <Pick label={said.date} value={rule.date ?? ''} options={days} disabled={disabled} onPick={date => onChange(date === '' ? bare : { ...bare, date })} />
}

interface BacksProps {
  rule: Exclude<EvidenceRule, { from: 'column' }>
  name: string
  disabled: boolean
  onChange(rule: EvidenceRule, gesture?: string): void
}

/** What takes back that words stand there: a no, a father, an old copy. */
function Backs({ rule, name, disabled, onChange }: BacksProps) {
  const put = (at: number, next: TakenBack, gesture?: string) => onChange({ ...rule, back: rule.back.map((one, k) => (k === at ? next : one)) }, gesture)
  const sides = (['before', 'after'] as const).map(id => ({ id, say: said.sides[id] }))
  const becomes = [{ id: '', say: said.becomesNothing }, { id: 'no', say: 'no' }, { id: 'yes', say: 'yes' }]
  return (
    <div className="criteria-backs">
      {rule.back.map((one, i) => (
        // They act one after another, so their place is what they are.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={i} className="criteria-row">
          <Write lines label={said.back} value={one.words.join('\n')} help={said.backHelp} disabled={disabled} onWrite={text => put(i, { ...one, words: wordsIn(text) }, `${name} back ${i}`)} />
          <Pick label={said.backSide} value={one.side} options={sides} disabled={disabled} onPick={side => put(i, { ...one, side })} />
          <Write small label={said.reach} value={String(one.reach)} disabled={disabled} onWrite={text => { const reach = Number(text); if (Number.isInteger(reach) && reach >= 1 && reach <= 30) put(i, { ...one, reach }, `${name} reach ${i}`) }} />
          <Pick label={said.becomes} value={one.becomes ?? ''} options={becomes} disabled={disabled} onPick={word => put(i, { ...one, becomes: word === '' ? null : word })} />
          <IconButton icon="trash" small label={said.removeBack(i + 1)} disabled={disabled} onClick={() => onChange({ ...rule, back: rule.back.filter((_, k) => k !== i) })} />
        </div>
      ))}
      <Button small look="plain" icon="plus" disabled={disabled || rule.back.length >= 8} onClick={() => onChange({ ...rule, back: [...rule.back, { words: ['no'], side: 'before', reach: 6, stops: [], becomes: 'no' }] })}>{said.addBack}</Button>
    </div>
  )
}
