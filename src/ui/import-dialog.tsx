import { useState } from 'react'
import type { DragEvent } from 'react'
import { Dialog } from '../kit/dialog.tsx'
import { Note } from '../kit/note.tsx'
import { Icon } from '../kit/icon.tsx'
import './import-dialog.css'
import { useActions } from './game.ts'
import { KeptSaves } from './kept-saves.tsx'
import { common, importing } from './words/en.ts'

/** A whole career of facts is a few hundred kilobytes; far beyond this nothing can be a save. */
const MAX_BYTES = 64 * 1024 * 1024

type Outcome = { kind: 'waiting' | 'reading' } | { kind: 'done' | 'failed'; say: string }

/** Takes a save from a file: by choosing it or by dropping it. Says in a sentence what came of it. */
export function ImportDialog({ onClose }: { onClose(): void }) {
  const { importSave } = useActions()
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'waiting' })
  const take = async (file: File | undefined) => {
    if (!file) return
    if (file.size > MAX_BYTES) return setOutcome({ kind: 'failed', say: importing.tooBig })
    setOutcome({ kind: 'reading' })
    try {
      setOutcome({ kind: 'done', say: await importSave(await file.text()) })
    } catch (problem) {
      setOutcome({ kind: 'failed', say: problem instanceof Error ? problem.message : String(problem) })
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void take(event.dataTransfer.files[0])
  }
  return (
    <Dialog title={importing.title} closeLabel={common.close} onClose={onClose}>
      <div className="import">
        <p>{importing.intro}</p>
        {/* Dropping is a second way in; the file field inside is the first, and works by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <label className="import-drop" onDragOver={event => event.preventDefault()} onDrop={drop}>
          <Icon name="upload" size={1.75} />
          <strong>{importing.choose}</strong>
          <span>{importing.paste}</span>
          <input type="file" accept="application/json,.json" onChange={event => void take(event.target.files?.[0])} />
        </label>
        <output>
          {outcome.kind === 'reading' && <p>{importing.reading}</p>}
          {outcome.kind === 'done' && <Note tone="good"><strong>{importing.done}.</strong> {outcome.say}</Note>}
          {outcome.kind === 'failed' && <Note tone="bad"><strong>{importing.failed}.</strong> {outcome.say}</Note>}
        </output>
        <KeptSaves quiet />
      </div>
    </Dialog>
  )
}
