/**
 * What curriculum 6.1 promises of readmission cohorts, and how large a ward must be for the promise to be kept.
 *
 * The sheet was written after a prototype: LACE, HOSPITAL, models and calibration on twenty wards of 1,500 (5 to 95%), the rest
 * as the range of three cohorts of 3,000 and 4,000. Chance alone moves a rate of 0.137 by sqrt(0.137 x 0.863 / n) and an AUROC
 * of 0.73 by what `aurocError` says: in a ward of 1,500 by 0.009 and 0.021. So 5 to 95% of such wards span 0.029 and 0.069,
 * and bands 0.01 and 0.02 wide cannot hold there, whatever the generator. They can from n = 12,800 and 17,800 on: therefore
 * cohorts of 20,000 are held to the sheet as it stands, wards of 1,500 to the sheet and that error.
 */
import { hospitalPoints, lacePoints } from '../blocks/score/formulas.ts'
import type { Mat, Table } from '../graph/ports.ts'
import { balancedWeights, fitLogistic, predictLogistic } from '../ml/logistic.ts'
import { auc, ece } from '../ml/metrics.ts'
import { fitScaler, scale } from '../ml/standardize.ts'
import { fitTrees, predictTrees } from '../ml/trees.ts'
import { readmission } from './readmission.ts'

export type BandFigure = 'rate' | 'lace' | 'hospital' | 'logistic' | 'trees' | 'oracle' | 'leak' | 'form' | 'ece' | 'weightedAuc' | 'weightedEce'
export type WardFigures = Record<BandFigure, number>

interface Band {
  figure: BandFigure
  words: string
  low: number
  high: number
  /** What is published and where (keys of quests/sources.json). */
  source: string
}

/** Where the sheet gives one figure and no band (trees, calibration), half the width of the logistic's band about it. */
export const SHEET: readonly Band[] = [
  { figure: 'rate', words: 'Came back unplanned in 30 days', low: 0.13, high: 0.14, source: '14.5% of 117,065 medical discharges for any return, 9.7% avoidable (donze)' },
  { figure: 'lace', words: 'LACE', low: 0.62, high: 0.68, source: 'c 0.68 in British Columbia (lacep)' },
  { figure: 'hospital', words: 'HOSPITAL', low: 0.65, high: 0.68, source: 'c 0.72 for avoidable returns in four countries (donze)' },
  { figure: 'logistic', words: 'Logistic regression, columns known at discharge', low: 0.683, high: 0.728, source: '0.68 to 0.83 at discharge in a review of 26 models (kans)' },
  { figure: 'trees', words: 'Boosted trees, 60 of depth 2', low: 0.677, high: 0.721, source: '0.68 to 0.83 at discharge in a review of 26 models (kans); 0.699 in the prototype' },
  { figure: 'oracle', words: 'The chance itself', low: 0.72, high: 0.74, source: 'no published counterpart; the best of the 26 reach 0.83 (kans)' },
  { figure: 'leak', words: 'Logistic regression with three columns written later', low: 0.946, high: 0.954, source: 'beyond anything published (kans): the trap' },
  { figure: 'form', words: 'The form alone', low: 0.88, high: 0.91, source: 'beyond anything published (kans): the trap' },
  { figure: 'ece', words: 'Calibration error of the logistic', low: 0, high: 0.03, source: '0.02 in the prototype' },
  { figure: 'weightedAuc', words: 'The logistic with class weights: ranks as well', low: 0.683, high: 0.728, source: 'as without them (curriculum 6.1)' },
  { figure: 'weightedEce', words: 'and its risks are far from the truth', low: 0.28, high: 0.32, source: '0.30 in the prototype' },
]

/** Large enough for every band of the sheet, and the most that the generator makes. */
export const LARGE = 20_000
export const WARD = 1500
export const WARDS = 20

export function wardSeed(i: number): string {
  return `vh-readmit-hidden-${String(i + 1).padStart(2, '0')}`
}

/** Standard error of an AUROC (Hanley & McNeil 1982) with `ill` of `n` rows ill. */
export function aurocError(a: number, ill: number, n: number): number {
  const well = n - ill
  const [q1, q2] = [a / (2 - a), (2 * a * a) / (1 + a)]
  return Math.sqrt((a * (1 - a) + (ill - 1) * (q1 - a * a) + (well - 1) * (q2 - a * a)) / (ill * well))
}

const Z95 = 1.645
const RATE = 0.137

/** What 5 to 95% of wards of that size must lie within: the sheet's band and, in wards too small for it, chance beside it. */
export function bandAt({ figure, low, high }: Band, n: number): readonly [number, number] {
  if (n >= LARGE || figure === 'ece' || figure === 'weightedEce') return [low, high]
  const chance = Z95 * (figure === 'rate' ? Math.sqrt((RATE * (1 - RATE)) / n) : aurocError((low + high) / 2, RATE * n, n))
  return [low - chance, high + chance]
}

