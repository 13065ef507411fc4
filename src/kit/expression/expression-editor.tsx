import { autocompletion, closeBrackets, closeBracketsKeymap, type CompletionSource, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { forceLinting, linter, lintKeymap } from '@codemirror/lint'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import './expression.css'

/** A place in the text, in characters from 0, and what is wrong there in plain words. */
export interface Mistake {
  from: number
  to: number
  say: string
  /** It can run all the same; it may not mean what was meant. */
  doubt?: boolean | undefined
}

/** A kind of expression as the editor needs it. Keep one value as long as nothing in it changes. */
export interface ExpressionLanguage {
  /** Colours, brackets. */
  look: Extension
  complete: readonly CompletionSource[]
  /** The first mistake, or null. */
  mistake(text: string): Mistake | null
  /** An example, shown while nothing is written. */
  example: string
}

export interface ExpressionProps {
  text: string
  label: string
  readOnly: boolean
  /** Id of the words that explain the field. */
  describedBy?: string | undefined
  onChange(text: string): void
}

/** One expression: colours, completion, mistakes underlined. Tab leaves it, as it leaves any field. */
export function ExpressionEditor({ text, label, readOnly, describedBy, onChange, language }: ExpressionProps & { language: ExpressionLanguage }) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const tell = useRef(onChange)
  tell.current = onChange
  const parts = useRef({ language: new Compartment(), lock: new Compartment() })

  useEffect(() => {
    if (!host.current) return
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          parts.current.language.of(extensionOf(language)),
          parts.current.lock.of(EditorState.readOnly.of(readOnly)),
          history(), closeBrackets(), EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', ...(describedBy ? { 'aria-describedby': describedBy } : {}) }),
          keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
          EditorView.updateListener.of(update => {
            if (update.docChanged && !update.transactions.some(one => one.isUserEvent('from.outside'))) tell.current(update.state.doc.toString())
          }),
        ],
      }),
    })
    view.current = editor
    return () => editor.destroy()
    // The editor is made once; what changes later is handed on below.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  useEffect(() => {
    const editor = view.current
    if (editor && editor.state.doc.toString() !== text) editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text }, userEvent: 'from.outside' })
  }, [text])
  useEffect(() => {
    view.current?.dispatch({ effects: parts.current.lock.reconfigure(EditorState.readOnly.of(readOnly)) })
  }, [readOnly])
  useEffect(() => {
    const editor = view.current
    if (!editor) return
    editor.dispatch({ effects: parts.current.language.reconfigure(extensionOf(language)) })
    forceLinting(editor)
  }, [language])

  return <div className="expression" ref={host} />
}

function extensionOf({ look, complete, mistake, example }: ExpressionLanguage): Extension {
  return [
    look,
    autocompletion({ override: [...complete], icons: false }),
    linter(({ state }) => {
      const found = mistake(state.doc.toString())
      return found ? [{ ...underlined(found, state.doc.length), severity: found.doubt ? 'warning' : 'error', message: found.say }] : []
    }, { delay: 250 }),
    placeholder(example),
  ]
}

/** A mistake at the very end still needs a letter to stand under. */
function underlined({ from, to }: Mistake, length: number): { from: number; to: number } {
  const start = Math.min(from, Math.max(0, length - 1))
  return { from: start, to: Math.max(start, Math.min(Math.max(to, start + 1), length)) }
}
