import { lazy, Suspense, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import { useActions, useGame } from './game.ts'
import './title.css'
import { common, title } from './words/en.ts'

const SettingsDialog = lazy(() => import('./settings-dialog.tsx').then(file => ({ default: file.SettingsDialog })))
const ImportDialog = lazy(() => import('./import-dialog.tsx').then(file => ({ default: file.ImportDialog })))
const NewGameDialog = lazy(() => import('./new-game-dialog.tsx').then(file => ({ default: file.NewGameDialog })))
const CreditsDialog = lazy(() => import('./credits-dialog.tsx').then(file => ({ default: file.CreditsDialog })))

type OpenDialog = 'settings' | 'import' | 'new' | 'credits' | null

/** First thing on the screen: the name, what this is, and the way in. index.html paints the same before any script. */
export function TitleScreen() {
  const [open, setOpen] = useState<OpenDialog>(null)
  const close = () => setOpen(null)
  return (
    <main className="title">
      <div className="title-card">
        <div className="title-head">
          <Icon name="ward" size={2.25} className="title-mark" />
          <h1>{common.hospitalName}</h1>
        </div>
        <p className="title-line">{title.line}</p>
        <TitleButtons onOpen={setOpen} />
        <p className="title-small">{common.trainingData}</p>
        <Offline />
      </div>
      <Suspense>
        {open === 'settings' && <SettingsDialog onClose={close} />}
        {open === 'import' && <ImportDialog onClose={close} />}
        {open === 'new' && <NewGameDialog onClose={close} />}
        {open === 'credits' && <CreditsDialog onClose={close} />}
      </Suspense>
    </main>
  )
}

function TitleButtons({ onOpen }: { onOpen(dialog: OpenDialog): void }) {
  const { go, reload } = useActions()
  const ready = useGame(state => state.ready)
  const store = useGame(state => state.store)
  const player = useGame(state => state.career.player)
  // Here, not in a notice: what could not be fetched may be the notices.
  if (!ready && store.kind === 'cut-off') {
    return (
      <div className="title-buttons">
        <p role="alert">{store.say}</p>
        <Button look="primary" icon="refresh" onClick={reload}>{title.reload}</Button>
      </div>
    )
  }
  if (!ready) return <output className="title-wait">{title.starting}</output>
  return (
    <div className="title-buttons">
      {player && <ContinueButton name={player.name} />}
      <Button look={player ? 'soft' : 'primary'} onClick={() => go({ at: 'player' })}>{player ? title.changeLook : title.newGame}</Button>
      <div className="title-row">
        {player && <Button onClick={() => go({ at: 'journal' })} icon="book">{title.journal}</Button>}
        {player && <Button onClick={() => onOpen('new')} icon="plus">{title.newGame}</Button>}
        <Button onClick={() => onOpen('settings')} icon="settings">{title.settings}</Button>
        <Button onClick={() => onOpen('import')} icon="upload">{title.importSave}</Button>
      </div>
      <button type="button" className="title-link" onClick={() => onOpen('credits')}>{title.credits}</button>
    </div>
  )
}

function ContinueButton({ name }: { name: string }) {
  const { go } = useActions()
  const level = useGame(state => state.career.level)
  const last = useGame(state => state.quests.find(quest => quest.id === state.career.lastQuest)?.title)
  return (
    <button type="button" className="button button-primary title-continue" onClick={() => go({ at: 'hospital' })}>
      <Icon name="run" />
      <span>
        {title.continue}
        <small>{title.continueAs(name, level)}</small>
        {last && <small>{title.lastQuest(last)}</small>}
      </span>
    </button>
  )
}

function Offline() {
  const offline = useGame(state => state.offline)
  if (offline !== 'ready') return null
  return <p className="title-small title-offline"><Icon name="check" size={1} />{title.offlineReady}</p>
}
