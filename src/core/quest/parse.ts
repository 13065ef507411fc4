/**
 * The only door for foreign data: the game, the command line, the import dialog and the tests all come through here. What
 * leaves it is safe to run and hangs together; what does not is told in plain sentences, with the place and a way to mend it.
 */
import type { z } from 'zod'
import { readJson } from '../json-text.ts'
import { checkGraph, checkRegexes, checkSolution } from './check-graph.ts'
import { checkReferences, type KnownNames } from './check-references.ts'
import { checkRules } from './check-rules.ts'
import { checkWords } from './check-words.ts'
import type { QuestProblem, Report } from './problem.ts'
import { Quest, Solution } from './schema.ts'
import { sayIssues } from './shape-words.ts'

export type { KnownNames } from './check-references.ts'
export type { QuestProblem } from './problem.ts'

export type QuestRead = { ok: true; quest: Quest } | { ok: false; problems: QuestProblem[] }
export type SolutionRead = { ok: true; solution: Solution } | { ok: false; problems: QuestProblem[] }

/** A whole quest with its words is about 40 kB; nothing honest comes near this. In characters. */
const MAX_QUEST_SIZE = 1_000_000
/** Whoever gets more problems than this mends the first ones first. */
const MAX_PROBLEMS = 40

/** A quest from the text of its file. `known` names what the engine offers; what it leaves out is not checked. Never throws. */
export function parseQuest(text: string, file: string, known: KnownNames = {}): QuestRead {
  const problems: QuestProblem[] = []
  const report = reporter(problems, file)
  const quest = shape(text, Quest, 'A quest', report)
  if (!quest) return { ok: false, problems }
  const { build, practiceStart } = quest
  checkGraph(build.start, ['build', 'start'], report)
  checkGraph(build.reference, ['build', 'reference'], report)
  if (practiceStart) checkGraph(practiceStart, ['practiceStart'], report)
  checkRegexes(build.startArtefacts, ['build', 'startArtefacts'], report)
  checkRegexes(build.referenceArtefacts, ['build', 'referenceArtefacts'], report)
  checkRules(quest, report)
  checkReferences(quest, known, report)
  checkWords(quest, [], report)
  known.engine?.(quest, report)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, quest }
}

/** A solution `{ graph, artefacts }` from the text of its file. Whether it makes sense is the judge's to say. Never throws. */
export function parseSolution(text: string, file = 'solution.json', { blocks }: Pick<KnownNames, 'blocks'> = {}): SolutionRead {
  const problems: QuestProblem[] = []
  const report = reporter(problems, file)
  const solution = shape(text, Solution, 'A solution', report)
  if (solution) checkSolution(solution, blocks, report)
  return solution && problems.length === 0 ? { ok: true, solution } : { ok: false, problems }
}

function reporter(problems: QuestProblem[], file: string): Report {
  return (path, what, mend) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ file, path, what, mend })
    else if (problems.length === MAX_PROBLEMS) problems.push({ file, path: 'the whole file', what: 'there are more problems', mend: 'Mend these first.' })
  }
}

function shape<T>(text: string, schema: z.ZodType<T>, called: string, report: Report): T | null {
  if (text.length > MAX_QUEST_SIZE) {
    report('the whole file', `it has ${Math.round(text.length / 1000).toLocaleString('en')} kB`, `${called} file may have at most 1,000 kB; shorten its longest texts.`)
    return null
  }
  const read = readJson(text)
  if (!read.ok) {
    const { line, column, what, mend } = read.trouble
    report(`line ${line}, column ${column}`, what, mend)
    return null
  }
  const parsed = schema.safeParse(read.value)
  if (parsed.success) return parsed.data
  sayIssues(parsed.error.issues, read.value, report)
  return null
}
