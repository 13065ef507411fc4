/** Stays are made and every sentence about them is read back: what a model, a check or a judge would misread is told with its sentence. */
import type { ParamProblem } from '../../data/generator.ts'
import { quoted } from '../../data/rag-pages/quoted.ts'
import { sameTold, type Stays } from '../letter-values.ts'
import { fillWay, readTold, type Telling } from '../ways.ts'
import type { StaysSpec } from './spec.ts'

export function readBackProblems(spec: StaysSpec, { stays, truth = [], words }: Stays): ParamProblem[] {
  const told = new Map<string, ParamProblem>()
  const trouble = (path: PropertyKey[], what: string, mend: string) => { if (!told.has(path.join('/'))) told.set(path.join('/'), { path, what, mend }) }
  if (truth.every(({ facts }) => facts.length === 0)) trouble(['facts'], 'no stay has anything to tell', 'Look at "when", "chance" and "times".')
  for (const { facts } of truth) {
    for (const fact of facts) {
      for (const telling of ['note', 'say'] as const satisfies readonly Telling[]) {
        for (const [i, way] of (spec.facts[fact.kind]?.[telling] ?? []).entries()) {
          const text = fillWay(way, fact.values)
          const read = readTold(text, words, telling)
          if (read && sameTold(read, fact)) continue
          trouble(['facts', fact.kind, telling, i], `nobody could tell what ${quoted(text)} says`,
            read && read.kind !== fact.kind ? `It reads as "${read.kind}", too. Put one of the two differently.` : 'Its values run into each other, or hold a full stop. Put words between them.')
        }
      }
    }
  }
  for (const [key, lines, telling] of [['chatter', spec.chatter, 'note'], ['inventions', spec.inventions, 'say']] as const) {
    for (const [i, line] of lines.entries()) {
      const read = readTold(line, words, telling)
      if (read) trouble([key, i], `${quoted(line)} reads as a fact: "${read.kind}"`, 'Put it differently.')
    }
  }
  if (stays.some(({ title }) => title.trim() === '')) trouble(['title'], 'some stays have no title', 'Name a column that is never empty.')
  return [...told.values()]
}
