/**
 * What an expression that can be read would mean: does each element exist where it is asked for, is each function one, and does
 * yes or no come out? The `fhirpath` package answers all of these by "nothing", which a gate takes for no.
 */
import { nearest } from '../../../core/nearest.ts'
import { safePattern } from '../../deid/safe-pattern.ts'
import { type AstNode, parseFhirPath } from './fhirpath-engine.ts'
import { ASK_ELSEWHERE, FHIRPATH_FUNCTIONS, type FhirPathFunction } from './fhirpath-functions.ts'
import { anything, elementsAt, isSingle, narrowed, type Place, rootPlace, single, stepInto, typeNames } from './fhirpath-kinds.ts'
import { comparedTrouble } from './fhirpath-compare.ts'
import { placesOf, textOf } from './fhirpath-text.ts'
import type { Elements } from './shapes.ts'

export interface ExprTrouble {
  /** Places in the text, from 0. */
  from: number
  to: number
  say: string
  /** It can be asked all the same; the answer may not be what was meant. */
  doubt?: true
}

/** Where a walk stands: the place before the dot, `$this`, and the resource that is asked. */
interface Scope {
  input: Place
  self: Place
  root: Place
}

interface Walk {
  spanOf(node: AstNode): Pick<ExprTrouble, 'from' | 'to'>
  troubles: ExprTrouble[]
}

/** The first thing that makes no sense, what cannot be asked before what can. `expr` must be one that can be read. */
export function senseTrouble(expr: string, on: string): ExprTrouble | null {
  const walk: Walk = { spanOf: placesOf(expr), troubles: [] }
  const root = rootPlace(on)
  const answer = placeOf(parseFhirPath(expr), { input: root, self: root, root }, walk)
  const told = walk.troubles.find(({ doubt }) => !doubt)
  if (told) return told
  if (answer.kinds !== null && answer.kinds.length > 0 && answer.kinds.every(({ r4 }) => r4 !== 'boolean')) {
    return { from: 0, to: expr.length, say: 'This gives a value, not yes or no. Compare it with something, or ask .exists().' }
  }
  return walk.troubles[0] ?? null
}

/** What comes out of a part of an expression, when it is asked of `self`; null when it cannot be read. */
export function placeAfter(part: string, self: Place, root: Place): Place | null {
  try {
    return placeOf(parseFhirPath(part), { input: self, self, root }, { spanOf: placesOf(part), troubles: [] })
  } catch {
    return null
  }
}

const COMPARES = /^(?:Equality|Inequality|Membership|And|Or|Implies)Expression$/
const LITERALS: Readonly<Record<string, string>> = {
  BooleanLiteral: 'boolean', StringLiteral: 'string', NumberLiteral: 'decimal', LongNumberLiteral: 'integer', DateLiteral: 'date', DateTimeLiteral: 'dateTime', TimeLiteral: 'time', QuantityLiteral: 'Quantity',
}

function placeOf(node: AstNode, scope: Scope, walk: Walk): Place {
  const { type, children = [] } = node
  const [first, second] = children
  const inner = (one: AstNode | undefined): Place => (one ? placeOf(one, { ...scope, input: scope.self }, walk) : anything())
  if (COMPARES.test(type)) {
    const [left, right] = children.map(inner)
    const words = left && right ? comparedTrouble(type, left, right) : null
    if (words) say(walk, node, words)
    return single('boolean')
  }
  switch (type) {
    case 'InvocationExpression': return second ? placeOf(second, { ...scope, input: inner(first) }, walk) : inner(first)
    case 'MemberInvocation': return memberOf(node, scope, walk)
    case 'FunctionInvocation': return callOf(node, scope, walk)
    case 'ThisInvocation': return scope.self
    case 'IndexInvocation': return single('integer')
    case 'LiteralTerm': return LITERALS[first?.type ?? ''] ? single(LITERALS[first?.type ?? ''] as string) : anything()
    case 'ExternalConstantTerm': return constantOf(node, scope, walk)
    case 'IndexerExpression': {
      inner(second)
      return inner(first)
    }
    case 'UnionExpression': return eitherOf(children.map(inner))
    case 'TypeExpression': {
      const place = inner(first)
      const named = second ? typeNamed(second, walk) : null
      return node.text === 'is' ? single('boolean') : named ? narrowed(place, named) : anything()
    }
    case 'AdditiveExpression': case 'MultiplicativeExpression': case 'PolarityExpression': {
      children.forEach(inner)
      return single('any')
    }
    case 'EntireExpression': case 'TermExpression': case 'InvocationTerm': case 'ParenthesizedTerm': case 'SortDirectionArgument':
      return first ? placeOf(first, scope, walk) : anything()
    default: {
      children.forEach(inner)
      return anything()
    }
  }
}

