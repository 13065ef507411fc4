/** What is wrong with facts, and with whoever answers, in a description of records. */
import { didYouMean } from './nearest-name.ts'
import { readRule } from '../payer/answer.ts'
import type { Payer } from '../payer/spec.ts'
import { readOnlyWhen } from '../records/applies.ts'
import { elementsOf, type Shape } from '../records/shape.ts'
import type { Generator, ParamProblem } from './generator.ts'

export type Columns = Extract<ReturnType<NonNullable<Generator['columnsFor']>>, { ok: true }>['columns']

function columnProblem(path: readonly PropertyKey[], name: string, columns: Columns, kind?: 'number'): ParamProblem[] {
  const names = columns.map((one) => one.name)
  const found = columns.find((one) => one.name === name)
  if (!found) return [{ path, what: `the table has no column "${name}"`, mend: `${didYouMean(name, names)} A latent column never reaches the table.` }]
  return kind === undefined || found.kind === kind ? [] : [{ path, what: `"${name}" holds words, and numbers are wanted`, mend: 'Name a column of numbers.' }]
}

/** Facts, the day they are counted from, and which elements a record has. */
export function factProblems({ facts = {}, asked, fields, wanted }: Shape, columns: Columns): ParamProblem[] {
  const taken = new Set([...fields, ...Object.keys(wanted)])
  const truths = new Set(elementsOf({ wanted }).map(({ element }) => element.truth))
  return [
    ...Object.entries(facts).flatMap(([kind, { papers }]): ParamProblem[] => [
      ...(taken.has(kind) ? [{ path: ['shape', 'facts', kind], what: `"${kind}" is a field or a part of what is wanted too`, mend: 'Give the facts another name: a map could not tell them apart.' }] : []),
      ...papers.flatMap(({ value, date, side, sure }, i): ParamProblem[] => {
        const at = ['shape', 'facts', kind, 'papers', i]
        return [
          ...columnProblem([...at, 'value'], value, columns),
          ...(truths.has(value) ? [{ path: [...at, 'value'], what: `"${value}" says what is right, and the paper would bring it along`, mend: 'Copy it into a column of its own.' }] : []),
          ...(date === undefined ? [] : columnProblem([...at, 'date'], date, columns)),
          ...(side === undefined ? [] : columnProblem([...at, 'side'], side, columns)),
          ...(sure === undefined ? [] : columnProblem([...at, 'sure'], sure, columns, 'number')),
        ]
      }),
    ]),
    ...(asked === undefined || fields.includes(asked) ? [] : [{ path: ['shape', 'asked'], what: `there is no field "${asked}"`, mend: didYouMean(asked, fields) }]),
    ...Object.entries(wanted).flatMap(([part, elements]) => Object.entries(elements).flatMap(([name, { onlyWhen, later }]): ParamProblem[] => {
      const at = ['shape', 'wanted', part, name]
      const read = onlyWhen === undefined ? null : readOnlyWhen({ fields }, onlyWhen)
      return [
        ...(read && !read.ok ? [{ path: [...at, 'onlyWhen'], what: read.say.replace(/\.$/, ''), mend: `It may ask the fields: ${fields.join(', ')}.` }] : []),
        ...(later === undefined ? [] : columnProblem([...at, 'later'], later, columns)),
      ]
    })),
  ]
}

export function payerProblems(payer: Payer, shape: Shape, columns: Columns): ParamProblem[] {
  const paths = elementsOf(shape).map(({ path }) => path)
  const ids = payer.rules.map(({ id }) => id)
  return [
    ...(['arrives', 'urgent', 'eligible'] as const).flatMap((key) => columnProblem(['payer', key], payer[key], columns, 'number')),
    ...(paths.includes(payer.lane) ? [] : [{ path: ['payer', 'lane'], what: `there is no element "${payer.lane}"`, mend: didYouMean(payer.lane, paths) }]),
    ...payer.rules.flatMap((rule, i): ParamProblem[] => {
      const read = readRule(rule, shape)
      return [
        ...(read.ok ? [] : [{ path: ['payer', 'rules', i, read.part], what: read.say.replace(/\.$/, ''), mend: 'A rule asks fields, elements, and the papers that are linked to them.' }]),
        ...(ids.indexOf(rule.id) < i ? [{ path: ['payer', 'rules', i, 'id'], what: `two rules are called "${rule.id}"`, mend: 'Give each a name of its own.' }] : []),
      ]
    }),
  ]
}
