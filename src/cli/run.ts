/** `quest run`: one solution before the judge. */
import { resolve } from 'node:path'
import { parseQuest, parseSolution, type QuestProblem } from '../core/quest/parse.ts'
import type { Medal, Metric, Quest, Solution } from '../core/quest/schema.ts'
import type { Verdict } from '../core/verdict.ts'
import { blockSpec } from '../lab/blocks/catalogue.ts'
import { artefactRead } from '../lab/graph/block.ts'
import { readArgs, UsageError, type Command } from './command.ts'
import { problemLine, readText, shown } from './files.ts'
import { judgeInThread } from './judge-thread.ts'
import { knownNames } from './known-names.ts'

const MAX_SEEDS = 100

export const runCommand: Command = {
  about: "judge one solution, on the quest's hidden patients or on your own seeds",
  usage: `quest run <quest.json> --solution <file> [--seeds a,b,c] [--json]

Judges the solution { "graph": …, "artefacts": … } in <file>, exactly as the game does.

  --solution <file>   the solution
  --seeds a,b,c       other patients: one hidden set for each seed instead of the quest's own
  --json              print { medal, metrics, guards, goals, trap, ms } as JSON, and problems where the graph could not run

Exit code: 0 pass or better, 1 no medal (also when the graph cannot run), 2 the files could not be used, or a block
is set to something it cannot be set to.`,
  async run(args) {
    const { values, positionals } = readArgs(args, { solution: { type: 'string' }, seeds: { type: 'string' }, json: { type: 'boolean' } }, 1)
    const [file] = positionals
    if (file === undefined) throw new UsageError('Which quest? Name its quest.json.')
    if (values.solution === undefined) throw new UsageError('Which solution? Add --solution <file>.')
    const seeds = values.seeds === undefined ? undefined : readSeeds(values.seeds)
    const input = await readInput(file, values.solution)
    if ('problems' in input) {
      for (const problem of input.problems) console.error(problemLine(problem))
      return 2
    }
    for (const problem of unread(input.solution, shown(resolve(values.solution)))) console.error(problemLine(problem))
    const answer = await judgeInThread({ ...input, ...(seeds ? { seeds } : {}) })
    const verdict = answer.ok ? answer.done : stopped(answer.say)
    console.log(values.json ? JSON.stringify(summary(verdict)) : words(input.quest, verdict))
    if (verdict.problems.some(({ code }) => code === 'bad-params')) return 2
    return verdict.medal === 'none' ? 1 : 0
  },
}

function readSeeds(text: string): string[] {
  const seeds = text.split(',').map((seed) => seed.trim())
  if (seeds.some((seed) => seed === '' || seed.length > 80)) throw new UsageError('Seeds are words with commas between, e.g. --seeds a,b,c')
  if (seeds.length > MAX_SEEDS) throw new UsageError(`At most ${MAX_SEEDS} seeds at a time.`)
  return seeds
}

async function readInput(questFile: string, solutionFile: string): Promise<{ quest: Quest; solution: Solution } | { problems: QuestProblem[] }> {
  const [questText, solutionText] = await Promise.all([readText(resolve(questFile)), readText(resolve(solutionFile))])
  if (!questText.ok) return { problems: [questText.problem] }
  if (!solutionText.ok) return { problems: [solutionText.problem] }
  const known = await knownNames()
  const quest = parseQuest(questText.text, shown(resolve(questFile)), known)
  if (!quest.ok) return quest
  const solution = parseSolution(solutionText.text, shown(resolve(solutionFile)), known)
  return solution.ok ? { quest: quest.quest, solution: solution.solution } : solution
}

/** Artefacts that no block of the graph reads: a name that was mistyped, most likely. They do no harm, so it is only said. */
function unread({ graph, artefacts }: Solution, file: string): QuestProblem[] {
  const read = graph.nodes.map(({ block, params }) => {
    const spec = blockSpec(block)
    return spec ? artefactRead(spec, params) : null
  })
  return Object.keys(artefacts).filter((name) => !read.includes(name)).map((name) => ({
    file, path: `artefacts.${name}`, what: 'no block of this graph reads it', mend: 'Call it what its block reads, or take it away.',
  }))
}

type Outcome = Pick<Verdict, 'medal' | 'metrics' | 'guards' | 'goals' | 'trap' | 'ms' | 'problems'>

function stopped(say: string): Outcome {
  return { medal: 'none', metrics: {}, guards: [], goals: [], trap: null, ms: 0, problems: [{ code: 'stopped', say }] }
}

function summary({ medal, metrics, guards, goals, trap, ms, problems }: Outcome): object {
  return { medal, metrics, guards, goals: goals.map(asFarAsMeasured), trap: trap && { id: trap.id }, ms: Math.round(ms), ...(problems.length > 0 ? { problems } : {}) }
}

/** A program would read 0 as "nothing is missing". */
function asFarAsMeasured(goal: Outcome['goals'][number]): object {
  return goal.value === null ? { ...goal, missing: null } : goal
}

function words(quest: Quest, { medal, metrics, guards, goals, trap, ms, problems }: Outcome): string {
  const lines = [`medal    ${medalInWords(medal)}   (${Math.round(ms).toLocaleString('en')} ms)`, '']
  for (const metric of quest.verify.metrics) {
    const goal = goals.find((one) => one.metric === metric.id)
    const reached = goal ? (goal.reached === 'none' ? notYet(goal, metric) : medalInWords(goal.reached)) : ''
    lines.push(`${metric.id.padEnd(9)}${figure(metrics[metric.id] ?? null, metric).padStart(7)}  ${reached.padEnd(22)} ${metric.label}`)
  }
  for (const why of new Set(goals.flatMap((goal) => goal.why ?? []))) lines.push('', `why      ${why}`)
  for (const { holds, say } of guards) if (!holds) lines.push('', `guard    ${say}`)
  for (const { node, say } of problems) lines.push('', `problem  ${node === undefined ? '' : `${node}: `}${say}`)
  if (trap) lines.push('', `trap     ${trap.id}`)
  return lines.join('\n')
}

/** Nothing measured is not "0.000 to go". */
function notYet({ value, missing }: Outcome['goals'][number], metric: Metric): string {
  return value === null ? 'not measured' : `not yet: ${figure(missing, metric)} to go`
}

/** The file says "pass"; people say bronze. */
function medalInWords(medal: Medal): string {
  return medal === 'pass' ? 'bronze (pass)' : medal
}

function figure(value: number | null, { format }: Metric): string {
  if (value === null) return '-'
  if (format === 'percent') return `${(value * 100).toFixed(1)}%`
  if (format === 'decimal') return value.toFixed(1)
  return format === 'number' ? value.toFixed(3) : String(Math.round(value))
}
