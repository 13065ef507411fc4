import { useMemo } from 'react'
import { ExpressionEditor, type ExpressionProps } from './expression-editor.tsx'
import { sqlLanguage } from './sql-language.ts'
import type { SqlTable } from './sql-table.ts'

interface SqlEditorProps extends ExpressionProps {
  /** Tables that may be asked; the same list from one drawing to the next. */
  tables: readonly SqlTable[]
  /** A query, shown while nothing is written. */
  example?: string
}

/** One query in SQL. */
export function SqlEditor({ tables, example = 'SELECT * FROM rows', ...props }: SqlEditorProps) {
  const language = useMemo(() => sqlLanguage(tables, example), [tables, example])
  return <ExpressionEditor {...props} language={language} />
}
