/** `npx tsx scripts/art/sound.ts`: our sounds into assets/sound. Needs ffmpeg; its output is committed, so a build does not. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ambientLoop } from './sound/ambient.ts'
import { EFFECTS } from './sound/effects.ts'
import { level, mixInto, RATE, silence, wav, type Wave } from './sound/synth.ts'

const FOLDER = 'assets/sound'
/** Silence between two sounds of the sprite, so that none bleeds into the next. */
const GAP = 0.12
/** One's own feet are heard at every stride: far below the rest. */
const FOOTSTEP_DECIBELS = -22

function spriteOf(sounds: Record<string, Wave>): { wave: Wave; sprite: Record<string, [start: number, length: number]> } {
  const lengths = Object.values(sounds).map((wave) => wave.length / RATE)
  const wave = silence(lengths.reduce((sum, length) => sum + length + GAP, 0))
  const sprite: Record<string, [number, number]> = {}
  let at = 0
  for (const [name, sound] of Object.entries(sounds)) {
    mixInto(wave, sound, at)
    sprite[name] = [Math.round(at * 1000), Math.round((sound.length / RATE) * 1000)]
    at += sound.length / RATE + GAP
  }
  return { wave, sprite }
}

const scratch = mkdtempSync(join(tmpdir(), 'sound-'))

function encode(name: string, wave: Wave, opus: string, aac: string): void {
  const source = join(scratch, `${name}.wav`)
  writeFileSync(source, wav(wave))
  const formats = {
    webm: ['-c:a', 'libopus', '-b:a', opus, '-vbr', 'on'],
    m4a: ['-c:a', 'aac', '-b:a', aac, '-movflags', '+faststart'],
  }
  for (const [extension, options] of Object.entries(formats)) {
    const target = join(FOLDER, `${name}.${extension}`)
    execFileSync('ffmpeg', [
      '-y',
      '-loglevel',
      'error',
      '-i',
      source,
      '-map_metadata',
      '-1',
      '-fflags',
      '+bitexact',
      '-flags:a',
      '+bitexact',
      ...options,
      target,
    ])
    console.log(`${target}: ${(statSync(target).size / 1024).toFixed(1)} kB`)
  }
}

mkdirSync(FOLDER, { recursive: true })
const footsteps = Object.fromEntries((['step1', 'step2', 'step3', 'step4'] as const).map((name) => [name, level(EFFECTS[name], FOOTSTEP_DECIBELS)]))
const { wave, sprite } = spriteOf({ ...EFFECTS, ...footsteps })
encode('sfx', wave, '40k', '56k')
encode('ambient', ambientLoop(), '24k', '36k')
writeFileSync(join(FOLDER, 'sfx.json'), `${JSON.stringify(sprite)}\n`)
rmSync(scratch, { recursive: true })
