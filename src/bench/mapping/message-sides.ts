/** What a row may name between messages and FHIR. */
import { leafPaths } from '../../lab/interop/fhir/shapes.ts'
import { V2_TRANSFORMS } from '../../lab/interop/map/transforms.ts'
import { namedPaths } from '../../lab/interop/v2/names.ts'
import { type Sample, valuesRead } from './live.ts'
import type { SideNames } from './mapping-context.ts'
import { words } from './words.ts'

export function messageSides(samples: readonly Sample[]): SideNames {
  return {
    sources: namedPaths(),
    targets: leafPaths(),
    transforms: V2_TRANSFORMS,
    words,
    valuesRead: (row) => valuesRead(samples, row),
    codesFor: () => [],
  }
}
