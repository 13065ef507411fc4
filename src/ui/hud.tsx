import { useState } from 'react'
import { IconButton } from '../kit/button.tsx'
import '../kit/card.css'
import { Icon } from '../kit/icon.tsx'
import { Meter } from '../kit/meter.tsx'
import { useActions, useGame } from './game.ts'
import { SettingsDialog } from './settings-dialog.tsx'
import { common } from './words/en.ts'
import { hud } from './words/en-hospital.ts'

interface HudProps {
  listOpen: boolean
  onToggleList(): void
}

/** Top left: whose hospital this is, how far you have come, and the way to your own things. */
export function Hud({ listOpen, onToggleList }: HudProps) {
  const level = useGame(state => state.career.level)
  const share = useGame(state => state.career.toNextLevel)
  return (
    <header className="hud card">
      <div className="hud-head">
        <span className="hud-mark"><Icon name="ward" size={1.5} /></span>
        <div className="hud-name">
          <h1>{common.hospitalLong}</h1>
          <div className="hud-level">
            <Meter label={hud.level} share={share} text={`${common.level(level)}, ${hud.toNext(share)}`} />
            <span aria-hidden="true">{common.level(level)}</span>
          </div>
        </div>
      </div>
      <HudMenu listOpen={listOpen} onToggleList={onToggleList} />
    </header>
  )
}

function HudMenu({ listOpen, onToggleList }: HudProps) {
  const { go, change } = useActions()
  const map = useGame(state => state.settings.map)
  const canvas = useGame(state => state.canvas)
  const [settings, setSettings] = useState(false)
  return (
    <nav className="hud-menu" aria-label={hud.menu}>
      {map && canvas !== 'missing' && (
        <IconButton icon="list" label={listOpen ? hud.hideList : hud.showList} aria-expanded={listOpen} onClick={onToggleList} />
      )}
      {canvas !== 'missing' && (
        <IconButton icon="map" label={map ? hud.hideMap : hud.showMap} aria-pressed={map} onClick={() => change({ map: !map })} />
      )}
      <IconButton icon="book" label={hud.journal} onClick={() => go({ at: 'journal' })} />
      <IconButton icon="person" label={hud.look} onClick={() => go({ at: 'player' })} />
      <IconButton icon="settings" label={hud.settings} onClick={() => setSettings(true)} />
      <IconButton icon="door" label={hud.title} onClick={() => go({ at: 'title' })} />
      {settings && <SettingsDialog onClose={() => setSettings(false)} />}
    </nav>
  )
}
