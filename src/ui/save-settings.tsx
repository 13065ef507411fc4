import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Note } from '../kit/note.tsx'
import { useActions, useGame } from './game.ts'
import { ImportDialog } from './import-dialog.tsx'
import { KeptSaves } from './kept-saves.tsx'
import { settings as words } from './words/en.ts'

/** Everything about the save: out, in, set aside, taken over, erased. */
export function SaveSettings() {
  const { exportSave, takeOver } = useActions()
  const following = useGame(state => state.store.kind === 'following')
  const [importing, setImporting] = useState(false)
  return (
    <>
      <div className="save-row">
        <div><Button icon="download" onClick={() => void exportSave()}>{words.export}</Button><p className="field-help">{words.exportHelp}</p></div>
        <div><Button icon="upload" onClick={() => setImporting(true)}>{words.import}</Button></div>
      </div>
      {following && <div><Button icon="save" onClick={() => void takeOver()}>{words.takeOver}</Button><p className="field-help">{words.takeOverHelp}</p></div>}
      <KeptSaves />
      <Erase />
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  )
}

function Erase() {
  const { erase, exportSave } = useActions()
  const [step, setStep] = useState<'still' | 'asking' | 'erased'>('still')
  const [failed, setFailed] = useState<string | null>(null)
  const go = () => erase().then(() => setStep('erased'), (problem: unknown) => setFailed(problem instanceof Error ? problem.message : String(problem)))
  if (step === 'erased') return <Note tone="good">{words.erased}</Note>
  if (step === 'still') {
    return <div><Button icon="trash" onClick={() => setStep('asking')}>{words.erase}</Button><p className="field-help">{words.eraseHelp}</p></div>
  }
  return (
    <Note tone="bad" icon="warning">
      <p role="alert">{words.eraseAsk}</p>
      <div className="save-row">
        {/* The safe answer has the focus. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <Button look="primary" autoFocus onClick={() => setStep('still')}>{words.eraseNo}</Button>
        <Button icon="download" onClick={() => void exportSave()}>{words.export}</Button>
        <Button look="danger" onClick={() => void go()}>{words.eraseYes}</Button>
      </div>
      {failed && <p role="alert">{failed}</p>}
    </Note>
  )
}
