/**
 * Expressions over the columns of a table, such as `age >= 65 and dispo != 'snf'` or `log1p(los)`. A small recursive parser:
 * nothing is evaluated as code, length and depth are bounded, and every error says where it is and how to mend it.
 *
 *   or:   and ('or' and)*          sum:   term (('+' | '-') term)*
 *   and:  not ('and' not)*         term:  sign (('*' | '/') sign)*
 *   not:  'not' not | compare      sign:  '-' sign | atom
 *   compare: sum (== != < <= > >= sum)?
 *   atom: number | 'text' | column | name '(' list ')' | '(' or ')'
 */
import { EXPR_FUNCTIONS, ExprError, readTokens, type Token } from './expr-tokens.ts'

export { ExprError } from './expr-tokens.ts'

export const MAX_EXPR_LENGTH = 400
const MAX_DEPTH = 24

export type CompareOp = '==' | '!=' | '<' | '<=' | '>' | '>='
export type SumOp = '+' | '-' | '*' | '/'
export type ExprFunction = keyof typeof EXPR_FUNCTIONS

export type Expr =
  | { kind: 'number'; value: number; at: number }
  | { kind: 'text'; value: string; at: number }
  | { kind: 'column'; name: string; at: number }
  | { kind: 'call'; fn: ExprFunction; args: Expr[]; at: number }
  | { kind: 'sum'; op: SumOp; left: Expr; right: Expr; at: number }
  | { kind: 'compare'; op: CompareOp; left: Expr; right: Expr; at: number }
  | { kind: 'both' | 'either'; left: Expr; right: Expr; at: number }
  | { kind: 'not' | 'minus'; of: Expr; at: number }

const COMPARE: readonly string[] = ['==', '!=', '<', '<=', '>', '>=']

/** @throws ExprError with the 0-based position of what could not be read */
export function parseExpr(text: string): Expr {
  if (text.length > MAX_EXPR_LENGTH) {
    throw new ExprError(MAX_EXPR_LENGTH, `The expression is too long: ${MAX_EXPR_LENGTH} characters at most.`)
  }
  const reader = new Reader(readTokens(text))
  const expr = reader.either(0)
  reader.finish()
  return expr
}

class Reader {
  private at = 0
  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  either(depth: number): Expr {
    return this.chain(['or'], () => this.both(depth), (left, right, { at }) => ({ kind: 'either', left, right, at }))
  }

  private both(depth: number): Expr {
    return this.chain(['and'], () => this.not(depth), (left, right, { at }) => ({ kind: 'both', left, right, at }))
  }

  private not(depth: number): Expr {
    this.guardDepth(depth)
    const token = this.take('word', ['not'])
    return token ? { kind: 'not', of: this.not(depth + 1), at: token.at } : this.compare(depth)
  }

  private compare(depth: number): Expr {
    const left = this.sum(depth)
    const token = this.take('sign', COMPARE)
    if (!token) return left
    const right = this.sum(depth)
    const second = this.take('sign', COMPARE)
    if (second) throw new ExprError(second.at, 'Compare two things at a time and join them with "and": 18 <= age and age < 65.')
    return { kind: 'compare', op: token.text as CompareOp, left, right, at: token.at }
  }

  private sum(depth: number): Expr {
    return this.chain(['+', '-'], () => this.term(depth), arithmetic)
  }

  private term(depth: number): Expr {
    return this.chain(['*', '/'], () => this.signed(depth), arithmetic)
  }

  private signed(depth: number): Expr {
    this.guardDepth(depth)
    const token = this.take('sign', ['-'])
    return token ? { kind: 'minus', of: this.signed(depth + 1), at: token.at } : this.atom(depth)
  }

  private atom(depth: number): Expr {
    const token = this.tokens[this.at] as Token
    this.at++
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text), at: token.at }
    if (token.kind === 'text') return { kind: 'text', value: token.text, at: token.at }
    if (token.kind === 'word' && !['and', 'or', 'not'].includes(token.text)) return this.named(token, depth)
    if (token.kind === 'sign' && token.text === '(') {
      const inner = this.either(depth + 1)
      this.expect(')', 'This bracket is never closed: add ")".', token.at)
      return inner
    }
    const found = token.kind === 'end' ? 'The expression stops too early' : `A column or a value should stand here, not "${token.text}"`
    throw new ExprError(token.at, `${found}.`)
  }

  private named(token: Token, depth: number): Expr {
    if (!this.take('sign', ['('])) return { kind: 'column', name: token.text, at: token.at }
    if (!Object.hasOwn(EXPR_FUNCTIONS, token.text)) {
      throw new ExprError(token.at, `There is no function "${token.text}". Known: ${Object.keys(EXPR_FUNCTIONS).join(', ')}.`)
    }
    const fn = token.text as ExprFunction
    const args = [this.either(depth + 1)]
    while (this.take('sign', [','])) args.push(this.either(depth + 1))
    this.expect(')', `"${fn}(" is never closed: add ")".`, token.at)
    const [least, most] = EXPR_FUNCTIONS[fn]
    if (args.length < least || args.length > most) {
      throw new ExprError(token.at, `"${fn}" takes ${least === most ? `${least} value` : `${least} to ${most} values`}, not ${args.length}.`)
    }
    return { kind: 'call', fn, args, at: token.at }
  }

  finish(): void {
    const token = this.tokens[this.at] as Token
    if (token.kind !== 'end') throw new ExprError(token.at, `"${token.text}" cannot follow here. Is an operator missing before it?`)
  }

  /** left (op right)*, read left to right. */
  private chain(signs: readonly string[], next: () => Expr, join: (left: Expr, right: Expr, token: Token) => Expr): Expr {
    let left = next()
    for (let token = this.takeAny(signs); token; token = this.takeAny(signs)) left = join(left, next(), token)
    return left
  }

  private takeAny(texts: readonly string[]): Token | null {
    return this.take('sign', texts) ?? this.take('word', texts)
  }

  private take(kind: Token['kind'], texts: readonly string[]): Token | null {
    const token = this.tokens[this.at] as Token
    if (token.kind !== kind || !texts.includes(token.text)) return null
    this.at++
    return token
  }

  private expect(sign: string, say: string, at: number): void {
    if (!this.take('sign', [sign])) throw new ExprError(at, say)
  }

  private guardDepth(depth: number): void {
    if (depth > MAX_DEPTH) throw new ExprError((this.tokens[this.at] as Token).at, `Too many brackets inside each other: ${MAX_DEPTH} at most.`)
  }
}

function arithmetic(left: Expr, right: Expr, { text, at }: Token): Expr {
  return { kind: 'sum', op: text as SumOp, left, right, at }
}

/** Columns an expression reads, each once, in order of first mention. */
export function columnsOf(expr: Expr): string[] {
  const names = new Set<string>()
  const visit = (part: Expr): void => {
    switch (part.kind) {
      case 'number':
      case 'text':
        return
      case 'column':
        names.add(part.name)
        return
      case 'call':
        part.args.forEach(visit)
        return
      case 'not':
      case 'minus':
        visit(part.of)
        return
      default:
        visit(part.left)
        visit(part.right)
    }
  }
  visit(expr)
  return [...names]
}
