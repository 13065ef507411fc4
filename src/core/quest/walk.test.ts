import { describe, expect, test } from 'vitest'
import { sampleQuest } from './quest.fixture.ts'
import { walkQuest } from './walk.ts'

describe('walking a quest in every direction', () => {
  test('a whole one has no dead end, and its huddle is met', () => {
    const { states, deadEnds } = walkQuest(sampleQuest())
    expect(deadEnds).toEqual([])
    expect([...states].sort()).toEqual(['brief', 'build', 'debrief', 'done', 'ethics-huddle', 'learn', 'offered', 'practice', 'verify', 'verifying'])
  })

  test('one with more ways than can be walked says so instead of taking all day', () => {
    const maze = sampleQuest((source) => {
      const machine = source['machine'] as { states: unknown[] }
      const choices = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, md: id }))
      machine.states = Array.from({ length: 12 }, (_, i) => ({ id: `room-${i}`, kind: 'quiz', after: 'verify', blocks: ['learn', 'build', 'debrief'][i % 3], choices }))
    })
    expect(walkQuest(maze)).toMatchObject({ unfinished: true, deadEnds: [] })
  })

  test('a state that nobody can choose their way out of is found', () => {
    const trapped = sampleQuest((source) => {
      const machine = source['machine'] as { states: Record<string, unknown>[] }
      machine.states = [{ id: 'locked-room', kind: 'approval', after: 'verify', choices: [] }]
    })
    expect(walkQuest(trapped).deadEnds).toContain('locked-room')
  })
})
