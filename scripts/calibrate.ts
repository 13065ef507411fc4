/**
 * Whether a quest's goals are fair: its proof played on twenty other draws of hidden patients (curriculum, section 9).
 *
 *   npm run calibrate [slug…]
 *
 * One draw is as many hidden sets as the quest has, with new seeds. Demanded: the reference gold on the shipped seeds and at
 * least silver on 18 of 20 draws; the starter and the greedy solution never pass; baselines never reach silver; the trap
 * springs every time. Quests are played side by side, as many as there are processors, those that take long first.
 */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseQuest } from '../src/core/quest/parse.ts'
import type { Medal, Quest } from '../src/core/quest/schema.ts'
import type { Verdict } from '../src/core/verdict.ts'
import { judgeDraws } from '../src/lab/judge.ts'
import { fetchNeeds } from '../src/lab/needs.ts'
import { atLeast } from '../src/lab/medal.ts'
import { Proof, type ProofEntry, type ProofRole, solutionOf } from '../src/lab/proof.ts'

type Outcome = Pick<Verdict, 'medal' | 'trap' | 'metrics'>
interface Line { quest: string; role: ProofRole; name: string; medals: number[]; sprung: number; shipped: Medal; fair: boolean }

const DRAWS = 20
const SILVER_WANTED = 18
/** These take longest and are begun first, so that no processor is left alone with one of them. */
const LONGEST = ['cxr-triage', 'hl7-front-door', 'deid-release', 'ai-governance-board']
const MEDALS = ['gold', 'silver', 'pass', 'none'] as const
const quests = join(import.meta.dirname, '../quests')
const asked = process.argv.slice(2)
const table: Line[] = []
const begun = performance.now()
const slugs = asked.length > 0 ? asked : readdirSync(quests).filter((slug) => existsSync(join(quests, slug, 'proof.json')))

function tell(quest: Quest, entry: ProofEntry, [shipped, ...draws]: readonly [Outcome, ...Outcome[]]): void {
  const medals = MEDALS.map((medal) => `${draws.filter((draw) => draw.medal === medal).length} ${medal}`).join(', ')
  const sprung = draws.filter(({ trap }) => trap !== null).length
  const complaint = DEMANDS[entry.role](shipped, draws)
  console.log(`\n  ${entry.role.toUpperCase().padEnd(10)} ${entry.name}`)
  console.log(`  ${medals}; trap sprung ${sprung} times; on the shipped seeds: ${shipped.medal}${complaint ? `   NOT FAIR: ${complaint}` : ''}`)
  for (const { id } of quest.verify.metrics) console.log(`    ${id.padEnd(10)} ${quantiles(draws.map(({ metrics }) => metrics[id] ?? null))}   shipped ${shown(shipped.metrics[id] ?? null)}`)
  if (complaint) process.exitCode = 1
  table.push({
    quest: quest.id, role: entry.role, name: entry.name, shipped: shipped.medal, sprung, fair: complaint === null,
    medals: MEDALS.map((medal) => draws.filter((draw) => draw.medal === medal).length),
  })
}

type Demand = (shipped: Outcome, draws: readonly Outcome[]) => string | null

const DEMANDS: Readonly<Record<ProofRole, Demand>> = {
  starter: atMost('none'),
  greedy: atMost('none'),
  baseline: atMost('pass'),
  trap: (shipped, draws) => ([shipped, ...draws].every(({ trap }) => trap !== null) ? null : 'the trap does not always spring'),
  reference: (shipped, draws) => {
    if (shipped.medal !== 'gold') return 'the reference is not gold on the shipped seeds'
    const silver = draws.filter(({ medal }) => atLeast(medal, 'silver')).length
    return silver >= SILVER_WANTED ? null : `at least silver on ${silver} of ${DRAWS} draws; ${SILVER_WANTED} wanted`
  },
}

function atMost(allowed: Medal): Demand {
  return (shipped, draws) => ([shipped, ...draws].every(({ medal }) => atLeast(allowed, medal)) ? null : `a draw went beyond ${allowed}`)
}

/**
 * By solution, what it got on the shipped seeds and then on each draw. All solutions are fitted first and then meet one draw
 * after another together, so that its patients are made once.
 */
