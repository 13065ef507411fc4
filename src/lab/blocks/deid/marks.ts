import { type Annotations, readAnnotations } from '../../../core/artefacts/annotations.ts'
import type { RunContext } from '../../graph/block.ts'

/** What was marked, checked; a problem in plain words when it cannot be read. */
export function marksOf(context: RunContext): Annotations {
  const read = readAnnotations(Object.hasOwn(context.artefacts, 'annotations') ? context.artefacts['annotations'] : undefined)
  return read.ok ? read.annotations : context.problem(read.say, 'annotations')
}
