/** What the blocks of the release do. All of them read one artefact, `annotations`; none learns from anything. */
import type { FindRule } from '../../../core/artefacts/annotations.ts'
import type { View } from '../../../core/verdict.ts'
import { brokenThread } from '../../dicom/judge-header.ts'
import { actOnHeaders, paintFilms } from '../../dicom/act.ts'
import { releasedFiles } from '../../dicom/release-file.ts'
import { echoes, finderFor } from '../../deid/find.ts'
import { filmKeyCounts, readFilmsTwice } from '../../deid/film-readers.ts'
import { kindLabel } from '../../deid/kinds.ts'
import { keyRight, noteKeyCounts, readTwice } from '../../deid/readers.ts'
import { joined, released } from '../../deid/surrogate.ts'
import type { Archive, Found, ReadKey, Release, Spans } from '../../deid/values.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { countOf } from '../say.ts'
import {
  consistencySpec, dicomActionsSpec, dicomSourceSpec, filmMaskSpec, findContextSpec, findDictionarySpec, findRegexSpec, notesSourceSpec, releaseSinkSpec, spansSinkSpec, surrogateSpec,
} from './deid.ts'
import { marksOf } from './marks.ts'

function archiveFor(context: RunContext, dataset: string): Archive {
  const cases = context.cases(dataset)
  if (cases.type !== 'Archive') throw new TypeError(`notes and films come from an Archive, not from ${cases.type}`)
  return cases
}

export const notesSource: Block = {
  ...notesSourceSpec,
  fit(_, context) {
    const { notes, truth, kinds, readers } = archiveFor(context, paramsOf(notesSourceSpec, context).dataset)
    return { outputs: { text: { type: 'Text', notes, truth, kinds, readers } }, state: null }
  },
  report(_, outputs) {
    const { notes } = take(outputs, 'text', 'Text')
    return { rows: notes.length, columns: null, facts: [countOf(notes.length, 'note')], views: [] }
  },
}

export const dicomSource: Block = {
  ...dicomSourceSpec,
  fit(_, context) {
    const { films } = archiveFor(context, paramsOf(dicomSourceSpec, context).dataset)
    return { outputs: { films: { type: 'Dicom', before: films, after: films } }, state: null }
  },
  report(_, outputs) {
    const { after } = take(outputs, 'films', 'Dicom')
    return { rows: after.length, columns: null, facts: [countOf(after.length, 'study', 'studies'), countOf(after.length * 2, 'file')], views: [] }
  },
}

/** One step of the search: the rules of one sort. */
function added(spans: Spans, how: FindRule['how'], context: RunContext): Spans {
  const { rules, scans, echo } = marksOf(context)
  const finder = finderFor({ rules, scans }, { how, kinds: spans.text.kinds })
  const [problem] = finder.problems
  if (problem) return context.problem(`Rule "${problem.rule}": ${problem.say}`, 'rule')
  const found = spans.text.notes.map(({ text }, k): Found[] => {
    if (k % 20 === 0) context.tick(k / spans.text.notes.length)
    const all = [...(spans.found[k] ?? []), ...finder.find(text)]
    if (how !== 'cue') return all
    return finder.narrow(text, echo ? [...all, ...echoes(text, all)] : all).found
  })
  return { ...spans, found }
}

const foundReport: Block['report'] = (_, outputs) => {
  const { found, text } = take(outputs, 'spans', 'Spans')
  const marks = found.flatMap((one) => joined(one))
  const kinds = new Map<string, number>()
  for (const { kind } of marks) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const view: View = {
    view: 'bars', title: 'What has been marked so far', say: 'Marks by kind.', unit: 'marks',
    rows: [...kinds].sort((a, b) => b[1] - a[1]).slice(0, 10).map(([kind, value]) => ({ label: kindLabel(text.kinds, kind).toLowerCase(), value, tone: 'note' as const })),
  }
  return { rows: text.notes.length, columns: null, facts: [countOf(marks.length, 'mark')], views: [view] }
}

export const findRegex: Block = {
  ...findRegexSpec,
  fit(inputs, context) {
    const text = take(inputs, 'text', 'Text')
    return { outputs: { spans: added({ type: 'Spans', text, found: text.notes.map(() => []), dates: null }, 'pattern', context) }, state: null }
  },
  report: foundReport,
}

export const findDictionary: Block = {
  ...findDictionarySpec,
  fit: (inputs, context) => ({ outputs: { spans: added(take(inputs, 'spans', 'Spans'), 'list', context) }, state: null }),
  report: foundReport,
}

export const findContext: Block = {
  ...findContextSpec,
  fit: (inputs, context) => ({ outputs: { spans: added(take(inputs, 'spans', 'Spans'), 'cue', context) }, state: null }),
  report: foundReport,
}

