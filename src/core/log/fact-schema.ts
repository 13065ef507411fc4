/**
 * Facts as they come from disk or from a file, checked. Kept apart from `facts.ts` so that the title screen, which only writes
 * facts, does not carry the schema library.
 */
import { z } from 'zod'
import { Medal, Solution } from '../quest/schema.ts'
import type { Fact } from './facts.ts'

const Name = z.string().min(1).max(120)
const Count = z.number().int().min(0).max(1_000_000)
const Words = z.string().max(4000)
const Figure = z.number().nullable()
const Figures = z.record(Name, Figure)
const StageName = z.enum(['brief', 'learn', 'practice', 'build', 'verify', 'debrief'])
const Bench = z.enum(['practice', 'build'])
const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/)

const LookShape = z.object({
  skin: Colour,
  hair: Colour,
  style: z.enum(['short', 'crop', 'bob', 'long', 'bun', 'pony', 'afro', 'curly', 'bald', 'hijab', 'turban', 'cap']),
  cloth: Colour,
  top: Colour,
  legs: Colour,
  coat: z.boolean(),
  glasses: z.boolean(),
  wheelchair: z.boolean(),
})

const VerdictShape = z.object({
  medal: Medal,
  metrics: Figures,
  goals: z.array(z.object({ metric: Name, op: z.enum(['>=', '<=']), value: Figure, reached: Medal, missing: z.number(), why: Words.optional() })).max(20),
  guards: z.array(z.object({ id: Name, holds: z.boolean(), say: Words })).max(20),
  trap: z.object({ id: Name }).nullable(),
  problems: z.array(z.object({ node: Name.optional(), port: Name.optional(), code: Name, say: Words })).max(400),
  seeds: z.array(Name).max(100),
  ms: z.number().min(0),
})

/** Where and when: the part every fact has, also one that a later version of the game invented. */
const envelope = { deviceId: z.string().min(1).max(80), seq: Count, at: z.number().min(0).max(8.64e15) }
const game = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.object({ type: z.literal(type), ...shape, ...envelope })
const quest = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => game(type, { quest: Name, ...shape })
const none = {}

const KnownFact = z.discriminatedUnion('type', [
  game('player.named', { name: z.string().max(80), look: LookShape }),
  game('game.started', none),
  game('place.visited', { place: Name }),
  quest('quest.accepted', none),
  quest('stage.entered', { stage: StageName }),
  quest('card.read', { card: Count }),
  quest('step.passed', { step: Count }),
  quest('step.failed', { step: Count }),
  quest('practice.skipped', none),
  quest('solution.changed', { stage: Bench, solution: Solution }),
  quest('solution.reopened', { solution: Solution, beside: Solution.nullable() }),
  quest('run.finished', { stage: Bench, ok: z.boolean(), metrics: Figures }),
  quest('inspector.opened', { view: Name }),
  quest('hint.taken', { hint: Count }),
  quest('solution.submitted', { solution: Solution }),
  quest('verdict.given', { verdict: VerdictShape }),
  quest('verdict.withdrawn', { why: Words }),
  quest('choice.made', { state: Name, choice: Name }),
  quest('timer.fired', { timer: Name }),
  quest('answer.submitted', { question: Count, option: Count }),
  quest('quest.completed', none),
  quest('quest.left', none),
  quest('quest.resumed', none),
])

const KNOWN_TYPES: ReadonlySet<string> = new Set(KnownFact.options.map((option) => option.shape.type.value as string))
/** "subject.happened", as all our facts are called. */
const LaterFact = z.looseObject({ type: z.string().max(60).regex(/^[a-z]+(\.[a-z]+)+$/), ...envelope })

/** The schema speaks of the same facts as the types do; this line stops compiling when they part. */
type Same = [z.infer<typeof KnownFact>['type']] extends [Fact['type']] ? ([Fact['type']] extends [z.infer<typeof KnownFact>['type']] ? true : never) : never
const sameFacts: Same = true
void sameFacts

export type FactRead = { ok: true; fact: Fact } | { ok: false; say: string }

/**
 * One fact, checked. A fact whose type this version does not know is kept as it is: a newer game wrote it and will want it
 * back, and every fold here passes it over.
 */
export function readFact(value: unknown): FactRead {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
  const schema = typeof type === 'string' && KNOWN_TYPES.has(type) ? KnownFact : LaterFact
  const read = schema.safeParse(value)
  if (read.success) return { ok: true, fact: read.data as Fact }
  const issue = read.error.issues[0]
  return { ok: false, say: `${typeof type === 'string' ? `"${type.slice(0, 60)}"` : 'An entry'} is damaged${issue ? ` at ${issue.path.join('.') || 'its start'}` : ''}.` }
}
