/** proof.json: read with the same care as a quest, then played. */
import { readJson } from '../core/json-text.ts'
import type { QuestProblem } from '../core/quest/parse.ts'
import { jsonPath, type Report } from '../core/quest/problem.ts'
import { sayIssues } from '../core/quest/shape-words.ts'
import type { Quest } from '../core/quest/schema.ts'
import { playProof, Proof } from '../lab/proof.ts'

/** Everything that is wrong with a proof: its form first, then each solution that does not get the verdict it must get. */
export function proofProblems(quest: Quest, text: string, file: string, now: () => number): QuestProblem[] {
  const problems: QuestProblem[] = []
  const report: Report = (path, what, mend) => problems.push({ file, path, what, mend })
  const read = readJson(text)
  if (!read.ok) {
    report(`line ${read.trouble.line}, column ${read.trouble.column}`, read.trouble.what, read.trouble.mend)
    return problems
  }
  const proof = Proof.safeParse(read.value)
  if (!proof.success) {
    sayIssues(proof.error.issues, read.value, report)
    return problems
  }
  for (const { name, ok, say } of playProof(quest, proof.data, { now })) {
    const at = proof.data.solutions.findIndex((entry) => entry.name === name)
    if (!ok) report(at < 0 ? 'solutions' : `${jsonPath(['solutions', at])} (${name})`, say, 'Mend the solution, the goals, or what is expected.')
  }
  return problems
}
