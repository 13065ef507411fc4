import { useState } from 'react'
import type { DialogLine, ExtraState } from '../../core/quest/schema.ts'
import { standingExtras } from '../../core/quest/extras.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { InlineMarkdown } from '../../kit/markdown.tsx'
import type { QuestSession } from '../game.ts'
import { useActions } from '../game.ts'
import { PersonPortrait, PlayerPortrait } from '../person-portrait.tsx'
import { dialogue } from '../words/en-hospital.ts'
import { huddle as words } from '../words/en-quest.ts'
import './huddle.css'

/** A talk that stands between two stages, with a choice to make. There is no wrong button; every answer has a reply. */
export function Huddle({ session }: { session: QuestSession }) {
  const extra = standingExtras(session.quest).find(one => one.id === session.state)
  if (!extra) return null
  return <HuddleDialog key={extra.id} session={session} extra={extra} />
}

function HuddleDialog({ session, extra }: { session: QuestSession; extra: ExtraState }) {
  const { tell } = useActions()
  const [chosen, setChosen] = useState<string | null>(null)
  const { quest } = session
  const lines = (extra.dialog !== undefined && Object.hasOwn(quest.dialogs, extra.dialog) && quest.dialogs[extra.dialog]) || []
  const choice = extra.choices?.find(one => one.id === chosen)
  const leave = () => tell({ type: 'stage.entered', stage: session.stage })
  const goOn = (id: string) => tell({ type: 'choice.made', state: extra.id, choice: id })
  return (
    <Dialog title={words.heading} closeLabel={words.back} onClose={leave} className="huddle">
      <ol className="huddle-lines">{lines.map(line => <SpokenLine key={line.say} line={line} session={session} />)}</ol>
      {!extra.choices && <Button look="primary" iconAfter="next" onClick={() => goOn('ok')}>{words.goOn}</Button>}
      {extra.choices && !choice && (
        <fieldset className="huddle-choices">
          <legend>{words.choose}</legend>
          {extra.choices.map(one => (
            <button key={one.id} type="button" className="huddle-choice" onClick={() => (one.reply ? setChosen(one.id) : goOn(one.id))}>
              <InlineMarkdown text={one.md} />
            </button>
          ))}
        </fieldset>
      )}
      {choice && (
        <output className="huddle-reply">
          <ol className="huddle-lines">
            <SpokenLine line={{ who: 'player', mood: 'talk', say: choice.md }} session={session} />
            {choice.reply && <SpokenLine line={{ who: 'npc', mood: 'think', say: choice.reply }} session={session} />}
          </ol>
          {/* The choice that had the focus is gone; the way on takes it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <Button look="primary" iconAfter="next" autoFocus onClick={() => goOn(choice.id)}>{words.goOn}</Button>
        </output>
      )}
    </Dialog>
  )
}

function SpokenLine({ line, session }: { line: DialogLine; session: QuestSession }) {
  const { npc, place } = session.quest
  const isPlayer = line.who === 'player'
  return (
    <li className={isPlayer ? 'spoken spoken-player' : 'spoken'}>
      {isPlayer ? <PlayerPortrait mood={line.mood} /> : <PersonPortrait {...npc} department={place.department} mood={line.mood} decorative />}
      <p><strong>{isPlayer ? dialogue.you : npc.name}</strong><InlineMarkdown text={line.say} /></p>
    </li>
  )
}
