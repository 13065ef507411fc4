/** Who is in each row of a synthetic table: people of the one town, by the part they play there. */
import { Rng } from '../../../core/rng.ts'
import { districtOf } from '../noshow-people.ts'
import { type FaceInTheCrowd, faceOf, person, type Person, TOWN_SIZE } from '../town.ts'
import type { People } from './spec.ts'

const MOST_ALIKE = 40
let crowd: readonly FaceInTheCrowd[] | null = null
const known = new Map<number, Person & { district: string }>()

/** Everything about somebody, worked out once. */
export function resident(i: number): Person & { district: string } {
  const met = known.get(i)
  if (met) return met
  const one = person(i)
  const whole = { ...one, district: districtOf(one.address) }
  known.set(i, whole)
  return whole
}

const alike = new Map<string, readonly number[]>()

/** Places in the town of all who could play that part, looked for once. */
export function eligible({ ages: [youngest, oldest], sex }: People): readonly number[] {
  const part = `${youngest} ${oldest} ${sex}`
  const met = alike.get(part)
  if (met) return met
  crowd ??= Array.from({ length: TOWN_SIZE }, (_, i) => faceOf(i))
  const found = crowd.flatMap((face, i) => (face.age >= youngest && face.age <= oldest && (sex === undefined || face.sex === sex) ? [i] : []))
  if (alike.size >= MOST_ALIKE) alike.clear()
  alike.set(part, found)
  return found
}

/**
 * By part, the person of each row. Without a pool nobody comes twice before everybody has come, but for `again`.
 * Parts that follow another's household are drawn last.
 */
export function peopleOf(parts: Readonly<Record<string, People>>, n: number, seed: string): ReadonlyMap<string, readonly number[]> {
  const drawn = new Map<string, readonly number[]>()
  if (n === 0) return drawn
  const last = (part: People) => Number(part.householdOf !== undefined)
  for (const [name, part] of Object.entries(parts).sort(([, a], [, b]) => last(a) - last(b))) {
    const rng = new Rng(`${seed}/people/${name}`)
    const rows = drawPart(part, n, rng)
    const others = part.householdOf && drawn.get(part.householdOf.who)
    drawn.set(name, others ? rows.map((own, row) => relative(part, others[row] as number, own, rng)) : rows)
  }
  return drawn
}

function drawPart(part: People, n: number, rng: Rng): number[] {
  const all = rng.shuffle([...eligible(part)])
  const pool = part.pool === undefined ? null : all.slice(0, part.pool)
  const rows: number[] = []
  for (let next = 0; rows.length < n;) {
    const before = rows.at(-1)
    if (before !== undefined && part.again > 0 && rng.bern(part.again) === 1) rows.push(before)
    else rows.push(pool ? rng.pick(pool) : (all[next++ % all.length] as number))
  }
  return rows
}

/** Sometimes somebody who lives with the other one and could play the part as well; mostly the one who was drawn. */
function relative(part: People, other: number, own: number, rng: Rng): number {
  if (rng.bern(part.householdOf?.share ?? 0) === 0) return own
  const home = resident(other).household.map(({ i }) => i).filter((i) => {
    const { age, sex } = resident(i)
    return age >= part.ages[0] && age <= part.ages[1] && (part.sex === undefined || part.sex === sex)
  })
  return home.length === 0 ? own : rng.pick(home)
}
