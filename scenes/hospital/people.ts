/** Where the people with a name stand. Everybody looks at the viewer; `meet` is where one stands to speak with them. */
import type { Facing, Point } from '../kit/plan.ts'

export interface Person {
  id: string
  at: Point
  facing: Facing
  meet: Point
}

/** One step away on the side they look to. */
function facing(id: string, x: number, y: number, side: 'se' | 'sw'): Person {
  return { id, at: [x, y], facing: side, meet: side === 'se' ? [x + 1, y] : [x, y + 1] }
}

export const PEOPLE: readonly Person[] = [
  // Rosa sits behind her counter: one speaks with her across it.
  { id: 'rosa-lind', at: [11.5, 12.5], facing: 'sw', meet: [11.5, 14.5] },
  facing('joan-malik', 20.5, 5.5, 'sw'),
  facing('sam-okafor', 19.5, 2.5, 'sw'),
  facing('mei-tan', 22.5, 2.5, 'sw'),
  facing('ngozi-adler', 8.5, 4.5, 'se'),
  facing('ines-falk', 14.5, 3.5, 'sw'),
  facing('priya-anand', 6.5, 16.5, 'sw'),
  facing('marisol-quint', 16.5, 13.5, 'sw'),
  facing('abel-osei', 22.5, 16.5, 'sw'),
  facing('tobias-wren', 4.5, 4.5, 'sw'),
  facing('petra-holm', 17.5, 17.5, 'sw'),
  facing('thandi-moyo', 6.5, 13.5, 'sw'),
  facing('bo-larsen', 15.5, 9.5, 'sw'),
  facing('edith-moore', 8.5, 20.5, 'sw'),
  facing('dev-rana', 26.5, 11.5, 'sw'),
]
