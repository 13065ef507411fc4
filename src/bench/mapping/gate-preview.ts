/** What the gate rules do to the messages on show. */
import { useEffect, useState } from 'react'
import { type Exprs, languageOf } from '../../core/artefacts/exprs.ts'
import { ExprProblem, troubleIn } from '../../lab/interop/fhir/fhirpath.ts'
import { compileGate, stoppedBy, validate } from '../../lab/interop/gate.ts'
import type { LiveMessage } from './live.ts'
import type { Fetched } from './use-fetched.ts'

/** Defective and good messages that a rule stops, and what may not be meant; or why it cannot be asked. */
export type RulePreview = { bad: number; good: number; doubt: string | null } | { problem: string }

export interface GatePreview {
  rules: ReadonlyMap<string, RulePreview>
  /** Ids of messages that would be put aside. */
  aside: ReadonlySet<string>
}

export const NO_PREVIEW: GatePreview = { rules: new Map(), aside: new Set() }

export function previewGate(exprs: Exprs, messages: readonly LiveMessage[], stopInvalid: boolean): GatePreview {
  const rules = new Map<string, RulePreview>()
  const aside = new Set<string>()
  const broken = new Map(messages.map((message) => [message.sample.id, message.resources.some((one) => validate(one, message.sample.sentAt).length > 0)]))
  for (const { sample } of messages) if (stopInvalid && broken.get(sample.id)) aside.add(sample.id)
  for (const rule of exprs.rules) {
    const gate = compileGate({ rules: [rule] })
    if (gate.problems[0]) rules.set(rule.id, { problem: gate.problems[0].say })
    if (gate.rules.length === 0) continue
    try {
      const no = stoppedBy(gate, messages.map(({ resources, sample }) => ({ resources, sentAt: sample.sentAt, message: sample.plain, sound: !broken.get(sample.id) })))
      const stopped = messages.filter((_, i) => (no[i]?.length ?? 0) > 0)
      rules.set(rule.id, { bad: stopped.filter(({ sample }) => sample.defect).length, good: stopped.filter(({ sample }) => !sample.defect).length, doubt: languageOf(rule) === 'fhirpath' ? troubleIn(rule.expr, rule.on)?.say ?? null : null })
      for (const { sample } of stopped) aside.add(sample.id)
    } catch (error) {
      if (!(error instanceof ExprProblem)) throw error
      rules.set(rule.id, { problem: error.message })
    }
  }
  return { rules, aside }
}

/** Worked out when the hands rest: asking every resource takes longer than the time between two keys. */
export function useGatePreview(fhirpath: Fetched, sqlite: Fetched, exprs: Exprs, messages: readonly LiveMessage[], stopInvalid: boolean): GatePreview {
  const [preview, setPreview] = useState(NO_PREVIEW)
  useEffect(() => {
    if (fhirpath !== 'here') return
    const timer = setTimeout(() => setPreview(previewGate(exprs, messages, stopInvalid)), 250)
    return () => clearTimeout(timer)
  }, [fhirpath, sqlite, exprs, messages, stopInvalid])
  return preview
}
