/** Who of n people comes back, who is called, and where they stand in the picture. Pure. */

export type Fate = 'caught' | 'missed' | 'needless' | 'fine'

export interface Counts {
  n: number
  /** People who come back. */
  back: number
  /** People who are called. */
  called: number
  caught: number
  missed: number
  needless: number
}

/** Whole people: nobody is caught twice, nobody is called beyond the capacity. `rate` and `sensitivity` are shares. */
export function countsOf(n: number, rate: number, capacity: number, sensitivity: number): Counts {
  const back = clamp(Math.round(n * rate), 0, n)
  const called = clamp(Math.round(capacity), 0, n)
  const caught = clamp(Math.round(back * sensitivity), Math.max(0, called + back - n), Math.min(back, called))
  return { n, back, called, caught, missed: back - caught, needless: called - caught }
}

/** Calling people without looking finds the same share of those who come back as of everybody. */
export function randomSensitivity(n: number, capacity: number): number {
  return n > 0 ? clamp(capacity / n, 0, 1) : 0
}

/** One fate per place. People keep their places when a slider moves, so that the eye follows what changes. */
export function fatesOf({ n, back, caught, needless }: Counts): Fate[] {
  const order = scattered(n)
  const fates: Fate[] = Array.from({ length: n }, () => 'fine')
  order.forEach((place, rank) => {
    if (rank < caught) fates[place] = 'caught'
    else if (rank < back) fates[place] = 'missed'
    else if (rank < back + needless) fates[place] = 'needless'
  })
  return fates
}

/** A fixed shuffle: steps of a length that shares no divisor with n visit every place once. */
function scattered(n: number): number[] {
  let step = Math.max(1, Math.round(n * 0.382))
  while (step < n && greatestCommonDivisor(step, n) !== 1) step += 1
  return Array.from({ length: n }, (_, i) => (i * step + 7) % n)
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

export function countsInWords({ n, back, called, caught, missed, needless }: Counts): string {
  const who = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
  return [
    `${who(back, 'person', 'people')} of ${n} ${back === 1 ? 'comes' : 'come'} back.`,
    `${who(called, 'person is', 'people are')} called, and ${caught} of those ${caught === 1 ? 'is one who comes' : 'are ones who come'} back.`,
    `${who(missed, 'person comes', 'people come')} back with nobody looking.`,
    `${who(needless, 'person gets a call they', 'people get a call they')} would not have needed.`,
  ].join(' ')
}

/** The same counts of an alarm: "come back" is "are ill", "called" is "it rings". */
export function alarmInWords({ n, back, called, caught, missed, needless }: Counts): string {
  const is = (count: number) => (count === 1 ? 'is' : 'are')
  return [
    `${back} of ${n} ${is(back)} ill.`,
    `The alarm rings for ${called}, and ${caught} of those ${is(caught)} ill.`,
    `For ${missed} who ${is(missed)} ill it stays silent.`,
    `It rings for ${needless} who ${is(needless)} well.`,
  ].join(' ')
}
