/** Starts the stage, or the bare quad it is measured against, as the address says; tells the measuring script through `window`. */
import type { Hospital } from '../../src/core/hospital.ts'
import { PEOPLE } from '../../scenes/hospital/people.ts'
import { startStage, type StartedStage } from '../../scenes/hospital/stage.ts'
import { startBareQuad } from './bare-quad.ts'

declare global {
  interface Window {
    stage?: StartedStage
    /** Frames painted so far. */
    painted: () => number
    ready?: boolean
  }
}

const query = new URLSearchParams(location.search)
const parent = document.querySelector<HTMLElement>('#stage')!

/** Every kind of quest mark, a nurse with her tablet, a slower door. */
const HOSPITAL: Hospital = {
  departments: [{
    id: 'medical-wards',
    name: 'Medical wards',
    about: '',
    people: PEOPLE.map(({ id }, i) => ({
      id,
      name: id,
      role: '',
      department: 'medical-wards',
      room: '',
      ...(id === 'joan-malik' ? { state: 'tablet' } : {}),
      quest: { id, title: id, mark: (['locked', 'offered', 'active', 'done'] as const)[i % 4]!, medal: 'none' },
    })),
  }],
  sprites: { 'revolving-door': query.get('door') ?? 'spinning' },
  stats: { readmissions: { label: 'Back within 30 days', value: 14.5, unit: '%' } },
  lights: query.has('lights') ? { library: 'on' } : {},
  unlocked: [],
}

if (query.has('bare')) {
  window.painted = startBareQuad(parent)
  window.ready = true
} else {
  const stage = await startStage(parent, {
    reducedMotion: query.get('motion') === '0',
    lowPower: query.get('lowpower') === '1',
    walkers: query.has('walkers') ? Number(query.get('walkers')) : null,
  })
  window.stage = stage
  window.painted = () => stage.frames
  if (!query.has('plain')) stage.show(HOSPITAL)
  await stage.complete
  window.ready = true
}
