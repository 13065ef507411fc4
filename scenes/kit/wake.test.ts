import { expect, test } from 'vitest'
import { Wake } from './wake.ts'

function sleeper() {
  const log: string[] = []
  const wake = new Wake({ start: () => log.push('start'), stop: () => log.push('stop') })
  return { wake, log }
}

test('a change is painted once, then the loop sleeps', () => {
  const { wake, log } = sleeper()
  wake.touch()
  expect(wake.awake).toBe(true)
  wake.painted()
  expect(wake.awake).toBe(false)
  expect(log).toEqual(['start', 'stop'])
})

test('the loop runs for as long as anybody moves', () => {
  const { wake } = sleeper()
  wake.keep('player', true)
  wake.keep('camera', true)
  wake.painted()
  wake.keep('player', false)
  wake.painted()
  expect(wake.awake).toBe(true)
  wake.keep('camera', false)
  expect(wake.awake).toBe(false)
})

test('under a bench nothing runs, whatever moves or changes', () => {
  const { wake } = sleeper()
  wake.keep('walkers', true)
  wake.cover(true)
  expect(wake.awake).toBe(false)
  wake.touch()
  wake.keep('player', true)
  expect(wake.awake).toBe(false)
})

test('uncovered, it paints what has changed meanwhile', () => {
  const { wake, log } = sleeper()
  wake.touch()
  wake.painted()
  wake.cover(true)
  wake.touch()
  wake.cover(false)
  expect(wake.awake).toBe(true)
  wake.painted()
  expect(log).toEqual(['start', 'stop', 'start', 'stop'])
})

test('starting and stopping are said once each', () => {
  const { wake, log } = sleeper()
  wake.keep('walkers', true)
  wake.keep('walkers', true)
  wake.touch()
  expect(log).toEqual(['start'])
})
