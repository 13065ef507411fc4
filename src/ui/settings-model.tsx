import { readAddress, type TextEngineChoice } from '../core/text-engine.ts'
import { Field } from '../kit/field.tsx'
import { Note } from '../kit/note.tsx'
import { ChoiceGroup } from './choice-group.tsx'
import { useActions, useGame } from './game.ts'
import { modelSettings as words } from './words/en-model.ts'

const ENGINES = (['off', 'browser', 'server'] as const).map(value => ({ value, name: words.engines[value] }))

/** Which real language model may be asked beside the simulated one. */
export function ModelSettings() {
  const model = useGame(state => state.settings.model)
  const { change } = useActions()
  const set = (part: Partial<TextEngineChoice>) => change({ model: { ...model, ...part } })
  const engine = ENGINES.some(({ value }) => value === model.engine) ? model.engine : 'off'
  return (
    <>
      <p>{words.intro}</p>
      <ChoiceGroup legend={words.legend} options={ENGINES} value={engine} onChange={value => set({ engine: value })} />
      {engine === 'browser' && <p className="field-help">{words.browserHelp}</p>}
      {engine === 'server' && <ServerSettings model={model} set={set} />}
    </>
  )
}

function ServerSettings({ model, set }: { model: TextEngineChoice; set(part: Partial<TextEngineChoice>): void }) {
  const read = readAddress(model.address)
  return (
    <>
      <p className="field-help">{words.serverHelp} <code>{location.origin}</code>.</p>
      <Field label={words.address} help={words.addressHelp} error={read.ok ? undefined : read.say}>
        {control => <input className="input" inputMode="url" autoComplete="off" spellCheck={false} maxLength={200} value={model.address} onChange={event => set({ address: event.target.value })} {...control} />}
      </Field>
      {read.ok && !read.local && <Note tone="warning">{words.away(read.host)}</Note>}
      <Field label={words.name} help={words.nameHelp}>
        {control => <input className="input" autoComplete="off" spellCheck={false} maxLength={200} value={model.name} onChange={event => set({ name: event.target.value })} {...control} />}
      </Field>
    </>
  )
}
