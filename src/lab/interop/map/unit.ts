/**
 * Units as UCUM writes them (Unified Code for Units of Measure, case-sensitive codes): enough of the grammar for laboratory and
 * ward: a prefix, a unit, a power of ten, a dot, a slash, a note in braces. A number is carried from one unit into another where
 * both measure the same, or where one is a mass, the other an amount, and the mass of a mole is known.
 */
import { ucumOf } from './ucum.ts'

/** Powers of what is measured. `arbitrary` units (U, [IU]) are like nothing but themselves. */
type Dimension = 'mass' | 'amount' | 'volume' | 'time' | 'length' | 'temperature' | 'pressure' | 'arbitrary'

export interface Unit {
  /** How many of the basic units (g, mol, L, s, m, K, Pa) one of these is. */
  factor: number
  powers: Readonly<Partial<Record<Dimension, number>>>
  /** Degrees Celsius begin elsewhere: added after the factor. */
  offset: number
}

const ATOMS: Readonly<Record<string, readonly [Dimension | null, number]>> = {
  g: ['mass', 1], mol: ['amount', 1], L: ['volume', 1], l: ['volume', 1], s: ['time', 1], min: ['time', 60], h: ['time', 3600], d: ['time', 86_400], wk: ['time', 604_800], a: ['time', 31_557_600],
  m: ['length', 1], K: ['temperature', 1], Pa: ['pressure', 1], U: ['arbitrary', 1], '[IU]': ['arbitrary', 1], '%': [null, 0.01], '1': [null, 1],
  'm[Hg]': ['pressure', 133_322.387], '[lb_av]': ['mass', 453.592_37], '[in_i]': ['length', 0.0254], '[ft_i]': ['length', 0.3048],
}
const PREFIXES: Readonly<Record<string, number>> = { k: 1e3, d: 0.1, c: 0.01, m: 1e-3, u: 1e-6, n: 1e-9, p: 1e-12, f: 1e-15 }
const CELSIUS: Unit = { factor: 1, powers: { temperature: 1 }, offset: 273.15 }

/** Null for what is not written so. A spelling that can only mean one thing is taken for it. */
export function readUnit(written: string): Unit | null {
  const code = ucumOf(written) ?? written.trim()
  if (code === '') return null
  if (code === 'Cel') return CELSIUS
  let unit: Unit = { factor: 1, powers: {}, offset: 0 }
  let sign = 1
  for (const part of code.split(/([./])(?![^{]*\}|[^[]*\])/)) {
    if (part === '.' || part === '/') {
      sign = part === '/' ? -1 : 1
      continue
    }
    const one = readPart(part)
    if (!one) return null
    unit = times(unit, one, sign)
  }
  return unit
}

function readPart(part: string): Unit | null {
  const bare = part.replace(/\{[^}]*\}$/, '')
  if (part === '') return null
  if (bare === '') return { factor: 1, powers: {}, offset: 0 }
  const ten = /^10\*(-?\d+)$/.exec(bare)
  if (ten) return { factor: 10 ** Number(ten[1]), powers: {}, offset: 0 }
  const [, name = '', power = '1'] = /^(.*?)(-?\d+)?$/.exec(bare === '1' ? '1 ' : bare) ?? []
  const atom = atomOf(name.trim() || bare)
  return atom && times({ factor: 1, powers: {}, offset: 0 }, atom, Number(power))
}

function atomOf(name: string): Unit | null {
  const known = Object.hasOwn(ATOMS, name) ? ATOMS[name] : undefined
  if (known) return { factor: known[1], powers: known[0] ? { [known[0]]: 1 } : {}, offset: 0 }
  const prefix = PREFIXES[name[0] ?? '']
  const rest = name.slice(1)
  if (prefix === undefined || !Object.hasOwn(ATOMS, rest) || rest === '%' || rest === '1') return null
  const [dimension, factor] = ATOMS[rest] as readonly [Dimension | null, number]
  return { factor: prefix * factor, powers: dimension ? { [dimension]: 1 } : {}, offset: 0 }
}

function times(a: Unit, b: Unit, power: number): Unit {
  const powers: Partial<Record<Dimension, number>> = { ...a.powers }
  for (const [name, of] of Object.entries(b.powers) as [Dimension, number][]) {
    const sum = (powers[name] ?? 0) + of * power
    if (sum === 0) delete powers[name]
    else powers[name] = sum
  }
  return { factor: a.factor * b.factor ** power, powers, offset: 0 }
}

/** Null where the two do not measure the same, and no mass of a mole leads from one to the other. */
export function converted(value: number, from: Unit, to: Unit, gramsPerMole: number | null): number | null {
  if (alike(from, to)) return settled((value * from.factor + from.offset - to.offset) / to.factor)
  if (gramsPerMole === null) return null
  const [mass, amount] = [from.powers.mass ?? 0, from.powers.amount ?? 0]
  if (mass === 1 && alike(asAmount(from), to)) return settled((value * from.factor) / gramsPerMole / to.factor)
  if (amount === 1 && alike(from, asAmount(to))) return settled((value * from.factor * gramsPerMole) / to.factor)
  return null
}

/** What one of a mass would be, counted in moles. */
function asAmount({ factor, powers, offset }: Unit): Unit {
  const { mass = 0, amount = 0, ...others } = powers
  return { factor, offset, powers: { ...others, ...(amount + mass === 0 ? {} : { amount: amount + mass }) } }
}

function alike(a: Unit, b: Unit): boolean {
  const names = new Set([...Object.keys(a.powers), ...Object.keys(b.powers)]) as Set<Dimension>
  return [...names].every((name) => (a.powers[name] ?? 0) === (b.powers[name] ?? 0))
}

/** Without the noise of the last digits of a floating point. */
function settled(value: number): number {
  return Number(value.toPrecision(12))
}
