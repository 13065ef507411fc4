import { type LetterPlan, readLetterPlan } from '../../../core/artefacts/letter-plan.ts'
import type { Json } from '../../../core/quest/schema.ts'
import type { View } from '../../../core/verdict.ts'
import type { Block, BlockSpec, RunContext } from '../../graph/block.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { findHard, findMissing, findUnbacked } from '../../letters/letter-checks.ts'
import { letterGrade, linesOf, printed } from '../../letters/letter-text.ts'
import { type Finding, kindOf, type Letter, type Letters } from '../../letters/letter-values.ts'
import { lettersDetail } from '../../letters/letters-detail.ts'
import { signed } from '../../letters/sign-off.ts'
import { writeDraft } from '../../letters/simulated-writer.ts'
import { countOf } from '../say.ts'
import { backedSpec, lettersSinkSpec, omissionSpec, readabilitySpec, signOffSpec, staysSpec, summarySpec } from './letters.ts'

/** Letters between two looks at the clock. */
const STRIDE = 20

/** The plan, checked; a problem in plain words when it cannot be read. */
function planOf(context: RunContext): LetterPlan {
  const read = readLetterPlan(Object.hasOwn(context.artefacts, 'letterPlan') ? context.artefacts['letterPlan'] : undefined)
  return read.ok ? read.plan : context.problem(read.say, 'letter-plan')
}

export const staysSource: Block = {
  ...staysSpec,
  fit(_, context) {
    const cases = context.cases(paramsOf(staysSpec, context).dataset)
    if (cases.type !== 'Stays') throw new TypeError(`this block reads Stays, and the quest has ${cases.type}`)
    return { outputs: { stays: cases }, state: null }
  },
  report(_, outputs) {
    const { stays, words } = take(outputs, 'stays', 'Stays')
    return {
      rows: stays.length, columns: null,
      facts: [countOf(stays.length, 'stay'), `${countOf(stays.reduce((sum, { list }) => sum + list.length, 0), 'entry', 'entries')} in their lists`],
      views: [{
        view: 'bars', title: 'What the lists hold', say: 'Entries, by kind.', unit: 'entries',
        rows: words.kinds.map(({ id, label }) => ({ label, value: stays.reduce((sum, { list }) => sum + list.filter(({ kind }) => kind === id).length, 0) })),
      }],
    }
  },
}

export const summary: Block = {
  ...summarySpec,
  fit(inputs, context) {
    const stays = take(inputs, 'stays', 'Stays')
    const plan = planOf(context)
    const known = new Set(stays.words.kinds.map(({ id }) => id))
    const stray = plan.slots.flatMap(({ title, kinds }) => kinds.filter((kind) => !known.has(kind)).map((kind) => ({ title, kind })))[0]
    if (stray) return context.problem(`The section "${stray.title}" asks for "${stray.kind}", and no chart holds such a thing.`, 'no-kind')
    const letters = stays.stays.map((stay, at): Letter => {
      if (at % STRIDE === 0) context.tick(at / stays.stays.length)
      const draft = writeDraft(stay, stays.words, plan)
      return { stay, draft, findings: [], held: false, sent: draft }
    })
    return { outputs: { letters: { type: 'Letters', stays, plan, letters } }, state: null }
  },
  report(_, outputs) {
    const { letters } = take(outputs, 'letters', 'Letters')
    return {
      rows: letters.length, columns: null,
      facts: ['simulated language model', `${countOf(letters.reduce((sum, { draft }) => sum + linesOf(draft).length, 0), 'statement')}`],
      views: [{ view: 'exhibits', title: 'The first drafts (simulated)', exhibits: letters.slice(0, 2).map(({ stay, draft }) => ({ kind: 'text', caption: stay.title, text: printed(stay, draft).text, spans: [] })) }],
    }
  },
}

interface Looking {
  spec: BlockSpec
  /** What it finds in one letter; null when it is switched off. */
  find(plan: LetterPlan): ((letter: Letter, letters: Letters) => readonly Finding[]) | null
  views(letters: Letters): View[]
}