function playAll(quest: Quest, entries: readonly ProofEntry[]): [Outcome, ...Outcome[]][] {
  const draws = [undefined, ...Array.from({ length: DRAWS }, (_, i) => seedsOf(quest, i))]
  const judges = entries.map((entry) => judgeDraws({ quest, solution: solutionOf(quest, entry), draws }, { now: () => 0 })[Symbol.iterator]())
  const rounds = draws.map(() => judges.map((judge) => outcomeOf(judge.next().value as Verdict)))
  return entries.map((_, at) => rounds.map((round) => round[at]) as [Outcome, ...Outcome[]])
}

/** Only what is counted: a verdict holds on to its patients. */
function outcomeOf({ medal, trap, metrics, problems }: Verdict): Outcome {
  if (problems.length > 0) throw new Error(problems.map(({ say }) => say).join('\n'))
  return { medal, trap, metrics }
}

function seedsOf({ id, data }: Quest, draw: number): string[] {
  return data.hidden.map((_, i) => `calibrate-${id}-${draw + 1}-${i + 1}`)
}

function quantiles(values: readonly (number | null)[]): string {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b)
  if (sorted.length === 0) return 'no value'
  return [['lowest', 0], ['5%', 0.05], ['half', 0.5], ['95%', 0.95], ['highest', 1]]
    .map(([name, q]) => `${name} ${shown(sorted[Math.round((q as number) * (sorted.length - 1))] ?? null)}`).join('  ')
}

function shown(value: number | null): string {
  return value === null ? '-' : value.toFixed(3)
}

if (process.send) {
  // One quest, in a process of its own, for the one that asked.
  for (const slug of asked) await calibrateQuest(slug)
  process.send({ table, cpuMs: cpuMs(), fair: process.exitCode !== 1 } satisfies Report)
} else {
  const waiting = [...LONGEST.filter((slug) => slugs.includes(slug)), ...slugs.filter((slug) => !LONGEST.includes(slug))]
  let spent = 0
  const hand = async () => {
    for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) {
      const { said, report } = await inItsOwnProcess(slug)
      console.log(said)
      table.push(...report.table)
      spent += report.cpuMs
      if (!report.fair) process.exitCode = 1
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, hand))
  printTable(spent)
}

async function calibrateQuest(slug: string): Promise<void> {
  const file = join(quests, slug, 'quest.json')
  const read = parseQuest(readFileSync(file, 'utf8'), file)
  if (!read.ok) throw new Error(read.problems.map(({ path, what }) => `${path}: ${what}`).join('\n'))
  const proof = Proof.parse(JSON.parse(readFileSync(join(quests, slug, 'proof.json'), 'utf8')))
  console.log(`\n${read.quest.title} (${slug}), ${DRAWS} draws of ${read.quest.data.hidden.length} hidden sets`)
  await fetchNeeds(read.quest, [read.quest.build, proof.solutions])
  const outcomes = playAll(read.quest, proof.solutions)
  proof.solutions.forEach((entry, at) => tell(read.quest, entry, outcomes[at] as [Outcome, ...Outcome[]]))
}

interface Report { table: Line[]; cpuMs: number; fair: boolean }

/** @throws Error when the quest could not be judged */
function inItsOwnProcess(slug: string): Promise<{ said: string; report: Report }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, import.meta.filename, slug], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    let said = ''
    let report: Report | null = null
    child.stdout?.on('data', (words: Buffer) => { said += words.toString() })
    child.on('message', (message) => { report = message as Report })
    child.on('close', () => (report ? resolve({ said, report }) : reject(new Error(`${slug} could not be calibrated:\n${said}`))))
  })
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function printTable(spent: number): void {
  console.log(`\n${'quest'.padEnd(22)}${'role'.padEnd(11)}${MEDALS.map((medal) => medal.padStart(7)).join('')}${'trap'.padStart(6)}  ${'shipped'.padEnd(9)}solution`)
  const inOrder = slugs.flatMap((slug) => table.filter(({ quest }) => quest === slug))
  for (const { quest, role, name, medals, sprung, shipped, fair } of inOrder) {
    console.log(`${quest.padEnd(22)}${role.padEnd(11)}${medals.map((n) => String(n).padStart(7)).join('')}${String(sprung).padStart(6)}  ${shipped.padEnd(9)}${name}${fair ? '' : '   NOT FAIR'}`)
  }
  console.log(`\n${slugs.length} quests, ${DRAWS} draws each: ${((performance.now() - begun) / 1000).toFixed(0)} s by the clock, ${(spent / 1000).toFixed(0)} s of processor time.`)
}
