/** What every bench is given, whatever kind of work is done on it: it edits one Solution and knows nothing of the game. */
import type { Quest, Solution } from '../core/quest/schema.ts'
import type { TextEngine } from '../core/text-engine.ts'
import type { Progress, RunReport } from '../core/verdict.ts'

export interface BenchProps {
  quest: Quest
  /** Give each stage its own `key`, so that undo never crosses from one into the other. */
  solution: Solution
  onChange(solution: Solution): void
  onRun(): void
  onStop(): void
  /** Absent where nothing is handed in (practice). */
  onSubmit?(): void
  job: { kind: string; progress: Progress } | null
  /** Last run on visible data. */
  report: RunReport | null
  /** "palette:ml.logistic", "node:cap", "button:run", "inspector:timeline", "edge:…" */
  highlight: string | null
  /** A picture was looked at: "timeline", "roc"… */
  onInspector(view: string): void
  /** A real language model to ask; absent while none is switched on. Resolves with null when it was just switched off. */
  textEngine?(): Promise<TextEngine | null>
  /** Runs made so far. */
  runs?: number
  /** Shown as it stands elsewhere: nothing of the solution may be changed, run or handed in here. */
  readOnly?: boolean
}
