/** Every artefact there is: its shape, the bench that edits it, and how to say what is wrong with one. */
import type { z } from 'zod'
import type { BenchKind } from '../quest/schema.ts'
import { Annotations, readAnnotations } from './annotations.ts'
import { BoardDossier, readBoardDossier } from './board-dossier.ts'
import { ClinicPlan, readClinicPlan } from './clinic-plan.ts'
import { Exprs, readExprs } from './exprs.ts'
import { LetterPlan, readLetterPlan } from './letter-plan.ts'
import { MapTable, readMapTable } from './map-table.ts'
import { PromptPack, readPromptPack } from './prompt-pack.ts'
import { MatchPlan, readMatchPlan } from './match-plan.ts'
import { readRuleTable, RuleTable } from './rule-table.ts'
import { readServicePlan, ServicePlan } from './service-plan.ts'

export interface ArtefactShape {
  shape: z.ZodType
  bench: BenchKind
  about: string
  /** The bench and its blocks do without. */
  optional?: true
  /** What is wrong beyond the shape comes from here. */
  read(written: unknown): { ok: true } | { ok: false; say: string }
}

export const ARTEFACTS = {
  ruleTable: { shape: RuleTable, bench: 'rules', about: 'a decision table: inputs, outputs, rows, and the pages of a book beside it', read: readRuleTable },
  matchPlan: { shape: MatchPlan, bench: 'rules', about: 'how people are matched with offers: questions and their evidence, criteria as atoms, what an unknown does, how lists are made', read: readMatchPlan },
  mapTable: { shape: MapTable, bench: 'mapping', about: 'from fields of what comes to elements of what is wanted, row by row', read: readMapTable },
  exprs: { shape: Exprs, bench: 'mapping', about: 'rules in FHIRPath that a message must hold to, or it is stopped', optional: true, read: readExprs },
  annotations: { shape: Annotations, bench: 'annotate', about: 'everything that is marked, in notes and on pictures', read: readAnnotations },
  promptPack: { shape: PromptPack, bench: 'prompt', about: 'how an answering desk works: books, cuts, search, model, checks', read: readPromptPack },
  letterPlan: { shape: LetterPlan, bench: 'prompt', about: 'how a letter is made from a chart: sections and their sources, what the model is told, checks, who signs', read: readLetterPlan },
  plan: { shape: ClinicPlan, bench: 'ops', about: 'how a clinic day is run: who is helped to come, where a second person is booked', read: readClinicPlan },
  servicePlan: { shape: ServicePlan, bench: 'ops', about: 'what is set on the levers of a service that the quest describes', read: (written) => readServicePlan(written) },
  board: { shape: BoardDossier, bench: 'board', about: 'what a committee lays down: cards, questions, clauses, rulings', read: readBoardDossier },
} as const satisfies Readonly<Record<string, ArtefactShape>>

export type ArtefactName = keyof typeof ARTEFACTS

export const ARTEFACT_NAMES = Object.keys(ARTEFACTS) as ArtefactName[]

/** The shape of that name; a quest may call a further rule table what it likes, and those are looked at when they are read. */
export function artefactShape(name: string): ArtefactShape | undefined {
  return Object.hasOwn(ARTEFACTS, name) ? ARTEFACTS[name as ArtefactName] : undefined
}

/** What a bench has nothing to show without: any one of these, the usual one first. The ops bench also sets blocks that run a service, so it needs none by itself. */
export function neededBy(bench: BenchKind): ArtefactName[] {
  return bench === 'ops' ? [] : ARTEFACT_NAMES.filter((name) => ARTEFACTS[name].bench === bench && !('optional' in ARTEFACTS[name]))
}
