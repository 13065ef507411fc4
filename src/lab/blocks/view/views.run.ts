import type { View } from '../../../core/verdict.ts'
import type { Block, BlockSpec, RunContext } from '../../graph/block.ts'
import type { Decisions, PortValue, ScoredSet, Scores, Table } from '../../graph/ports.ts'
import { paramsOf } from '../../graph/take.ts'
import { calibrationViewOf, coefficientsViewOf, confusionViewOf, groupsViewOf, rocViewOf, timelineViewOf } from './pictures.ts'
import { calibrationSpec, coefficientsSpec, confusionSpec, groupsSpec, rocSpec, timelineSpec } from './views.ts'

/** A view hands nothing on: its picture is what it leaves behind, to be shown in its report. */
function viewBlock(spec: BlockSpec, draw: (value: PortValue, context: RunContext) => View): Block {
  return {
    ...spec,
    fit(inputs, context) {
      const value = inputs['from']
      if (!value) return context.problem('There is nothing to look at.', 'missing-input')
      return { outputs: {}, state: draw(value, context) }
    },
    report(_, __, state) {
      return { rows: null, columns: null, facts: [], views: [state as View] }
    },
  }
}

const NO_LABEL = 'Nobody has said what to predict: put a Label before the scores.'

function scoredIn(value: PortValue, context: RunContext): Scores | Decisions {
  if (value.type !== 'Scores' && value.type !== 'Decisions') return context.problem('Only scores or decisions can be looked at here.', 'wrong-type')
  if (value.test.y.some(Number.isNaN)) context.problem(NO_LABEL, 'no-label')
  return value
}

function decidedIn(value: PortValue, context: RunContext): Decisions {
  const scored = scoredIn(value, context)
  return scored.type === 'Decisions' ? scored : context.problem('Only decisions can be looked at here.', 'wrong-type')
}

export const rocView = viewBlock(rocSpec, (value, context) => {
  const scored = scoredIn(value, context)
  return rocViewOf(scored.test, scored.type === 'Decisions' ? scored.threshold : undefined)
    ?? context.problem('Everybody in the test has the same outcome, so there is no curve.', 'one-class')
})

export const calibrationView = viewBlock(calibrationSpec, (value, context) => {
  const scored = scoredIn(value, context)
  if (!scored.probability) {
    context.problem('Points are not risks: they say who comes first, not how likely it is. Put Calibrate in between.', 'points')
  }
  return calibrationViewOf(scored.test) ?? context.problem('There is nobody in the test.', 'empty')
})

export const coefficientsView = viewBlock(coefficientsSpec, (value, context) => {
  const explains = value.type === 'Scores' || value.type === 'Decisions' ? value.explains : undefined
  return explains ? coefficientsViewOf(explains) : context.problem('Points have no learnt weights: what counts is printed on the score itself.', 'points')
})

export const confusionView = viewBlock(confusionSpec, (value, context) => confusionViewOf(decidedIn(value, context)))

export const groupsView = viewBlock(groupsSpec, (value, context) => {
  const { test, probability } = decidedIn(value, context)
  const { by } = paramsOf(groupsSpec, context)
  return groupsViewOf(test, by, probability) ?? context.problem(`"${by}" does not name a few groups of people. Choose a column of few different words, such as the language group.`, 'no-column')
})

export const timelineView = viewBlock(timelineSpec, (value, context) => {
  const { table, uses } = seenIn(value) ?? context.problem('There are no columns to look at here.', 'wrong-type')
  return timelineViewOf(table.meta, uses, context.viewAt)
})

function seenIn(value: PortValue): { table: Table; uses: readonly string[] } | null {
  switch (value.type) {
    case 'Table':
      return { table: value, uses: [] }
    case 'Split':
      return { table: value.train, uses: [] }
    case 'Matrix':
      return { table: value.tables.train, uses: value.uses }
    case 'Scores':
    case 'Decisions':
      return { table: (value.test satisfies ScoredSet).table, uses: value.uses }
    default:
      return null
  }
}
