import type { Progress } from '../../core/verdict.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Meter } from '../../kit/meter.tsx'
import { useRules } from './rules-context.ts'
import { placeOf } from './table-edit.ts'
import { words } from './words.ts'

interface RulesBarProps {
  job: { kind: string; progress: Progress } | null
  runsLeft: number
  narrow: boolean
  onRun(): void
  onStop(): void
  onSubmit?: () => void
  onKeys(): void
}

/** Undo, what can be done with the row, who speaks, and Run. */
export function RulesBar({ job, runsLeft, narrow, onRun, onStop, onSubmit, onKeys }: RulesBarProps) {
  const { history, undo, redo, readOnly, table, active, add, setHit, highlight } = useRules()
  const [back, again] = [history.past.at(-1)?.label ?? null, history.future[0]?.label ?? null]
  const point = (button: string) => (highlight === `button:${button}` ? 'rules-pointed' : '')
  return (
    <header className="rules-bar">
      <div className="rules-tools" role="toolbar" aria-label={words.tools}>
        <IconButton icon="undo" small label={words.undo(back)} disabled={!back || readOnly} onClick={undo} />
        <IconButton icon="redo" small label={words.redo(again)} disabled={!again || readOnly} onClick={redo} />
        <Button small look="plain" icon="plus" className={point('add')} disabled={readOnly} onClick={() => add(narrow ? null : (active?.row ?? null))}>{words.addRow}</Button>
        {!narrow && <RowTools />}
        {!narrow && <IconButton icon="keyboard" small label={words.keys} onClick={onKeys} />}
      </div>
      <label className="rules-hit">
        <span>{words.hit}</span>
        <select className="select" value={table.hit} disabled={readOnly} onChange={event => setHit(event.target.value === 'COLLECT' ? 'COLLECT' : 'FIRST')}>
          <option value="FIRST">{words.hits.FIRST}</option>
          <option value="COLLECT">{words.hits.COLLECT}</option>
        </select>
      </label>
      {job
        ? (
            <div className="rules-run">
              <div className="rules-progress"><Meter label={words.running} share={job.progress.done} text={words.running} tone="blue" progress /></div>
              <Button icon="stop" look="danger" onClick={onStop}>{words.stop}</Button>
            </div>
          )
        : (
            <div className="rules-run">
              <span className="rules-left">{words.runsLeft(runsLeft)}</span>
              <Button icon="run" look={onSubmit ? 'soft' : 'primary'} className={point('run')} disabled={readOnly || runsLeft === 0} onClick={onRun}>{words.run}</Button>
              {onSubmit && <Button iconAfter="next" look="primary" className={point('verify')} disabled={readOnly} onClick={onSubmit}>{words.verify}</Button>}
            </div>
          )}
    </header>
  )
}

/** What can be done with the row that is marked. */
function RowTools() {
  const { active, table, move, duplicate, remove, readOnly, activate } = useRules()
  const at = active ? placeOf(table, active.row) : -1
  const row = active?.row
  const name = (what: string) => (row ? `${what}: row ${at + 1}` : what)
  // The buttons keep the focus, so that a row can be moved up by pressing again and again.
  const keep = (act: (id: string) => void) => (event: { currentTarget: HTMLElement }) => {
    const button = event.currentTarget
    if (!row) return
    act(row)
    requestAnimationFrame(() => requestAnimationFrame(() => (button.isConnected && !button.matches(':disabled') ? button.focus() : activate({ row, col: -1 }, true))))
  }
  return (
    <>
      <IconButton icon="copy" small label={name(words.duplicate)} disabled={!row || readOnly} onClick={() => row && duplicate(row)} />
      <IconButton icon="chevron-up" small label={name(words.up)} disabled={at <= 0 || readOnly} onClick={keep(id => move(id, -1))} />
      <IconButton icon="chevron-down" small label={name(words.down)} disabled={at < 0 || at >= table.rows.length - 1 || readOnly} onClick={keep(id => move(id, 1))} />
      <IconButton icon="trash" small label={name(words.remove)} disabled={!row || readOnly} onClick={() => row && remove(row)} />
    </>
  )
}
