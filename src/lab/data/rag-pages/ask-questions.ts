/** The questions of a day, and what is true of each: answered by a book in force, by none, or an emergency. */
import { Rng } from '../../../core/rng.ts'
import type { Question, ShelfTruth, Wanted } from '../../language/desk-values.ts'
import { mayHoldSlip } from '../../language/one-slip.ts'
import { filled } from './pattern.ts'
import type { PagesSpec } from './spec.ts'
import { namesOf } from './values.ts'

interface Asked {
  text: string
  wanted: Wanted
}

type Matter = Omit<Wanted, 'emergency'>

/** @param inForce value by fact and name, as the books in force state it */
export function askQuestions(spec: PagesSpec, seed: string, inForce: (fact: string, name: string) => string | null): { questions: Question[]; answers: ShelfTruth['answers'] } {
  const rng = new Rng(`${seed}/questions`)
  const matters = Object.entries(spec.facts).flatMap(([topic, { of, weight }]) => {
    const names = namesOf(spec, of)
    return names.map((subject) => ({ matter: { subject, topic, value: inForce(topic, subject) }, weight: weight / names.length }))
  }).filter(({ weight }) => weight > 0)
  const told = matters.filter(({ matter }) => matter.value !== null)
  const silent = matters.filter(({ matter }) => matter.value === null)

  const fresh = Math.max(1, Math.round(spec.questions * (1 - spec.repeatShare)))
  const emergencies = Math.round(fresh * (spec.emergencies?.share ?? 0))
  const none = silent.length === 0 ? 0 : told.length === 0 ? fresh - emergencies : Math.round((fresh - emergencies) * spec.unanswerableShare)
  const draw = (from: typeof matters) => rng.weighted(from.map(({ matter, weight }) => [matter, weight] as const))
  const first = rng.shuffle(Array.from({ length: fresh }, (_, at): Asked => {
    if (at < emergencies) return cry(spec, rng, rng.uniform() < (spec.emergencies?.mixed ?? 0) && told.length > 0 ? draw(told) : null)
    const matter = draw(at < emergencies + none ? silent : told)
    return { text: question(spec, rng, matter), wanted: matter }
  }))
  const all = [...first, ...Array.from({ length: spec.questions - fresh }, () => rng.pick(first))]
  const questions = all.map(({ text }, at) => ({ id: `Q${String(at + 1).padStart(3, '0')}`, text }))
  return { questions, answers: Object.fromEntries(all.map(({ wanted }, at) => [questions[at]?.id ?? '', wanted])) }
}

function question(spec: PagesSpec, rng: Rng, { topic, subject }: Matter): string {
  const fact = spec.facts[topic]
  const name = rng.uniform() < spec.slipShare ? slipped(rng, subject) : subject
  return filled(rng.pick(fact?.asks ?? []), (list) => (list === fact?.of ? name : rng.pick(spec.lists[list] ?? [''])))
}

/** Alone, or behind a question about parking. */
function cry(spec: PagesSpec, rng: Rng, everyday: Matter | null): Asked {
  const words = filled(rng.pick(spec.emergencies?.asks ?? []), (list) => rng.pick(spec.lists[list] ?? ['']))
  const text = everyday ? `${question(spec, rng, everyday)} ${words}` : words
  return { text, wanted: { subject: everyday?.subject ?? '', topic: everyday?.topic ?? '', value: null, emergency: true } }
}

/** One letter left out or doubled, in a word long enough to be known all the same. */
function slipped(rng: Rng, name: string): string {
  const words = name.split(' ')
  const long = words.flatMap((word, at) => (mayHoldSlip(word) ? [at] : []))
  if (long.length === 0) return name
  const place = rng.pick(long)
  const at = rng.int(1, 3)
  return words.map((word, i) => (i !== place ? word : rng.bern(0.5) === 1 ? word.slice(0, at) + word.slice(at + 1) : word.slice(0, at + 1) + word.slice(at))).join(' ')
}
