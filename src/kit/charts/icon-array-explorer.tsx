import { useId, useState } from 'react'
import type { IconArrayStory } from '../../core/quest/widgets.ts'
import { Slider } from '../slider.tsx'
import { countsOf, randomSensitivity } from './icon-array-counts.ts'
import { STORIES } from './icon-array-words.ts'
import { IconArray, IconArrayKey } from './icon-array.tsx'

interface IconArrayExplorerProps {
  n?: number
  /** Where the sliders start. */
  rate?: number
  capacity?: number
  sensitivity?: number
  about?: IconArrayStory
}

type Way = 'random' | 'list'

/** Drag how many come back, how many can be called and how well the list finds them; watch the same hundred people. */
export function IconArrayExplorer({ n = 100, rate = 0.14, capacity = 20, sensitivity = 0.43, about = 'return' }: IconArrayExplorerProps) {
  const [back, setBack] = useState(Math.round(rate * n))
  const [calls, setCalls] = useState(capacity)
  const [found, setFound] = useState(Math.round(sensitivity * 100))
  const [way, setWay] = useState<Way>('list')
  const name = useId()
  const words = STORIES[about]
  const chance = randomSensitivity(n, calls)
  const share = way === 'random' ? chance : found / 100
  const counts = countsOf(n, back / n, calls, share)
  const byChance = countsOf(n, back / n, calls, chance)
  return (
    <section className="icon-explorer" aria-label={words.title}>
      <div className="icon-explorer-controls">
        <fieldset className="icon-ways">
          <legend>{words.ways}</legend>
          <Choice name={name} checked={way === 'random'} onChoose={() => setWay('random')}>{words.random}</Choice>
          <Choice name={name} checked={way === 'list'} onChoose={() => setWay('list')}>{words.list}</Choice>
        </fieldset>
        <Slider label={words.rate} value={back} min={1} max={Math.round(n * 0.4)} step={1} onChange={setBack} format={value => `${value} of ${n}`} />
        <Slider label={words.capacity} value={calls} min={1} max={Math.round(n * 0.6)} step={1} onChange={setCalls} format={value => `${value} of ${n}`} />
        <Slider
          label={words.sensitivity} value={found} min={0} max={100} step={1} disabled={way === 'random'} onChange={setFound}
          format={words.found}
        />
      </div>
      <div className="icon-explorer-picture">
        <IconArray n={n} rate={back / n} capacity={calls} sensitivity={share} about={about} />
        <ul className="icon-keys">
          <IconArrayKey fate="caught">{`${counts.caught} ${words.fates.caught}`}</IconArrayKey>
          <IconArrayKey fate="missed">{`${counts.missed} ${words.fates.missed}`}</IconArrayKey>
          <IconArrayKey fate="needless">{`${counts.needless} ${words.fates.needless}`}</IconArrayKey>
          <IconArrayKey fate="fine">{`${n - counts.back - counts.needless} ${words.fates.fine}`}</IconArrayKey>
        </ul>
      </div>
      <output className="icon-words">
        {words.counts(counts)} {comparison(words, way, counts.caught - byChance.caught, byChance.caught)}
      </output>
    </section>
  )
}

function comparison(words: (typeof STORIES)[IconArrayStory], way: Way, more: number, byChance: number): string {
  if (way === 'random') return words.mustBeat
  if (more === 0) return words.asMany(byChance)
  return more > 0 ? words.fewer(byChance) : words.worse(byChance)
}

function Choice({ name, checked, onChoose, children }: { name: string; checked: boolean; onChoose(): void; children: string }) {
  return (
    <label className="param-radio">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>{children}</span>
    </label>
  )
}
