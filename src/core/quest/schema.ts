/**
 * The shape of a quest: one JSON file, no functions in it.
 *
 * This is the only description of the format. `quests/quest.schema.json` is generated from it (`npm run -s quest -- schema`),
 * so that an editor completes and checks while a trainer types. Everything that reads a quest goes through `parse.ts`.
 */
import { z } from 'zod'
import { Widget } from './widgets.ts'

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** Longest text one field may hold: far above any real card, far below what would hang a page. */
const MAX_TEXT = 4000

const Id = z.string().max(80).regex(kebab, 'must be lower-case words joined by hyphens, e.g. "readmission-risk"')
const Text = z.string().min(1).max(MAX_TEXT)
/** Words that stand in the middle of a sentence or beside a line of a chart. */
const ShortText = z.string().min(1).max(40)
const Key = z.string().min(1).max(80)
const SourceKeys = z.array(Key).max(12)

export const Medal = z.enum(['none', 'pass', 'silver', 'gold'])
export type Medal = z.infer<typeof Medal>

export const BenchKind = z.enum(['pipeline', 'rules', 'mapping', 'annotate', 'prompt', 'ops', 'board'])
export type BenchKind = z.infer<typeof BenchKind>

export const Mood = z.enum(['happy', 'neutral', 'worried', 'think', 'talk'])
export type Mood = z.infer<typeof Mood>

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export const Json: z.ZodType<Json> = z.json() as z.ZodType<Json>
/** A JSON-Logic rule. Data, not code: it can only compare values that the engine hands to it. */
export const Rule = z.json().meta({ title: 'JSON-Logic rule' }) as z.ZodType<Json>
export type Rule = Json

export const GraphNode = z.strictObject({
  id: Key.describe('unique inside the graph'),
  block: Key.describe('block of the catalogue, e.g. "ml.logistic"'),
  params: z.record(Key, Json).default({}),
  at: z.tuple([z.number().min(-1000).max(1000), z.number().min(-1000).max(1000)]).optional().describe('column and row on the bench'),
})
export type GraphNode = z.infer<typeof GraphNode>

const PortRef = z.string().max(160).regex(/^[^.]+\.[^.]+$/, 'must be "node.port", e.g. "mod.scores"')
export const Edge = z.tuple([PortRef, PortRef])
export type Edge = z.infer<typeof Edge>

export const Graph = z.strictObject({
  nodes: z.array(GraphNode).max(200),
  edges: z.array(Edge).max(600),
})
export type Graph = z.infer<typeof Graph>

/** What a learner makes and what the judge executes: every bench edits one of these. */
export const Solution = z.strictObject({
  graph: Graph,
  artefacts: z.record(Key, Json).default({}),
})
export type Solution = z.infer<typeof Solution>

const Line = z.strictObject({
  who: z.enum(['npc', 'player']).default('npc'),
  mood: Mood.default('neutral'),
  say: Text,
})
export type DialogLine = z.infer<typeof Line>

const LearnCard = z.strictObject({ kind: z.literal('card'), title: Text, md: Text, cite: SourceKeys.optional() })
const LearnWidget = z.strictObject({
  kind: z.literal('widget'),
  title: Text,
  md: Text.optional().describe('what to try'),
  widget: Widget,
  cite: SourceKeys.optional(),
})
const LearnItem = z.discriminatedUnion('kind', [LearnCard, LearnWidget])
export type LearnItem = z.infer<typeof LearnItem>

const PracticeStep = z.strictObject({
  say: Text,
  highlight: z.string().max(160).regex(/^(palette|node|button|inspector|edge):.+$/).describe('e.g. "palette:ml.logistic", "node:cap", "button:run"'),
  expect: Rule.describe('over { graph, params.<node>.<param>, last: { metrics, nodes, ran } }'),
  onFail: Text,
})
export type PracticeStep = z.infer<typeof PracticeStep>

