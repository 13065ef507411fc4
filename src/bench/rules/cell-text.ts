/** Cells and rows in words: what a cell shows, what it means, the row read aloud. Pure. */
import type { RuleInput, RuleOutput, RuleRow, RuleTable } from '../../core/artefacts/rule-table.ts'
import { readTest, testInWords, writeTest } from '../../lab/decision-table/unary-test.ts'

export type Column = { side: 'when'; spec: RuleInput } | { side: 'says'; spec: RuleOutput }

export function columnsOf({ inputs, outputs }: RuleTable): Column[] {
  return [...inputs.map((spec): Column => ({ side: 'when', spec })), ...outputs.map((spec): Column => ({ side: 'says', spec }))]
}

/** As it is written in the table; '' where anything will do or nothing is said. */
export function cellText(row: RuleRow, { side, spec }: Column): string {
  if (side === 'says') return (row.says[spec.name] ?? []).join(', ')
  const test = row.when[spec.name] ?? ''
  return test === '-' ? '' : test
}

export type ReadCell = { ok: true; text: string; values: string[]; means: string } | { ok: false; say: string }

/** What somebody typed, in its one right spelling, or why it cannot be. */
export function readCell(written: string, column: Column): ReadCell {
  if (column.side === 'says') return readOutput(written, column.spec)
  const read = readTest(written, column.spec)
  if (!read.ok) return read
  return { ok: true, text: writeTest(read.test), values: [], means: testInWords(read.test, column.spec.label) }
}

function readOutput(written: string, { label, kind, values }: RuleOutput): ReadCell {
  const parts = written.split(',').map((part) => part.trim()).filter((part) => part !== '' && part !== '-')
  const known: string[] = []
  for (const part of parts) {
    const value = values.find((one) => one.toLowerCase() === part.toLowerCase())
    if (value === undefined) {
      const near = values.find((one) => one.toLowerCase().startsWith(part.toLowerCase().slice(0, 2)))
      return { ok: false, say: `${label} is never "${part}". ${near ? `Did you mean ${near}?` : `It is one of: ${values.join(', ')}.`}` }
    }
    if (!known.includes(value)) known.push(value)
  }
  if (kind === 'choice' && known.length !== 1) return { ok: false, say: `${label} takes one answer: ${values.join(' or ')}.` }
  const text = known.join(', ')
  return { ok: true, text, values: known, means: known.length === 0 ? `${label}: none` : `${label}: ${text}` }
}

/** "If Service is CPAP and Payer is known and not StateCare" */
export function ifWords(table: RuleTable, row: RuleRow): string {
  const parts = table.inputs.flatMap((input) => {
    const written = row.when[input.name]
    const read = written === undefined ? null : readTest(written, input)
    if (!read) return []
    return read.ok ? (read.test.kind === 'any' ? [] : [testInWords(read.test, input.label)]) : [`${input.label}: ${written}`]
  })
  return parts.length === 0 ? 'Whatever comes' : `If ${parts.join(' and ')}`
}

/** "Permission yes; Documents therapy note" */
export function saysWords(table: RuleTable, says: Readonly<Record<string, readonly string[]>>): string {
  return table.outputs.flatMap(({ name, label, kind }) => {
    const said = says[name] ?? []
    return said.length === 0 ? (kind === 'choice' ? [`${label}: nobody says`] : []) : [`${label}: ${said.join(', ')}`]
  }).join('; ')
}

/** Words that complete what is being typed after the last comma or bracket. */
export function completions(written: string, column: Column): { options: string[]; take(option: string): string } {
  const head = /^(.*[,(]\s*)?/s.exec(written)?.[0] ?? ''
  const tail = written.slice(head.length)
  const typed = tail.trim().toLowerCase()
  const all = column.spec.values ?? []
  const used = new Set(head.toLowerCase().split(/[,(]/).map((part) => part.trim()))
  const known = column.side === 'when' ? [...all, 'null'] : [...all]
  const options = known.filter((value) => !used.has(value.toLowerCase()) && value.toLowerCase().includes(typed) && value.toLowerCase() !== typed)
  return { options: tail.includes(')') ? [] : options, take: (option) => `${head}${option}` }
}
