/** A plan at work: each criterion of each offer, for each person, with the evidence that decides it. Pure; the bench and the judge call the same. */
import type { MatchPlan, PlanLine, Question } from '../../core/artefacts/match-plan.ts'
import { ask, readTest, type UnaryTest } from '../decision-table/unary-test.ts'
import { columnOf } from '../graph/table.ts'
import { type Answer, answerTo } from './answer.ts'
import { type CompiledQuestion, compileQuestion, type Evidence, evidenceFor } from './evidence.ts'
import type { Pool } from './pool.ts'
import { allOf, anyOf, markOf, type Truth } from './three-valued.ts'

interface CompiledAtom {
  question: number
  test: UnaryTest
  within: number | undefined
}

export interface CompiledLine {
  line: PlanLine
  atoms: readonly CompiledAtom[]
}

export interface CompiledPlan {
  plan: MatchPlan
  questions: readonly CompiledQuestion[]
  /** By offer of the pool. */
  offers: readonly (readonly CompiledLine[])[]
  problems: readonly PlanProblem[]
}

export interface PlanProblem {
  question?: string
  offer?: string
  line?: string
  say: string
}

/** Parts that cannot be read are told and left out: such a line is not known for anybody. */
export function compilePlan(plan: MatchPlan, pool: Pick<Pool, 'table' | 'offers'>): CompiledPlan {
  const problems: PlanProblem[] = []
  const questions = plan.questions.map((question): CompiledQuestion => {
    const compiled = compileQuestion(question, pool)
    if (typeof compiled !== 'string') return compiled
    problems.push({ question: question.id, say: compiled })
    return { question: { ...question, evidence: [], silence: 'unknown' }, finders: [] }
  })
  const offers = pool.offers.map(({ id, title }) => (Object.hasOwn(plan.offers, id) ? plan.offers[id] ?? [] : []).map((line): CompiledLine => ({
    line,
    atoms: line.atoms.flatMap((atom): CompiledAtom[] => {
      const question = plan.questions.findIndex((one) => one.id === atom.ask)
      const read = readTest(atom.is, plan.questions[question] as Question)
      if (!read.ok) problems.push({ offer: id, line: line.id, say: `${title}, line "${line.id}": ${read.say}` })
      return read.ok ? [{ question, test: read.test, within: atom.within }] : []
    }),
  })))
  return { plan, questions, offers, problems }
}

/** Evidence is looked for once for each question and person. */
export class Files {
  private readonly found = new Map<number, Evidence[]>()
  private readonly compiled: CompiledPlan
  private readonly pool: Pool
  private readonly index: readonly (string | number)[]

  constructor(compiled: CompiledPlan, pool: Pool) {
    this.compiled = compiled
    this.pool = pool
    const column = columnOf(pool.table, pool.index)
    this.index = column?.kind === 'category' ? column.values : []
  }

  answer(question: number, row: number, within: number | undefined): Answer {
    const asked = this.compiled.questions[question] as CompiledQuestion
    const key = question * this.pool.table.ids.length + row
    let evidence = this.found.get(key)
    if (!evidence) this.found.set(key, (evidence = evidenceFor(asked, this.pool, row)))
    return answerTo(asked.question, evidence, String(this.index[row] ?? ''), within)
  }
}

export interface AtomWhy {
  question: Question
  test: UnaryTest
  within: number | undefined
  answer: Answer
  truth: Truth
}

export interface LineWhy {
  line: PlanLine
  truth: Truth
  atoms: readonly AtomWhy[]
}

/** One line for one person, with all that it rests on. */
export function whyLine({ line, atoms }: CompiledLine, { questions }: CompiledPlan, files: Files, row: number): LineWhy {
  const read = atoms.map(({ question, test, within }): AtomWhy => {
    const answer = files.answer(question, row, within)
    const asked = (questions[question] as CompiledQuestion).question
    // A number that is taken for no is below nothing and above nothing.
    const truth = answer.how !== 'said' && answer.value !== null && asked.kind === 'number' ? false : ask(test, answer.value)
    return { question: asked, test, within, answer, truth }
  })
  const truths = read.map(({ truth }) => truth)
  return { line, atoms: read, truth: line.join === 'any' ? anyOf(truths) : allOf(truths) }
}

/** What the plan says of everybody: by offer, people times lines; 1 it holds, 0 it does not, -1 not known. */
export function matchPeople(compiled: CompiledPlan, pool: Pool, tick: (done: number) => void = () => {}): Int8Array[] {
  const files = new Files(compiled, pool)
  const n = pool.table.ids.length
  const said = compiled.offers.map((lines) => new Int8Array(n * lines.length))
  for (let row = 0; row < n; row++) {
    if (row % 50 === 0) tick(row / n)
    for (const [o, lines] of compiled.offers.entries()) {
      for (const [k, line] of lines.entries()) (said[o] as Int8Array)[row * lines.length + k] = markOf(whyLine(line, compiled, files, row).truth)
    }
  }
  return said
}