const HONEST = ['age', 'woman', 'emergent', 'log nights', 'charlson', 'log visits', 'log stays', 'hb', 'na', 'log creat', 'oncology', 'procedure', 'meds', 'snf', 'homecare', 'ama', 'livesAlone', 'deprivation']
const LATER = ['tcmFormFiled', 'followupCalls30d', 'log charges']

function numbers(table: Table, name: string): Float64Array {
  const column = table.columns[name]
  if (column?.kind !== 'number') throw new TypeError(`${name} is not a column of numbers`)
  return column.values
}

function valueIn(table: Table, name: string): (row: number) => number {
  const log = (column: string, plus = 0) => { const values = numbers(table, column); return (row: number) => Math.log((values[row] as number) + plus) }
  const is = (column: string, word: string) => { const values = table.columns[column]?.values ?? []; return (row: number) => Number(values[row] === word) }
  switch (name) {
    case 'woman': return is('sex', 'F')
    case 'log nights': return log('los', 1)
    case 'log visits': return log('edVisits6m', 1)
    case 'log stays': return log('adm12m', 1)
    case 'log creat': return log('creat')
    case 'log charges': return log('episodeCharges')
    case 'snf': case 'homecare': case 'ama': return is('dispo', name)
    default: { const values = numbers(table, name); return (row) => values[row] as number }
  }
}

function matrixOf(table: Table, names: readonly string[], rows: readonly number[]): Mat {
  const x = new Float64Array(rows.length * names.length)
  names.forEach((name, j) => {
    const value = valueIn(table, name)
    rows.forEach((row, i) => { x[i * names.length + j] = value(row) })
  })
  return { rows: rows.length, names, x }
}

/** Those who left alive. */
function aliveIn(table: Table): number[] {
  const died = numbers(table, 'diedInHosp')
  return [...table.ids.keys()].filter((row) => died[row] === 0)
}

type Score = (table: Table, rows: readonly number[]) => Float64Array

/** The models of the sheet, fitted on a year of 4,000 discharges as they look long after. */
export function fitModels(seed = 'vh-readmit-train-01'): Readonly<Record<'logistic' | 'weighted' | 'leak' | 'trees', Score>> {
  const table = readmission.generate(seed, { n: 4000 })
  const rows = aliveIn(table)
  const y = rows.map((row) => numbers(table, 'readmit30')[row] as number)
  const logistic = (names: readonly string[], weights?: Float64Array): Score => {
    const x = matrixOf(table, names, rows)
    const scaler = fitScaler(x)
    const model = fitLogistic(scale(x, scaler), names.length, y, weights ? { weights } : {})
    return (other, of) => predictLogistic(model, scale(matrixOf(other, names, of), scaler), of.length)
  }
  const trees = fitTrees(matrixOf(table, HONEST, rows), y, { trees: 60, depth: 2 })
  return {
    logistic: logistic(HONEST), weighted: logistic(HONEST, balancedWeights(y)), leak: logistic([...HONEST, ...LATER]),
    trees: (other, of) => predictTrees(trees, matrixOf(other, HONEST, of)),
  }
}

export function wardFigures(seed: string, n: number, models: ReturnType<typeof fitModels>): WardFigures {
  const table = readmission.generate(seed, { n })
  const risk = readmission.truth(seed, { n })
  const rows = aliveIn(table)
  const of = (name: string) => { const values = numbers(table, name); return Float64Array.from(rows, (row) => values[row] as number) }
  const [y, plain, weighted] = [of('readmit30'), models.logistic(table, rows), models.weighted(table, rows)]
  const inputs = Object.fromEntries(['los', 'emergent', 'charlson', 'edVisits6m', 'hb', 'oncology', 'na', 'procedure', 'adm12m'].map((name) => [name, of(name)]))
  const points = (formula: (patient: never) => number) => rows.map((_, at) => formula(Object.fromEntries(Object.entries(inputs).map(([name, values]) => [name, values[at]])) as never))
  const area = (scores: ArrayLike<number>) => auc(y, scores) ?? Number.NaN
  return {
    rate: y.reduce((sum, one) => sum + one, 0) / y.length,
    lace: area(points(lacePoints)), hospital: area(points(hospitalPoints)),
    logistic: area(plain), trees: area(models.trees(table, rows)), oracle: area(Float64Array.from(rows, (row) => risk[row] as number)),
    leak: area(models.leak(table, rows)), form: area(of('tcmFormFiled')),
    ece: ece(y, plain) ?? Number.NaN, weightedAuc: area(weighted), weightedEce: ece(y, weighted) ?? Number.NaN,
  }
}

/** Of twenty wards the second lowest, the middle and the second highest: 5%, 50% and 95%. */
export function spreadOf(wards: readonly WardFigures[], figure: BandFigure): readonly [number, number, number] {
  const sorted = wards.map((ward) => ward[figure]).sort((a, b) => a - b)
  const at = (q: number) => sorted[Math.round(q * (sorted.length - 1))] ?? Number.NaN
  return [at(0.05), at(0.5), at(0.95)]
}
