/** A chart small enough to be read by hand: one medicine stopped, one kept, a warning that stands in the note alone. */
import type { LetterPlan } from '../../core/artefacts/letter-plan.ts'
import type { LetterWords, Stay, StayTruth, Told } from './letter-values.ts'

const drug = ['Corvelin', 'Corvalin', 'Tamorel']

export const words: LetterWords = {
  inventions: ['You may drive again at once.', 'All is well.'],
  kinds: [
    { id: 'stopped', label: 'Stopped', resource: 'MedicationStatement', status: 'stopped', critical: true, about: 'drug', note: ['{drug} ceased.'], say: ['The administration of {drug} was discontinued by the medical team.', 'We have discontinued your medicine {drug}. Do not continue to take it.'], words: { drug } },
    { id: 'kept', label: 'Kept', resource: 'MedicationStatement', status: 'active', critical: false, about: 'drug', note: ['Takes {drug}.'], say: ['{drug} remains unaltered and should be continued.', 'Keep taking {drug}.'], words: { drug } },
    { id: 'flag', label: 'Come back if', resource: 'CarePlan', status: 'active', critical: true, about: 'sign', note: ['Back if {sign}.'], say: ['Come back if {sign}.'], words: { sign: ['you faint', 'it hurts'] } },
  ],
}

export const stopped: Told = { kind: 'stopped', values: { drug: 'Corvelin' } }
export const kept: Told = { kind: 'kept', values: { drug: 'Tamorel' } }
export const flag: Told = { kind: 'flag', values: { sign: 'you faint' } }

/** The note was begun when Corvelin was still taken. */
export function stayNo(n: number): Stay {
  return {
    id: `S${n}`, record: 'P0001', title: `Stay ${n}`, opening: 'Dear Ada,', closing: 'Be well.',
    list: [{ ...stopped, id: '1' }, { ...kept, id: '2' }], note: [`Slept for ${n} hours.`, 'Takes Corvelin.', 'Takes Tamorel.', 'Back if you faint.'],
  }
}
export const truth: StayTruth = { facts: [stopped, kept, flag], stale: [false, true, false, false] }

export const plan: LetterPlan = {
  slots: [
    { id: 'stopped', title: 'Stopped', kinds: ['stopped'], on: true, from: 'list', must: true },
    { id: 'kept', title: 'As before', kinds: ['kept'], on: true, from: 'list', must: false },
    { id: 'flags', title: 'Come back', kinds: ['flag'], on: true, from: 'note', must: true },
  ],
  reading: 12, temperature: 0, clauses: { chartOnly: true, exactNames: true }, checks: { missing: true, backed: true, grade: null }, sign: { when: 'flagged' },
}
