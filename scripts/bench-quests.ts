/**
 * `npm run bench:quests [slug…]`: the reference of every quest, run and verified in the real page. Prints how long each takes by the
 * clock and the longest task that held the page's main thread meanwhile.
 *
 * Targets: a verdict within 8 s, no task over 50 ms.
 */
import { readFileSync } from 'node:fs'
import { HELD_TARGET_MS, measureInPage, serveGame, TRIES } from './bench-held.ts'

const VERDICT_TARGET_MS = 8000

const { server, address } = await serveGame(4530)
const asked = process.argv.slice(2)
const { chapters } = JSON.parse(readFileSync('quests/campaign.json', 'utf8')) as { chapters: { quests: string[] }[] }

console.log(`${'quest'.padEnd(24)}${'run ms'.padStart(9)}${'held ms'.padStart(9)}${'verify ms'.padStart(11)}${'held ms'.padStart(9)}`)
let over = 0
for (const slug of asked.length > 0 ? asked : chapters.flatMap(({ quests }) => quests)) {
  const { run, verify } = await measureInPage(address, slug)
  const misses = verify.ms > VERDICT_TARGET_MS || Math.max(run.heldMs, verify.heldMs) > HELD_TARGET_MS
  if (misses) over++
  console.log(`${slug.padEnd(24)}${[[run.ms, 9], [run.heldMs, 9], [verify.ms, 11], [verify.heldMs, 9]].map(([ms = 0, width = 0]) => ms.toFixed(0).padStart(width)).join('')}${misses ? '  OVER' : ''}`)
}
server.close()
console.log(`\nTargets: a verdict within ${VERDICT_TARGET_MS} ms, no task on the main thread over ${HELD_TARGET_MS} ms. Best of ${TRIES}.`)
process.exitCode = over > 0 ? 1 : 0
