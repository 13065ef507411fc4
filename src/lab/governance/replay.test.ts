import { describe, expect, it } from 'vitest'
import type { Vote } from '../../core/artefacts/board-dossier.ts'
import { boardTimeline } from '../data/governance-year.ts'
import { houseCommittee } from './committee.fixture.ts'
import { type Committee, replayYear } from './replay.ts'
import { SOUND_RULINGS, tinyYear } from './year.fixture.ts'

/** Promised and happened lie within twice of each other; ten people tell no slope. */
const WATCH: Committee['watch'] = { calibration: { measure: 'bedside', ratio: 2, slope: 0 } }
const sound: Committee = { watch: WATCH, contract: [], rulings: SOUND_RULINGS }
const onBroken = (vote: Vote): Committee => ({ ...sound, rulings: { ...SOUND_RULINGS, calibration: { vote, reason: 'promise-broken' } } })
const harm = (committee: Committee, failsFrom?: number) => replayYear(tinyYear(failsFrom), committee).sittings.map((one) => one.harm)

describe('a year that is counted by hand', () => {
  it('harms nobody while the tool is in order', () => expect(harm(sound)).toEqual(Array(12).fill(0)))

  it('loses all four every month when nobody acts', () => {
    const { sittings, faults } = replayYear(tinyYear(3), { watch: {}, contract: [], rulings: {} })
    expect(sittings.map((one) => one.harm)).toEqual([0, 0, ...Array<number>(10).fill(4)])
    expect(sittings.map((one) => one.harmIfNothing)).toEqual(sittings.map((one) => one.harm))
    expect(faults).toMatchObject([{ found: false, actedIn: null, prevented: false }])
  })

  it('decides at the end of a month, so the first month is lost whatever is voted', () => {
    // Stopped: staff find three of four by themselves. A second look finds the one whom luck favours most.
    expect(harm(onBroken('pause'), 3)).toEqual([0, 0, 4, ...Array<number>(9).fill(1)])
    expect(harm(onBroken('limit'), 3)).toEqual([0, 0, 4, ...Array<number>(9).fill(3)])
  })

  it('is a month under repair; what comes back is a model of records that say nothing', () => {
    const { sittings, faults } = replayYear(tinyYear(3), sound)
    expect(sittings.slice(2, 5).map(({ mode }) => mode)).toEqual(['go', 'repair', 'go'])
    expect(sittings[3]).toMatchObject({ heldBack: false, harm: 1 })
    expect(faults).toMatchObject([{ found: true, actedIn: 3 }])
  })

  it('counts a good tool that is stopped as held back, and those whom it would have found as harmed', () => {
    const quiet: Committee = { ...sound, rulings: { ...SOUND_RULINGS, quiet: { vote: 'pause', reason: 'safe-side' } } }
    const { sittings } = replayYear(tinyYear(), quiet)
    expect(sittings.map(({ heldBack }) => heldBack)).toEqual([false, ...Array<boolean>(11).fill(true)])
    expect(sittings.reduce((sum, one) => sum + one.harm, 0)).toBe(11)
  })
})

describe('what a decision rests on', () => {
  const grounded = (committee: Committee) => replayYear(tinyYear(), committee).sittings[0]?.grounded
  it('is the bedside, for a reason that fits', () => expect(grounded(sound)).toBe(true))
  it('is not a wish to be safe', () => expect(grounded({ ...sound, rulings: { quiet: { vote: 'go', reason: 'safe-side' } } })).toBe(false))
  it('is not silence', () => expect(grounded({ ...sound, rulings: {} })).toBe(false))
  it('is nothing where nobody looks at outcomes', () => expect(grounded({ ...sound, watch: { psi: { limit: 0.25 } } })).toBe(false))
})

describe('a vote of the month itself', () => {
  const carriesOn: Committee = { ...onBroken('go'), votes: { 5: { calibration: { vote: 'pause', reason: 'promise-broken' } } } }

  it('goes before what was laid down for such papers, and not a month longer', () => {
    expect(harm(carriesOn, 3)).toEqual([0, 0, 4, 4, 4, 1, 4, 4, 4, 4, 4, 4])
    expect(replayYear(tinyYear(3), carriesOn).sittings.map(({ voted }) => voted).indexOf(true)).toBe(4)
  })

  it('does not speak of another kind of paper in that month', () => {
    expect(harm({ ...onBroken('go'), votes: { 5: { drift: { vote: 'pause', reason: 'safe-side' } } } }, 3)).toEqual([0, 0, ...Array<number>(10).fill(4)])
  })
})

describe('the vendor who sends a worse version in month seven', () => {
  const { year } = boardTimeline.generate('vendor', houseCommittee({ jitter: 0 }))
  const films = (committee: Committee) => replayYear(year, committee).sittings.filter(({ product }) => product === 'chest')
  const fault = (committee: Committee) => replayYear(year, committee).faults.find(({ change }) => change.kind === 'version')
  const watch: Committee['watch'] = { calibration: { measure: 'bedside', ratio: 1.4, slope: 0.6 } }

  it('has to ask when the version is pinned; the silent trial keeps it out', () => {
    const pinned: Committee = { ...sound, watch, contract: ['pinned'] }
    const asked = films(pinned)[6]
    expect(asked).toMatchObject({ finding: 'notice', mode: 'go' })
    expect(asked?.evidence.trial).toMatchObject({ worse: true })
    expect(fault(pinned)).toMatchObject({ prevented: true, found: true })
    expect(films(pinned).every((one) => one.harm === 0)).toBe(true)
  })

  it('gets in when the committee says yes untested', () => {
    const eager: Committee = { ...sound, watch, contract: ['pinned'], rulings: { ...SOUND_RULINGS, notice: { vote: 'go', reason: 'vendor-green' } } }
    expect(films(eager).filter(({ fault: failing }) => failing?.id === 'vendor').length).toBeGreaterThan(0)
  })

  it('is stopped for good without the right to go back, and back within a month with it', () => {
    expect(films({ ...sound, watch, contract: [] }).slice(7).map(({ mode }) => mode)).toEqual(Array(5).fill('pause'))
    expect(films({ ...sound, watch, contract: ['rollback'] }).slice(7).map(({ mode }) => mode)).toEqual(['repair', 'go', 'go', 'go', 'go'])
  })

  it('is never seen on the vendor\'s own dashboard', () => {
    const green: Committee = { ...sound, watch: { calibration: { measure: 'dashboard', ratio: 1.4, slope: 0.6 } } }
    expect(films(green).every(({ evidence, finding }) => evidence.dashboard !== null && finding === 'quiet')).toBe(true)
    expect(fault(green)).toMatchObject({ found: false })
  })
})
