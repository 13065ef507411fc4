import { useMemo } from 'react'
import { lookOf, lookOfPlayer } from '../art/cast.ts'
import type { Appearance } from '../art/people/appearance.ts'
import { person as drawPerson } from '../art/people.ts'
import { portrait } from '../art/portrait.ts'
import { wheelchairUser } from '../art/wheelchair.ts'
import type { Look } from '../core/log/facts.ts'
import type { Mood } from '../core/quest/schema.ts'
import { DrawnPicture } from '../kit/drawn-picture.tsx'
import { departmentLook } from './department-look.ts'
import { useGame } from './game.ts'
import { player as words } from './words/en-hospital.ts'

interface PersonPortraitProps {
  id: string
  name: string
  department?: string
  mood: Mood
  /** The name stands beside it: nothing to read aloud. */
  decorative?: boolean
}

export function PersonPortrait({ id, name, department, mood, decorative }: PersonPortraitProps) {
  return <Bust look={lookOf(id)} mood={mood} background={departmentLook(department ?? '').floor} alt={decorative ? '' : words.portraitOf(name)} />
}

export function PlayerPortrait({ mood }: { mood: Mood }) {
  const player = useGame(state => state.career.player)
  return player && <LookPortrait look={player.look} mood={mood} name={player.name} />
}

export function LookPortrait({ look, mood, name }: { look: Look; mood: Mood; name: string }) {
  return <Bust look={useMemo(() => lookOfPlayer(look), [look])} mood={mood} background="#dcedf5" alt={words.portraitOf(name || words.you)} />
}

function Bust({ look, mood, background, alt }: { look: Appearance; mood: Mood; background: string; alt: string }) {
  const svg = useMemo(() => portrait(look, mood, background), [look, mood, background])
  return <DrawnPicture svg={svg} alt={alt} width={200} height={200} />
}

/** The whole figure, as it stands or sits on the floor. */
export function LookFigure({ look, label }: { look: Look; label: string }) {
  const svg = useMemo(() => figureOf(lookOfPlayer(look)), [look])
  return <DrawnPicture svg={svg} alt={label} width={130} height={190} />
}

function figureOf(look: Appearance): string {
  const shadow = '<ellipse cy="1" rx="15" ry="7" fill="#1b2a5e" opacity=".18"/>'
  const figure = look.wheelchair ? wheelchairUser(look, 'se', 'sit') : drawPerson(look, 'se')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-26 -66 52 76">${shadow}${figure}</svg>`
}
