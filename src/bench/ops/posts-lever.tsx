import type { Lever } from '../../core/artefacts/levers.ts'
import { CityGround, type Spots } from '../../kit/replay/city-ground.tsx'
import { words } from './words.ts'

interface PostsLeverProps {
  lever: Extract<Lever, { kind: 'posts' }>
  value: Readonly<Record<string, unknown>>
  /** Of the map, as the quest has them. */
  places: unknown
  disabled: boolean
  onChange(value: Record<string, number>): void
}

/** Crews on a map: a button for one more and one fewer at each place; a press on the map adds one as well. */
export function PostsLever({ lever, value, places, disabled, onChange }: PostsLeverProps) {
  const crewsAt = (place: string) => (typeof value[place] === 'number' ? value[place] : 0)
  const placed = lever.places.reduce((sum, place) => sum + crewsAt(place), 0)
  const left = lever.total - placed
  const spots = places as Spots
  const set = (place: string, crews: number) => onChange(Object.fromEntries(lever.places.map((one): [string, number] => [one, one === place ? crews : crewsAt(one)]).filter(([, n]) => n > 0)))
  const mayAdd = (place: string) => !disabled && left > 0 && crewsAt(place) < lever.most
  return (
    <div className="posts-lever">
      <output className={left === 0 ? 'posts-left' : 'posts-left posts-open'}>{words.placed(placed, lever.total)}</output>
      <svg className="city posts-map" viewBox="0 0 100 64" aria-hidden="true" focusable="false">
        <CityGround />
        {lever.places.flatMap((place) => {
          const spot = Object.hasOwn(spots, place) ? spots[place] : undefined
          if (!spot) return []
          return [
            // The buttons below do the same by keys.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
            <g key={place} transform={`translate(${spot.x} ${spot.y})`} onClick={() => mayAdd(place) && set(place, crewsAt(place) + 1)}>
              <circle className={crewsAt(place) > 0 ? 'city-place posts-taken' : 'city-place'} r={5} />
              <text className="posts-count" y={1.4} textAnchor="middle">{crewsAt(place)}</text>
              <text y={8.2} textAnchor="middle">{place}</text>
            </g>,
          ]
        })}
      </svg>
      <ul>
        {lever.places.map(place => (
          <li key={place}>
            <span>{place}</span>
            <button type="button" className="posts-step" aria-label={words.fewer(place)} disabled={disabled || crewsAt(place) === 0} onClick={() => set(place, crewsAt(place) - 1)}>−</button>
            <output aria-label={words.crews(place)}>{crewsAt(place)}</output>
            <button type="button" className="posts-step" aria-label={words.oneMore(place)} disabled={!mayAdd(place)} onClick={() => set(place, crewsAt(place) + 1)}>+</button>
          </li>
        ))}
      </ul>
    </div>
  )
}
