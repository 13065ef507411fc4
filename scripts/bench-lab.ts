/**
 * `npm run bench:lab`: our own fitting beside the libraries of npm, on the same rows, in the same run, as ratios.
 *
 * The libraries are no part of the project: they are put into `.cache/lab-peers` when first asked for. Processor time is compared, so
 * that a busy machine does not decide. Both sides are asked for the same thing, and the area under the curve on rows that neither
 * has seen stands beside the time: a fit that is fast but not finished is no fit.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chestFilms, SMALL, smallCopy } from '../src/lab/data/chest-films.ts'
import { readmission } from '../src/lab/data/readmission.ts'
import type { Mat } from '../src/lab/graph/ports.ts'
import { makeBank } from '../src/lab/imaging/conv-bank.ts'
import { fitLogistic, predictLogistic } from '../src/lab/ml/logistic.ts'
import { auc } from '../src/lab/ml/metrics.ts'
import { fitScaler, scale } from '../src/lab/ml/standardize.ts'
import { fitTrees, predictTrees } from '../src/lab/ml/trees.ts'

const PEERS = { 'ml-logistic-regression': '2.0.0', 'ml-random-forest': '2.1.0', 'ml-matrix': '6.12.1', '@tensorflow/tfjs': '4.22.0' }
const FOLDER = join(import.meta.dirname, '../.cache/lab-peers')
const COLUMNS = ['age', 'los', 'emergent', 'charlson', 'edVisits6m', 'adm12m', 'hb', 'na', 'meds', 'livesAlone']
const ROWS = { learned: 2000, unseen: 1000 }
/** A forest of the library takes half a minute at its usual size: a few trees of both, and the time of one. */
const TREES = 4
const FILMS = 120

interface Peer {
  LogisticRegression: new (options: object) => { train(x: unknown, y: unknown): void; classifiers: { testScores(x: unknown): number[] }[] }
  RandomForestClassifier: new (options: object) => { train(x: number[][], y: number[]): void; predictProbability(x: number[][], label: number): number[] }
  Matrix: { new (rows: number[][]): unknown; columnVector(values: number[]): unknown }
}

interface Side { cpu: number; area: number | null }

const peer = fetchPeers()
const data = readmissionRows()
const lines = [
  await compare('logistic regression, 2,000 rows x 10', 'ml-logistic-regression, 1,000 steps', ourLogistic, theirLogistic),
  await compare(`${TREES} trees, 2,000 rows x 10`, `ml-random-forest, ${TREES} trees`, ourTrees, theirTrees),
  await compare(`numbers from ${FILMS} films and a fit`, 'tfjs, small convolutional net, 1 epoch, cpu', ourFilms, theirFilms),
]
console.log(`${'ours'.padEnd(40)}${'CPU ms'.padStart(8)}${'AUC'.padStart(7)}   ${'theirs'.padEnd(44)}${'CPU ms'.padStart(8)}${'AUC'.padStart(7)}${'times'.padStart(8)}`)
for (const { mine, theirs, ours, other } of lines) {
  console.log(`${mine.padEnd(40)}${figures(ours)}   ${theirs.padEnd(44)}${figures(other)}${(other.cpu / ours.cpu).toFixed(0).padStart(8)}`)
}
process.exitCode = lines.some(({ ours, other }) => ours.cpu > other.cpu || (ours.area ?? 0) < (other.area ?? 0) - 0.02) ? 1 : 0

async function compare(mine: string, theirs: string, our: () => Side, their: () => Side | Promise<Side>) {
  // Once to warm up, then the best of two; the library, which takes far longer, once.
  our()
  const [first, second] = [our(), our()]
  return { mine, theirs, ours: first.cpu < second.cpu ? first : second, other: await their() }
}

function figures({ cpu, area }: Side): string {
  return `${cpu.toFixed(0).padStart(8)}${(area?.toFixed(3) ?? '-').padStart(7)}`
}

function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function fetchPeers(): Peer & { tf: TensorFlow } {
  if (!existsSync(join(FOLDER, 'node_modules'))) {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(join(FOLDER, 'package.json'), JSON.stringify({ private: true, dependencies: PEERS }))
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: FOLDER, stdio: 'inherit' })
  }
  const load = createRequire(join(FOLDER, 'package.json'))
  const logistic = load('ml-logistic-regression') as Peer['LogisticRegression'] | { default: Peer['LogisticRegression'] }
  return {
    LogisticRegression: 'default' in logistic ? logistic.default : logistic,
    RandomForestClassifier: (load('ml-random-forest') as Peer).RandomForestClassifier,
    Matrix: (load('ml-matrix') as Peer).Matrix,
    tf: load('@tensorflow/tfjs') as TensorFlow,
  }
}

interface Rows { x: Mat; y: Float64Array; lists: number[][] }

