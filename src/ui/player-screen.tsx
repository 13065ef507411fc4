import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Look } from '../core/log/facts.ts'
import { Button } from '../kit/button.tsx'
import '../kit/card.css'
import { Field } from '../kit/field.tsx'
import { Switch } from '../kit/switch.tsx'
import { ChoiceGroup } from './choice-group.tsx'
import { useActions, useGame } from './game.ts'
import { CLOTHS, FIRST_LOOK, HAIRS, isCovering, LEGS, lookByLot, SKINS, STYLES, TOPS } from './look-choices.ts'
import { PlayerPreview } from './player-preview.tsx'
import './player.css'
import { useHeadingFocus } from './screen-focus.ts'
import { common } from './words/en.ts'
import { player as words } from './words/en-hospital.ts'

/** Name and look: everybody who works in a hospital should find themselves here. */
export function PlayerScreen() {
  const known = useGame(state => state.career.player)
  const { startGame, go } = useActions()
  const [name, setName] = useState(known?.name ?? '')
  const [look, setLook] = useState(known?.look ?? FIRST_LOOK)
  const [asked, setAsked] = useState(false)
  const heading = useHeadingFocus<HTMLHeadingElement>('player')
  const clean = name.trim().replace(/\s+/g, ' ')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (clean) startGame(clean, look)
    else document.getElementById('player-form')?.querySelector('input')?.focus()
  }
  return (
    <main className="screen player">
      <header className="screen-head">
        <Button icon="back" look="plain" onClick={() => go({ at: known ? 'hospital' : 'title' })}>{common.back}</Button>
        <h1 ref={heading} tabIndex={-1}>{words.heading}</h1>
      </header>
      <div className="player-columns">
        <PlayerPreview look={look} name={clean}>
          <Button icon="dice" onClick={() => setLook(lookByLot(Math.random))}>{words.randomise}</Button>
        </PlayerPreview>
        <form id="player-form" className="card player-form" onSubmit={submit} noValidate>
          <p>{words.intro}</p>
          <Field label={words.name} help={words.nameHelp} error={asked && !clean ? words.nameMissing : undefined}>
            {control => (
              <input {...control} className="input" value={name} maxLength={40} autoComplete="name" required onChange={event => setName(event.target.value)} />
            )}
          </Field>
          <LookFields look={look} onChange={part => setLook({ ...look, ...part })} />
          <Button type="submit" look="primary" iconAfter="next" className="player-start">{known ? words.save : words.start}</Button>
        </form>
      </div>
    </main>
  )
}

const STYLE_OPTIONS = STYLES.map(value => ({ value, name: words.styles[value] }))

function LookFields({ look, onChange }: { look: Look; onChange(part: Partial<Look>): void }) {
  return (
    <>
      <ChoiceGroup legend={words.skin} options={SKINS} value={look.skin} swatches onChange={skin => onChange({ skin })} />
      <ChoiceGroup legend={words.style} options={STYLE_OPTIONS} value={look.style} onChange={style => onChange({ style })} />
      {isCovering(look.style)
        ? <ChoiceGroup legend={words.cloth} options={CLOTHS} value={look.cloth} swatches onChange={cloth => onChange({ cloth })} />
        : <ChoiceGroup legend={words.hair} options={HAIRS} value={look.hair} swatches onChange={hair => onChange({ hair })} />}
      <ChoiceGroup legend={words.top} options={TOPS} value={look.top} swatches onChange={top => onChange({ top })} />
      <ChoiceGroup legend={words.legs} options={LEGS} value={look.legs} swatches onChange={legs => onChange({ legs })} />
      <fieldset className="player-extras">
        <legend>{words.extras}</legend>
        <Switch label={words.coat} checked={look.coat} onChange={coat => onChange({ coat })} />
        <Switch label={words.glasses} checked={look.glasses} onChange={glasses => onChange({ glasses })} />
        <Switch label={words.wheelchair} checked={look.wheelchair} onChange={wheelchair => onChange({ wheelchair })} />
      </fieldset>
    </>
  )
}
