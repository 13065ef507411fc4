import { useMemo } from 'react'
import { ExpressionEditor, type ExpressionLanguage, type ExpressionProps, type Mistake } from '../../kit/expression/expression-editor.tsx'
import { troubleIn } from '../../lab/interop/fhir/fhirpath.ts'
import { fhirPathCompletions } from './fhirpath-completion.ts'
import { fhirPath } from './fhirpath-language.ts'

interface FhirPathEditorProps extends ExpressionProps {
  /** Resource that is asked: its elements are offered. */
  on: string
  /** FHIRPath is there, so that mistakes can be underlined. */
  checked: boolean
}

/** One FHIRPath expression. */
export function FhirPathEditor({ on, checked, ...props }: FhirPathEditorProps) {
  const language = useMemo((): ExpressionLanguage => ({
    look: fhirPath, complete: [fhirPathCompletions(on)], mistake: checked ? text => mistake(text, on) : () => null, example: 'value.exists()',
  }), [on, checked])
  return <ExpressionEditor {...props} language={language} />
}

function mistake(text: string, on: string): Mistake | null {
  return text.trim() === '' ? null : troubleIn(text, on)
}
