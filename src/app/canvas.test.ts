import { beforeEach, expect, test, vi } from 'vitest'
import { hospital } from '../core/hospital.ts'
import { career } from '../core/log/folds.ts'
import { hospitalCanvas } from './canvas.ts'
import { readFlags } from './flags.ts'
import { DEFAULT_SETTINGS } from './state.ts'

vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }))

/** A stage with one person on it. */
const stage = vi.hoisted(() => ({
  motion() {}, keys() {}, show() {}, sleep() {}, destroy() {}, onEvent: () => () => {}, nextFrame: async () => {},
  walkToPerson: (person: string) => person === 'joan-malik',
  walkToDepartment: (department: string) => department === 'garden',
}))
vi.mock('../../scenes/hospital/stage.ts', () => ({ startStage: async () => stage }))

let states: string[]
beforeEach(() => { states = [] })

const canvas = () => hospitalCanvas({ parent: {} as HTMLElement, flags: readFlags(''), onEvent() {}, onState: (state) => states.push(state) })
const view = { awake: true, coming: false, hospital: hospital(career([]), []), look: null, reduced: false, settings: DEFAULT_SETTINGS }

test('the map brings the player to whoever stands on it, and says so when it cannot', async () => {
  const map = canvas()
  expect(map.walkToPerson('joan-malik')).toBe(false)
  map.show(view)
  await vi.waitFor(() => expect(states.at(-1)).toBe('on'))
  expect([map.walkToPerson('joan-malik'), map.walkToPerson('zoe-brandt')]).toEqual([true, false])
  expect([map.walkToDepartment('garden'), map.walkToDepartment('milk-kitchen')]).toEqual([true, false])
  map.show({ ...view, settings: { ...DEFAULT_SETTINGS, map: false } })
  expect([states.at(-1), map.walkToPerson('joan-malik')]).toEqual(['off', false])
})
