/** Bytes that pictures, letters and sounds may cost, and what they must hold. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { MAP } from '../../scenes/hospital/map.ts'
import type { Plan } from '../../src/art/plan.ts'
import { spritesOf } from '../../src/art/sprites.ts'
import { isEffectSound, type SoundName } from '../../src/core/sounds.ts'

const KB = 1024
const size = (file: string): number => statSync(file).size
const gzip = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length
const inFolder = (folder: string, ending: string): string[] => readdirSync(folder).filter((name) => name.endsWith(ending)).map((name) => join(folder, name))
const codeIn = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test)\.tsx?$/.test(name)).map((name) => join(folder, name))
const total = (files: string[]): number => files.reduce((sum, file) => sum + size(file), 0)

interface AtlasJson {
  frames: Record<string, { frame: { x: number; y: number; w: number; h: number }; pivot: { x: number; y: number } }>
  meta: { image: string; size: { w: number; h: number } }
}

const atlas = (part: string): AtlasJson => JSON.parse(readFileSync(`assets/atlas/${part}-0.json`, 'utf8')) as AtlasJson
const floor = JSON.parse(readFileSync('assets/floor/floor.json', 'utf8')) as { chunks: { file: string; x: number; y: number; w: number; h: number }[] }

describe('bytes', () => {
  test('the whole atlas stays under 480 kB', () => {
    expect(total(inFolder('assets/atlas', '.webp'))).toBeLessThanOrEqual(480 * KB)
  })

  test('the first sight (near atlas, floor, their tables) stays under 135 kB', () => {
    const files = ['assets/atlas/near-0.webp', ...inFolder('assets/floor', '.webp')]
    const tables = ['assets/atlas/near-0.json', 'assets/floor/floor.json'].reduce((sum, file) => sum + gzip(file), 0)
    expect(total(files) + tables).toBeLessThanOrEqual(135 * KB)
  })

  test('the first sight takes few requests', () => {
    expect(inFolder('assets/floor', '.webp').length).toBeLessThanOrEqual(4)
  })

  test('both typefaces together stay under 40 kB', () => {
    expect(total(inFolder('assets/fonts', '.woff2'))).toBeLessThanOrEqual(40 * KB)
  })

  test('the title picture stays under 14 kB gzip and brings nothing that runs', () => {
    expect(gzip('assets/title.svg')).toBeLessThanOrEqual(14 * KB)
    expect(readFileSync('assets/title.svg', 'utf8')).not.toMatch(/<script|<style|\son\w+=|href="(?!#)/)
  })

  test('each format of the sounds stays under 210 kB', () => {
    for (const format of ['.webm', '.m4a']) expect(total(inFolder('assets/sound', format)), format).toBeLessThanOrEqual(210 * KB)
  })
})

describe('what is in them', () => {
  const plan: Plan = MAP
  const frames = { ...atlas('near').frames, ...atlas('far').frames }

  test('every frame that the map asks for is packed, and no other: run "npm run art" when this fails', () => {
    expect(Object.keys(frames).sort()).toEqual(spritesOf(plan).map((sprite) => sprite.frame).sort())
  })

  test('every frame lies inside its sheet', () => {
    for (const part of ['near', 'far']) {
      const { frames: packed, meta } = atlas(part)
      for (const [name, { frame }] of Object.entries(packed)) {
        expect(frame.x + frame.w, name).toBeLessThanOrEqual(meta.size.w)
        expect(frame.y + frame.h, name).toBeLessThanOrEqual(meta.size.h)
      }
    }
  })

  test('people stand on their pivot: it is near the foot of the frame, not beside it', () => {
    for (const [name, { pivot }] of Object.entries(frames)) {
      if (!name.startsWith('npc/')) continue
      expect(pivot.x, name).toBeGreaterThan(0.2)
      expect(pivot.x, name).toBeLessThan(0.8)
      expect(pivot.y, name).toBeGreaterThan(0.75)
      expect(pivot.y, name).toBeLessThan(1.05)
    }
  })

  test('every piece of the floor is on disk and they stand side by side', () => {
    for (const chunk of floor.chunks) expect(existsSync(join('assets/floor', chunk.file)), chunk.file).toBe(true)
    const pieces = floor.chunks.filter(({ file }) => file !== 'shadow.webp').sort((a, b) => a.x - b.x)
    for (let i = 1; i < pieces.length; i++) expect(pieces[i]!.x).toBeCloseTo(pieces[i - 1]!.x + pieces[i - 1]!.w, 0)
  })

  test('the sprite of sounds holds every sound of the game, none over another', () => {
    const sprite = JSON.parse(readFileSync('assets/sound/sfx.json', 'utf8')) as Record<SoundName, [number, number]>
    const names: SoundName[] = ['click', 'open', 'page', 'success', 'correct', 'wrong', 'finished', 'step1', 'step2', 'step3', 'step4', 'bell', 'beep', 'alarm', 'door']
    expect(Object.keys(sprite).sort()).toEqual([...names].sort())
    const spans = Object.values(sprite).sort((a, b) => a[0] - b[0])
    for (let i = 1; i < spans.length; i++) expect(spans[i]![0]).toBeGreaterThan(spans[i - 1]![0] + spans[i - 1]![1])
  })

  test('no sound is carried that nobody plays and no quest may call for', () => {
    const sprite = JSON.parse(readFileSync('assets/sound/sfx.json', 'utf8')) as Record<SoundName, [number, number]>
    const played = ['src/ui', 'src/app', 'scenes'].flatMap((folder) => codeIn(folder)).map((file) => readFileSync(file, 'utf8')).join('\n')
    const silent = Object.keys(sprite).filter((name) => !isEffectSound(name) && !played.includes(`'${name}'`))
    expect(silent).toEqual([])
  })

  test('every typeface says under which licence it comes', () => {
    const credits = JSON.parse(readFileSync('assets/CREDITS.json', 'utf8')) as { others: { files: string[]; licence: string }[] }
    for (const file of inFolder('assets/fonts', '.woff2')) expect(credits.others.find(({ files }) => files.includes(file))?.licence).toMatch(/Open Font License/)
  })
})
