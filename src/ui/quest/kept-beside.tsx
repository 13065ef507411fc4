import { useState } from 'react'
import { Button, IconButton } from '../../kit/button.tsx'
import { Note } from '../../kit/note.tsx'
import type { QuestSession } from '../game.ts'
import { useActions } from '../game.ts'
import { build as words } from '../words/en-quest.ts'

/** An earlier solution lies on the bench; what was half-made there can come back. */
export function KeptBeside({ session: { quest, stage, context: { beside } } }: { session: QuestSession }) {
  const { reopen } = useActions()
  const [hidden, setHidden] = useState<typeof beside>(null)
  if (stage !== 'build' || beside === null || beside === hidden) return null
  return (
    <output>
      <Note icon="undo">
        <div className="kept-beside">
          <p>{words.beside}</p>
          <Button small icon="refresh" onClick={() => void reopen(quest.id, beside)}>{words.besideBack}</Button>
          <IconButton small icon="close" label={words.besideHide} onClick={() => setHidden(beside)} />
        </div>
      </Note>
    </output>
  )
}
