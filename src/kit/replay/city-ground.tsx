import './city.css'

/** Names of places with where they are: 100 across, 64 down. */
export type Spots = Readonly<Record<string, { x: number; y: number }>>

/** What every map of the town lies on: water and roads. */
export function CityGround() {
  return (
    <>
      <path className="city-water" d="M0 50 C 14 43, 26 56, 42 51 S 72 44, 100 53 V 64 H 0 Z" />
      <path className="city-road" d="M4 12 L 34 26 L 60 22 L 96 34 M 34 26 L 30 46 M 60 22 L 70 45" />
    </>
  )
}
