/**
 * The clinician who takes a letter in hand before it goes. What a check has marked is mended. What nobody marked is noticed only now
 * and then, and least by somebody who has to sign every letter; how often is set by us, to teach with.
 */
import type { LetterPlan, SignWhen } from '../../core/artefacts/letter-plan.ts'
import { Rng } from '../../core/rng.ts'
import { soundFacts } from './chart.ts'
import { findUnbacked, missingOf, slotOf } from './letter-checks.ts'
import { type Finding, keyOf, kindOf, type Letter, type LetterLine, type LetterPart, type LetterWords, sameTold, type Told } from './letter-values.ts'
import { waysOf } from './letter-text.ts'
import { luckOf } from './luck.ts'

/** Chance of noticing a fault that no check has marked. */
const NOTICES: Readonly<Record<SignWhen, number>> = { never: 0, flagged: 0.6, always: 0.35 }

export function signed(letter: Letter, plan: LetterPlan, words: LetterWords): Letter {
  const { when } = plan.sign
  const held = when === 'always' || (when === 'flagged' && letter.findings.length > 0)
  if (!held) return { ...letter, held, sent: letter.draft }
  const marked = new Set(letter.findings.map(nameOf))
  const noticed = unmarked(letter, plan, words).filter((finding) => !marked.has(nameOf(finding)) && new Rng(`${luckOf(letter.stay)}/notices/${nameOf(finding)}`).uniform() < NOTICES[when])
  return { ...letter, held, sent: mended(letter.draft, [...letter.findings, ...noticed], plan, words) }
}

/** Whatever a careful look into the chart would find: critical facts that are missing, and statements that are not backed. */
function unmarked({ stay, draft }: Letter, plan: LetterPlan, words: LetterWords): Finding[] {
  const critical = soundFacts(stay, words).filter(({ kind }) => kindOf(words, kind)?.critical).map((told) => ({ told, slot: slotOf(plan, told.kind).id }))
  return [...missingOf(critical, words, draft), ...findUnbacked(stay, words, draft)]
}

function nameOf(finding: Finding): string {
  return finding.is === 'missing' ? `missing ${keyOf(finding.told)}` : finding.is === 'unbacked' ? `unbacked ${finding.text}` : finding.is
}

function mended(draft: readonly LetterPart[], findings: readonly Finding[], plan: LetterPlan, words: LetterWords): LetterPart[] {
  const struck = new Set(findings.flatMap((finding) => (finding.is === 'unbacked' ? [finding.text] : [])))
  const hard = findings.some(({ is }) => is === 'hard')
  const kept = draft.map((part): LetterPart => ({ ...part, lines: part.lines.filter(({ text }) => !struck.has(text)).map((line) => (hard && line.told ? { ...line, ...easiest(line.told, words), mended: true as const } : line)) }))
  const wanted = findings.flatMap((finding) => (finding.is === 'missing' ? [finding.told] : finding.is === 'unbacked' && finding.instead ? [finding.instead] : []))
  return wanted.reduce((parts, told) => withLine(parts, told, plan, words), kept).filter(({ lines }) => lines.length > 0)
}

function withLine(parts: readonly LetterPart[], told: Told, plan: LetterPlan, words: LetterWords): LetterPart[] {
  if (parts.some(({ lines }) => lines.some((line) => line.told && sameTold(line.told, told)))) return [...parts]
  const line: LetterLine = { ...easiest(told, words), mended: true }
  const { id, title } = slotOf(plan, told.kind)
  if (parts.some(({ slot }) => slot === id)) return parts.map((part) => (part.slot === id ? { ...part, lines: [...part.lines, line] } : part))
  // A section that had lost all it said comes back in its place.
  const order = (slot: string) => (plan.slots.findIndex((one) => one.id === slot) + plan.slots.length + 1) % (plan.slots.length + 1)
  return [...parts, { slot: id, title, lines: [line] }].sort((a, b) => order(a.slot) - order(b.slot))
}

function easiest(told: Told, words: LetterWords): { text: string; told: Told } {
  return { text: waysOf(told, words)[0]?.text ?? '', told }
}
