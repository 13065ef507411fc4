import type { Block, RunContext } from '../../graph/block.ts'
import type { Column, Table } from '../../graph/ports.ts'
import { columnOf, headOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { blocksOf, type KeyWay, keysOf, pairsIn } from '../../link/keys.ts'
import { type Pairs, peopleIn, samePerson } from '../../link/pairs.ts'
import { streetInFull } from '../../link/street-words.ts'
import { distributionsOf } from '../distribution.ts'
import { countOf, grouped, percent, rowsOf } from '../say.ts'
import { blockSpecOfLink, standardiseSpec } from './pairs.ts'

export const standardise: Block = {
  ...standardiseSpec,
  fit(inputs, context) {
    const table = take(inputs, 'table', 'Table')
    const { fold, streets, blanks } = paramsOf(standardiseSpec, context)
    const nothing = new Set(blanks.split(',').map((word) => word.trim().toLowerCase()).filter((word) => word !== ''))
    const tidy = (value: string) => {
      if (nothing.has(value.trim().toLowerCase())) return ''
      const written = streets ? streetInFull(value) : value
      return fold ? written.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim() : written
    }
    const hidden = new Set(table.meta.filter(({ role }) => role === 'truth').map(({ name }) => name))
    const columns = Object.fromEntries(Object.entries(table.columns).map(([name, column]): [string, Column] => [
      name, column.kind === 'number' || hidden.has(name) ? column : { kind: 'category', values: column.values.map(tidy) },
    ]))
    return { outputs: { table: { ...table, columns } }, state: null }
  },
  report(inputs, outputs) {
    const [before, table] = [take(inputs, 'table', 'Table'), take(outputs, 'table', 'Table')]
    const changed = Object.entries(table.columns).map(([name, { values }]) => Array.from<number | string>(values).filter((value, row) => !Object.is(value, columnOf(before, name)?.values[row])).length)
    return {
      rows: table.ids.length, columns: table.meta.length,
      facts: [rowsOf(table), countOf(changed.reduce((sum, n) => sum + n, 0), 'value written anew', 'values written anew')],
      head: headOf(table), views: distributionsOf(table),
    }
  },
}

/** More than this cannot be compared in the time of a run. */
const MOST_PAIRS = 400_000

export const blocking: Block = {
  ...blockSpecOfLink,
  fit(inputs, context) {
    const table = take(inputs, 'table', 'Table')
    return { outputs: { pairs: pairsOf(table, paramsOf(blockSpecOfLink, context).passes.map((pass) => partsOf(pass, table, context)), context) }, state: null }
  },
  report(_, outputs) {
    const pairs = take(outputs, 'pairs', 'Pairs')
    const { table, a } = pairs
    const all = (table.ids.length * (table.ids.length - 1)) / 2
    const same = samePerson(pairs)
    const found = same?.reduce((sum, one) => sum + one, 0) ?? 0
    const people = peopleIn(table)
    const there = people ? pairsIn(blocksOf(people)) : 0
    return {
      rows: a.length, columns: null,
      facts: [
        `${countOf(a.length, 'pair')} to compare, of ${grouped(all)}`,
        ...(same && there > 0 ? [`${percent(found / there)} of those who are one person are among them`] : []),
      ],
      views: same && there > 0 ? [{
        view: 'bars', title: 'What blocking lets through', say: 'Pairs that are one person can only be found if blocking lets them through.', unit: 'pairs',
        rows: [{ label: 'One person, compared', value: found, tone: 'right' }, { label: 'One person, never compared', value: there - found, tone: 'missed' }, { label: 'Two people, compared', value: a.length - found, tone: 'note' }],
      }] : [],
    }
  },
}

type Part = { column: string; way: KeyWay }

function partsOf({ column, way, and, andWay }: { column: string; way: KeyWay; and: string; andWay: KeyWay }, table: Table, context: RunContext): Part[] {
  const parts = [{ column, way }, ...(and === '' ? [] : [{ column: and, way: andWay }])]
  for (const part of parts) {
    if (!columnOf(table, part.column)) context.problem(`There is no column "${part.column}" in this table. Choose another one for this pass.`, 'no-column')
  }
  return parts
}

function pairsOf(table: Table, passes: readonly (readonly Part[])[], context: RunContext): Pairs {
  const n = table.ids.length
  const seen = new Set<number>()
  for (const [i, parts] of passes.entries()) {
    const blocks = blocksOf(keysOf(table, parts))
    context.tick((i + 1) / (passes.length + 1))
    if (pairsIn(blocks) > MOST_PAIRS) {
      context.problem(`Pass ${i + 1} would compare ${grouped(pairsIn(blocks))} pairs, and ${grouped(MOST_PAIRS)} fit into a run. Make its key finer: add a second column.`, 'too-many-pairs')
    }
    for (const rows of blocks) for (let k = 0; k < rows.length; k++) for (let l = k + 1; l < rows.length; l++) seen.add((rows[k] as number) * n + (rows[l] as number))
    if (seen.size > MOST_PAIRS) context.problem(`All passes together would compare more than ${grouped(MOST_PAIRS)} pairs. Make a key finer, or leave a pass out.`, 'too-many-pairs')
  }
  if (seen.size === 0 && !context.applying) context.problem('No two records share a key, so there is nothing to compare. Make a key coarser.', 'empty')
  const keys = Float64Array.from(seen).sort()
  return { type: 'Pairs', table, a: Int32Array.from(keys, (key) => Math.floor(key / n)), b: Int32Array.from(keys, (key) => key % n) }
}
