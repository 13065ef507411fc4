import { useMemo } from 'react'
import { ExpressionEditor, type ExpressionProps } from './expression-editor.tsx'
import { type SqlColumn, sqlLanguage } from './sql-language.ts'

/** One query in SQL. */
export function SqlEditor({ columns, ...props }: ExpressionProps & { columns: readonly SqlColumn[] }) {
  const language = useMemo(() => sqlLanguage(columns), [columns])
  return <ExpressionEditor {...props} language={language} />
}