function eitherOf(places: readonly Place[]): Place {
  const kinds = places.flatMap((place) => place.kinds ?? [])
  return { kinds: places.every((place) => place.kinds !== null) ? kinds : null, said: 'This' }
}

function nameIn(node: AstNode): string {
  const text = node.text ?? node.children?.[0]?.text ?? ''
  return /^`.*`$/s.test(text) ? text.slice(1, -1) : text
}

function say(walk: Walk, node: AstNode, words: string, doubt?: true): void {
  walk.troubles.push({ ...walk.spanOf(node), say: words, ...(doubt ? { doubt } : {}) })
}

function memberOf(node: AstNode, { input, self, root }: Scope, walk: Walk): Place {
  const name = nameIn(node)
  // A path may begin with the type that is asked: "Patient.name", or "Resource.id".
  if (input === self && self === root && /^[A-Z]/.test(name)) {
    const asked = root.kinds?.[0]?.r4
    if (name === asked || name === 'Resource' || name === 'DomainResource') return root
    if (asked && typeNames().includes(name)) {
      say(walk, node, `This is asked of ${asked}, so ${name} is never here.`)
      return anything(name)
    }
  }
  if (input.kinds === null) return anything(`${input.said}.${name}`)
  const step = stepInto(input, name)
  if (step.known !== 'none') {
    if (step.known === 'r4') say(walk, node, `FHIR has ${step.place.said}, but nothing fills it here, so it is always empty.`, true)
    return step.place
  }
  say(walk, node, unknownElement(name, input, root))
  return anything(`${input.said}.${name}`)
}

function unknownElement(name: string, { kinds, said }: Place, root: Place): string {
  const places = [...elementsAt({ kinds, said }).keys()]
  if (FHIRPATH_FUNCTIONS.has(name)) return `${name} is a function: write ${name}().`
  if (kinds?.every(isSingle)) {
    const near = nearest(name, [...FHIRPATH_FUNCTIONS.keys()])
    return `${said} is a single value; there is no "${name}" inside it.${near ? ` Did you mean ${near}()?` : ''}`
  }
  const none = `${said} has no element "${name}".`
  if (codesUnder(root).has(name)) return `${none} A text stands in quotes: '${name}'.`
  const near = nearest(name, places)
  if (near) return `${none} Did you mean ${near}?`
  const call = nearest(name, [...FHIRPATH_FUNCTIONS.keys()])
  return call && call.length > 3 ? `${none} Did you mean ${call}()?` : `${none} It has: ${places.slice(0, 12).join(', ')}.`
}

/** Codes that elements of this resource may hold: `status = final` lacks its quotes. */
function codesUnder({ kinds }: Place): Set<string> {
  const gather = (elements: Elements): string[] => Object.values(elements).flatMap(({ kind, values = [] }) => [...values, ...(typeof kind === 'string' ? [] : gather(kind))])
  return new Set((kinds ?? []).flatMap(({ ours }) => (ours ? gather(ours) : [])))
}

