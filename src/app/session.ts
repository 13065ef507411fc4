/**
 * One open quest. The machine owns *now*, the log owns *ever*: whatever the learner does is told to the machine, and what
 * the machine takes becomes a fact. The judge is asked when the machine says that a verdict is wanted.
 */
import type { Fact, FactBody, QuestFactBody } from '../core/log/facts.ts'
import { type Judge, Stopped } from '../core/ports.ts'
import { besideAfter } from '../core/quest/beside.ts'
import { canTell, type QuestEvent, runsLeft, stageOf, startQuest } from '../core/quest/machine.ts'
import type { Quest, Solution } from '../core/quest/schema.ts'
import type { SoundName } from '../core/sounds.ts'
import type { Verdict, VerdictSummary } from '../core/verdict.ts'
import type { Job, QuestSession, QuestTelling } from '../ui/game.ts'
import { questTimers } from './quest-timers.ts'
import { playInTurn, soundsOfVerdict } from './verdict-sounds.ts'

/** Typing and dragging change a solution many times a second; one fact per pause is enough. */
const SETTLE_MS = 400

export interface SessionParts {
  quest: Quest
  facts: readonly Fact[]
  judge: Judge
  record(bodies: FactBody[]): void
  show(session: QuestSession): void
  play(sound: SoundName): void
  /** False in a tab that follows: it shows what is told elsewhere and tells nothing itself. */
  mayWrite(): boolean
}

export interface Session {
  quest: Quest
  current(): QuestSession
  tell(body: QuestTelling): boolean
  run(solution: Solution, set: 'practice' | 'train'): Promise<void>
  verify(solution: Solution): Promise<void>
  /** Put an earlier solution on the build bench; what is half-made there, and not among those `judged`, is kept beside it. */
  reopen(solution: Solution, judged: readonly Solution[]): void
  /** The last verdict in full, worked out again from what was handed in: charts and cases are not kept. */
  showVerdict(solution: Solution): Promise<void>
  compare(): Promise<void>
  stop(): void
  /** Facts that another tab wrote. */
  hear(facts: readonly Fact[]): void
  /** This tab writes from now on: a verdict that another tab left open is asked for here. */
  takeUp(): void
  /** A change waits for a pause: until it is written, nothing may be called saved. */
  unwritten(): boolean
  /** Hand what waits for a pause to the log now. */
  flush(): void
  close(): void
}

const SAY_JUDGING = 'A verdict is under way. Wait for it, or stop it, then put this on the bench.'
export const SAY_STOPPED = 'Stopped. Nothing was counted.'

