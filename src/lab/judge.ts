/**
 * The judge: one for the game, the command line, the tests and the classroom. Pure and deterministic; time comes from outside
 * and decides nothing but when to give up.
 */
import { ruleHolds } from '../core/logic.ts'
import type { AbortSignalLike } from '../core/ports.ts'
import type { GraphNode, Metric, Quest, Solution } from '../core/quest/schema.ts'
import type { Progress, RunProblem, RunReport, Verdict } from '../core/verdict.ts'
import { decisionMoment, hiddenCases, hiddenSets, visibleCases } from './data/quest-cases.ts'
import { fillFigures } from './figures-in-words.ts'
import { compile, type Compiled } from './graph/compile.ts'
import { Meter } from './graph/meter.ts'
import type { PortValue } from './graph/ports.ts'
import { applyGraph, fitGraph, type Fitted, type RunOptions } from './graph/run.ts'
import type { Figures, Harness, JudgedSet } from './harness/harness.ts'
import { harnessOf } from './harness/harnesses.ts'
import { judgeGoal, judgeGuards, medalOf, roundedFigures } from './medal.ts'

export interface RunHooks {
  /** Milliseconds of a steady clock, for budgets and for the times shown. */
  now: () => number
  signal?: AbortSignalLike | undefined
  onProgress?: ((progress: Progress) => void) | undefined
}

export interface VisibleRun {
  quest: Quest
  solution: Solution
  /** Name of a visible set: "practice", "train". */
  set: string
}

/** Fit on a visible set and show what went through every node. Nothing hidden is touched. */
export function runVisible({ quest, solution, set }: VisibleRun, hooks: RunHooks): RunReport {
  const meter = new Meter({ now: hooks.now, ms: quest.build.limits.msPerRun, mb: quest.verify.budget.mb, signal: hooks.signal })
  const compiled = compile(solution.graph, { palette: quest.build.palette, limit: quest.build.limits.nodes })
  const fitted = fitGraph(compiled, { ...runOptions({ quest, solution, set }, meter, hooks), cases: onceEach((name) => visibleCases(quest, isFurtherSet(name) ? name : set)), report: true })
  const result = resultOf(compiled, fitted.outputs)
  const figures = result ? harnessFor(quest).testFigures(result, quest.verify.metrics, quest) : noFigures(quest)
  const problems = [...compiled.problems, ...fitted.problems]
  return { ok: problems.length === 0, problems, nodes: fitted.reports, metrics: roundedFigures(figures), ms: meter.elapsedMs() }
}

export interface VerifyRequest {
  quest: Quest
  solution: Solution
  /** Replace the seeds of the hidden sets. */
  seeds?: readonly string[] | undefined
}

/** Fit on the visible set, freeze, apply to the hidden sets as they looked at the moment of decision, and score. */
export function judge({ quest, solution, seeds }: VerifyRequest, hooks: RunHooks): Verdict {
  const [verdict] = judgeDraws({ quest, solution, draws: [seeds] }, hooks)
  return verdict as Verdict
}

export interface DrawsRequest extends Omit<VerifyRequest, 'seeds'> {
  /** Seeds of the hidden sets, one list a draw; undefined for the quest's own. */
  draws: readonly VerifyRequest['seeds'][]
}

/**
 * A verdict for each draw of hidden sets, made when it is asked for. The solution is fitted once and frozen: what it learns from
 * visible cases does not depend on the hidden ones. One clock and one budget for all draws, in proportion to their sets.
 */
export function* judgeDraws({ quest, solution, draws }: DrawsRequest, hooks: RunHooks): Iterable<Verdict> {
  const named = draws.map((seeds) => hiddenSets(quest, seeds).map(({ seed }) => seed))
  const meter = verifyMeter(quest, named.flat().length, hooks)
  const frozen = freeze({ quest, solution }, runOptions({ quest, solution, set: 'train' }, meter, hooks))
  for (const [at, seeds] of draws.entries()) {
    const judged = Array.isArray(frozen) ? frozen : judgeDraw(frozen, seeds)
    yield Array.isArray(judged) ? refused(quest, named[at] ?? [], judged, meter) : judged
  }
}