function readmissionRows(): { learned: Rows; unseen: Rows } {
  const rows = (seed: string, n: number): Rows => {
    const table = readmission.generate(seed, { n })
    const values = COLUMNS.map((name) => {
      const column = table.columns[name]
      if (column?.kind !== 'number') throw new Error(`no column of numbers is called ${name}`)
      return column.values
    })
    const x = new Float64Array(n * COLUMNS.length)
    for (let i = 0; i < n; i++) values.forEach((column, j) => { x[i * COLUMNS.length + j] = column[i] ?? 0 })
    const back = table.columns['readmit30']
    if (back?.kind !== 'number') throw new Error('no outcome')
    return { x: { rows: n, names: COLUMNS, x }, y: Float64Array.from(back.values), lists: [] }
  }
  const [learned, unseen] = [rows('bench-lab', ROWS.learned), rows('bench-lab-unseen', ROWS.unseen)]
  const scaler = fitScaler(learned.x)
  for (const set of [learned, unseen]) {
    const even = scale(set.x, scaler)
    set.lists = Array.from({ length: set.x.rows }, (_, i) => [...even.subarray(i * COLUMNS.length, (i + 1) * COLUMNS.length)])
  }
  return { learned, unseen }
}

function ourLogistic(): Side {
  const start = process.cpuUsage()
  const scaler = fitScaler(data.learned.x)
  const model = fitLogistic(scale(data.learned.x, scaler), COLUMNS.length, data.learned.y)
  const cpu = since(start)
  return { cpu, area: auc(data.unseen.y, predictLogistic(model, scale(data.unseen.x, scaler), data.unseen.x.rows)) }
}

function theirLogistic(): Side {
  const start = process.cpuUsage()
  const model = new peer.LogisticRegression({ numSteps: 1000, learningRate: 5e-3 })
  model.train(new peer.Matrix(data.learned.lists), peer.Matrix.columnVector([...data.learned.y]))
  const cpu = since(start)
  // One classifier per kind of outcome, each against the rest; the first says "not back".
  const scores = model.classifiers[0]?.testScores(new peer.Matrix(data.unseen.lists)) ?? []
  return { cpu, area: auc(data.unseen.y, scores.map((score) => -score)) }
}

function ourTrees(): Side {
  const start = process.cpuUsage()
  const model = fitTrees(data.learned.x, data.learned.y, { trees: TREES, depth: 3 })
  const cpu = since(start)
  return { cpu, area: auc(data.unseen.y, predictTrees(model, data.unseen.x)) }
}

function theirTrees(): Side {
  const start = process.cpuUsage()
  const model = new peer.RandomForestClassifier({ seed: 3, nEstimators: TREES, maxFeatures: 0.8, replacement: true, noOOB: true, treeOptions: { maxDepth: 6 } })
  model.train(data.learned.lists, [...data.learned.y])
  const cpu = since(start)
  return { cpu, area: auc(data.unseen.y, model.predictProbability(data.unseen.lists, 1)) }
}

function films(seed: string) {
  const { cases } = chestFilms.generate(seed, { past: FILMS, n: 0 })
  return { pictures: cases.map((one) => smallCopy(one)), y: Float64Array.from(cases, ({ critical }) => Number(critical)) }
}

function ourFilms(): Side {
  const [learned, unseen] = [films('bench-lab'), films('bench-lab-unseen')]
  const bank = makeBank({ size: SMALL, kernels: 12, grid: 4 })
  const numbers = (pictures: typeof learned.pictures): Mat => {
    const x = new Float64Array(pictures.length * bank.names.length)
    pictures.forEach((picture, i) => x.set(bank.features(picture), i * bank.names.length))
    return { rows: pictures.length, names: bank.names, x }
  }
  const start = process.cpuUsage()
  const x = numbers(learned.pictures)
  const scaler = fitScaler(x)
  const model = fitLogistic(scale(x, scaler), bank.names.length, learned.y, { l2: 30 })
  const cpu = since(start)
  return { cpu, area: auc(unseen.y, predictLogistic(model, scale(numbers(unseen.pictures), scaler), FILMS)) }
}

/** As much of the library as is asked for here. */
interface TensorFlow {
  setBackend(name: string): Promise<boolean>
  sequential(): { add(layer: unknown): void; compile(options: object): void; fit(x: unknown, y: unknown, options: object): Promise<unknown>; predict(x: unknown): { data(): Promise<Float32Array> } }
  layers: { conv2d(options: object): unknown; maxPooling2d(options: object): unknown; flatten(): unknown; dense(options: object): unknown }
  tensor4d(values: Float32Array, shape: number[]): unknown
  tensor2d(values: Float32Array, shape: number[]): unknown
}

async function theirFilms(): Promise<Side> {
  const { tf } = peer
  await tf.setBackend('cpu')
  const tensor = (pictures: ReturnType<typeof films>['pictures']) =>
    tf.tensor4d(Float32Array.from(pictures.flatMap((picture) => [...picture])), [pictures.length, SMALL, SMALL, 1])
  const [learned, unseen] = [films('bench-lab'), films('bench-lab-unseen')]
  const net = tf.sequential()
  net.add(tf.layers.conv2d({ inputShape: [SMALL, SMALL, 1], filters: 8, kernelSize: 5, activation: 'relu' }))
  net.add(tf.layers.maxPooling2d({ poolSize: 2 }))
  net.add(tf.layers.conv2d({ filters: 16, kernelSize: 3, activation: 'relu' }))
  net.add(tf.layers.maxPooling2d({ poolSize: 2 }))
  net.add(tf.layers.flatten())
  net.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
  net.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' })
  const start = process.cpuUsage()
  await net.fit(tensor(learned.pictures), tf.tensor2d(Float32Array.from(learned.y), [FILMS, 1]), { epochs: 1, batchSize: 16, verbose: 0 })
  const cpu = since(start)
  return { cpu, area: auc(unseen.y, await net.predict(tensor(unseen.pictures)).data()) }
}
