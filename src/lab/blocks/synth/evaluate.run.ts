import type { View } from '../../../core/verdict.ts'
import type { Block, BlockSpec, RunContext } from '../../graph/block.ts'
import type { Table } from '../../graph/ports.ts'
import { columnOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { attackCurve, closestRecords, membershipAttack } from '../../synth/attack.ts'
import { epsilonOf, type Synthetic } from '../../synth/synthetic-value.ts'
import { taughtBy } from '../../synth/usefulness.ts'
import { numbersView } from '../distribution.ts'
import { figure, percent } from '../say.ts'
import { rocViewOf } from '../view/pictures.ts'
import { closestSpec, membershipSpec, syntheticSinkSpec, tradeOffSpec, tstrSpec } from './evaluate.ts'
import { reportSynthetic } from './generate.run.ts'

type Shown = { facts: string[]; views: View[] }

/** A test leaves behind what it saw. */
function test(spec: BlockSpec, look: (synthetic: Synthetic, outsiders: Table, context: RunContext) => Shown): Block {
  return {
    ...spec,
    fit(inputs, context) {
      const synthetic = take(inputs, 'synthetic', 'Synthetic')
      const outsiders = synthetic.outsiders ?? context.problem('There is nobody to test with: join real people who are kept out to the second input of the generator.', 'no-outsiders')
      const read = new Set(synthetic.people.ids)
      if (outsiders.ids.some((id) => read.has(id))) context.problem('Somebody is among the people who were read and among those kept out. Keep the two apart.', 'both')
      return { outputs: {}, state: look(synthetic, outsiders, context) }
    },
    report(_, __, state) {
      return { rows: null, columns: null, ...(state as Shown) }
    },
  }
}

interface Taught {
  real: number | null
  invented: number | null
  ratio: number | null
  views: View[]
}

function teach({ table, people }: Synthetic, outsiders: Table, predict: string, context: RunContext): Taught {
  if (columnOf(outsiders, predict)?.kind !== 'number') context.problem(`"${predict}" is no column of 0 and 1. Choose what should be predicted.`, 'no-column')
  const from = table.meta.map(({ name }) => name)
  const [invented, real] = [taughtBy(table, outsiders, predict, from), taughtBy(people, outsiders, predict, from)]
  const view = invented && rocViewOf({ y: invented.y, scores: invented.risks })
  return {
    invented: invented?.auc ?? null, real: real?.auc ?? null, ratio: invented && real ? invented.auc / real.auc : null,
    views: view?.view === 'roc' ? [{ ...view, title: 'Trained on invented people, asked about real ones' }] : [],
  }
}

export const tstr = test(tstrSpec, (synthetic, outsiders, context) => {
  const { real, invented, ratio, views } = teach(synthetic, outsiders, paramsOf(tstrSpec, context).predict, context)
  return {
    facts: [`${figure(invented, 2)} trained on invented people`, `${figure(real, 2)} trained on real ones`, `${percent(ratio)} of the usefulness is left`],
    views: [{ view: 'bars', title: 'AUROC on real people', say: 'The same model, taught by the one and by the other. 0.5 is a coin.', rows: [{ label: 'Taught by invented people', value: invented ?? 0 }, { label: 'Taught by real people', value: real ?? 0 }] }, ...views],
  }
})

function attacked({ table, people }: Synthetic, outsiders: Table, knows: readonly string[], context: RunContext) {
  return membershipAttack(people, outsiders, table, knows) ?? context.problem('None of what the attacker knows is released, or there are too few people to test with.', 'nothing-known')
}

export const membership = test(membershipSpec, (synthetic, outsiders, context) => {
  const attack = attacked(synthetic, outsiders, paramsOf(membershipSpec, context).knows, context)
  const curve = attackCurve('Who was in? The attacker\'s curve', attack.y, attack.scores)
  const spread = numbersView('attack', 'How sure the attacker is (log of the density ratio)', attack.scores, attack.y)
  return {
    facts: [`attack AUC ${figure(attack.auc, 2)}`, attack.auc < 0.56 ? 'hardly better than a coin' : 'the attacker can tell who was in'],
    views: [...(curve ? [curve] : []), ...(spread ? [spread] : [])],
  }
})

export const closest = test(closestSpec, ({ people, table }, outsiders, context) => {
  const { invented, strangers, same, distances } = closestRecords(people, outsiders, table) ?? context.problem('There is nobody to measure from.', 'empty')
  const passes = same === 0 && invented.low >= strangers.low && invented.middle >= strangers.middle
  const spread = numbersView('distance', 'Distance of invented people to the closest record', distances)
  return {
    facts: [passes ? 'no nearer than strangers are' : 'nearer than strangers are', `${same} are somebody`],
    views: [
      {
        view: 'bars', title: 'Distance to the closest record', say: 'In standard deviations over all columns. A common rule says: pass, where invented people are no nearer than real strangers. It does not ask whether anybody can be found.',
        rows: [
          { label: 'Invented, middle', value: invented.middle, tone: passes ? 'right' : 'wrong' }, { label: 'Strangers, middle', value: strangers.middle, tone: 'note' },
          { label: 'Invented, nearest 5%', value: invented.low }, { label: 'Strangers, nearest 5%', value: strangers.low, tone: 'note' },
        ],
      },
      ...(spread ? [spread] : []),
    ],
  }
})

export const tradeOff = test(tradeOffSpec, (synthetic, outsiders, context) => {
  const { predict, knows } = paramsOf(tradeOffSpec, context)
  const [useful, attack, epsilon] = [teach(synthetic, outsiders, predict, context).ratio, attacked(synthetic, outsiders, knows, context).auc, epsilonOf(synthetic)]
  const told = Math.max(0, 2 * attack - 1)
  return {
    facts: [`${percent(useful)} as useful as real people`, `attack AUC ${figure(attack, 2)}`, epsilon === null ? 'no promise' : `epsilon ${figure(epsilon, 1)}`],
    views: [{
      view: 'bars', title: 'Useful and private', say: 'A hundred: as useful as real people. And of a hundred steps from a coin to certainty, those that the attacker has made.', unit: 'of 100',
      rows: [
        { label: 'Usefulness kept', value: Math.round(100 * (useful ?? 0)), tone: 'right' },
        { label: 'Attacker\'s gain', value: Math.round(100 * told), tone: told > 0.12 ? 'wrong' : 'note' },
      ],
    }],
  }
})

export const syntheticSink: Block = {
  ...syntheticSinkSpec,
  fit(inputs) {
    return { outputs: { result: { type: 'Result', from: take(inputs, 'synthetic', 'Synthetic') } }, state: null }
  },
  report: (inputs) => reportSynthetic(take(inputs, 'synthetic', 'Synthetic')),
}
