import { Budgets, type Lever, Levers } from '../../core/artefacts/levers.ts'
import { type LeverValue, readServicePlan, type ServicePlan, spentOf } from '../../core/artefacts/service-plan.ts'
import type { Quest } from '../../core/quest/schema.ts'
import { Meter } from '../../kit/meter.tsx'
import { Note } from '../../kit/note.tsx'
import { RadioList } from '../../kit/radio-list.tsx'
import { Slider } from '../../kit/slider.tsx'
import { GridLever } from './grid-lever.tsx'
import './levers.css'
import { OrderLever } from './order-lever.tsx'
import { PostsLever } from './posts-lever.tsx'
import { words } from './words.ts'

interface LeversPanelProps {
  quest: Quest
  plan: ServicePlan
  readOnly: boolean
  highlight: string | null
  onChange(plan: ServicePlan, label: string, gesture?: string): void
}

/** Levers of a service that the quest describes; null for a quest without. */
export function leversOf({ data }: Pick<Quest, 'data'>): Levers | null {
  const read = Levers.safeParse(data.params['levers'])
  return read.success && Object.keys(read.data).length > 0 ? read.data : null
}

/** Every lever as a control, and what the plan spends of each budget. */
export function LeversPanel({ quest, plan, readOnly, highlight, onChange }: LeversPanelProps) {
  const levers = leversOf(quest) ?? {}
  const budgets = Budgets.safeParse(quest.data.params['budgets'] ?? [])
  const read = readServicePlan(plan, levers)
  return (
    <>
      {Object.entries(levers).map(([name, lever], i) => (
        <section key={name} className={highlight === `node:${name}` ? 'ops-step ops-pointed' : 'ops-step'} aria-label={lever.label}>
          <h3><span className="ops-number" aria-hidden="true">{i + 1}</span>{lever.label}</h3>
          {lever.help && <p className="ops-help">{lever.help}</p>}
          <LeverControl
            quest={quest} lever={lever} value={plan.levers[name]} disabled={readOnly}
            onChange={value => onChange({ levers: { ...plan.levers, [name]: value } }, lever.label, lever.kind === 'number' ? name : undefined)}
          />
        </section>
      ))}
      {(budgets.success ? budgets.data : []).map((budget) => {
        const spent = spentOf(budget, plan)
        const over = spent > budget.most + 1e-9
        const text = words.spent(Math.round(spent * 10) / 10, budget.most, budget.unit ?? '')
        return (
          <div key={budget.label} className={over ? 'levers-budget levers-over' : 'levers-budget'}>
            <p><strong>{budget.label}</strong> <span>{over ? '! ' : ''}{text}</span></p>
            <Meter label={budget.label} share={budget.most === 0 ? 0 : spent / budget.most} text={text} tone={over ? 'gold' : 'teal'} />
            {over && <p>{words.over}</p>}
          </div>
        )
      })}
      {!read.ok && <Note tone="warning">{read.say}</Note>}
    </>
  )
}

interface LeverControlProps {
  quest: Quest
  lever: Lever
  /** As it was written; whatever does not fit shows where the lever begins. */
  value: LeverValue | undefined
  disabled: boolean
  onChange(value: LeverValue): void
}

function LeverControl({ quest, lever, value, disabled, onChange }: LeverControlProps) {
  switch (lever.kind) {
    case 'number': {
      const { min, max, step, unit } = lever
      const format = (n: number) => `${Math.round(n * 1000) / 1000}${unit ? ` ${unit}` : ''}`
      return <Slider label={words.value} value={typeof value === 'number' ? Math.min(max, Math.max(min, value)) : min} min={min} max={max} step={step} format={format} disabled={disabled} onChange={onChange} />
    }
    case 'choice': {
      const options = Object.entries(lever.options).map(([id, label]) => ({ id, label }))
      return <RadioList label={lever.label} options={options} value={typeof value === 'string' ? value : ''} disabled={disabled} onChange={onChange} />
    }
    case 'order': return <OrderLever lever={lever} value={Array.isArray(value) ? value : []} disabled={disabled} onChange={onChange} />
    case 'grid': return <GridLever lever={lever} value={isRecord(value) ? value : {}} disabled={disabled} onChange={onChange} />
    case 'posts': return <PostsLever lever={lever} value={isRecord(value) ? value : {}} places={quest.data.params['places']} disabled={disabled} onChange={onChange} />
  }
}

function isRecord(value: LeverValue | undefined): value is Record<string, number> | Record<string, string[]> {
  return typeof value === 'object' && !Array.isArray(value)
}
