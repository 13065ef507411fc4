import { useMemo } from 'react'
import type { ReactNode } from 'react'
import './param-form.css'
import { ChoiceField, ColumnField, SwitchField, TextField } from './choice-field.tsx'
import type { ColumnChoice } from './column-terms.ts'
import { ColumnsField } from './columns-field.tsx'
import { ExpressionField } from './expression-field.tsx'
import { LooksField } from './looks-field.tsx'
import { NumberField } from './number-field.tsx'
import { fieldsOf } from './schema-fields.ts'
import { RowsField } from './rows-field.tsx'
import type { FieldControl, FieldSpec } from './schema-fields.ts'
import { SqlField } from './sql-field.tsx'

export interface ControlProps {
  field: FieldSpec
  value: unknown
  onChange(value: unknown): void
  disabled?: boolean | undefined
  columns: readonly ColumnChoice[]
  /** What is wrong with an expression, in words; null when nothing is. */
  checkExpression?: ((text: string) => string | null) | undefined
  /** The form itself, for a control whose value has fields of its own. */
  Form: (props: ParamFormProps) => ReactNode
}

interface ParamFormProps {
  /** JSON Schema of an object, e.g. `z.toJSONSchema(spec.params, { io: 'input' })`. */
  schema: Record<string, unknown>
  values: Record<string, unknown>
  onChange(name: string, value: unknown): void
  disabled?: boolean
  columns?: readonly ColumnChoice[]
  checkExpression?: (text: string) => string | null
  /** Shown when there is nothing to set. */
  empty?: ReactNode
}

const CONTROLS: Record<Exclude<FieldControl, 'hidden'>, (props: ControlProps) => ReactNode> = {
  number: NumberField,
  choice: ChoiceField,
  switch: SwitchField,
  text: TextField,
  expression: ExpressionField,
  sql: SqlField,
  column: ColumnField,
  columns: ColumnsField,
  looks: LooksField,
  rows: RowsField,
}

/** A form made from a schema: one control per property, checked while typing, errors in plain words. */
export function ParamForm({ schema, values, onChange, disabled, columns = [], checkExpression, empty }: ParamFormProps) {
  const fields = useMemo(() => fieldsOf(schema), [schema])
  const shown = fields.filter(field => field.control !== 'hidden' && isShown(field, fields, values))
  if (shown.length === 0) return <>{empty}</>
  return (
    <div className="param-form">
      {shown.map(field => {
        const Control = CONTROLS[field.control as Exclude<FieldControl, 'hidden'>]
        return (
          <Control
            key={field.name} field={field} value={values[field.name] ?? field.fallback} columns={columns} disabled={disabled} Form={ParamForm}
            checkExpression={checkExpression} onChange={value => onChange(field.name, value)}
          />
        )
      })}
    </div>
  )
}

function isShown(field: FieldSpec, fields: readonly FieldSpec[], values: Record<string, unknown>): boolean {
  if (!field.showWhen) return true
  const { field: name, values: wanted } = field.showWhen
  return wanted.includes(values[name] ?? fields.find(other => other.name === name)?.fallback)
}
