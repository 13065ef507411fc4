/**
 * The promise that there is one town: whoever is shown in any quest has the name, sex, age, address, telephone, record and
 * illnesses that `person` gives for that number, or `visitor` for somebody of the towns around.
 */
import { describe, expect, it } from 'vitest'
import { allGenerators } from './generators.ts'
import { hardshipOf } from './hardship.ts'
import { districtOf } from './noshow-people.ts'
import { REGISTERS, type Shown } from './one-town.fixture.ts'
import { person, phoneOf, TOWN_SIZE } from './town.ts'
import { type PersonOnFile, visitor, VISITORS } from './visitors.ts'

const SEEDS = ['one-town-1', 'one-town-2', 'one-town-3']

/** Whoever has that number: of the town, or from 6,001 on of the towns around. */
function onFile(record: string): (PersonOnFile & { language?: string }) | null {
  const i = Number(/^P(\d{4})$/.exec(record)?.[1] ?? Number.NaN) - 1
  if (!(i >= 0 && i < TOWN_SIZE + VISITORS)) return null
  return i < TOWN_SIZE ? person(i) : visitor(i - TOWN_SIZE)
}

const loud = (text: unknown) => String(text).toUpperCase()

/** What each thing that can be shown of somebody must be. */
const TRUE_OF: { [What in Exclude<keyof Shown, 'record'>]-?: (said: NonNullable<Shown[What]>, who: PersonOnFile & { language?: string }) => boolean } = {
  // The oldest system writes names in capitals.
  name: (said, who) => loud(said) === loud(who.name),
  given: (said, who) => loud(said) === loud(who.given),
  family: (said, who) => loud(said) === loud(who.family),
  sex: (said, who) => said === who.sex,
  age: (said, who) => said === who.age,
  born: (said, who) => said === who.born || said === who.born.slice(0, 4),
  language: (said, who) => said === who.language,
  address: (said, who) => said === who.address || said === `${who.address}, ${who.city}`,
  phone: (said, who) => said === who.phone,
  otherPhone: (said, who) => who.household.some(({ i }) => phoneOf(i) === said),
  district: (said, who) => said === districtOf(who.address),
  deprivation: (said, who) => said === hardshipOf(who.address),
  livesAlone: (said, who) => said === (who.household.length === 0 ? 1 : 0),
  group: (said, who) => said === 'A' || who.language !== 'English',
  conditions: (said, who) => said.every((one) => who.conditions.includes(one)),
  ages: ([youngest, oldest], who) => who.age >= youngest && who.age <= oldest,
}

function lies({ record, ...said }: Shown): string[] {
  const who = onFile(record)
  if (!who) return [`nobody has the number ${record}`]
  return Object.entries(said).flatMap(([what, value]) => (TRUE_OF[what as keyof typeof TRUE_OF](value as never, who) ? [] : [`${what} of ${record}: ${String(value)}`]))
}

describe('one town', () => {
  it('is asked of every generator: one that is new must say in one-town.fixture.ts whom it shows', () => {
    expect(Object.keys(REGISTERS).sort()).toEqual(allGenerators.map(({ id }) => id).sort())
  })

  describe.each(allGenerators.map((generator) => ({ generator, id: generator.id, register: REGISTERS[generator.id] })))('$id', ({ generator, register }) => {
    const values = register ? SEEDS.flatMap((seed) => register.params.map((params) => generator.generate(seed, params))) : []
    const shownIn = register?.shownIn

    it.runIf(shownIn)('shows people as they are, whatever the seed', () => {
      for (const value of values) {
        const shown = shownIn?.(value) ?? []
        expect(shown.length).toBeGreaterThan(20)
        expect(shown.flatMap(lies)).toEqual([])
      }
    })

    it.runIf(register && !shownIn)('shows nobody', () => {
      for (const value of values) expect(JSON.stringify(value)).not.toMatch(/\bP\d{4}\b/)
    })
  })

  it('notices whoever is not of the town, and whoever is not themselves', () => {
    const { record, name, sex, age, address } = person(420)
    expect(lies({ record, name, sex, age, address, phone: '699-555-0140', conditions: ['hypertension'] })).toEqual([])
    expect(lies({ record, age: age + 1, phone: '555-0140', conditions: ['dementia'] })).toEqual([`age of P0421: ${age + 1}`, 'phone of P0421: 555-0140', 'conditions of P0421: dementia'])
    expect(lies({ record: 'N0007', name })).toEqual(['nobody has the number N0007'])
    expect(lies({ record: 'P0421-2', name })).toEqual(['nobody has the number P0421-2'])
  })
})
