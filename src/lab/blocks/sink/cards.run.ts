import type { Exhibit } from '../../../core/verdict.ts'
import type { Block } from '../../graph/block.ts'
import type { Cards, Rulings } from '../../graph/ports.ts'
import { take } from '../../graph/take.ts'
import { answerOf } from '../../orders/coverage-answer.ts'
import { coverageCard, coverageResponse } from '../../orders/coverage-card.ts'
import { orderAt } from '../../orders/order-at.ts'
import { countOf } from '../say.ts'
import { cardsSinkSpec } from './cards.ts'

const SHOWN = 4

export const cardsSink: Block = {
  ...cardsSinkSpec,
  fit(inputs) {
    return { outputs: { result: { type: 'Result', from: cardsFor(take(inputs, 'rulings', 'Rulings')) } }, state: null }
  },
  report(inputs) {
    const rulings = take(inputs, 'rulings', 'Rulings')
    const answers = rulings.rulings.map(({ outcome }) => answerOf(outcome))
    const asked = answers.filter(({ pa }) => pa !== 'no').length
    const exhibits = answers.slice(0, SHOWN).map((answer, row): Exhibit => {
      const order = orderAt(rulings.cases, row)
      const { summary, detail, indicator } = coverageCard(order.id, order, answer)
      return { kind: 'card', caption: `${order.id}, ${order.name}`, summary, detail, indicator }
    })
    return {
      rows: answers.length,
      columns: null,
      facts: [countOf(answers.length, 'card'), `${asked} ask for permission`],
      views: [{ view: 'exhibits', title: 'The first cards', exhibits }],
    }
  },
}

function cardsFor(rulings: Rulings): Cards {
  const answers = rulings.rulings.map(({ outcome }) => answerOf(outcome))
  return { type: 'Cards', rulings, answers, responses: answers.map((answer, row) => coverageResponse(rulings.cases.ids[row] ?? '', orderAt(rulings.cases, row), answer)) }
}
