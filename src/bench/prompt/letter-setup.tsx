import { type Ground, GROUNDS, type LetterPlan, type LetterSlot, READING, SIGN_WHEN } from '../../core/artefacts/letter-plan.ts'
import { RadioList } from '../../kit/radio-list.tsx'
import { Slider } from '../../kit/slider.tsx'
import { Switch } from '../../kit/switch.tsx'
import type { Desk } from './desk-history.ts'
import { letterWords as words } from './letter-words.ts'
import { Step } from './setup-step.tsx'

/** What the slider begins with where nothing was flagged before. */
const GRADE_AT_FIRST = 8

interface LetterSetupProps {
  desk: Desk<LetterPlan>
  readOnly: boolean
  highlight: string | null
  onChange(desk: Desk<LetterPlan>, label: string, gesture?: string): void
}

/** Everything that can be set, in the order in which a letter meets it. */
export function LetterSetup({ desk, readOnly, highlight, onChange }: LetterSetupProps) {
  const { slots, reading, temperature, clauses, checks, sign } = desk.pack
  const set = (change: Partial<LetterPlan>, label: string, gesture?: string) => onChange({ ...desk, pack: { ...desk.pack, ...change } }, label, gesture)
  const step = (id: string) => ({ pointed: highlight === `node:${id}` })
  return (
    <section className="desk-setup" aria-label={words.setUp}>
      <Step title={words.slots} help={words.slotsHelp} {...step('slots')}>
        <ul className="letter-slots">
          {slots.map(slot => <SlotRow key={slot.id} slot={slot} readOnly={readOnly} onChange={(changed, label) => set({ slots: slots.map(one => (one.id === slot.id ? changed : one)) }, label)} />)}
        </ul>
      </Step>
      <Step title={words.told} {...step('told')}>
        <Slider label={words.reading} value={reading} min={READING.easiest} max={READING.hardest} step={1} help={words.readingHelp} disabled={readOnly} onChange={value => set({ reading: value }, words.reading, 'reading')} />
        <Switch label={words.chartOnly} checked={clauses.chartOnly} disabled={readOnly} onChange={chartOnly => set({ clauses: { ...clauses, chartOnly } }, words.chartOnly)} />
        <Switch label={words.exactNames} checked={clauses.exactNames} disabled={readOnly} onChange={exactNames => set({ clauses: { ...clauses, exactNames } }, words.exactNames)} />
        <Slider label={words.temperature} value={temperature} min={0} max={1} step={0.1} format={value => value.toFixed(1)} help={words.temperatureHelp} disabled={readOnly} onChange={value => set({ temperature: value }, words.temperature, 'temperature')} />
      </Step>
      <Step title={words.check} help={words.checkHelp} {...step('check')}>
        <Switch label={words.missing} checked={checks.missing} disabled={readOnly} onChange={missing => set({ checks: { ...checks, missing } }, words.missing)} />
        <Switch label={words.backed} checked={checks.backed} disabled={readOnly} onChange={backed => set({ checks: { ...checks, backed } }, words.backed)} />
        <Switch label={words.grade} checked={checks.grade !== null} disabled={readOnly} onChange={on => set({ checks: { ...checks, grade: on ? GRADE_AT_FIRST : null } }, words.grade)} />
        {checks.grade !== null && <Slider label={words.gradeLimit} value={checks.grade} min={READING.easiest} max={READING.hardest} step={1} disabled={readOnly} onChange={grade => set({ checks: { ...checks, grade } }, words.gradeLimit, 'grade')} />}
      </Step>
      <Step title={words.sign} help={words.signHelp} {...step('sign')}>
        <RadioList label={words.sign} value={sign.when} disabled={readOnly} options={SIGN_WHEN.map(id => ({ id, label: words.signs[id] }))} onChange={when => set({ sign: { when } }, words.signs[when])} />
      </Step>
    </section>
  )
}

/** One section: on or off, its source, and whether it must be complete. */
function SlotRow({ slot, readOnly, onChange }: { slot: LetterSlot; readOnly: boolean; onChange(slot: LetterSlot, label: string): void }) {
  const { title, on, from, must } = slot
  return (
    <li className={on ? 'letter-slot' : 'letter-slot letter-slot-off'}>
      <Switch label={title} checked={on} disabled={readOnly} onChange={checked => onChange({ ...slot, on: checked }, words.on(title))} />
      <div className="letter-slot-more">
        <select className="select" aria-label={words.from(title)} value={from} disabled={readOnly || !on} onChange={event => onChange({ ...slot, from: event.target.value as Ground }, words.from(title))}>
          {GROUNDS.map(ground => <option key={ground} value={ground}>{words.grounds[ground]}</option>)}
        </select>
        <label className="letter-must">
          <input type="checkbox" checked={must} disabled={readOnly} aria-label={words.mustOf(title)} onChange={event => onChange({ ...slot, must: event.target.checked }, words.mustOf(title))} />
          <span aria-hidden="true">{words.must}</span>
        </label>
      </div>
    </li>
  )
}