/** A solution with what it learned from visible cases. */
interface Frozen {
  quest: Quest
  compiled: Compiled
  fitted: Fitted
  result: PortValue
  harness: Harness
  test: Figures
  options: RunOptions
}

/** Or why it could learn nothing. */
function freeze({ quest, solution }: Pick<VerifyRequest, 'quest' | 'solution'>, options: RunOptions): Frozen | RunProblem[] {
  const compiled = compile(solution.graph, { palette: quest.build.palette, limit: quest.build.limits.nodes, locked: lockedNodes(quest), sinkOnly: true })
  if (compiled.problems.length > 0) return compiled.problems
  const fitted = fitGraph(compiled, { ...options, cases: onceEach((name) => visibleCases(quest, name)) })
  const result = resultOf(compiled, fitted.outputs)
  if (fitted.problems.length > 0 || !result) return fitted.problems
  const harness = harnessFor(quest)
  return { quest, compiled, fitted, result, harness, test: harness.testFigures(result, quest.verify.metrics, quest), options }
}

function judgeDraw(frozen: Frozen, seeds: VerifyRequest['seeds']): Verdict | RunProblem[] {
  try {
    const sets = [...judgedSets(frozen, seeds)]
    frozen.options.onProgress?.({ phase: 'score', done: 1 })
    return verdictOf(frozen, sets)
  } catch (error) {
    if (error instanceof HiddenProblem) return error.problems
    throw error
  }
}

/** The budget is meant for the quest's own hidden sets; more seeds may take longer in proportion. */
function verifyMeter({ verify, data }: Quest, sets: number, { now, signal }: RunHooks): Meter {
  const { ms, mb } = verify.budget
  return new Meter({ now, ms: ms * Math.max(1, sets / data.hidden.length), mb, signal })
}

class HiddenProblem extends Error {
  override name = 'HiddenProblem'
  readonly problems: RunProblem[]

  constructor(problems: RunProblem[]) {
    super(problems[0]?.say ?? 'The hidden cases could not be run.')
    this.problems = problems
  }
}

function* judgedSets({ quest, compiled, fitted, harness, test, options }: Frozen, seeds: VerifyRequest['seeds']): Iterable<JudgedSet> {
  for (const hidden of hiddenCases(quest, seeds)) {
    yield options.meter.lend(() => {
      const { outputs, problems } = applyGraph(fitted, { ...options, set: hidden.label, cases: () => hidden.seen })
      const result = resultOf(compiled, outputs)
      if (problems.length > 0 || !result) throw new HiddenProblem(problems)
      return harness.judgeSet(quest, hidden, result, test)
    })
  }
}

function verdictOf({ quest, harness, test, result, options }: Frozen, sets: JudgedSet[]): Verdict {
  const { verify, trap } = quest
  const metrics = roundedFigures(Object.fromEntries(verify.metrics.map((metric) => [metric.id, aggregate(metric, sets)])))
  const believed = roundedFigures(test)
  const goals = verify.goals.map((goal) => judgeGoal(goal, metrics[goal.metric] ?? null, () => {
    const metric = verify.metrics.find(({ id }) => id === goal.metric)
    return metric ? harness.whyNull(metric, sets) : `There is no metric "${goal.metric}".`
  }))
  const guards = judgeGuards(verify.guards, { ...metrics, test: believed })
  const medal = medalOf(goals, guards)
  const data = { ...metrics, test: believed, medal }
  const sprung = ruleHolds(trap.when, data)
  const say = (text: string) => fillFigures(text, verify.metrics, metrics, believed)
  return {
    medal, metrics, goals, guards, test: believed,
    trap: sprung ? { id: trap.id } : null,
    problems: [],
    seeds: sets.map(({ seed }) => seed),
    ms: options.meter.elapsedMs(),
    sets: sets.map(({ label, seed, n, figures }) => ({ label, seed, n, metrics: roundedFigures(figures) })),
    cases: harness.cases(quest, sets),
    views: harness.views(quest, sets),
    ward: say(verify.ward.find(({ when }) => ruleHolds(when, data))?.say ?? ''),
    ...(sprung ? { reveal: say(trap.reveal) } : {}),
    ...told(harness, quest, result, sets, sprung),
  }
}