export const surrogate: Block = {
  ...surrogateSpec,
  fit: (inputs, context) => ({ outputs: { spans: { ...take(inputs, 'spans', 'Spans'), dates: marksOf(context).dates } }, state: null }),
  report(_, outputs) {
    const { text, found, dates } = take(outputs, 'spans', 'Spans')
    return {
      rows: text.notes.length, columns: null, facts: [{ keep: 'dates stay', shift: 'dates moved', year: 'only years stay', 'year-under-90': 'only years stay that tell of nobody over 89' }[dates ?? 'keep']],
      views: [{
        view: 'exhibits', title: 'As they would leave',
        exhibits: text.notes.slice(0, 3).map((note, k) => {
          let at = 0
          const pieces = released(note, found[k] ?? [], dates ?? 'keep')
          const spans = pieces.flatMap((piece) => {
            const from = at
            at += piece.text.length
            return piece.kind ? [{ from, to: at, label: piece.kind.toLowerCase(), tone: 'note' as const }] : []
          })
          return { kind: 'text' as const, caption: note.title, text: pieces.map((piece) => piece.text).join(''), spans }
        }),
      }],
    }
  },
}

export const dicomActions: Block = {
  ...dicomActionsSpec,
  fit(inputs, context) {
    const films = take(inputs, 'films', 'Dicom')
    return { outputs: { films: { ...films, after: actOnHeaders(films.after, marksOf(context).tags) } }, state: null }
  },
  report(_, outputs) {
    const { after } = take(outputs, 'films', 'Dicom')
    return { rows: after.length, columns: null, facts: [countOf(after.length * 2, 'header')], views: [] }
  },
}

export const filmMask: Block = {
  ...filmMaskSpec,
  fit(inputs, context) {
    const films = take(inputs, 'films', 'Dicom')
    return { outputs: { films: { ...films, after: paintFilms(films.after, marksOf(context).films) } }, state: null }
  },
  report(_, outputs) {
    const { after } = take(outputs, 'films', 'Dicom')
    const painted = after.filter(({ instances }) => instances.some((one) => one.painted)).length
    return { rows: after.length, columns: null, facts: [`${countOf(painted, 'study', 'studies')} painted over`], views: [] }
  },
}

/** Learns one thing: how well the two readers were settled, which only the visible notes and films can tell. */
export const consistency: Block = {
  ...consistencySpec,
  fit(inputs, context) {
    const [spans, films] = [take(inputs, 'spans', 'Spans'), take(inputs, 'films', 'Dicom')]
    const { settled, spans: byHand } = marksOf(context)
    const key = { settled, spans: byHand }
    const right = keyRight(noteKeyCounts(readTwice(spans.text), spans.text.truth, key), filmKeyCounts(films.before, readFilmsTwice(films.before), key))
    return { outputs: { release: { type: 'Release', spans, films, files: null, key, keyRight: right } }, state: { key, keyRight: right } }
  },
  apply: (inputs, state) => ({ release: { type: 'Release', spans: take(inputs, 'spans', 'Spans'), films: take(inputs, 'films', 'Dicom'), files: null, ...(state as Pick<Release, 'key' | 'keyRight'>) } }),
  report(_, outputs) {
    const { films: { before, after } } = take(outputs, 'release', 'Release')
    const broken = before.filter((study, k) => after[k] && brokenThread(study.instances.map(({ set }) => set), after[k].instances.map(({ set }) => set)) !== null).length
    return { rows: before.length, columns: null, facts: [broken === 0 ? 'all threads hold' : `${countOf(broken, 'study', 'studies')} torn apart`], views: [] }
  },
}

export const releaseSink: Block = {
  ...releaseSinkSpec,
  fit(inputs) {
    const release = take(inputs, 'release', 'Release')
    return { outputs: { result: { type: 'Result', from: { ...release, files: releasedFiles(release.films.before, release.films.after) } } }, state: null }
  },
  report(inputs, outputs) {
    const { spans: { text } } = take(inputs, 'release', 'Release')
    const files = ((take(outputs, 'result', 'Result').from as Release).files ?? []).flat()
    const unwritten = files.filter((file) => file === null).length
    return {
      rows: text.notes.length + files.length, columns: null, views: [],
      facts: [countOf(text.notes.length, 'note'), countOf(files.length - unwritten, 'DICOM file'), ...(unwritten > 0 ? [`${countOf(unwritten, 'file')} could not be written without a SOPInstanceUID`] : [])],
    }
  },
}

/** Learns one thing, like the check of a release: how well the two readers of the first visible notes were settled. */
export const spansSink: Block = {
  ...spansSinkSpec,
  fit(inputs, context) {
    const spans = take(inputs, 'spans', 'Spans')
    const { settled, spans: byHand } = marksOf(context)
    const key: ReadKey = { settled, spans: byHand, right: keyRight(noteKeyCounts(readTwice(spans.text), spans.text.truth, { settled, spans: byHand })) }
    return { outputs: { result: { type: 'Result', from: { ...spans, key } } }, state: key }
  },
  apply: (inputs, state) => ({ result: { type: 'Result', from: { ...take(inputs, 'spans', 'Spans'), key: state as ReadKey } } }),
  report(inputs) {
    const { text, found } = take(inputs, 'spans', 'Spans')
    const marks = found.flatMap((one) => joined(one))
    return { rows: text.notes.length, columns: null, facts: [countOf(text.notes.length, 'note'), countOf(marks.length, 'mark')], views: [] }
  },
}
