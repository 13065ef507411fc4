import { describe, expect, test } from 'vitest'
import { sampleQuest } from './quest.fixture.ts'
import { walkQuest } from './walk.ts'

describe('walking a quest in every direction', () => {
  test('a whole one has no dead end, and its huddle is met', () => {
    const { states, deadEnds } = walkQuest(sampleQuest())
    expect(deadEnds).toEqual([])
    expect([...states].sort()).toEqual(['brief', 'build', 'debrief', 'done', 'ethics-huddle', 'learn', 'offered', 'practice', 'verify', 'verifying'])
  })

  test('a state that nobody can choose their way out of is found', () => {
    const trapped = sampleQuest((source) => {
      const machine = source['machine'] as { states: Record<string, unknown>[] }
      machine.states = [{ id: 'locked-room', kind: 'approval', after: 'verify', choices: [] }]
    })
    expect(walkQuest(trapped).deadEnds).toContain('locked-room')
  })
})
