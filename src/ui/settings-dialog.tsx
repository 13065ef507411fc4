import { useState } from 'react'
import { Dialog } from '../kit/dialog.tsx'
import { Slider } from '../kit/slider.tsx'
import { Switch } from '../kit/switch.tsx'
import { Tabs } from '../kit/tabs.tsx'
import { ChoiceGroup } from './choice-group.tsx'
import { useActions, useGame } from './game.ts'
import { KeySettings } from './key-settings.tsx'
import { SaveSettings } from './save-settings.tsx'
import { ModelSettings } from './settings-model.tsx'
import './settings.css'
import { common, settings as words } from './words/en.ts'

type Tab = keyof typeof words.tabs
const TABS = (Object.keys(words.tabs) as Tab[]).map(id => ({ id, label: words.tabs[id] }))

export function SettingsDialog({ onClose }: { onClose(): void }) {
  const [tab, setTab] = useState<Tab>('play')
  return (
    <Dialog title={words.title} closeLabel={common.close} onClose={onClose} className="settings">
      <Tabs<Tab> label={words.title} tabs={TABS} selected={tab} onSelect={setTab}>
        <div className="settings-panel">
          {tab === 'play' && <PlaySettings />}
          {tab === 'sound' && <SoundSettings />}
          {tab === 'keys' && <KeySettings />}
          {tab === 'model' && <ModelSettings />}
          {tab === 'save' && <SaveSettings />}
        </div>
      </Tabs>
    </Dialog>
  )
}

const SIZES = [1, 1.15, 1.3, 1.5].map(size => ({ value: String(size), name: words.textSizes[String(size)] ?? String(size) }))
const MOTIONS = (['system', 'reduced', 'full'] as const).map(value => ({ value, name: words.motions[value] }))

function PlaySettings() {
  const settings = useGame(state => state.settings)
  const { change } = useActions()
  return (
    <>
      <ChoiceGroup legend={words.textSize} options={SIZES} value={String(settings.textSize)} onChange={size => change({ textSize: Number(size) })} />
      <ChoiceGroup legend={words.motion} options={MOTIONS} value={settings.motion} onChange={motion => change({ motion })} />
      <Switch label={words.map} help={words.mapHelp} checked={settings.map} onChange={map => change({ map })} />
      <Switch label={words.lowPower} help={words.lowPowerHelp} checked={settings.lowPower} onChange={lowPower => change({ lowPower })} />
    </>
  )
}

function SoundSettings() {
  const { effects, ambient, captions } = useGame(state => state.settings)
  const { change, play } = useActions()
  const volume = { min: 0, max: 1, step: 0.05, format: words.percent }
  return (
    <>
      <div onPointerUp={() => play('click')}>
        <Slider label={words.effects} value={effects} {...volume} onChange={value => change({ effects: value })} />
      </div>
      <Slider label={words.ambient} value={ambient} {...volume} onChange={value => change({ ambient: value })} />
      <Switch label={words.captions} help={words.captionsHelp} checked={captions} onChange={value => change({ captions: value })} />
    </>
  )
}
