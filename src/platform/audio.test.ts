import { beforeEach, expect, test, vi } from 'vitest'
import { EFFECT_SOUNDS } from '../core/sounds.ts'
import { howlerSound } from './audio.ts'

/** A loudspeaker that writes down what it is told. */
const made = vi.hoisted(() => [] as { options: Record<string, unknown>; heard: string[]; loaded: boolean; volumes: number[] }[])
const disk = vi.hoisted(() => ({ state: 'loaded' }))
vi.mock('howler', () => ({
  Howl: class {
    private readonly me
    private on = false
    constructor(options: Record<string, unknown>) {
      this.me = { options, heard: [] as string[], loaded: options.preload !== false, volumes: [] as number[] }
      made.push(this.me)
    }
    play(name = 'all') { this.on = true; this.me.heard.push(name) }
    pause() { this.on = false; this.me.heard.push('pause') }
    playing() { return this.on }
    load() { this.me.loaded = true }
    state() { return this.me.loaded ? disk.state : 'unloaded' }
    volume(level: number) { this.me.volumes.push(level) }
  },
}))

const files = { effects: ['sfx.webm'], ambient: ['ambient.webm'], sprite: async () => ({ click: [0, 90] as [number, number] }) }
const loud = { effects: 0.6, ambient: 0.3 }
let hand: EventTarget
beforeEach(() => {
  made.length = 0
  disk.state = 'loaded'
  hand = new EventTarget()
})
const touch = async (type = 'pointerdown') => {
  hand.dispatchEvent(new Event(type))
  await new Promise((resolve) => setTimeout(resolve, 5))
}

test('nothing is fetched before the first gesture, and once after it', async () => {
  const sound = howlerSound(files, undefined, hand)
  sound.settings(loud)
  sound.play('click')
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(made).toEqual([])
  await touch('keydown')
  await touch()
  expect(made).toHaveLength(2)
  sound.play('click')
  expect(made[0]?.heard).toEqual(['click'])
})

test('it waits until the line is free', async () => {
  let free = () => {}
  howlerSound(files, () => new Promise((resolve) => { free = resolve }), hand)
  await touch()
  expect(made).toEqual([])
  free()
  await vi.waitFor(() => expect(made).toHaveLength(2))
})

test('the long ambient file is fetched only when somebody is to hear it', async () => {
  const sound = howlerSound(files, undefined, hand)
  sound.settings({ effects: 0.6, ambient: 0 })
  sound.ambient(true)
  await touch()
  expect(made[1]?.loaded).toBe(false)
  sound.settings(loud)
  expect([made[1]?.loaded, made[1]?.heard.at(-1)]).toEqual([true, 'all'])
  sound.ambient(false)
  expect(made[1]?.heard.at(-1)).toBe('pause')
})

test('what was to be heard before its file had come is not heard late', async () => {
  const sound = howlerSound(files, undefined, hand)
  sound.settings(loud)
  await touch()
  disk.state = 'loading'
  for (const step of ['step1', 'step2', 'door'] as const) sound.play(step)
  disk.state = 'loaded'
  sound.play('success')
  expect(made[0]?.heard).toEqual(['success'])
})

test('silence is silent: at volume nought nothing is played', async () => {
  const sound = howlerSound(files, undefined, hand)
  sound.settings({ effects: 0, ambient: 0 })
  await touch()
  sound.play('click')
  expect(made[0]?.heard).toEqual([])
})

test('sounds that mean something have words, also in silence and without any sound file; clicks have none', async () => {
  for (const given of [files, null]) {
    const heard: string[] = []
    const sound = howlerSound(given, undefined, hand)
    const stop = sound.onCaption((words) => heard.push(words))
    sound.play('click')
    sound.play('success')
    expect(heard).toEqual(['Bright chord: it worked'])
    stop()
    sound.play('success')
    expect(heard).toHaveLength(1)
  }
})

test('what a quest may call for has words of its own, each its own', () => {
  const heard: string[] = []
  const sound = howlerSound(null, undefined, hand)
  sound.onCaption((words) => heard.push(words))
  for (const name of EFFECT_SOUNDS) sound.play(name)
  expect(new Set(heard).size).toBe(EFFECT_SOUNDS.length)
})

test('sound that cannot be fetched leaves a game that can be played', async () => {
  const sound = howlerSound({ ...files, sprite: () => Promise.reject(new Error('offline')) }, undefined, hand)
  sound.settings(loud)
  await touch()
  expect(() => sound.play('click')).not.toThrow()
})
