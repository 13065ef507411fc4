/** Regular expressions for the editor: signs in a colour of their own, the usual ones with what they mean, mistakes in plain words. */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { bracketMatching } from '@codemirror/language'
import { EditorState, type Extension } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, MatchDecorator, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import type { ExpressionLanguage, Mistake } from './expression-editor.tsx'

/** Signs that mean something other than themselves. */
const signs = new MatchDecorator({ regexp: /\\[pP]\{\w*\}?|\\.|[[\]()^$.*+?|]|\{\d+(?:,\d*)?\}/g, decoration: Decoration.mark({ class: 'expr-regexp' }) })

const colours = ViewPlugin.fromClass(class {
  decorations: DecorationSet

  constructor(view: EditorView) {
    this.decorations = signs.createDeco(view)
  }

  update(update: ViewUpdate): void {
    this.decorations = signs.updateDeco(update, this.decorations)
  }
}, { decorations: ({ decorations }) => decorations })

const SIGNS: readonly (readonly [string, string])[] = [
  ['\\d', 'a digit'], ['\\D', 'anything but a digit'], ['\\w', 'a letter without accent, a digit or _'], ['\\W', 'anything but those'], ['\\s', 'a space or the end of a line'], ['\\S', 'anything but a space'],
  ['\\b', 'the edge of a word'], ['\\p{L}', 'a letter of any language'], ['\\p{Lu}', 'a capital of any language'], ['\\.', 'a full stop'], ['\\(', 'a bracket'], ['\\/', 'a slash'],
  ['[A-Z]', 'a capital from A to Z'], ['[a-z]', 'a small letter from a to z'], ['[^ ]', 'anything but what stands in here'], ['(?:a|b)', 'a or b'], ['{2}', 'twice'], ['{1,3}', 'one to three times'],
]

const OPTIONS: readonly Completion[] = SIGNS.map(([label, detail]) => ({ label, detail, type: 'constant' }))

/** The usual signs, each with what it means: after a backslash those that begin with one, all when asked for. */
export function regexCompletions(context: CompletionContext): CompletionResult | null {
  const begun = context.matchBefore(/\\+(?:p\{?\w*|\w)?/)
  const backslashes = begun ? begun.text.lastIndexOf('\\') + 1 : 0
  // Two backslashes are a backslash, and begin nothing.
  if (!begun || backslashes % 2 === 0) return context.explicit ? { from: context.pos, options: [...OPTIONS], filter: false } : null
  const from = begun.from + backslashes - 1
  const typed = context.state.sliceDoc(from, context.pos)
  const options = OPTIONS.filter(({ label }) => label.startsWith(typed))
  return options.length > 0 ? { from, options, filter: false } : null
}

/** A pattern is one line, not without end, and a quote in it is no pair. */
const oneLine = (most: number): Extension => [
  EditorState.transactionFilter.of((change) => (change.docChanged && (change.newDoc.lines > 1 || change.newDoc.length > most) ? [] : change)),
  EditorView.clipboardInputFilter.of((text) => text.replace(/[\r\n]+/g, '')),
  EditorState.languageData.of(() => [{ closeBrackets: { brackets: ['(', '[', '{'] } }]),
]

/**
 * @param refuse why a pattern may not run, in plain words; null when it may. Whoever runs the patterns knows
 * @param most signs that a pattern may have
 */
export function regexLanguage(refuse: (pattern: string) => string | null, most: number): ExpressionLanguage {
  return { look: [colours, bracketMatching(), oneLine(most)], complete: [regexCompletions], mistake: (text) => regexMistake(text, refuse), example: '\\d{2}/\\d{2}/\\d{4}' }
}

/** The engine's own words, for those who have never read any. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/unterminated character class/i, 'A bracket [ is opened and never closed.'],
  [/unterminated group|missing \)/i, 'A bracket ( is opened and never closed.'],
  [/unmatched '\)'|unmatched \)/i, 'A bracket ) is closed that was never opened.'],
  [/nothing to repeat/i, 'There is nothing before this repetition that could be repeated. For the sign itself write \\+, \\* or \\?.'],
  [/lone quantifier|incomplete quantifier/i, 'Braces must say how often, such as {2} or {1,3}. For the sign itself write \\{.'],
  [/range out of order/i, 'A range runs from the smaller to the larger: [a-z], [0-9].'],
  [/numbers out of order/i, 'The smaller number comes first: {1,3}.'],
  [/\\ at end/i, 'A backslash needs a sign after it.'],
  [/invalid property name|invalid unicode property/i, 'After \\p stands a kind of letter in braces: \\p{L} or \\p{Lu}.'],
  [/invalid escape|invalid identity escape|invalid class escape|decimal escape/i, 'This sign needs no backslash, or is not known after one.'],
  [/invalid group|invalid capture group name/i, 'After (? stands a colon: (?:a|b).'],
]

export function regexMistake(text: string, refuse: (pattern: string) => string | null): Mistake | null {
  const say = text === '' ? null : brokenWords(text) ?? refuse(text)
  return say === null ? null : { from: 0, to: text.length, say }
}

function brokenWords(pattern: string): string | null {
  try {
    new RegExp(pattern, 'u')
    return null
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    return PLAIN.find(([words]) => words.test(message))?.[1] ?? `This is no pattern yet: ${message.split(': ').at(-1)}.`
  }
}
