/**
 * Who walks where, and why. Each goes round their stops for ever; a stop may hold them for a while and turn them to what they
 * came for. `npc/<look>` are the people without a name that the art drew.
 */
import type { Facing, Point } from '../kit/plan.ts'

export interface Stop {
  at: Point
  /** Seconds spent here. */
  stay: number
  /** Where they look while they stay. */
  look?: Facing
}

export interface Route {
  /** Name of the drawings. */
  look: string
  /** Metres a second. */
  pace: number
  stops: readonly Stop[]
  /** Pushed along in front: the drawings of somebody in a wheelchair. */
  pushes?: string
}

const stop = (x: number, y: number, stay = 0, look?: Facing): Stop => ({ at: [x, y], stay, ...(look ? { look } : {}) })

export const ROUTES: readonly Route[] = [
  // A nurse between her patients and the discharge desk.
  {
    look: 'amb-1',
    pace: 1.5,
    stops: [stop(18.5, 2.5, 6, 'ne'), stop(21.5, 5.5, 5, 'nw'), stop(18.5, 5.5, 6, 'nw'), stop(19.5, 6.5, 2, 'se'), stop(23.5, 2.5, 7, 'ne')],
  },
  // A porter brings somebody in a wheelchair from the wards to radiology and back.
  {
    look: 'amb-6',
    pace: 1.1,
    pushes: 'amb-7',
    stops: [stop(17.5, 6.5, 8, 'sw'), stop(17, 9, 0), stop(14, 9, 0), stop(13.5, 7.5, 10, 'nw'), stop(14, 9.5, 0), stop(20.5, 9.5, 3, 'se')],
  },
  // A doctor from the eye clinic to the library and the orders desk.
  {
    look: 'amb-2',
    pace: 1.5,
    stops: [stop(8.5, 6.5, 8, 'ne'), stop(8.5, 9.5, 0), stop(22, 10, 0), stop(22, 12, 7, 'ne'), stop(16.5, 9.5, 4, 'se')],
  },
  // Another one looks at films, then goes to the wards.
  {
    look: 'amb-8',
    pace: 1.4,
    stops: [stop(14.5, 1.5, 7, 'ne'), stop(13.5, 9.5, 1, 'sw'), stop(18.5, 6.5, 6, 'ne'), stop(12.5, 10, 4, 'sw')],
  },
  // A patient takes a walk from the bed by the window into the garden.
  {
    look: 'amb-3',
    pace: 0.9,
    stops: [stop(23.5, 3.5, 12, 'sw'), stop(17.5, 8.5, 0), stop(11.5, 10, 4, 'sw'), stop(12.5, 18, 0), stop(13.5, 21.5, 12, 'sw'), stop(12, 19.5, 0)],
  },
  // A visitor comes in by the main entrance, asks at the desk and visits the wards, leaves through the revolving door.
  {
    look: 'amb-4',
    pace: 1.4,
    stops: [stop(11.5, 22.5, 3), stop(10.5, 14.5, 6, 'ne'), stop(13.5, 10, 0), stop(19, 3.5, 14, 'ne'), stop(23.5, 7, 0), stop(26.5, 7, 2, 'se'), stop(26.5, 19.5, 1)],
  },
  // Somebody has an appointment in outpatients, and waits for the bus afterwards.
  {
    look: 'amb-5',
    pace: 1.2,
    stops: [stop(26.5, 16.5, 14, 'se'), stop(26, 19.5, 0), stop(11.5, 19.5, 0), stop(9.5, 16.5, 0), stop(4.5, 17.5, 12, 'ne'), stop(1.5, 17.5, 6, 'se')],
  },
]
