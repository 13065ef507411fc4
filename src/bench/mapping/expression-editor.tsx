import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { forceLinting, linter, lintKeymap } from '@codemirror/lint'
import { Compartment, EditorState } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { isFhirPathLoaded, troubleIn } from '../../lab/interop/fhir/fhirpath.ts'
import { completionsFor, fhirPath } from './fhirpath-language.ts'

interface ExpressionEditorProps {
  text: string
  /** Resource that is asked: its elements are offered. */
  on: string
  label: string
  readOnly: boolean
  /** FHIRPath is there, so that mistakes can be underlined. */
  checked: boolean
  onChange(text: string): void
}

/** One FHIRPath expression: colours, completion, mistakes underlined. Tab leaves it, as it leaves any field. */
export function ExpressionEditor({ text, on, label, readOnly, checked, onChange }: ExpressionEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const tell = useRef(onChange)
  tell.current = onChange
  const parts = useRef({ words: new Compartment(), lock: new Compartment() })

  useEffect(() => {
    if (!host.current) return
    const { words, lock } = parts.current
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          fhirPath, history(), closeBrackets(), EditorView.lineWrapping,
          words.of(autocompletion({ override: [completionsFor(on)] })),
          lock.of(EditorState.readOnly.of(readOnly)),
          linter(mistakes, { delay: 250 }),
          placeholder('value.exists()'),
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
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
    const { words, lock } = parts.current
    view.current?.dispatch({ effects: [words.reconfigure(autocompletion({ override: [completionsFor(on)] })), lock.reconfigure(EditorState.readOnly.of(readOnly))] })
  }, [on, readOnly])
  useEffect(() => {
    if (checked && view.current) forceLinting(view.current)
  }, [checked])

  return <div className="mapping-expression" ref={host} />
}

function mistakes(editor: EditorView) {
  const text = editor.state.doc.toString()
  const trouble = text.trim() === '' || !isFhirPathLoaded() ? null : troubleIn(text)
  if (!trouble) return []
  // A mistake at the very end still needs a letter to stand under.
  const from = Math.min(trouble.at, Math.max(0, text.length - 1))
  return [{ from, to: text.length, severity: 'error' as const, message: trouble.say }]
}
