/** What each chart says, in a sentence, for those who do not see it and for those who are not sure what they see. Pure. */
import type { View } from '../../core/verdict.ts'
import { type OutcomeWords, PLAIN_OUTCOME } from './outcome-words.ts'

type Of<K extends View['view']> = Extract<View, { view: K }>

export function percent(share: number | null, digits = 0): string {
  return share === null || !Number.isFinite(share) ? 'not known' : `${(share * 100).toFixed(digits)}%`
}

export function count(n: number): string {
  return n.toLocaleString('en-GB', { maximumFractionDigits: 1 })
}

export function fixed(value: number, digits = 2): string {
  return Number.isFinite(value) ? value.toFixed(digits) : 'not known'
}

export function rocWords(view: Of<'roc'>, { yes }: OutcomeWords = PLAIN_OUTCOME): string {
  const right = Math.round(view.auc * 100)
  const first = `AUROC ${fixed(view.auc)}: of one person who ${yes} and one who did not, the higher score is the right one ${right} times in 100.`
  return view.auc > 0.9 ? `${first} So high a figure is rare: ask when each column becomes known.` : first
}

export function prWords(view: Of<'roc'>, { yes, listed }: OutcomeWords = PLAIN_OUTCOME): string {
  const base = `Of people chosen at random, ${percent(view.prevalence)} ${yes}.`
  return view.at ? `${base} At this cut-off ${percent(view.at.ppv)} of those ${listed} ${yes}, and ${percent(view.at.tpr)} of all who ${yes} were ${listed}.` : base
}

export function calibrationWords(view: Of<'calibration'>): string {
  const people = view.bins.reduce((sum, bin) => sum + bin.n, 0)
  const tilt = people > 0 ? view.bins.reduce((sum, bin) => sum + (bin.predicted - bin.observed) * bin.n, 0) / people : 0
  const how = Math.abs(tilt) < 0.02 ? 'On the whole the promised risk matches what happened.'
    : tilt > 0 ? `On the whole it promises more than happens, by ${percent(tilt)}.` : `On the whole it promises less than happens, by ${percent(-tilt)}.`
  const who = view.sets === undefined ? '' : `With all ${view.sets} sets taken together, not one by one as the goal counts: `
  const first = who ? 'promised' : 'Promised'
  return `${who}${first} and real risk differ by ${percent(view.ece, 1)} on average (ECE ${fixed(view.ece, 3)}). ${how}`
}

export function timelineWords(view: Of<'timeline'>): string {
  const used = view.columns.filter((column) => column.used)
  const early = used.filter((column) => !column.known)
  if (used.length === 0) return `No column is used yet. The decision is made at ${view.decision}.`
  if (early.length === 0) return `All ${used.length} columns in use are known at ${view.decision}, when the decision is made.`
  const names = early.map((column) => column.label).join(', ')
  return `${early.length} of ${used.length} columns in use ${early.length === 1 ? 'is' : 'are'} written only after ${view.decision}: ${names}.`
}

export function groupsWords(view: Of<'groups'>, { yes }: OutcomeWords = PLAIN_OUTCOME): string {
  const known = view.rows.filter((row) => row.sensitivity !== null)
  if (known.length < 2) return 'There are too few people to compare groups.'
  const sorted = [...known].sort((a, b) => (a.sensitivity ?? 0) - (b.sensitivity ?? 0))
  const [least, most] = [sorted[0], sorted.at(-1)]
  return `Of those who ${yes}, the list held ${percent(most?.sensitivity ?? null)} in group ${most?.group} and ${percent(least?.sensitivity ?? null)} in group ${least?.group}.`
}

export function coefficientsWords(view: Of<'coefficients'>): string {
  const sorted = [...view.rows].sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
  const top = sorted.slice(0, 3).map((row) => row.feature)
  if (top.length === 0) return 'The model has learnt no weights yet.'
  const unit = view.kind === 'gain share' ? 'Columns the trees lean on most' : 'Columns that move the score most'
  return `${unit}: ${top.join(', ')}.`
}

export function confusionWords(view: Of<'confusion'>, { yes, no }: OutcomeWords = PLAIN_OUTCOME): string {
  const back = view.tp + view.fn
  const called = view.tp + view.fp
  return `${count(called)} people are on the list. It holds ${count(view.tp)} of the ${count(back)} who ${yes}; ${count(view.fn)} ${yes} and were not on it, and ${count(view.fp)} on the list ${no}.`
}

export function distributionWords(view: Of<'distribution'>): string {
  const total = view.bins.reduce((sum, bin) => sum + bin.n, 0)
  const peak = view.bins.reduce<Of<'distribution'>['bins'][number] | undefined>((best, bin) => (!best || bin.n > best.n ? bin : best), undefined)
  if (!peak || total === 0) return `${view.label}: no values.`
  const [low, high] = [view.bins[0]?.from ?? 0, view.bins.at(-1)?.to ?? 0]
  return `${view.label}: ${count(total)} values between ${count(low)} and ${count(high)}, most often ${count(peak.from)} to ${count(peak.to)}.`
}

export function categoriesWords(view: Of<'categories'>): string {
  const total = view.bins.reduce((sum, bin) => sum + bin.n, 0)
  const top = [...view.bins].sort((a, b) => b.n - a.n)[0]
  return top && total > 0 ? `${view.label}: ${view.bins.length} values; most often "${top.value}" (${percent(top.n / total)}).` : `${view.label}: no values.`
}