/** The trap again: lights on a ward, or a story of its own. */
function told(harness: Harness, quest: Quest, result: PortValue, sets: JudgedSet[], sprung: boolean): Pick<Verdict, 'replay' | 'story'> {
  const story = sprung ? harness.story?.(quest, sets) : undefined
  return { ...(harness.replay ? { replay: harness.replay(result, sets) } : {}), ...(story ? { story } : {}) }
}

/** Null when any set has no value: a mean over the sets that happen to have one would flatter. */
function aggregate({ id, aggregate: how }: Metric, sets: readonly JudgedSet[]): number | null {
  let [sum, weights] = [0, 0]
  const values: number[] = []
  for (const { figures, weight } of sets) {
    const value = figures[id] ?? null
    if (value === null) return null
    values.push(value)
    sum += value * weight
    weights += weight
  }
  if (values.length === 0) return null
  if (how === 'min') return Math.min(...values)
  return how === 'max' ? Math.max(...values) : sum / weights
}

/** A solution that could not be judged: no figure, no medal, and the reason. */
function refused(quest: Quest, seeds: string[], problems: RunProblem[], meter: Meter): Verdict {
  const figures = noFigures(quest)
  return {
    medal: 'none', metrics: figures, test: figures, guards: [], trap: null, problems, seeds, ms: meter.elapsedMs(), sets: [], cases: [], views: [],
    goals: quest.verify.goals.map((goal) => judgeGoal(goal, null, () => 'The run did not come to an end, so there was nothing to judge.')),
    ward: 'Nothing reached the hospital.',
  }
}

function noFigures(quest: Quest): Figures {
  return Object.fromEntries(quest.verify.metrics.map(({ id }) => [id, null]))
}

function lockedNodes({ build }: Quest): GraphNode[] {
  return build.start.nodes.filter(({ id }) => build.locked.includes(id))
}

/** @throws Error for a quest that was not checked */
function harnessFor(quest: Quest): Harness {
  const harness = harnessOf(quest.verify.harness)
  if (!harness) throw new Error(`quest "${quest.id}" wants to be judged by "${quest.verify.harness}", and there is no such harness`)
  return harness
}

function runOptions({ quest, solution, set }: VisibleRun, meter: Meter, { onProgress }: RunHooks): RunOptions {
  return { set, viewAt: decisionMoment(quest), artefacts: solution.artefacts, cases: () => visibleCases(quest, set), meter, onProgress: overall(onProgress) }
}

/** What reached the sink, if anything did. */
function resultOf({ sink }: Compiled, outputs: Fitted['outputs']): PortValue | null {
  return (sink !== null && outputs.get(sink)?.['result']) || null
}

/** "practice" and "train" give way to the set of the run; a set of another name is one more register, the same in both. */
function isFurtherSet(name: string): boolean {
  return name !== 'practice' && name !== 'train'
}

/** Cases are made once, however many source blocks ask. */
function onceEach(make: (name: string) => PortValue): (name: string) => PortValue {
  const made = new Map<string, PortValue>()
  return (name) => {
    const cases = made.get(name) ?? make(name)
    made.set(name, cases)
    return cases
  }
}

/** Share of the whole run at the start of each phase. */
const PHASES = { data: [0, 0.05], fit: [0.05, 0.65], apply: [0.65, 0.95], score: [0.95, 1] } as const

function overall(onProgress: RunHooks['onProgress']): RunHooks['onProgress'] {
  return onProgress && ((progress) => {
    const [from, to] = PHASES[progress.phase]
    onProgress({ ...progress, done: from + (to - from) * progress.done })
  })
}
