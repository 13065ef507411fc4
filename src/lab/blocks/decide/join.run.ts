import type { Block, RunContext } from '../../graph/block.ts'
import type { Decisions, Rulings } from '../../graph/ports.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { countOf } from '../say.ts'
import { joinSpec } from './join.ts'

/** Nothing is learnt. A case that the list does not know is not on it. */
export const join: Block = {
  ...joinSpec,
  fit(inputs, context) {
    const joined = together(take(inputs, 'rulings', 'Rulings'), take(inputs, 'decisions', 'Decisions'), paramsOf(joinSpec, context).as, context)
    return { outputs: { rulings: joined }, state: null }
  },
  report(_, outputs) {
    const { rulings, listed = [] } = take(outputs, 'rulings', 'Rulings')
    const name = listed.at(-1) ?? ''
    const on = rulings.filter(({ outcome }) => outcome[name]?.[0] === 'yes').length
    return { rows: rulings.length, columns: null, facts: [countOf(rulings.length, 'ruling'), `${countOf(on, 'case')} on the list`], views: [] }
  },
}

function together(rules: Rulings, { test }: Decisions, as: string, context: RunContext): Rulings {
  if (rules.outputs.includes(as)) context.problem(`The rules have an answer "${as}" of their own. Give the list another name.`, 'twice')
  const flagged = new Set(test.ids.filter((_, row) => test.flagged[row] === 1))
  return {
    ...rules, outputs: [...rules.outputs, as], listed: [...(rules.listed ?? []), as],
    rulings: rules.rulings.map(({ hits, outcome }, row) => ({ hits, outcome: { ...outcome, [as]: [flagged.has(rules.cases.ids[row] as string) ? 'yes' : 'no'] } })),
  }
}
