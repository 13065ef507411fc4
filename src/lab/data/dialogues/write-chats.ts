/** The chats of a day: who comes, in which language, with what, and what they write next. */
import { Rng } from '../../../core/rng.ts'
import type { Chat, TalkTruth, TurnTruth } from '../../dialogue/talk-values.ts'
import type { ShelfTruth } from '../../language/desk-values.ts'
import type { TalkSpec } from './spec.ts'
import { lineMaker, type LineMaker, type WrittenLine } from './write-lines.ts'

export interface WrittenChats {
  chats: Chat[]
  truth: TalkTruth
  answers: ShelfTruth['answers']
}

type Kind = 'everyday' | 'emergency' | 'pressure' | 'pasted'

/** @param inForce value by fact and name, as the books in force state it */
export function writeChats(spec: TalkSpec, seed: string, inForce: (fact: string, name: string) => string | null): WrittenChats {
  const rng = new Rng(`${seed}/chats`)
  const kinds = quotas<Kind>(rng, spec.chats, [['emergency', spec.emergencies?.share ?? 0], ['pressure', spec.pressureShare], ['pasted', spec.pastedShare]], 'everyday')
  const languages = quotas(rng, spec.chats, Object.entries(spec.languages).map(([code, { share }]) => [code, share] as const), '')
  const chats: Chat[] = []
  const turns: Record<string, TurnTruth> = {}
  const spoken: Record<string, string> = {}
  const answers: Record<string, ShelfTruth['answers'][string]> = {}
  kinds.forEach((kind, at) => {
    const id = `C${String(at + 1).padStart(3, '0')}`
    const language = languages[at] ?? ''
    const own = new Rng(`${seed}/chat/${at}`)
    const lines = linesOf(spec, own, kind, lineMaker(spec, own, language, inForce))
    if (language !== '') spoken[id] = spec.languages[language]?.title ?? language
    chats.push({
      id,
      lines: lines.map(({ text, only, truth, wants }, n) => {
        const turn = `${id}.${n + 1}`
        const ids = wants.map((want, i) => {
          answers[`${turn}?${i + 1}`] = want
          return `${turn}?${i + 1}`
        })
        turns[turn] = { ...truth, wants: ids }
        return { id: turn, text, ...(only ? { only } : {}) }
      }),
    })
  })
  return { chats, truth: { turns, languages: spoken }, answers }
}

/** Just so many of each, in any order. */
function quotas<What extends string>(rng: Rng, n: number, shares: readonly (readonly [What, number])[], rest: What): What[] {
  const some = shares.flatMap(([what, share]) => Array.from({ length: Math.round(share * n) }, () => what)).slice(0, n)
  return rng.shuffle([...some, ...Array.from({ length: n - some.length }, () => rest)])
}

function linesOf(spec: TalkSpec, rng: Rng, kind: Kind, make: LineMaker): WrittenLine[] {
  const intents = (needs: string) => Object.entries(spec.intents).filter((one) => one[1].needs === needs)
  const drawn = (needs: string) => rng.weighted(intents(needs).map(([id, { weight }]) => [id, weight] as const))
  const greeting = intents('reply').length > 0 && rng.uniform() < spec.greetShare ? [make.loose(drawn('reply'))] : []
  switch (kind) {
    case 'emergency': {
      const { mixed = 0, later = 0 } = spec.emergencies ?? {}
      const way = rng.uniform()
      if (way < mixed) return [...greeting, make.mixed(make.ask(), make.cry())]
      return way < mixed + later ? [...greeting, make.ask(), make.cry()] : [make.cry()]
    }
    case 'pressure': {
      const id = drawn('refusal')
      const first = make.loose(id)
      return [...greeting, { ...first, truth: { ...first.truth, adversarial: 'pressure' } }, ...[make.press(id), make.press(id)].flatMap((line) => line ?? [])]
    }
    case 'pasted': return [...greeting, make.pasted()]
    case 'everyday': return [...greeting, ...everyday(spec, rng, make, intents('person').length > 0 ? () => make.loose(drawn('person')) : null)]
  }
}

function everyday(spec: TalkSpec, rng: Rng, make: LineMaker, toPerson: (() => WrittenLine) | null): WrittenLine[] {
  const lines: WrittenLine[] = []
  const weights = Object.values(spec.intents).filter(({ needs }) => needs === undefined || needs === 'person')
  const all = weights.reduce((sum, { weight }) => sum + weight, 0)
  const person = weights.reduce((sum, { weight, needs }) => sum + (needs === 'person' ? weight : 0), 0)
  const questions = rng.int(1, spec.questionsMost)
  for (let n = 0; n < questions; n++) {
    if (toPerson && all > 0 && rng.uniform() < person / all) return [...lines, toPerson()]
    const first = make.ask()
    const line = rng.uniform() < spec.doubleShare ? make.join(first, make.ask()) : first
    lines.push(line)
    const again = make.again(line)
    if (again) lines.push(again)
    const follow = rng.uniform() < spec.followShare ? make.follow(line) : null
    if (follow) lines.push(follow)
  }
  return lines
}
