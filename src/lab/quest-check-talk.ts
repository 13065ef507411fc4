/** A desk that talks against the conversations that its generator writes: whether it can know every intent that people come with. */
import { readPromptPack } from '../core/artefacts/prompt-pack.ts'
import { jsonPath, type Report } from '../core/quest/problem.ts'
import type { Quest } from '../core/quest/schema.ts'
import { TalkSpec } from './data/dialogues/spec.ts'
import { didYouMean } from './data/nearest-name.ts'
import { paramsFor } from './data/quest-cases.ts'

export function checkTalk(quest: Quest, report: Report): void {
  const { build, practiceArtefacts, data } = quest
  if (data.generator !== 'dialogues.written') return
  const spec = TalkSpec.safeParse(paramsFor(quest, { params: {} }))
  // What is wrong with the parameters themselves is told elsewhere.
  const wanted = spec.success ? Object.keys(spec.data.intents) : []
  for (const [path, artefacts] of [
    [['build', 'startArtefacts'], build.startArtefacts], [['build', 'referenceArtefacts'], build.referenceArtefacts], [['practiceArtefacts'], practiceArtefacts ?? {}],
  ] as const) {
    const read = readPromptPack(artefacts['promptPack'])
    if (!read.ok) continue
    if (!read.pack.talk) {
      report(jsonPath([...path, 'promptPack']), 'people come to talk, and this desk has no "talk"', 'Copy that of docs/examples/good-evening, and write your own intents and examples; docs/from-json/dialogues.md says what each is.')
      continue
    }
    const known = read.pack.talk.intents.map(({ id }) => id)
    const missing = wanted.find((id) => !known.includes(id))
    if (missing !== undefined) report(jsonPath([...path, 'promptPack', 'talk', 'intents']), `people come with the intent "${missing}", and the desk has none of that name`, `Add it, or rename one. ${didYouMean(missing, known)}`)
  }
}
