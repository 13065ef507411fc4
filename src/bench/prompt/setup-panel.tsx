import { CHUNK_WAYS, type PromptPack, TEMPLATES } from '../../core/artefacts/prompt-pack.ts'
import { RadioList } from '../../kit/radio-list.tsx'
import { Slider } from '../../kit/slider.tsx'
import { Switch } from '../../kit/switch.tsx'
import { AlarmWords } from './alarm-words.tsx'
import { CutPreview } from './cut-preview.tsx'
import type { Desk } from './desk-history.ts'
import { FlagTable } from './flag-table.tsx'
import { IntentExamples } from './intent-examples.tsx'
import { searchMethod, withSearchMethod } from './search-method.ts'
import { ShelfList } from './shelf-list.tsx'
import { Step } from './setup-step.tsx'
import { AnswerOrder, QuickReplies, type TalkProps } from './talk-first.tsx'
import { DeskSays, SeveralTurns } from './talk-rest.tsx'
import { talkWords } from './talk-words.ts'
import { words } from './words.ts'

export interface SetupProps {
  desk: Desk<PromptPack>
  readOnly: boolean
  highlight: string | null
  /** `gesture` names a control whose values in a row are one step of undo. */
  onChange(desk: Desk<PromptPack>, label: string, gesture?: string): void
}

/** Everything that can be set, in the order in which a question meets it. */
export function SetupPanel({ desk, readOnly, highlight, onChange }: SetupProps) {
  const { pack } = desk
  const set = (change: Partial<PromptPack>, label: string, gesture?: string) => onChange({ ...desk, pack: { ...pack, ...change } }, label, gesture)
  const step = (id: string) => ({ pointed: highlight === `node:${id}` })
  const { chunk, search, cascade, refuse, alarm, talk } = pack
  const talking: TalkProps | null = talk ? { talk, readOnly, onChange: (changed, label, gesture) => set({ talk: changed }, label, gesture) } : null
  return (
    <section className="desk-setup" aria-label={words.setUp}>
      {alarm && (
        <Step title={words.alarm} help={words.alarmHelp} {...step('alarm')}>
          <AlarmWords list={alarm.words} readOnly={readOnly} onChange={(list, label) => set({ alarm: { words: list } }, label)} />
        </Step>
      )}
      {talking && (
        <>
          <Step title={talkWords.order} help={talkWords.orderHelp} {...step('order')}><AnswerOrder {...talking} /></Step>
          <Step title={talkWords.flags} help={talkWords.flagsHelp} {...step('flags')}><FlagTable {...talking} /></Step>
          {talking.talk.quick.length > 0 && <Step title={talkWords.quick} help={talkWords.quickHelp} {...step('quick')}><QuickReplies {...talking} /></Step>}
          <Step title={talkWords.intents} help={talkWords.intentsHelp} {...step('intents')}><IntentExamples {...talking} /></Step>
          <Step title={talkWords.talk} help={talkWords.talkHelp} {...step('turns')}><SeveralTurns {...talking} /></Step>
        </>
      )}
      <Step title={words.shelf} help={words.shelfHelp} {...step('shelf')}>
        <ShelfList shelf={pack.shelf} readOnly={readOnly} onChange={(shelf, label) => set({ shelf }, label)} />
      </Step>
      <Step title={words.cut} help={words.cutHelp} {...step('cut')}>
        <RadioList label={words.cut} value={chunk.way} disabled={readOnly} options={CHUNK_WAYS.map(id => ({ id, label: words.ways[id] }))} onChange={way => set({ chunk: { ...chunk, way } }, words.ways[way])} />
        {chunk.way === 'window' && (
          <>
            <Slider label={words.windowWords} value={chunk.words} min={10} max={120} step={5} disabled={readOnly} onChange={value => set({ chunk: { ...chunk, words: value, overlap: Math.min(chunk.overlap, value - 5) } }, words.windowWords, 'words')} />
            <Slider label={words.windowOverlap} value={chunk.overlap} min={0} max={Math.min(60, chunk.words - 5)} step={5} disabled={readOnly} onChange={value => set({ chunk: { ...chunk, overlap: value } }, words.windowOverlap, 'overlap')} />
          </>
        )}
        {pack.specimen && <CutPreview specimen={pack.specimen} plan={chunk} />}
      </Step>
      <Step title={words.find} help={words.findHelp} {...step('find')}>
        <RadioList label={words.find} value={searchMethod(desk.graph)} disabled={readOnly} options={(['bm25', 'hybrid'] as const).map(id => ({ id, label: words.methods[id] }))} onChange={method => onChange({ ...desk, graph: withSearchMethod(desk.graph, method) }, words.methods[method])} />
        <Slider label={words.k} value={search.k} min={0} max={12} step={1} disabled={readOnly} onChange={k => set({ search: { ...search, k } }, words.k, 'k')} />
        <Slider label={words.minScore} value={search.minScore} min={0} max={0.9} step={0.1} format={value => value.toFixed(1)} disabled={readOnly} onChange={minScore => set({ search: { ...search, minScore } }, words.minScore, 'minScore')} />
      </Step>
      <Step title={words.write} help={words.writeHelp} {...step('write')}>
        <RadioList label={words.writeHelp} value={pack.template} disabled={readOnly} options={TEMPLATES.map(id => ({ id, label: words.templates[id] }))} onChange={template => set({ template }, words.templates[template])} />
        <Slider label={words.temperature} value={pack.temperature} min={0} max={1} step={0.1} format={value => value.toFixed(1)} help={words.temperatureHelp} disabled={readOnly} onChange={temperature => set({ temperature }, words.temperature, 'temperature')} />
      </Step>
      <Step title={words.check} help={words.checkHelp} {...step('check')}>
        <Switch label={words.verifyClaims} checked={pack.verify} disabled={readOnly} onChange={verify => set({ verify }, words.verifyClaims)} />
        <Switch label={words.refuseHelp} checked={refuse.when === 'unsupported'} disabled={readOnly} onChange={on => set({ refuse: { ...refuse, when: on ? 'unsupported' : 'never' } }, words.refuseHelp)} />
        <Switch label={words.human} checked={cascade.human} disabled={readOnly} onChange={human => set({ cascade: { ...cascade, human } }, words.human)} />
      </Step>
      <Step title={words.speed} {...step('cost')}>
        <RadioList label={words.first} value={cascade.first} disabled={readOnly} options={(['small', 'large'] as const).map(id => ({ id, label: words.sizes[id] }))} onChange={first => set({ cascade: { ...cascade, first } }, words.sizes[first])} />
        {cascade.first === 'small' && <Switch label={words.escalate} checked={cascade.escalate} disabled={readOnly} onChange={escalate => set({ cascade: { ...cascade, escalate } }, words.escalate)} />}
        <Switch label={words.cache} checked={cascade.cache} disabled={readOnly} onChange={cache => set({ cascade: { ...cascade, cache } }, words.cache)} />
        {talk && cascade.cache && <RadioList label={talkWords.drawer} value={talk.drawer} disabled={readOnly} options={(['exact', 'alike'] as const).map(id => ({ id, label: talkWords.drawers[id] }))} onChange={drawer => set({ talk: { ...talk, drawer } }, talkWords.drawers[drawer])} />}
      </Step>
      {talking && <Step title={talkWords.says} {...step('says')}><DeskSays {...talking} /></Step>}
    </section>
  )
}
