/** What FHIRPath offers at a place: parts of what stands before the dot, functions that fit it, words between two questions. */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import { type Before, standsBefore } from '../../lab/interop/fhir/fhirpath-before.ts'
import { isFhirPathLoaded } from '../../lab/interop/fhir/fhirpath-engine.ts'
import { FHIRPATH_FUNCTIONS, type FhirPathFunction } from '../../lab/interop/fhir/fhirpath-functions.ts'
import { elementsAt, isSingle, type Place } from '../../lab/interop/fhir/fhirpath-kinds.ts'

const BETWEEN: readonly Completion[] = [
  ['and', 'both are true'], ['or', 'one of them is true'], ['implies', 'if the first, then the second'], ['in', 'one of a list: (\'a\' | \'b\')'], ['is', 'of this kind'], ['as', 'taken as this kind'],
].map(([label = '', detail = '']) => ({ label, detail, type: 'keyword' }))

/** Functions that need nothing before them. */
const ALONE = new Set(['today', 'now', 'iif'])

/** For the editor. While FHIRPath is being fetched nothing is offered: nobody could say what fits. */
export function fhirPathCompletions(on: string): (context: CompletionContext) => CompletionResult | null {
  return (context) => {
    if (!isFhirPathLoaded()) return null
    const word = context.matchBefore(/[$A-Za-z_]\w*/)
    const from = word ? word.from : context.pos
    const before = standsBefore(context.state.sliceDoc(0, from), on)
    if (!word && !context.explicit && before.at !== 'dot' && before.at !== 'type') return null
    const options = optionsFor(before)
    return options.length > 0 ? { from, options, validFor: /^[$\w]*$/ } : null
  }
}

function optionsFor(before: Before): readonly Completion[] {
  switch (before.at) {
    case 'text': return []
    case 'after': return BETWEEN
    case 'type': return kindsOf(before.place)
    case 'dot': return [...elements(before.place), ...functions(before.place, false)]
    case 'start': return [...elements(before.place), ...(before.inside ? [{ label: '$this', detail: 'the thing itself', type: 'variable' }] : []), ...functions(before.place, true)]
  }
}

function elements(place: Place | null): Completion[] {
  return place ? [...elementsAt(place)].map(([label, detail]) => ({ label, detail, type: 'property', boost: 2 })) : []
}

function kindsOf(place: Place | null): Completion[] {
  const kinds = place?.kinds?.filter(({ r4 }) => !r4.includes('.')).map(({ r4 }) => r4) ?? []
  return [...new Set(kinds)].map((label) => ({ label, type: 'type' }))
}

/** Those that fit: length() for a text, abs() for a number; all of them where nobody can say. */
function functions(place: Place | null, alone: boolean): Completion[] {
  const single = place?.kinds?.filter(isSingle).map(({ r4 }) => r4) ?? null
  const fits = ({ of }: FhirPathFunction): boolean => of === null || single === null || of.some((kind) => single.includes(kind))
  return [...FHIRPATH_FUNCTIONS].flatMap(([name, known]) => (known.about === null || alone !== ALONE.has(name) || (!alone && !fits(known)) ? [] : [functionOption(name, known)]))
}

/** What needs something in its brackets leaves the cursor inside them. */
function functionOption(name: string, { least, about }: FhirPathFunction): Completion {
  const option: Completion = { label: `${name}()`, detail: about ?? '', type: 'function' }
  if (least === 0) return option
  return { ...option, apply: (view: EditorView, _: Completion, from: number, to: number) => view.dispatch({ changes: { from, to, insert: `${name}()` }, selection: { anchor: from + name.length + 1 }, userEvent: 'input.complete' }) }
}
