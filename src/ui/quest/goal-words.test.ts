import { describe, expect, it } from 'vitest'
import { thresholdText } from '../../core/quest/figure-text.ts'
import { figureText, formatDistance, formatFigure } from './figures.ts'
import { goalLadder, missingWords, nextMedal, thresholdWords } from './goal-words.ts'

const auc = { metric: 'auc', op: '>=' as const, pass: 0.67, silver: 0.69, gold: 0.7 }
const gap = { metric: 'gap', op: '<=' as const, pass: 0.05, silver: 0.03, gold: 0.02 }

describe('figures', () => {
  it('read as their kind', () => {
    expect(formatFigure(0.70214)).toBe('0.702')
    expect(formatFigure(0.4271, 'percent')).toBe('42.7%')
    expect(formatFigure(null, 'percent')).toBe('not measured')
    expect(formatFigure(Number.NaN)).toBe('not measured')
    expect(formatFigure(1500, 'count')).toBe('1,500')
    expect(thresholdText(0.7)).toBe('0.70')
    expect(thresholdText(0.025)).toBe('0.025')
    expect(thresholdText(0.36, 'percent')).toBe('36%')
    expect(figureText(14.5, '%')).toBe('14.5%')
  })

  it('differ by points when they are shares', () => {
    expect(formatDistance(0.01, 'percent')).toBe('1.0 point')
    expect(formatDistance(0.033, 'percent')).toBe('3.3 points')
    expect(formatDistance(0.018)).toBe('0.018')
  })
})

describe('a goal', () => {
  it('says what it asks for', () => {
    expect(thresholdWords('>=', 0.36, 'percent')).toBe('at least 36%')
    expect(thresholdWords('<=', 0.06, 'number')).toBe('at most 0.06')
  })

  it('says by how much the next medal was missed', () => {
    expect(missingWords({ metric: 'auc', op: '>=', value: 0.682, reached: 'pass', missing: 0.008 }, 'number')).toBe('0.008 short of silver')
    expect(missingWords({ metric: 'gap', op: '<=', value: 0.27, reached: 'none', missing: 0.22 }, 'number')).toBe('0.220 too high for bronze')
    expect(missingWords({ metric: 'auc', op: '>=', value: 0.71, reached: 'gold', missing: 0 }, 'number')).toBe('Gold: nothing left to reach')
    expect(missingWords({ metric: 'ece', op: '<=', value: null, reached: 'none', missing: 0, why: 'Points are not risks.' }, 'number')).toBe('Points are not risks.')
  })

  it('climbs bronze, silver, gold', () => {
    expect([nextMedal('none'), nextMedal('pass'), nextMedal('silver'), nextMedal('gold')]).toEqual(['pass', 'silver', 'gold', null])
  })

  it('is drawn as a scale from poor to good, whichever way its metric runs', () => {
    for (const goal of [auc, gap]) {
      const { marks } = goalLadder(goal, goal.silver)
      expect(marks.map(mark => mark.reached)).toEqual([true, true, false])
      expect(marks[0]!.at).toBeLessThan(marks[1]!.at)
      expect(marks[1]!.at).toBeLessThan(marks[2]!.at)
      expect(marks[2]!.at).toBeLessThan(1)
    }
    expect(goalLadder(gap, 0.3).at).toBe(0)
    expect(goalLadder(auc, 0.99).at).toBe(1)
    expect(goalLadder(auc, null).at).toBeNull()
  })

  it('keeps its marks apart even when all medals ask the same', () => {
    const { marks, at } = goalLadder({ metric: 'x', op: '>=', pass: 1, silver: 1, gold: 1 }, 1)
    expect(marks.every(mark => mark.reached && Number.isFinite(mark.at))).toBe(true)
    expect(at).not.toBeNull()
  })
})
