/**
 * A quest proves itself: solutions beside it with the verdict each must get. A quest whose reference is not gold, whose trap
 * does not spring or whose starter already passes is not finished.
 */
import { z } from 'zod'
import { Medal, type Quest, Solution } from '../core/quest/schema.ts'
import type { Verdict } from '../core/verdict.ts'
import { judge, type RunHooks } from './judge.ts'
import { atLeast } from './medal.ts'

export const ProofRole = z.enum(['starter', 'baseline', 'trap', 'greedy', 'reference'])
export type ProofRole = z.infer<typeof ProofRole>

const Expect = z.strictObject({
  medal: Medal.optional().describe('exactly this medal'),
  atMost: Medal.optional(),
  atLeast: Medal.optional(),
  trap: z.string().max(80).nullable().describe('id of the trap that must spring; null when none may'),
})

export const ProofEntry = z.strictObject({
  name: z.string().min(1).max(120),
  role: ProofRole,
  solution: z.union([z.enum(['start', 'reference']), Solution]).describe('"start", "reference", or a solution'),
  expect: Expect,
})
export type ProofEntry = z.infer<typeof ProofEntry>

/** The shape of proof.json. */
export const Proof = z.strictObject({
  $schema: z.string().max(200).optional(),
  solutions: z.array(ProofEntry).min(1).max(20),
})
export type Proof = z.infer<typeof Proof>

export interface ProofLine {
  name: string
  ok: boolean
  /** What came out, and what was expected where that is something else. */
  say: string
}

export interface ProofOptions extends Partial<RunHooks> {
  /** Replace the seeds of the hidden sets. */
  seeds?: readonly string[]
}

/** One line per solution, and one for each role that nobody plays. Throws only for a quest that was not checked. */
export function playProof(quest: Quest, proof: Proof, { now = () => 0, seeds, ...hooks }: ProofOptions = {}): ProofLine[] {
  const missing = ProofRole.options.filter((role) => !proof.solutions.some((entry) => entry.role === role))
  return [
    ...missing.map((role) => ({ name: role, ok: false, say: `No solution plays the part "${role}": ${PARTS[role].about}. Add one.` })),
    ...proof.solutions.map((entry) => {
      const lax = PARTS[entry.role].lax(entry, quest)
      if (lax) return { name: entry.name, ok: false, say: lax }
      return compare(entry, judge({ quest, solution: solutionOf(quest, entry), seeds }, { now, ...hooks }))
    }),
  ]
}

/** The solution an entry stands for. */
export function solutionOf({ build }: Quest, { solution }: Pick<ProofEntry, 'solution'>): Solution {
  if (solution === 'start') return { graph: build.start, artefacts: build.startArtefacts }
  return solution === 'reference' ? { graph: build.reference, artefacts: build.referenceArtefacts } : solution
}

interface Part {
  about: string
  /** What is wrong when an entry expects less of its part than the part demands. */
  lax: (entry: ProofEntry, quest: Quest) => string | null
}

const PARTS: Readonly<Record<ProofRole, Part>> = {
  starter: { about: 'what the learner is handed, which must not pass', lax: highest('none') },
  baseline: { about: 'the obvious thing to try, which must stay below silver', lax: highest('pass') },
  trap: {
    about: 'the mistake the quest is about',
    lax: ({ expect }, { trap }) => (expect.trap === trap.id ? null : `A trap solution must expect the trap "${trap.id}" to spring.`),
  },
  greedy: { about: 'say yes to everybody, which must not pass', lax: highest('none') },
  reference: {
    about: 'the best answer, which must be gold',
    lax: ({ expect }) => (expect.medal === 'gold' || expect.atLeast === 'gold' ? null : 'A reference must expect gold.'),
  },
}

function highest(allowed: Medal): Part['lax'] {
  return ({ role, expect }) => {
    const promised = expect.medal ?? expect.atMost ?? 'gold'
    return atLeast(allowed, promised) ? null : `A ${role} must expect ${allowed === 'none' ? 'no medal' : `at most ${allowed}`}.`
  }
}

function compare({ name, expect }: ProofEntry, { medal, trap, problems, metrics }: Verdict): ProofLine {
  const misses = [
    ...(expect.medal !== undefined && medal !== expect.medal ? [`expected ${expect.medal}`] : []),
    ...(expect.atMost !== undefined && !atLeast(expect.atMost, medal) ? [`expected at most ${expect.atMost}`] : []),
    ...(expect.atLeast !== undefined && !atLeast(medal, expect.atLeast) ? [`expected at least ${expect.atLeast}`] : []),
    ...((trap?.id ?? null) === expect.trap ? [] : [expect.trap === null ? 'expected no trap' : `expected the trap "${expect.trap}"`]),
    ...problems.map(({ node, say }) => (node ? `${node}: ${say}` : say)),
  ]
  const figures = Object.entries(metrics).map(([id, value]) => `${id} ${value ?? '-'}`).join(', ')
  const outcome = `${medal}${trap ? `, trap ${trap.id}` : ''} (${figures})`
  return { name, ok: misses.length === 0, say: misses.length === 0 ? outcome : `${misses.join('; ')}; got ${outcome}` }
}
