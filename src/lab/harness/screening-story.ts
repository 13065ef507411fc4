/** The trap as a story: who went home that evening, who was ill among them, and what stood behind one of those grey pictures. */
import type { Verdict } from '../../core/verdict.ts'
import { squareExhibit } from '../blocks/image/shown.ts'
import { countOf } from '../blocks/say.ts'
import { drawClearly, type RetinaEye } from '../data/retina.ts'
import { drawDots } from '../imaging/dots.ts'
import type { ScreeningSet } from './screening-join.ts'
import { photographOf } from './screening-cases.ts'
import { sentHomeUnread } from './screening-figures.ts'

type Story = NonNullable<Verdict['story']>

export function screeningStory(sets: readonly ScreeningSet[]): Story {
  const home = sets.flatMap((set) => sentHomeUnread(set.people).map((row) => ({ set, row, ill: set.people.y[row] === 1 })))
  if (home.length === 0) return []
  const ill = home.filter((person) => person.ill)
  const times = ill.length / Math.max(0.5, sets.reduce((sum, set) => sum + illIfLikeTheOthers(set), 0))
  const one = ill[Math.floor(ill.length / 2)]
  return [
    {
      title: 'That evening',
      say: `${countOf(home.length, 'person', 'people')} had an eye that nobody could read. The box gave no score. No score became no letter, and no letter sounded like good news.`,
      exhibit: dotsOf(home.map(() => 'waiting'), `${countOf(home.length, 'person', 'people')} at home without an answer`),
    },
    {
      title: 'One month later',
      say: `${countOf(ill.length, 'of them has', 'of them have')} more than mild disease${times > 1.15 ? `: ${times.toFixed(1)} times as often as among the others at the same place` : ''}. The dots turn red. Nobody is looking at them.`,
      exhibit: dotsOf(home.map((person) => (person.ill ? 'ill' : 'well')), `${ill.length} of ${home.length} are ill; a full dot is somebody ill`),
    },
    ...(one ? behindTheHaze(one.set, one.row) : []),
  ]
}

/** How many of those sent home unread would be ill if they were like everybody else at their site. */
function illIfLikeTheOthers({ people }: ScreeningSet): number {
  const home = new Set(sentHomeUnread(people))
  const others = [...people.ids.keys()].filter((row) => !home.has(row))
  const ill = others.filter((row) => people.y[row] === 1).length
  return others.length === 0 ? 0 : (home.size * ill) / others.length
}

function dotsOf(dots: Parameters<typeof drawDots>[0], caption: string) {
  const { width, height, channels, pixels } = drawDots(dots)
  return { kind: 'picture', caption, width, height, channels, pixels } as const
}

function behindTheHaze(set: ScreeningSet, row: number): Story {
  const eyes = set.eyesOf(set.people.ids[row] as string)
  const poorest = [...eyes].sort((a, b) => (a.eye.takes[0]?.quality ?? 0) - (b.eye.takes[0]?.quality ?? 0))[0] as RetinaEye
  const { person, eye, pair } = poorest
  const why = pair.cataract ? 'a cloudy lens' : pair.smallPupil ? 'a pupil that stayed small' : 'a poor picture'
  return [
    {
      title: `What the camera saw of ${person.name}`,
      say: `${person.age} years old, diabetes for ${countOf(pair.years, 'year')}. Between the camera and the ${eye.side} eye: ${why}.`,
      exhibit: squareExhibit({ caption: `The ${eye.side} eye, as photographed`, draw: () => photographOf(poorest), size: 320 }),
    },
    {
      title: 'What was there',
      say: 'The same eye, with drops and a lamp, four weeks too late to be calm about it. A photograph that cannot be read is not a normal one. It is a question.',
      exhibit: squareExhibit({ caption: `The ${eye.side} eye, at the specialist`, draw: () => drawClearly(poorest, 320), size: 320, tone: 'missed' }),
    },
  ]
}