export function openSession({ quest, facts, judge, record, show, play, mayWrite }: SessionParts): Session {
  const actor = startQuest(quest, facts)
  let shown: QuestSession = { ...position(), job: null, report: null, verdict: null, comparison: null, notice: null, highlight: null }
  let abort: AbortController | null = null
  let unsettled: { body: QuestFactBody; timer: ReturnType<typeof setTimeout> } | null = null
  let judging: Promise<void> = Promise.resolve()
  /** Bench of the run that is shown: what went through the practice is not what goes through the build. */
  let ranAt: 'practice' | 'build' | null = null
  let closed = false

  function position() {
    const snapshot = actor.getSnapshot()
    const state = String(snapshot.value)
    return { quest, state, stage: stageOf(state, quest), context: snapshot.context }
  }
  const update = (change: Partial<QuestSession>) => {
    if (closed) return
    shown = { ...shown, ...change }
    show(shown)
  }

  const flush = () => {
    if (!unsettled) return
    clearTimeout(unsettled.timer)
    const { body } = unsettled
    unsettled = null
    if (mayWrite()) record([body])
    else update({})
  }
  const keep = (body: QuestFactBody) => {
    if (body.type !== 'solution.changed') {
      flush()
      record([body])
      return
    }
    if (unsettled?.body.type === 'solution.changed' && unsettled.body.stage !== body.stage) flush()
    if (unsettled) clearTimeout(unsettled.timer)
    unsettled = { body, timer: setTimeout(flush, SETTLE_MS) }
  }
  const tell = (event: QuestEvent): boolean => {
    if (!mayWrite()) return false
    if (!canTell(actor.getSnapshot(), event)) return false
    keep({ ...event, quest: quest.id })
    actor.send(event)
    const now = position()
    const onOtherBench = (now.stage === 'practice' || now.stage === 'build') && ranAt !== null && ranAt !== now.stage
    update(onOtherBench ? { ...now, report: null } : now)
    return true
  }

  /** Run one job at a time; a second call stops the first. */
  async function job<T>(kind: Job['kind'], work: (hooks: { signal: AbortSignal; onProgress(progress: Job['progress']): void }) => Promise<T>): Promise<T> {
    abort?.abort()
    const mine = new AbortController()
    abort = mine
    const { signal } = mine
    update({ job: { kind, progress: { phase: 'data', done: 0 } }, notice: null })
    try {
      return await work({ signal, onProgress: (progress) => { if (abort === mine) update({ job: { kind, progress } }) } })
    } finally {
      if (abort === mine) {
        abort = null
        update({ job: null })
      }
    }
  }

  async function judgeSubmitted(solution: Solution): Promise<void> {
    try {
      const verdict = await job('verify', (hooks) => judge.verify({ quest, solution }, hooks))
      update({ verdict })
      const before = actor.getSnapshot().context.best
      if (tell({ type: 'verdict.given', verdict: summaryOf(verdict) })) playInTurn(soundsOfVerdict(quest, verdict.medal, before), play)
    } catch (error) {
      // Left in the middle: nothing is withdrawn, the verdict is asked for again when the quest is opened next.
      if (closed) return
      const why = sayError(error)
      tell({ type: 'verdict.withdrawn', why })
      update({ notice: why })
    }
  }

  const timers = questTimers(quest.machine.timers, (timer) => {
    if (tell({ type: 'timer.fired', timer: timer.id })) update({ highlight: highlightOf(timer.do) })
  })
  actor.on('verdict.wanted', ({ solution }) => { judging = judgeSubmitted(solution) })
  const watching = actor.subscribe((snapshot) => timers.inState(String(snapshot.value)))
  timers.inState(shown.state)
  // Closed while a verdict was under way: the machine stands at "verifying", so the judge is asked once more.
  const takeUp = () => {
    if (shown.state === 'verifying' && mayWrite() && shown.job === null) judging = judgeSubmitted(shown.context.solution)
  }
  takeUp()

  return {
    quest,
    current: () => shown,
    unwritten: () => unsettled !== null,
    flush,
    takeUp,
    tell(body) {
      if (body.type === 'inspector.opened' && shown.highlight !== null) update({ highlight: null })
      return tell(body as QuestEvent)
    },
    async run(solution, set) {
      const stage = set === 'practice' ? 'practice' : 'build'
      if (stage === 'build' && runsLeft(quest, shown.context) === 0) {
        update({ notice: `All ${quest.build.limits.runs} runs of this quest are used. You can still verify what you have built.` })
        return
      }
      try {
        const report = await job('run', (hooks) => judge.run({ quest, solution, set }, hooks))
        ranAt = stage
        update({ report })
        tell({ type: 'run.finished', stage, ok: report.ok, metrics: report.metrics })
      } catch (error) {
        update({ notice: sayError(error) })
      }
    },
    async verify(solution) {
      if (!tell({ type: 'solution.submitted', solution })) {
        update({ notice: mayWrite() ? 'Go back to the bench first: a solution is handed in from there.' : 'Another tab is playing this save. Play here instead to hand it in.' })
        return
      }
      await judging
    },
    reopen(solution, judged) {
      const beside = besideAfter(quest, shown.context, judged, solution)
      if (!tell({ type: 'solution.reopened', solution, beside })) update({ notice: SAY_JUDGING })
    },
    async showVerdict(solution) {
      try {
        update({ verdict: await job('verify', (hooks) => judge.verify({ quest, solution }, hooks)) })
      } catch (error) {
        update({ notice: sayError(error) })
      }
    },
    async compare() {
      const learner = shown.context.bestSolution ?? shown.context.solution
      try {
        const rows = await job('compare', async ({ signal, onProgress }) => {
          const { competitors } = await import('./compare.ts')
          const entries = competitors(quest, learner)
          const judged: NonNullable<QuestSession['comparison']> = []
          for (const [at, { id, title, solution }] of entries.entries()) {
            const verdict = await judge.verify({ quest, solution }, {
              signal, onProgress: (progress) => onProgress({ ...progress, done: (at + progress.done) / entries.length }),
            })
            judged.push({ id, title, medal: verdict.medal, metrics: verdict.metrics })
          }
          return judged
        })
        update({ comparison: rows })
      } catch (error) {
        update({ notice: sayError(error) })
      }
    },
    stop: () => abort?.abort(),
    hear(news) {
      for (const fact of news) {
        if (!('quest' in fact) || fact.quest !== quest.id) continue
        const { deviceId: _device, seq: _seq, at: _at, quest: _quest, ...event } = fact
        if (canTell(actor.getSnapshot(), event as QuestEvent)) actor.send(event as QuestEvent)
      }
      update(position())
    },
    close() {
      closed = true
      flush()
      abort?.abort()
      timers.stop()
      watching.unsubscribe()
      actor.stop()
    },
  }
}

/** The part of a verdict that is kept for ever; the rest can be computed again. */
export function summaryOf({ medal, metrics, goals, guards, trap, problems, seeds, ms }: Verdict): VerdictSummary {
  return { medal, metrics, goals, guards, trap, problems, seeds, ms }
}

function sayError(error: unknown): string {
  if (error instanceof Stopped || (error instanceof Error && error.name === 'Stopped')) return error.message || SAY_STOPPED
  return error instanceof Error ? error.message : String(error)
}

function highlightOf(what: Record<string, unknown>): string | null {
  return typeof what.highlight === 'string' ? what.highlight : null
}
