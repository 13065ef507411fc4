import { useMemo } from 'react'
import { ExpressionEditor, type ExpressionProps } from './expression-editor.tsx'
import { regexLanguage } from './regex-language.ts'

interface RegexEditorProps extends ExpressionProps {
  /** Why a pattern may not run, in plain words; the same function from one drawing to the next. */
  refuse(pattern: string): string | null
  /** Signs it may have. */
  most: number
}

/** One regular expression. */
export function RegexEditor({ refuse, most, ...props }: RegexEditorProps) {
  const language = useMemo(() => regexLanguage(refuse, most), [refuse, most])
  return <ExpressionEditor {...props} language={language} />
}
