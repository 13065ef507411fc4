import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Note } from '../kit/note.tsx'
import { useActions, useGame } from './game.ts'
import { KeptSaves } from './kept-saves.tsx'
import './new-game-dialog.css'
import { common, newGame as words } from './words/en.ts'

/** Somebody else sits down: what becomes of the save that is here, and the saves that one can go back to. */
export function NewGameDialog({ onClose }: { onClose(): void }) {
  const { newGame } = useActions()
  const name = useGame(state => state.career.player?.name ?? '')
  const level = useGame(state => state.career.level)
  const keeps = useGame(state => state.store.kind !== 'memory-only')
  const [failed, setFailed] = useState<string | null>(null)
  const start = () => newGame().catch((problem: unknown) => setFailed(problem instanceof Error ? problem.message : String(problem)))
  return (
    <Dialog title={words.title} closeLabel={common.close} onClose={onClose}>
      <div className="new-game">
        <p>{words.whose(name, level)}</p>
        <p>{keeps ? words.where : words.whereMemory}</p>
        <div className="new-game-ways">
          <Button look="primary" onClick={onClose}>{words.no(name)}</Button>
          <Button onClick={() => void start()}>{words.yes}</Button>
        </div>
        {failed && <div role="alert"><Note tone="bad">{failed}</Note></div>}
        <KeptSaves quiet />
      </div>
    </Dialog>
  )
}
