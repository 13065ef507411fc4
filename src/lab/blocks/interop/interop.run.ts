import { readExprs } from '../../../core/artefacts/exprs.ts'
import { readMapTable } from '../../../core/artefacts/map-table.ts'
import type { Block } from '../../graph/block.ts'
import type { Fhir, FhirMessage, PortValue, V2 } from '../../graph/ports.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { ExprProblem } from '../../interop/fhir/fhirpath.ts'
import { Portal } from '../../interop/fhir/portal.ts'
import { compileGate, stoppedBy, validate } from '../../interop/gate.ts'
import { compileMap } from '../../interop/map/compile-map.ts'
import { mapMessage } from '../../interop/map/map-message.ts'
import { parseMessage } from '../../interop/v2/message.ts'
import { countOf } from '../say.ts'
import { deadLetterSpec, fhirSinkSpec, fhirValidateSpec, fieldMapSpec, gateSpec, v2ParseSpec, v2SourceSpec } from './interop.ts'
import { findingsView, stoppedView, unmappedView } from './views.ts'

function isV2(value: PortValue): value is V2 {
  return value.type === 'V2'
}

export const v2Source: Block = {
  ...v2SourceSpec,
  fit(_, context) {
    const messages = context.cases(paramsOf(v2SourceSpec, context).dataset)
    if (!isV2(messages)) throw new TypeError(`this block reads HL7 messages, and the quest has ${messages.type}`)
    return { outputs: { messages }, state: null }
  },
  report: (_, outputs) => sized(take(outputs, 'messages', 'V2').messages.length, []),
}

export const v2Parse: Block = {
  ...v2ParseSpec,
  fit(inputs, context) {
    const { unescape } = paramsOf(v2ParseSpec, context)
    const { messages, truth } = take(inputs, 'messages', 'V2')
    return { outputs: { parsed: { type: 'V2', truth, messages: messages.map((message) => ({ ...message, parsed: parseMessage(message.raw, { unescape }) })) } }, state: null }
  },
  report(_, outputs) {
    const { messages } = take(outputs, 'parsed', 'V2')
    const lines = messages.reduce((sum, { parsed }) => sum + (parsed?.segments.length ?? 0), 0)
    return sized(messages.length, [countOf(lines, 'line')])
  },
}

export const fieldMap: Block = {
  ...fieldMapSpec,
  fit(inputs, context) {
    const read = readMapTable(context.artefacts['mapTable'])
    if (!read.ok) return context.problem(read.say, 'map')
    const map = compileMap(read.table)
    const [problem] = map.problems
    if (problem) return context.problem(`Row ${read.table.rows.findIndex(({ id }) => id === problem.row) + 1} of the map (${MAP_PARTS[problem.part]}): ${problem.say}`, 'map')
    const { messages, truth } = take(inputs, 'parsed', 'V2')
    const portal = new Portal()
    const mapped = messages.map(({ id, sentAt, raw, title, parsed }, i): FhirMessage => {
      if (i % 20 === 0) context.tick(i / messages.length)
      const { changes, unmapped } = mapMessage(map, parsed ?? parseMessage(raw))
      const resources = changes.map((change) => portal.preview(change))
      for (const change of changes) portal.take(change)
      return { id, sentAt, raw, title, changes, resources, unmapped, invalid: [], stopped: [], deadLetter: false }
    })
    return { outputs: { fhir: { type: 'Fhir', messages: mapped, truth } }, state: null }
  },
  report(_, outputs) {
    const { messages } = take(outputs, 'fhir', 'Fhir')
    const resources = messages.reduce((sum, one) => sum + one.resources.length, 0)
    const view = unmappedView(messages)
    return sized(messages.length, [countOf(resources, 'resource')], view ? [view] : [])
  },
}

export const MAP_PARTS = { from: 'From', when: 'Only if', to: 'To', extract: 'Take out', convert: 'Other unit', valueMap: 'Value map' } as const

export const fhirValidate: Block = {
  ...fhirValidateSpec,
  fit(inputs, context) {
    const { messages, truth } = take(inputs, 'fhir', 'Fhir')
    const checked = messages.map((message, i): FhirMessage => {
      if (i % 20 === 0) context.tick(i / messages.length)
      return { ...message, invalid: message.resources.flatMap((resource) => validate(resource, message.sentAt)) }
    })
    return { outputs: { checked: { type: 'Fhir', messages: checked, truth } }, state: null }
  },
  report(_, outputs) {
    const { messages } = take(outputs, 'checked', 'Fhir')
    const broken = messages.filter(({ invalid }) => invalid.length > 0)
    return sized(messages.length, [`${countOf(broken.length, 'message')} with a broken rule`], broken.length > 0 ? [findingsView(broken)] : [])
  },
}

export const gate: Block = {
  ...gateSpec,
  fit(inputs, context) {
    const read = readExprs(context.artefacts['exprs'])
    if (!read.ok) return context.problem(read.say, 'exprs')
    const gateway = compileGate(read.exprs)
    const [problem] = gateway.problems
    if (problem) return context.problem(`Gate rule ${read.exprs.rules.findIndex(({ id }) => id === problem.rule) + 1}: ${problem.say}`, 'expr')
    const { messages, truth } = take(inputs, 'checked', 'Fhir')
    try {
      const passing = messages.map(({ resources, sentAt, raw, invalid }) => ({ resources, sentAt, message: parseMessage(raw), sound: invalid.length === 0 }))
      const stopped = stoppedBy(gateway, passing, context.tick)
      const gated = messages.map((message, i): FhirMessage => ({ ...message, stopped: stopped[i] ?? [] }))
      return { outputs: { gated: { type: 'Fhir', messages: gated, truth } }, state: null }
    } catch (error) {
      if (!(error instanceof ExprProblem)) throw error
      return context.problem(`A gate rule cannot be asked: ${error.message}`, 'expr')
    }
  },
  report(_, outputs) {
    const { messages } = take(outputs, 'gated', 'Fhir')
    return sized(messages.length, [`${countOf(messages.filter(({ stopped }) => stopped.length > 0).length, 'message')} stopped`])
  },
}

export const deadLetter: Block = {
  ...deadLetterSpec,
  fit(inputs, context) {
    const { invalid } = paramsOf(deadLetterSpec, context)
    const { messages, truth } = take(inputs, 'gated', 'Fhir')
    const sorted = messages.map((message): FhirMessage => ({ ...message, deadLetter: message.stopped.length > 0 || (invalid === 'stop' && message.invalid.length > 0) }))
    return { outputs: { released: { type: 'Fhir', messages: sorted, truth } }, state: null }
  },
  report(_, outputs) {
    const value = take(outputs, 'released', 'Fhir')
    return sized(value.messages.length, sortedFacts(value), [stoppedView(value)])
  },
}

export const fhirSink: Block = {
  ...fhirSinkSpec,
  fit: (inputs) => ({ outputs: { result: { type: 'Result', from: take(inputs, 'released', 'Fhir') } }, state: null }),
  report(inputs) {
    const value = take(inputs, 'released', 'Fhir')
    return sized(value.messages.length, sortedFacts(value))
  },
}

function sortedFacts({ messages }: Fhir): string[] {
  const aside = messages.filter((message) => message.deadLetter).length
  return [`${countOf(messages.length - aside, 'message')} let through`, `${countOf(aside, 'dead letter')}`]
}

type Report = ReturnType<NonNullable<Block['report']>>

function sized(rows: number, facts: string[], views: Report['views'] = []): Report {
  return { rows, columns: null, facts, views }
}
