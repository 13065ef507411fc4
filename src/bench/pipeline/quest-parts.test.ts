import { expect, test } from 'vitest'
import type { Graph } from '../../core/quest/schema.ts'
import { checkExpression } from './expression-check.ts'
import { namesMade, withMade } from './quest-parts.ts'

const columns = [{ name: 'age', label: 'Age', kind: 'number' as const, availableAt: 'admission' }]
const graph: Graph = {
  nodes: [
    { id: 'q', block: 'sql.query', params: { sql: 'SELECT ward, avg(CAST(los AS REAL)) AS nights, max(age) AS age, count(*) AS "how many" FROM rows GROUP BY ward' } },
    { id: 'q2', block: 'sql.query', params: { sql: 'SELECT nights * 2 AS nights FROM rows' } },
    { id: 'keep', block: 'table.filter', params: { expr: 'age AS old' } },
  ],
  edges: [],
}

test('what a query calls its columns is known to the blocks behind it', () => {
  expect(namesMade(graph)).toEqual(['nights', 'age', 'how many'])
  const known = withMade(columns, namesMade(graph))
  expect(known.map(({ name }) => name)).toEqual(['age', 'nights', 'how many'])
  expect([checkExpression('nights > 3', columns), checkExpression('nights > 3', known)]).toEqual(['There is no column "nights".', null])
})

test('where the columns of a table are not known, none are made up', () => {
  expect(withMade([], ['nights'])).toEqual([])
})