const Column = z.strictObject({
  label: Text,
  unit: z.string().max(40).optional(),
  availableAt: z.string().max(60).optional().describe('"admission", "discharge", "discharge+21d"…'),
  role: z.enum(['truth', 'group', 'id']).optional(),
  note: Text.optional(),
  range: z.strictObject({ from: z.number(), to: z.number(), step: z.number().positive().optional().describe('1 when left out') }).optional()
    .describe('numbers that may be written, as the form says and everybody knows before looking at anybody: what is counted with noise needs it'),
  values: z.array(Text).min(2).max(60).optional().describe('words that may be written, as the form says'),
})

const DataSet = z.strictObject({ seed: Key, params: z.record(Key, Json).default({}) })
export type DataSet = z.infer<typeof DataSet>
const HiddenSet = DataSet.extend({
  label: Text.optional().describe('what the learner reads, e.g. "Ward 4, March"'),
  viewAt: z.string().max(60).optional().describe('moment of decision: rows are shown as they looked then'),
  weight: z.number().positive().max(100).default(1),
})
export type HiddenSet = z.infer<typeof HiddenSet>

const Metric = z.strictObject({
  id: Key,
  label: Text.describe('plain words, e.g. "AUROC at discharge"'),
  fn: Key,
  params: z.record(Key, Json).optional(),
  aggregate: z.enum(['mean', 'min', 'max']).default('mean'),
  format: z.enum(['number', 'decimal', 'percent', 'count', 'ms', 'minutes']).default('number'),
})
export type Metric = z.infer<typeof Metric>

const Guard = z.strictObject({ id: Key, rule: Rule.describe('must hold; over the metrics by id'), say: Text })
export type Guard = z.infer<typeof Guard>

const Goal = z.strictObject({
  metric: Key,
  op: z.enum(['>=', '<=']),
  pass: z.number(),
  silver: z.number(),
  gold: z.number(),
})
export type Goal = z.infer<typeof Goal>

const Effect = z.strictObject({
  on: Medal.exclude(['none']),
  do: z.enum(['sprite', 'npc', 'stat', 'unlock', 'light', 'sound']),
  target: z.string().min(1).max(120),
  state: z.string().max(60).optional(),
  delta: z.number().optional(),
})
export type Effect = z.infer<typeof Effect>

const ExtraState = z.strictObject({
  id: Id,
  kind: z.enum(['dialog', 'quiz', 'event', 'approval']),
  after: z.string().max(60).optional(),
  during: z.string().max(60).optional(),
  on: z.string().max(120).optional(),
  when: Rule.optional(),
  dialog: z.string().max(120).optional(),
  choices: z.array(z.strictObject({ id: Id, md: Text, reply: Text.optional() })).max(6).optional(),
  assign: z.record(Key, Json).optional(),
  blocks: z.string().max(60).optional(),
})
export type ExtraState = z.infer<typeof ExtraState>

const Timer = z.strictObject({
  id: Id,
  during: z.string().max(60),
  ms: z.number().int().min(1000).max(86_400_000),
  when: Rule.optional(),
  do: z.record(Key, Json),
})
export type Timer = z.infer<typeof Timer>

