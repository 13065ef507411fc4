import { describe, expect, it } from 'vitest'
import { FutureProblem, StayClock } from './stay-clock.ts'
import { streamOf } from './stream.fixture.ts'

const stream = streamOf({ hours: 20, hr: [[0, 80], [4, 90], [8, 120]], lactate: [[4, 2.5]], abx: 5, abxFiled: 9 })
const at = (hour: number) => {
  const clock = new StayClock(stream, 0)
  clock.moveTo(hour)
  return clock
}

describe('a chart, read at an hour', () => {
  it('shows the latest reading, and nothing that comes later', () => {
    expect([at(0).read('hr'), at(3).read('hr'), at(4).read('hr'), at(19).read('hr')]).toEqual([80, 80, 90, 120])
  })

  it('shows a blood value once the laboratory has sent it', () => {
    expect([at(4).read('lactate'), at(5).read('lactate'), at(6).read('lactate')]).toEqual([Number.NaN, Number.NaN, 2.5])
  })

  it('knows of what was written back from the hour at which it was filed', () => {
    expect([at(8).happened('abx'), at(9).happened('abx')]).toEqual([Number.NaN, 5])
  })

  it('throws for whoever asks for an hour that has not come', () => {
    expect(() => at(4).read('hr', 5)).toThrow(FutureProblem)
    expect(() => at(4).happened('abx', 9)).toThrow('It is hour 4 of this stay, and hour 9 was asked for.')
    expect(() => at(4).eachBack('hr', () => {}, { until: 8 })).toThrow(FutureProblem)
    expect(() => at(4).moveTo(3)).toThrow(FutureProblem)
  })
})