function checkBlock({ spec, find, views }: Looking): Block {
  return {
    ...spec,
    fit(inputs, context) {
      const letters = take(inputs, 'letters', 'Letters')
      const look = find(planOf(context))
      const checked = look ? letters.letters.map((letter) => ({ ...letter, findings: [...letter.findings, ...look(letter, letters)] })) : letters.letters
      return { outputs: { letters: { ...letters, letters: checked } }, state: null }
    },
    report(inputs, outputs) {
      const [before, letters] = [take(inputs, 'letters', 'Letters'), take(outputs, 'letters', 'Letters')]
      const more = letters.letters.filter(({ findings }, at) => findings.length > (before.letters[at]?.findings.length ?? 0)).length
      return { rows: letters.letters.length, columns: null, facts: [find(letters.plan) ? `${countOf(more, 'letter')} with a finding` : 'switched off'], views: views(letters) }
    },
  }
}

export const omission = checkBlock({
  spec: omissionSpec,
  find: (plan) => (plan.checks.missing ? ({ stay, draft }, { stays: { words } }) => findMissing(stay, words, plan, draft) : null),
  views: ({ letters, stays: { words } }) => {
    const missing = letters.flatMap(({ findings }) => findings.flatMap((finding) => (finding.is === 'missing' ? [finding.told.kind] : [])))
    return [{
      view: 'bars', title: 'Left out', say: 'Facts that a letter should hold and does not, by kind.', unit: 'facts',
      rows: words.kinds.map(({ id, label }) => ({ label, value: missing.filter((kind) => kind === id).length, tone: 'missed' as const })).filter(({ value }) => value > 0),
    }]
  },
})

export const backed = checkBlock({
  spec: backedSpec,
  find: (plan) => (plan.checks.backed ? ({ stay, draft }, { stays: { words } }) => findUnbacked(stay, words, draft) : null),
  views: ({ letters, stays: { words } }) => [{
    view: 'rows', title: 'Not backed by the chart', columns: ['Stay', 'The letter says', 'The list says'],
    rows: letters.flatMap(({ stay, findings }) => findings.flatMap((finding) => (finding.is === 'unbacked'
      ? [[stay.title, finding.text, finding.instead ? (kindOf(words, finding.instead.kind)?.label ?? '') : 'nothing of it']] : []))).slice(0, 12),
  }],
})

export const readability = checkBlock({
  spec: readabilitySpec,
  find: ({ checks: { grade } }) => (grade === null ? null : ({ stay, draft }) => findHard(stay, grade, draft)),
  views: ({ letters }) => {
    const grades = letters.map(({ stay, draft }) => Math.max(0, Math.floor(letterGrade(stay, draft))))
    return [{
      view: 'bars', title: 'Reading grades', say: 'Letters by Flesch-Kincaid grade, rounded down.', unit: 'letters',
      rows: [...new Set(grades)].sort((a, b) => a - b).map((grade) => ({ label: `Grade ${grade}`, value: grades.filter((one) => one === grade).length })),
    }]
  },
})

export const signOff: Block = {
  ...signOffSpec,
  fit(inputs, context) {
    const letters = take(inputs, 'letters', 'Letters')
    const plan = planOf(context)
    return { outputs: { letters: { ...letters, letters: letters.letters.map((letter) => signed(letter, plan, letters.stays.words)) } }, state: null }
  },
  report(_, outputs) {
    const { letters } = take(outputs, 'letters', 'Letters')
    const held = letters.filter((letter) => letter.held).length
    return { rows: letters.length, columns: null, facts: [`${letters.length - held} go at once`, `${countOf(held, 'letter')} wait for a clinician`], views: [] }
  },
}

export const lettersSink: Block = {
  ...lettersSinkSpec,
  fit(inputs) {
    return { outputs: { result: { type: 'Result', from: take(inputs, 'letters', 'Letters') } }, state: null }
  },
  report(inputs) {
    const letters = take(inputs, 'letters', 'Letters')
    return {
      rows: letters.letters.length, columns: null, facts: [countOf(letters.letters.length, 'letter')],
      views: [{ view: 'exhibits', title: 'The first letters (simulated)', exhibits: letters.letters.slice(0, 2).map(({ stay, sent }) => ({ kind: 'text', caption: stay.title, text: printed(stay, sent).text, spans: [] })) }],
      detail: lettersDetail(letters) as unknown as Json,
    }
  },
}