export const Quest = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(1),
  id: Id,
  n: z.number().int().min(1).max(999),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/).default('en'),
  title: Text,
  place: z.strictObject({ department: Id, room: Id, marker: Id }),
  npc: z.strictObject({ id: Id, name: Text, role: Text, portrait: z.string().max(80) }),
  archetypes: z.array(z.enum(['Shapers', 'Drivers', 'Creators', 'Embedders', 'Users'])).min(1),
  literacy: z.array(z.string().regex(/^F[1-8]$/)).min(1),
  seeds: z.array(Key),
  prerequisites: z.strictObject({ all: z.array(Id).optional(), any: z.array(Id).optional(), medal: Medal.optional() }).default({}),
  difficulty: z.number().int().min(1).max(5),
  minutes: z.number().int().min(5).max(180),
  story: z.strictObject({
    brief: Text,
    dialogue: z.array(Line).min(1).max(20),
    stake: Text,
    win: Text,
    lose: Text,
  }),
  dialogs: z.record(z.string().max(120), z.array(Line).min(1).max(20)).default({}),
  learn: z.array(LearnItem).min(3).max(6),
  practice: z.array(PracticeStep).min(3).max(7),
  practiceStart: Graph.optional().describe('graph the practice opens with; without it, source and sink alone'),
  practiceArtefacts: z.record(Key, Json).optional().describe('what lies beside the graph when practice opens; without it, what the build starts with'),
  build: z.strictObject({
    workbench: BenchKind,
    secondary: BenchKind.optional(),
    palette: z.array(Key).min(1).max(64),
    limits: z.strictObject({
      nodes: z.number().int().min(1).max(200),
      runs: z.number().int().min(1).max(1000),
      msPerRun: z.number().int().min(100).max(60_000),
    }),
    locked: z.array(Key).default([]),
    start: Graph,
    reference: Graph,
    startArtefacts: z.record(Key, Json).default({}),
    referenceArtefacts: z.record(Key, Json).default({}),
  }),
  data: z.strictObject({
    generator: Key,
    noun: z.strictObject({ one: ShortText, many: ShortText }).optional().describe('what one row is called, e.g. "booking" and "bookings"; without it, rows'),
    params: z.record(Key, Json).default({}).describe('parameters that all sets share; the params of a set are laid over them as a JSON Merge Patch'),
    columns: z.record(Key, Column).default({}),
    defaultAvailableAt: z.string().max(60).optional(),
    case: z.strictObject({
      title: Text.describe('e.g. "{age} years, {sex}, {los} nights"'),
      sections: z.array(z.strictObject({ title: Text, columns: z.array(Key).min(1) })).min(1),
    }).optional().describe('how one case is read as a chart'),
    sets: z.record(Key, DataSet),
    hidden: z.array(HiddenSet).min(1).max(10),
  }),
  verify: z.strictObject({
    harness: Key,
    truth: Key.optional(),
    outcome: z.strictObject({ yes: ShortText, no: ShortText, listed: ShortText }).optional()
      .describe('what charts call the outcome, said of people: yes "came back", no "were fine", listed "called"'),
    eligibility: z.string().max(400).optional(),
    budget: z.strictObject({ ms: z.number().int().min(100).max(120_000), mb: z.number().int().min(16).max(2048) }),
    metrics: z.array(Metric).min(1).max(16),
    guards: z.array(Guard).max(8),
    goals: z.array(Goal).min(1).max(10),
    ward: z.array(z.strictObject({ when: Rule.optional(), say: Text })).default([]).describe('what the ward would have felt; first rule that holds speaks'),
    medal: z.literal('min').default('min'),
  }),
  trap: z.strictObject({ id: Id, when: Rule, reveal: Text, replay: Id, badge: Id }),
  hints: z.array(z.strictObject({
    md: Text,
    after: z.strictObject({ fails: z.number().int().min(0).optional(), minutes: z.number().min(0).optional() }),
    cost: z.number().int().min(0).max(5),
  })).length(3),
  check: z.array(z.strictObject({
    q: Text,
    options: z.array(Text).min(2).max(6),
    answer: z.number().int().min(0).max(5),
    why: Text,
  })).min(1).max(6),
  debrief: z.strictObject({
    md: Text,
    compare: z.array(Key).max(6).default([]).describe('blocks or "reference", judged side by side with the learner'),
    transfer: Text,
    cite: SourceKeys,
  }),
  effects: z.array(Effect).max(12),
  machine: z.strictObject({
    context: z.record(Key, Json).default({}),
    states: z.array(ExtraState).max(12).default([]),
    timers: z.array(Timer).max(6).default([]),
  }).default({ context: {}, states: [], timers: [] }),
  sources: SourceKeys,
})
/** A quest that has passed `parseQuest`: ids resolve, graphs use palette blocks only, rules use known operators. */
export type Quest = z.infer<typeof Quest>
