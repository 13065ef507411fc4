/** What the payer's rules say of a form as it was sent. The payer sees fields, elements, and papers that are linked; nothing else. */
import { nearest } from '../../core/nearest.ts'
import { listed } from '../../core/quest/problem.ts'
import { type Clause, clauseHolds, readWhenOf } from '../interop/map/when.ts'
import { FACT_PARTS, type FactPart, partOf } from '../records/facts.ts'
import { type Filled, textOf } from '../records/map-record.ts'
import { elementsOf, type Shape } from '../records/shape.ts'
import type { Payer, PayerRule } from './spec.ts'

/** A field of the request, an element, or what its linked paper says; "paper" asks whether there is one. */
type SentPlace = { field: string } | { element: string; part: FactPart | 'value' | 'paper' }

export interface ReadyRule extends Omit<PayerRule, 'when'> {
  clauses: readonly Clause<SentPlace>[]
  /** Elements that the rule reads. */
  reads: readonly string[]
}

export type ReadRule = { ok: true; rule: ReadyRule } | { ok: false; part: 'when' | 'ask'; say: string }

export function readRule({ when, ...rule }: PayerRule, shape: Shape): ReadRule {
  const paths = elementsOf(shape).map(({ path }) => path)
  const [example = 'Form.side'] = paths
  const read = readWhenOf<SentPlace>(when, { read: (text) => sentPlace(text, shape, paths), within: 'request', example, form: `${example} absent, ${example}.paper absent or ${example} < 6` })
  if (!read.ok) return { ok: false, part: 'when', say: read.say }
  const stray = rule.ask.find((path) => !paths.includes(path))
  if (stray !== undefined) return { ok: false, part: 'ask', say: `There is no element "${stray}". ${nearest(stray, paths) ? `Did you mean ${nearest(stray, paths)}?` : `There are: ${listed(paths)}.`}` }
  return { ok: true, rule: { ...rule, clauses: read.clauses, reads: [...new Set(read.clauses.flatMap(({ path }) => ('element' in path ? [path.element] : [])))] } }
}

function sentPlace(text: string, { fields }: Shape, paths: readonly string[]): SentPlace | null {
  if (fields.includes(text)) return { field: text }
  if (paths.includes(text)) return { element: text, part: 'value' }
  const dot = text.lastIndexOf('.')
  const [element, part] = [text.slice(0, dot), text.slice(dot + 1)]
  const known = part === 'paper' ? part : FACT_PARTS.find((one) => one === part)
  return paths.includes(element) && known ? { element, part: known } : null
}

/** @throws Error for a rule that `quest check` would refuse */
export function readyRules({ rules }: Payer, shape: Shape): ReadyRule[] {
  return rules.map((written) => {
    const read = readRule(written, shape)
    if (!read.ok) throw new Error(`rule "${written.id}" of the payer: ${read.say}`)
    return read.rule
  })
}

export type Form = ReadonlyMap<string, Filled>

/** @param has which elements this request has: of the others no rule speaks */
export function ruleHolds({ clauses, reads }: ReadyRule, form: Form, field: (name: string) => string, has: (path: string) => boolean): boolean {
  const at = (place: SentPlace): string => ('field' in place ? field(place.field) : sentText(form.get(place.element), place.part))
  return reads.every(has) && clauses.every((clause) => clauseHolds(clause, at(clause.path), at))
}

function sentText(filled: Filled | undefined, part: FactPart | 'value' | 'paper'): string {
  // What waits for a person has not been sent.
  if (!filled || 'ask' in filled) return ''
  if (part === 'value') return textOf(filled)
  const paper = 'paper' in filled && filled.paper?.linked ? filled.paper : null
  if (!paper) return ''
  return part === 'paper' ? paper.source : partOf(paper, part)
}
