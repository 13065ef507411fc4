/** Which elements a record has at all: a form for a scan has no question about sleep. */
import { type Clause, clauseHolds, readWhenOf } from '../interop/map/when.ts'
import { elementsOf, type Shape } from './shape.ts'

interface FieldPlace {
  field: string
}

export function readOnlyWhen({ fields }: Pick<Shape, 'fields'>, text: string) {
  const [first = 'field', second = first] = fields
  return readWhenOf<FieldPlace>(text, { read: (written) => (fields.includes(written) ? { field: written } : null), within: 'record', example: first, form: `${first} = A or ${second} in A, B` })
}

/** @returns for a record, given the text of its fields, whether it has that element. What cannot be read holds always: the check refuses it */
export function elementsThatApply(shape: Shape): (field: (name: string) => string) => (path: string) => boolean {
  const conditions = new Map(elementsOf(shape).flatMap(({ path, element: { onlyWhen } }): [string, readonly Clause<FieldPlace>[]][] => {
    const read = onlyWhen === undefined ? null : readOnlyWhen(shape, onlyWhen)
    return read?.ok ? [[path, read.clauses]] : []
  }))
  return (field) => (path) => conditions.get(path)?.every((clause) => clauseHolds(clause, field(clause.path.field), (other) => field(other.field))) ?? true
}
