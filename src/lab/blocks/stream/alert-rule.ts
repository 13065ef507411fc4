import { z } from 'zod'
import type { BlockSpec, PortSpec } from '../../graph/block.ts'

const out = [{ name: 'alerts', label: 'Alarms', type: 'Alerts' }] as const satisfies readonly PortSpec[]
const shape = { family: 'decide', inputs: [{ name: 'alerts', label: 'Alarms', type: 'Alerts' }], outputs: out } as const

export const alertRuleSpec = {
  id: 'alert.rule',
  family: 'decide',
  title: 'Alarm rule',
  summary: 'Plays the stays hour by hour and rings at every moment whose score is high enough.',
  inputs: [{ name: 'scores', label: 'Scores', type: 'Scores' }, { name: 'stream', label: 'Stays', type: 'Stream' }],
  outputs: out,
  params: z.strictObject({
    from: z.number().min(0).max(100).default(5).meta({
      title: 'Rings from',
      description: 'A risk between 0 and 1, or points: 5 is the urgent review of NEWS2, 7 its emergency.',
    }),
  }),
} as const satisfies BlockSpec

export const persistSpec = {
  id: 'alert.shape:persist',
  title: 'Must persist',
  summary: 'Rings only when so many chartings in a row are high enough. One odd reading is then no alarm.',
  ...shape,
  params: z.strictObject({
    moments: z.int().min(1).max(12).default(2).meta({ title: 'Chartings in a row', description: 'More means fewer false alarms, and later ones.' }),
    holdsOver: z.boolean().default(false).meta({ title: 'Hold over what cannot be read', description: 'A moment without points neither counts nor breaks the row. Off: it breaks the row.' }),
  }),
} as const satisfies BlockSpec

export const lockoutSpec = {
  id: 'alert.shape:lockout',
  title: 'Lock-out',
  summary: 'Keeps silent for some hours after an alarm: whoever came knows already.',
  ...shape,
  params: z.strictObject({
    hours: z.int().min(0).max(72).default(8).meta({ title: 'Hours of silence', description: 'More means fewer alarms, and a second turn for the worse may go unheard.' }),
    resetAfter: z.int().min(0).max(48).default(0).meta({ title: 'Quiet moments that end it', description: 'So many moments in a row below the line end the silence early: whoever falls ill again is heard. 0: nothing ends it.' }),
  }),
} as const satisfies BlockSpec

export const tierSpec = {
  id: 'alert.shape:tier',
  title: 'Urgent from',
  summary: 'Makes high scores urgent. An urgent alarm breaks the silence after one that was not.',
  ...shape,
  params: z.strictObject({
    from: z.number().min(0).max(100).default(7).meta({ title: 'Urgent from', description: 'A risk between 0 and 1, or points.' }),
  }),
} as const satisfies BlockSpec