function callOf(node: AstNode, scope: Scope, walk: Walk): Place {
  const [functn] = node.children ?? []
  const name = nameIn(node)
  const given = functn?.children?.flatMap((child) => (child.type === 'ParamList' ? child.children ?? [] : child.type === 'Identifier' ? [] : [child])) ?? []
  const known = FHIRPATH_FUNCTIONS.get(name)
  if (!known) {
    say(walk, node, unknownFunction(name, scope.input))
    return anything()
  }
  if (given.length < known.least || given.length > known.most) say(walk, node, `${name}() ${bracketsOf(known)}`)
  if (PATTERNS.test(name)) patternTrouble(given[0], walk)
  if (known.gives === 'type' || name === 'is') {
    const named = given[0] ? typeNamed(given[0], walk) : null
    return name === 'is' ? single('boolean') : named ? narrowed(scope.input, named) : anything()
  }
  // Brackets that are asked of each thing see that thing; all others see what the whole expression sees.
  const self = known.perThing ? scope.input : scope.self
  const places = given.map((one) => placeOf(one, { ...scope, input: self, self }, walk))
  switch (known.gives) {
    case 'same': return scope.input
    case 'each': return places[0] ?? anything()
    case 'both': return eitherOf([scope.input, ...places])
    case '?': return name === 'iif' || name === 'coalesce' ? eitherOf(places.slice(name === 'iif' ? 1 : 0)) : anything()
    default: return single(known.gives, `What ${name}() gives`)
  }
}

const PATTERNS = /^(?:matches|matchesFull|replaceMatches)$/

/** The package runs a pattern as it is, and a careless one takes for ever. */
function patternTrouble(node: AstNode | undefined, walk: Walk): void {
  if (!node) return
  const written = /^'.*'$/s.test(node.text ?? '') ? textOf(node.text as string) : null
  const safe = written === null ? null : safePattern(written)
  if (!safe) say(walk, node, 'A pattern must be written out, in quotes, so that it can be seen to come to an end.')
  else if (!safe.ok) say(walk, node, safe.say)
}

function unknownFunction(name: string, input: Place): string {
  if (ASK_ELSEWHERE.has(name)) return `${name}() asks another system, and a gate stands alone.`
  if (input.kinds !== null && stepInto(input, name).known !== 'none') return `${name} is an element, not a function: leave its brackets out.`
  const near = nearest(name, [...FHIRPATH_FUNCTIONS.keys()])
  return `There is no function ${name}(). ${near ? `Did you mean ${near}()?` : 'Try exists(), empty(), matches(), count().'}`
}

const HOW_MANY = ['nothing', 'one thing', 'two things', 'three things']

function bracketsOf({ least, most }: FhirPathFunction): string {
  if (most === 0) return 'has nothing in its brackets.'
  if (least === most) return `needs ${HOW_MANY[least]} in its brackets.`
  return most > 3 ? `needs at least ${HOW_MANY[least]} in its brackets.` : `has ${HOW_MANY[least]} or ${HOW_MANY[most]} in its brackets.`
}

const SYSTEM_TYPES = ['Boolean', 'String', 'Integer', 'Long', 'Decimal', 'Date', 'DateTime', 'Time', 'Quantity']

/** The type that is named, as R4 calls it; null when there is no such type, which is said. */
function typeNamed(node: AstNode, walk: Walk): string | null {
  const parts = partsOf(node)
  const [space, name = ''] = parts.length > 1 ? [parts[0]?.text, parts[1]?.text] : [undefined, parts[0]?.text]
  const written = name.replaceAll('`', '')
  const known = space === 'System' ? SYSTEM_TYPES : space === undefined || space === 'FHIR' ? [...typeNames(), ...(space ? [] : SYSTEM_TYPES)] : []
  if (known.includes(written)) return typeNames().includes(written) ? written : written.charAt(0).toLowerCase() + written.slice(1)
  const near = nearest(written, known)
  say(walk, parts.at(-1) ?? node, `FHIR has no type "${parts.map(({ text }) => text).join('.')}".${near ? ` Did you mean ${near}?` : ' Such as Quantity, CodeableConcept, string.'}`)
  return null
}

function partsOf(node: AstNode): AstNode[] {
  return node.type === 'Identifier' ? [node] : (node.children ?? []).flatMap(partsOf)
}

const CONSTANTS: ReadonlySet<string> = new Set(['ucum', 'sct', 'loinc'])

function constantOf(node: AstNode, { root }: Scope, walk: Walk): Place {
  const name = nameIn(partsOf(node)[0] ?? node)
  if (name === 'resource' || name === 'rootResource' || name === 'context') return root
  if (CONSTANTS.has(name) || node.text === undefined) return single('string', `%${name}`)
  say(walk, node, `There is no %${name} here. %resource is the resource that is asked.`)
  return anything()
}

