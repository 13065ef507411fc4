/**
 * How long chest films take: numbers from 1,000 films and the model fitted to them. Drawing the small copies is shown beside it.
 *
 *   npm run bench:films
 *
 * CPU time decides, the best of a few, so that a busy machine does not; the wall clock is printed with it.
 */
import type { ChestCase } from '../src/lab/data/chest-case.ts'
import { chestFilms, SMALL, smallCopy } from '../src/lab/data/chest-films.ts'
import { drawChest } from '../src/lab/imaging/chest-film.ts'
import { makeBank } from '../src/lab/imaging/conv-bank.ts'
import { fitLogistic, predictLogistic } from '../src/lab/ml/logistic.ts'
import { auc } from '../src/lab/ml/metrics.ts'
import { fitScaler, scale } from '../src/lab/ml/standardize.ts'

const FILMS = 1000
const TARGET_MS = 1500

interface Time {
  cpu: number
  wall: number
}

function timed(work: () => void): Time {
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  work()
  const { user, system } = process.cpuUsage(cpu)
  return { cpu: (user + system) / 1000, wall: performance.now() - wall }
}

const { cases } = chestFilms.generate('bench-films', { past: FILMS, n: 0 })
const y = Float64Array.from(cases, ({ critical }) => Number(critical))
const bank = makeBank({ size: SMALL, kernels: 12, grid: 4 })
let area: number | null = null

function featuresOf(films: readonly ChestCase[]): Float64Array {
  const x = new Float64Array(films.length * bank.names.length)
  films.forEach((film, i) => x.set(bank.features(smallCopy(film)), i * bank.names.length))
  return x
}

/** Columns evened out and weighed, as the blocks of the quest do it. */
function fit(x: Float64Array): void {
  const mat = { rows: FILMS, names: bank.names, x }
  const scaled = scale(mat, fitScaler(mat))
  area = auc(y, predictLogistic(fitLogistic(scaled, bank.names.length, y, { l2: 30 }), scaled, FILMS))
}

const drawing = timed(() => cases.forEach((film) => drawChest(film.subject, SMALL)))
featuresOf(cases)
const rounds = Array.from({ length: 3 }, () => {
  let x: Float64Array = new Float64Array()
  const features = timed(() => {
    x = featuresOf(cases)
  })
  const fitting = timed(() => fit(x))
  return { features, fitting, together: { cpu: features.cpu + fitting.cpu, wall: features.wall + fitting.wall } }
})
const best = rounds.reduce((least, round) => (round.together.cpu < least.together.cpu ? round : least))

const line = (what: string, { cpu, wall }: Time, target = '') => console.log(`${what.padEnd(52)}${cpu.toFixed(0).padStart(8)}${wall.toFixed(0).padStart(8)}${target.padStart(9)}`)
console.log(`${'what'.padEnd(52)}${'CPU ms'.padStart(8)}${'wall ms'.padStart(8)}${'target'.padStart(9)}`)
line(`numbers from ${FILMS} films (${bank.names.length} each)`, best.features)
line('model fitted to them', best.fitting)
line('together', best.together, String(TARGET_MS))
line(`(beside it: ${FILMS} small copies drawn)`, drawing)
console.log(`\nAUC on the films it learned from: ${(area ?? Number.NaN).toFixed(3)}`)
process.exitCode = best.together.cpu > TARGET_MS ? 1 : 0
