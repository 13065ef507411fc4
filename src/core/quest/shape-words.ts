/** What the schema finds, in plain words: "expected number, received string" says little to somebody who teaches nurses. */
import type { z } from 'zod'
import { jsonPath, listed, type Report } from './problem.ts'

type Issue = z.core.$ZodIssue

const KINDS: Readonly<Record<string, string>> = {
  string: 'text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  tuple: 'a list in [ ]',
  object: 'an object in { }',
  record: 'an object in { }',
  null: 'null',
}

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)
const named = (kind: string): string => KINDS[kind] ?? kind

/** Value that stands at a path; undefined when nothing does. */
function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[part] : undefined), root)
}

/** Reports every issue of a failed parse of `root`, which stands at `at` in its file. */
export function sayIssues(issues: readonly Issue[], root: unknown, report: Report, at: readonly PropertyKey[] = []): void {
  for (const issue of issues) {
    const [what, mend] = words(issue, valueAt(root, issue.path))
    report(jsonPath([...at, ...issue.path]), what, mend)
  }
}

function words(issue: Issue, value: unknown): [what: string, mend: string] {
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return ['this entry is missing', `Add it: ${named(issue.expected)}.`]
      return [`this is ${named(kindOf(value))}, but it must be ${named(issue.expected)}`, `Write ${named(issue.expected)}.`]
    case 'unrecognized_keys':
      return [`nothing here is called ${listed(issue.keys.map((key) => `"${key.slice(0, 60)}"`), 5)}`, 'Check the spelling, or remove it.']
    case 'invalid_value':
      if (value === undefined) return ['this entry is missing', `Write one of: ${listed(issue.values.map(String))}.`]
      return [`${shown(value)} is not one of the possible values`, `Write one of: ${listed(issue.values.map(String))}.`]
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false, value)
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), value)
    case 'invalid_format':
      return issue.format === 'regex' && issue.message.startsWith('must be')
        ? [`${shown(value)} has the wrong form`, `It ${issue.message}.`]
        : [`${shown(value)} has the wrong form`, `It must match ${'pattern' in issue ? issue.pattern : issue.format}.`]
    case 'invalid_union':
      return unionWords(issue, value)
    case 'invalid_key':
      return keyWords(issue)
    default:
      return [issue.message.toLowerCase(), 'See docs/quest-format.md for what belongs here.']
  }
}

/** A name that has a form of its own says it; others may be anything of a decent length. */
function keyWords({ path, issues }: z.core.$ZodIssueInvalidKey): [string, string] {
  const form = issues.find(({ code, message }) => code === 'invalid_format' && message.startsWith('must be'))
  return form ? [`the name ${shown(path.at(-1))} has the wrong form`, `It ${form.message}.`] : ['this name is too long or empty', 'Use a name of 1 to 80 characters.']
}

function unionWords(issue: z.core.$ZodIssueInvalidUnion, value: unknown): [string, string] {
  const { options } = issue as { options?: readonly unknown[] }
  const kinds = options && options.length > 0 ? `Use one of: ${listed(options.map(String), 20)}.` : null
  if (value === undefined) return ['this entry is missing', kinds ?? 'Add it.']
  if (typeof value === 'string' && 'discriminator' in issue) return [`there is no ${issue.path.includes('widget') ? 'widget' : String(issue.discriminator)} ${shown(value)} here`, kinds ?? 'See docs/quest-format.md for the kinds.']
  if (kinds) return [`${shown(value)} is not one of the possible values`, kinds]
  const wanted = new Set(issue.errors.flatMap((branch) => branch.flatMap((one) => (one.code === 'invalid_type' && one.path.length === 0 ? [named(one.expected)] : []))))
  if (wanted.size === issue.errors.length) return [`this is ${named(kindOf(value))}, but it must be ${[...wanted].join(' or ')}`, `Write ${[...wanted].join(' or ')}.`]
  if (typeof value === 'object' && value !== null && 'kind' in value) return [`there is no kind ${shown(value.kind)} here`, 'See docs/quest-format.md for the kinds.']
  return [`${shown(value)} does not fit here`, 'See docs/quest-format.md for what belongs here.']
}

function tooSmall(origin: string, minimum: number, inclusive: boolean, value: unknown): [string, string] {
  if (origin === 'string') return value === '' ? ['this text is empty', 'Write at least one word.'] : ['this text is too short', `Write at least ${minimum} characters.`]
  if (origin === 'array') return [`there are ${lengthOf(value)} entries here, at least ${minimum} are needed`, 'Add more.']
  return [`${shown(value)} is too small`, inclusive ? `The smallest value is ${minimum}.` : `It must be more than ${minimum}.`]
}

function tooBig(origin: string, maximum: number, value: unknown): [string, string] {
  if (origin === 'string') return [`this text has ${lengthOf(value)} characters, at most ${maximum} fit`, 'Shorten it, or split it in two.']
  if (origin === 'array') return [`there are ${lengthOf(value)} entries here, at most ${maximum} fit`, 'Remove some.']
  return [`${shown(value)} is too large`, `The largest value is ${maximum}.`]
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : 0
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
