import type { Solution } from '../../core/quest/schema.ts'
import type { QuestSession } from '../game.ts'

interface BenchViewProps {
  session: QuestSession
  solution: Solution
  onChange(solution: Solution): void
  onRun(): void
  onSubmit?(): void
  highlight: string | null
}

export function BenchView(_: BenchViewProps) {
  return <p>bench</p>
}
