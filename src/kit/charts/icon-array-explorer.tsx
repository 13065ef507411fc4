import { useId, useState } from 'react'
import { Slider } from '../slider.tsx'
import { countsInWords, countsOf, randomSensitivity } from './icon-array-counts.ts'
import { IconArray, IconArrayKey } from './icon-array.tsx'

interface IconArrayExplorerProps {
  n?: number
  /** Where the sliders start. */
  rate?: number
  capacity?: number
  sensitivity?: number
}

type Way = 'random' | 'list'

/** Drag how many come back, how many can be called and how well the list finds them; watch the same hundred people. */
export function IconArrayExplorer({ n = 100, rate = 0.14, capacity = 20, sensitivity = 0.43 }: IconArrayExplorerProps) {
  const [back, setBack] = useState(Math.round(rate * n))
  const [calls, setCalls] = useState(capacity)
  const [found, setFound] = useState(Math.round(sensitivity * 100))
  const [way, setWay] = useState<Way>('list')
  const name = useId()
  const chance = randomSensitivity(n, calls)
  const share = way === 'random' ? chance : found / 100
  const counts = countsOf(n, back / n, calls, share)
  const byChance = countsOf(n, back / n, calls, chance)
  return (
    <section className="icon-explorer" aria-label="Who would you call?">
      <div className="icon-explorer-controls">
        <fieldset className="icon-ways">
          <legend>Who is called?</legend>
          <Choice name={name} checked={way === 'random'} onChoose={() => setWay('random')}>Anybody, at random</Choice>
          <Choice name={name} checked={way === 'list'} onChoose={() => setWay('list')}>The top of a list</Choice>
        </fieldset>
        <Slider label="Come back" value={back} min={1} max={Math.round(n * 0.4)} step={1} onChange={setBack} format={value => `${value} of ${n}`} />
        <Slider label="Can be called" value={calls} min={1} max={Math.round(n * 0.6)} step={1} onChange={setCalls} format={value => `${value} of ${n}`} />
        <Slider
          label="The list finds" value={found} min={0} max={100} step={1} disabled={way === 'random'} onChange={setFound}
          format={value => `${value}% of those who come back`}
        />
      </div>
      <div className="icon-explorer-picture">
        <IconArray n={n} rate={back / n} capacity={calls} sensitivity={share} />
        <ul className="icon-keys">
          <IconArrayKey fate="caught">{`${counts.caught} called, come back`}</IconArrayKey>
          <IconArrayKey fate="missed">{`${counts.missed} not called, come back`}</IconArrayKey>
          <IconArrayKey fate="needless">{`${counts.needless} called, were fine`}</IconArrayKey>
          <IconArrayKey fate="fine">{`${n - counts.back - counts.needless} not called, were fine`}</IconArrayKey>
        </ul>
      </div>
      <output className="icon-words">
        {countsInWords(counts)} {comparison(way, counts.caught - byChance.caught, byChance.caught)}
      </output>
    </section>
  )
}

function comparison(way: Way, more: number, byChance: number): string {
  if (way === 'random') return 'A list would have to do better than this.'
  if (more === 0) return `Calling at random would find just as many: ${byChance}.`
  return more > 0 ? `Calling at random would find ${byChance}.` : `That is worse than chance, which would find ${byChance}.`
}

function Choice({ name, checked, onChoose, children }: { name: string; checked: boolean; onChoose(): void; children: string }) {
  return (
    <label className="param-radio">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>{children}</span>
    </label>
  )
}
