/**
 * How long the judge takes: the reference solution of the readmission quest on its three hidden sets, and on twenty. And how long it
 * holds the main thread of the real page, where it works beside it.
 *
 *   npm run bench:verify
 *
 * Fails when a figure is over its target. Times are the best of a few, so that a busy machine does not decide.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseQuest } from '../src/core/quest/parse.ts'
import { solutionOf } from '../src/lab/proof.ts'
import { judge, runVisible } from '../src/lab/judge.ts'
import { HELD_TARGET_MS, measureInPage, serveGame } from './bench-held.ts'

const file = join(import.meta.dirname, '../quests/readmission-risk/quest.json')
const read = parseQuest(readFileSync(file, 'utf8'), file)
if (!read.ok) throw new Error(read.problems.map(({ path, what }) => `${path}: ${what}`).join('\n'))
const { quest } = read
const solution = solutionOf(quest, { solution: 'reference' })
const now = (): number => performance.now()
/** Sets that were made before are kept, and would make it look easy. */
let met = 0
const unmet = () => Array.from({ length: 3 }, () => `bench-verify-unmet-${++met}`)
const twenty = Array.from({ length: 20 }, (_, i) => `bench-verify-${i + 1}`)

const lines = [
  measure('first verdict of a new process, 3 hidden sets', 1500, 1, () => judge({ quest, solution }, { now })),
  measure('verdict, 3 hidden sets of 1,500 not met before', 1500, 3, () => judge({ quest, solution, seeds: unmet() }, { now })),
  measure('run with reports, 4,000 visible rows', 1500, 3, () => runVisible({ quest, solution, set: 'train' }, { now })),
  measure('calibration, 20 seeds of 1,500', 20_000, 1, () => twenty.map((seed) => judge({ quest, solution, seeds: [seed] }, { now }))),
]
const { server, address } = await serveGame(4531)
const { run, verify } = await measureInPage(address, quest.id)
server.close()
lines.push(
  { what: "longest task of the page's main thread, run", ms: run.heldMs, target: HELD_TARGET_MS },
  { what: "longest task of the page's main thread, verify", ms: verify.heldMs, target: HELD_TARGET_MS },
)

console.log(`${'what'.padEnd(48)}${'ms'.padStart(8)}${'target'.padStart(9)}`)
for (const { what, ms, target } of lines) console.log(`${what.padEnd(48)}${String(Math.round(ms)).padStart(8)}${String(target).padStart(9)}${ms > target ? '  OVER' : ''}`)
process.exitCode = lines.some(({ ms, target }) => ms > target) ? 1 : 0

function measure(what: string, target: number, times: number, work: () => unknown): { what: string; ms: number; target: number } {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < times; i++) {
    const startedAt = now()
    work()
    best = Math.min(best, now() - startedAt)
  }
  return { what, ms: best, target }
}
