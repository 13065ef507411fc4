/** A node's parameters against its block's schema, with complaints in the words of the form. */
import type { z } from 'zod'
import type { BlockSpec } from './block.ts'

export interface ReadParams {
  /** Checked, with defaults; the block's own defaults where what was written could not be read. */
  params: Record<string, unknown>
  problems: string[]
}

export function readParams(spec: BlockSpec, written: unknown): ReadParams {
  const read = spec.params.safeParse(written)
  if (read.success) return { params: read.data, problems: [] }
  return { params: spec.params.parse({}), problems: read.error.issues.map((issue) => complain(spec, issue)) }
}

function complain(spec: BlockSpec, issue: z.core.$ZodIssue): string {
  const [name, ...inside] = issue.path
  if (issue.code === 'unrecognized_keys') return `${spec.title} has no setting "${cut(issue.keys.join('", "'))}". Take it away.`
  if (typeof name !== 'string') return `The settings of ${spec.title} cannot be read. Put the block on the bench anew.`
  const title = fieldOf(spec, name)?.title ?? name
  const which = typeof inside[0] === 'number' ? `Entry ${inside[0] + 1} of "${title}"` : `"${title}"`
  return `${which} of ${spec.title} ${what(issue, fieldOf(spec, name)?.labels)}.`
}

function what(issue: z.core.$ZodIssue, labels: Readonly<Record<string, string>> = {}): string {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'cannot be empty' : `must be ${issue.minimum} or more`
    case 'too_big':
      if (issue.origin === 'string') return `may have ${issue.maximum} characters at most`
      return issue.origin === 'array' ? `may have ${issue.maximum} entries at most` : `must be ${issue.maximum} or less`
    case 'invalid_value':
      return `must be one of: ${issue.values.map((value) => labels[String(value)] ?? String(value)).join('; ')}`
    case 'invalid_type':
      return issue.expected === 'int' ? 'must be a whole number' : `must be ${EXPECTED[issue.expected] ?? `a ${issue.expected}`}`
    default:
      return 'cannot be used as it is'
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  number: 'a plain number',
  string: 'text',
  array: 'a list',
  boolean: 'yes or no',
}

/** Title of a field and the words of its choices, as the form shows them. */
function fieldOf(spec: BlockSpec, name: string): { title?: string; labels?: Readonly<Record<string, string>> } | undefined {
  const field = Object.hasOwn(spec.params.shape, name) ? (spec.params.shape[name] as z.ZodType | undefined) : undefined
  return field?.meta() as { title?: string; labels?: Readonly<Record<string, string>> } | undefined
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
