/** Who lies in front of the film at night: grown people of the town, older ones and those with bad lungs or hearts more often. */
import { Rng } from '../../core/rng.ts'
import type { Condition, Person } from './town.ts'
import { grownUps } from './townsfolk.ts'

const DRAWN_TO_HOSPITAL: readonly Condition[] = ['COPD', 'heart failure', 'asthma']

/** `n` people, nobody twice. */
export function peopleForFilms(seed: string, n: number): Person[] {
  const rng = new Rng(`${seed}/people`)
  const pool = rng.shuffle([...grownUps()])
  const wanted = pool.filter(({ age, conditions }) => {
    const chance = 0.15 + 0.5 * Math.min(1, Math.max(0, (age - 30) / 55)) + (conditions.some((one) => DRAWN_TO_HOSPITAL.includes(one)) ? 0.35 : 0)
    return rng.uniform() < chance
  })
  if (wanted.length >= n) return wanted.slice(0, n)
  const chosen = new Set(wanted)
  return [...wanted, ...pool.filter((one) => !chosen.has(one))].slice(0, n)
}
