import { expect, test } from 'vitest'
import { settingsStore } from './settings.ts'
import { browserMemory, pageMemory } from './small-memory.ts'

const defaults = { effects: 0.6, captions: true, keys: { up: 'w', down: 's' } }

test('what was chosen is there the next time', () => {
  const memory = pageMemory()
  settingsStore(defaults, memory).write({ ...defaults, effects: 0.1, keys: { up: 'i', down: 'k' } })
  expect(settingsStore(defaults, memory).read()).toEqual({ effects: 0.1, captions: true, keys: { up: 'i', down: 'k' } })
})

test.each(['', '{', 'null', '[]', '7', '{"effects":"loud","captions":null,"keys":[1]}', '{"keys":{"up":5}}', '{"__proto__":{"effects":0}}'])(
  'a broken text falls back to what is usual: %s', (text) => {
    const memory = pageMemory()
    memory.write('st-turing.settings', text)
    expect(settingsStore(defaults, memory).read()).toEqual(defaults)
  })

test('a field that is new in this version gets its usual value, one that is gone is dropped', () => {
  const memory = pageMemory()
  memory.write('st-turing.settings', '{"effects":0.2,"theme":"dark"}')
  expect(settingsStore(defaults, memory).read()).toEqual({ ...defaults, effects: 0.2 })
})

test('a browser that forbids storage keeps settings for this visit', () => {
  const memory = browserMemory(() => { throw new DOMException('denied', 'SecurityError') })
  settingsStore(defaults, memory).write({ ...defaults, captions: false })
  expect(settingsStore(defaults, memory).read().captions).toBe(false)
  memory.forget('st-turing.settings')
  expect(settingsStore(defaults, memory).read()).toEqual(defaults)
})

test('settings of an older version are read, and no model is switched on by them', () => {
  const memory = pageMemory()
  const off = { ...defaults, model: { engine: 'off', address: 'http://localhost:8080', name: '' } }
  memory.write('st-turing.settings', '{"effects":0.2,"captions":true,"keys":{"up":"w","down":"s"}}')
  expect(settingsStore(off, memory).read()).toEqual({ ...off, effects: 0.2 })
  settingsStore(off, memory).write({ ...off, model: { ...off.model, engine: 'server' } })
  expect(settingsStore(off, memory).read().model.engine).toBe('server')
})
