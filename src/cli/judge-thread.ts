/** Asks the judge in a worker thread, within the time and memory that the quest allows. */
import { Worker } from 'node:worker_threads'
import type { QuestProblem } from '../core/quest/parse.ts'
import type { Quest, Solution } from '../core/quest/schema.ts'
import type { Verdict } from '../core/verdict.ts'

export interface VerdictJob {
  job: 'verdict'
  quest: Quest
  solution: Solution
  /** Instead of the quest's own hidden sets. */
  seeds?: string[]
}

export interface ProofJob {
  job: 'proof'
  quest: Quest
  text: string
  file: string
}

export type JudgeJob = VerdictJob | ProofJob
/** What the thread posts back: its work, or a sentence on why there is none. */
export type JudgeAnswer<T> = { ok: true; done: T } | { ok: false; say: string }

/** The judge stops itself at the quest's budget; this is for what never comes to the point of asking. Also starts the thread. */
const GRACE_MS = 10_000
/** Typed arrays live outside the heap that V8 can limit; this is for lists and texts that grow for ever. */
const GRACE_MB = 256
/** As many as a proof may hold. */
const SOLUTIONS_IN_A_PROOF = 20

/** The verdict, or in a sentence why there is none. Always comes back. */
export function judgeInThread(job: Omit<VerdictJob, 'job'>): Promise<JudgeAnswer<Verdict>> {
  const { verify, data } = job.quest
  // The budget is for the quest's own sets: more seeds get more time, in proportion.
  const ms = verify.budget.ms * Math.max(1, (job.seeds?.length ?? 0) / data.hidden.length)
  const quest = { ...job.quest, verify: { ...verify, budget: { ...verify.budget, ms } } }
  return inThread({ ...job, job: 'verdict', quest }, ms)
}

/** Everything that is wrong with a proof. Always comes back. */
export async function proveInThread(job: Omit<ProofJob, 'job'>): Promise<QuestProblem[]> {
  const answer = await inThread<QuestProblem[]>({ job: 'proof', ...job }, job.quest.verify.budget.ms * SOLUTIONS_IN_A_PROOF)
  if (answer.ok) return answer.done
  return [{ file: job.file, path: 'the whole file', what: `the proof could not be played: ${answer.say}`, mend: 'Look for the solution that does not end with "npm run -s quest -- run".' }]
}

async function inThread<T>(workerData: JudgeJob, budgetMs: number): Promise<JudgeAnswer<T>> {
  const limitMs = budgetMs + GRACE_MS
  const worker = new Worker(new URL('./judge.worker.mjs', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: workerData.quest.verify.budget.mb + GRACE_MB },
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<JudgeAnswer<T>>((resolve) => {
      timer = setTimeout(() => resolve({ ok: false, say: `It did not come to an end within ${Math.round(limitMs / 1000)} seconds and was stopped.` }), limitMs)
      worker.once('message', resolve)
      worker.once('error', (error) => resolve({ ok: false, say: wordsFor(error) }))
      worker.once('exit', () => resolve({ ok: false, say: 'The judge stopped without a word.' }))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

function wordsFor(error: Error): string {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'It needed more memory than the quest allows and was stopped.' : error.message
}
