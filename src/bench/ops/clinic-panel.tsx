import { type ClinicPlan, EXTRA_WAYS, HELP_KINDS, SESSION_SLOTS, slotStart } from '../../core/artefacts/clinic-plan.ts'
import { clockWords } from '../../core/event-log.ts'
import { RadioList } from '../../kit/radio-list.tsx'
import { Slider } from '../../kit/slider.tsx'
import { words } from './words.ts'

interface ClinicPanelProps {
  plan: ClinicPlan
  readOnly: boolean
  highlight: string | null
  onChange(plan: ClinicPlan, label: string, gesture?: string): void
}

/** The plan of a clinic: who is helped to come, and which places are shared. */
export function ClinicPanel({ plan, readOnly, highlight, onChange }: ClinicPanelProps) {
  const { help, extra } = plan
  const pointed = (part: string) => (highlight === `node:${part}` ? 'ops-step ops-pointed' : 'ops-step')
  const setExtra = (change: Partial<ClinicPlan['extra']>, label: string, gesture?: string) => onChange({ ...plan, extra: { ...extra, ...change } }, label, gesture)
  return (
    <>
      <section className={pointed('help')} aria-label={words.help}>
        <h3><span className="ops-number" aria-hidden="true">1</span>{words.help}</h3>
        <p className="ops-help">{words.helpHelp}</p>
        <Slider label={words.share} value={help.share} min={0} max={0.5} step={0.01} format={words.shareWords} disabled={readOnly} onChange={share => onChange({ ...plan, help: { ...help, share } }, words.help, 'share')} />
        <RadioList label={words.kind} options={HELP_KINDS.map(id => ({ id, label: words.kinds[id] }))} value={help.kind} disabled={readOnly} onChange={kind => onChange({ ...plan, help: { ...help, kind } }, words.kinds[kind])} />
      </section>
      <section className={pointed('extra')} aria-label={words.extra}>
        <h3><span className="ops-number" aria-hidden="true">2</span>{words.extra}</h3>
        <p className="ops-help">{words.extraHelp}</p>
        <RadioList label={words.way} options={EXTRA_WAYS.map(id => ({ id, label: words.ways[id] }))} value={extra.way} disabled={readOnly} onChange={way => setExtra({ way }, words.ways[way])} />
        {extra.way === 'riskiest' && <Slider label={words.count} value={extra.count} min={0} max={4} step={1} disabled={readOnly} onChange={count => setExtra({ count }, words.count, 'count')} />}
        {extra.way === 'slots' && <Places slots={extra.slots} readOnly={readOnly} onChange={slots => setExtra({ slots }, words.session)} />}
      </section>
    </>
  )
}

/** Ten chairs of one session; a press gives a chair to a second person, another takes it back. */
function Places({ slots, readOnly, onChange }: { slots: readonly number[]; readOnly: boolean; onChange(slots: number[]): void }) {
  const all = Array.from({ length: SESSION_SLOTS }, (_, i) => i + 1)
  return (
    <fieldset className="ops-places" disabled={readOnly}>
      <legend>{words.session}</legend>
      <div className="ops-chairs">
        {all.map((slot) => {
          const shared = slots.includes(slot)
          return (
            <button
              key={slot} type="button" className="ops-chair" aria-pressed={shared} aria-label={words.slot(slot, clockWords(slotStart(0, slot)), false)}
              onClick={() => onChange(shared ? slots.filter(one => one !== slot) : [...slots, slot].sort((a, b) => a - b))}
            >
              <small>{clockWords(slotStart(0, slot))}</small>
              <span aria-hidden="true" className="ops-seated"><i /><i className="ops-second" /></span>
            </button>
          )
        })}
      </div>
      <p className="ops-help">{words.slotsHelp(slots.length)}</p>
    </fieldset>
  )
}
