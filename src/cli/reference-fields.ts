/** Fields of a schema as lines of a table: where each stands, what it takes, what it is when left out, what it is for. */
import { z } from 'zod'

export interface FieldLine {
  /** "rows[].when.<name>" */
  path: string
  takes: string
  /** JSON of the default, "required", or "" where it may be left out. */
  otherwise: string
  say: string
}

type Node = z.core.JSONSchema.BaseSchema

/** Every field of an object, parents before their parts; a union of objects is told variant by variant. */
export function fieldLines(schema: z.ZodType): FieldLine[] {
  return linesOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '')
}

function linesOf(node: Node, path: string): FieldLine[] {
  if (node.anyOf ?? node.oneOf) return variantsOf(node).flatMap((variant) => linesOf(variant, `${path}${variantName(variant)}`))
  const required = new Set(node.required)
  const own = Object.entries(node.properties ?? {}).flatMap(([name, field]) => {
    const child = field as Node
    if (child.const !== undefined) return []
    const at = path === '' ? name : `${path}.${name}`
    return [{ path: at, takes: takesOf(child), otherwise: otherwiseOf(child, required.has(name)), say: sayOf(child) }, ...insideOf(child, at)]
  })
  return own
}

/** Parts of a list, of a record, of an object. */
function insideOf(node: Node, path: string): FieldLine[] {
  if (node.type === 'array' && isNode(node.items)) return linesOf(node.items, `${path}[]`)
  if (node.type === 'object' && isNode(node.additionalProperties)) return partsOf(node.additionalProperties, `${path}.<name>`)
  return linesOf(node, path)
}

/** An entry of a record has no line of its own: what the record takes says it. */
function partsOf(node: Node, path: string): FieldLine[] {
  return node.type === 'object' || node.type === 'array' || node.anyOf || node.oneOf ? insideOf(node, path) : []
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function variantsOf(node: Node): Node[] {
  return (node.anyOf ?? node.oneOf ?? []).filter(isNode)
}

/** "(how: pattern)" of a variant that is told from the others by a constant. */
function variantName({ properties = {} }: Node): string {
  const told = Object.entries(properties).find(([, field]) => isNode(field) && field.const !== undefined)
  return told && isNode(told[1]) ? ` (${told[0]}: ${JSON.stringify(told[1].const)})` : ''
}

function takesOf(node: Node): string {
  if (node.enum) return node.enum.map((value) => JSON.stringify(value)).join(', ')
  if (node.const !== undefined) return JSON.stringify(node.const)
  const variants = variantsOf(node)
  if (variants.length > 0) return [...new Set(variants.map(takesOf))].join(' or ')
  switch (node.type) {
    case 'integer':
    case 'number': return range(node.type === 'integer' ? 'whole number' : 'number', node.minimum, node.maximum)
    case 'string': return node.maxLength === undefined ? 'text' : `text of up to ${node.maxLength}`
    case 'boolean': return 'true or false'
    case 'array': return listTakes(node)
    case 'object': return isNode(node.additionalProperties) ? `by name: ${takesOf(node.additionalProperties)}` : 'object'
    default: return 'any JSON'
  }
}

/** Entries that are objects have lines of their own. */
function listTakes({ prefixItems, maxItems, items }: Node): string {
  if (Array.isArray(prefixItems)) return `list of ${prefixItems.length}: ${prefixItems.filter(isNode).map(takesOf).join('; ')}`
  const plain = isNode(items) && items.type !== 'object' && !items.oneOf && !items.anyOf ? `: ${takesOf(items)}` : ''
  return `list${maxItems === undefined ? '' : ` of up to ${maxItems}`}${plain}`
}

/** Zod writes the bounds of safe integers where none were given. */
function range(kind: string, least: number | undefined, most: number | undefined): string {
  const [from, to] = [least, most].map((bound) => (bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? undefined : bound))
  if (from !== undefined && to !== undefined) return `${kind} from ${from} to ${to}`
  return from !== undefined ? `${kind} from ${from}` : to !== undefined ? `${kind} up to ${to}` : kind
}

function otherwiseOf(node: Node, required: boolean): string {
  if (node.default !== undefined) return JSON.stringify(node.default, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value))
  return required ? 'required' : ''
}

function sayOf({ title, description }: Node): string {
  return [title, description].filter((words) => words !== undefined).join(': ')
}
