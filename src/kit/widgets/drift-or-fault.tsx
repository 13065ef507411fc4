import { useState } from 'react'
import { Slider } from '../slider.tsx'
import { driftFigures, type DriftFigures } from './drift-figures.ts'
import './drift-or-fault.css'

interface DriftOrFaultProps {
  /** Where the sliders start, 0 to 1. */
  people?: number
  tool?: number
}

const percent = (value: number) => `${Math.round(value * 100)}%`

/** Two sliders, two lamps: other people light one, a worse tool lights the other. */
export function DriftOrFault({ people: first = 0, tool: second = 0 }: DriftOrFaultProps) {
  const [people, setPeople] = useState(first)
  const [tool, setTool] = useState(second)
  const figures = driftFigures(people, tool)
  return (
    <section className="drift" aria-label="Is it them, or is it the tool?">
      <Slider label="Sicker people come" value={people} min={0} max={1} step={0.1} format={percent} onChange={setPeople} />
      <Slider label="The tool sees less" value={tool} min={0} max={1} step={0.1} format={percent} onChange={setTool} />
      <div className="drift-lamps">
        <Lamp on={figures.otherPeople} title="Other people" text={`PSI ${figures.psi.toFixed(2)}`} />
        <Lamp on={figures.brokenPromise} title="A broken promise" text={`promised ${figures.promised}, happened ${figures.happened}`} />
      </div>
      <output className="drift-says">{sayOf(figures)}</output>
    </section>
  )
}

function Lamp({ on, title, text }: { on: boolean; title: string; text: string }) {
  return (
    <p className={on ? 'drift-lamp drift-on' : 'drift-lamp'}>
      <span className="drift-bulb" aria-hidden="true">{on ? '!' : '·'}</span>
      <span><strong>{title}</strong>: {on ? 'rings' : 'quiet'}<small>{text}</small></span>
    </p>
  )
}

function sayOf({ otherPeople, brokenPromise }: DriftFigures): string {
  if (otherPeople && brokenPromise) return 'Both at once: the tool has to be mended. That other people come does not excuse it.'
  if (brokenPromise) return 'The same people as ever, and more of them fall ill than promised. No count of who comes could have shown it.'
  if (otherPeople) return 'Other people, and every promise kept. Carry on, watch closely, and say so in the minute.'
  return 'All quiet. Move one of them.'
}
