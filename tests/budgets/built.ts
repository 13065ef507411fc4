/** What a visit needs of `dist/`, by walking Vite's manifest from the page's entry. Sizes in gzip, as they travel. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface Chunk { file: string; src?: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[]; css?: string[]; assets?: string[] }

const DIST = 'dist'
export const isBuilt = existsSync(join(DIST, '.vite/manifest.json'))
const manifest: Record<string, Chunk> = isBuilt ? JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) : {}

export function gzipOf(file: string): number {
  const bytes = readFileSync(join(DIST, file))
  // Pictures, fonts and sounds are compressed already and travel as they are.
  return /\.(js|css|html|json|svg|webmanifest)$/.test(file) ? gzipSync(bytes, { level: 9 }).length : bytes.length
}

export const gzipAll = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + gzipOf(file), 0)

/** Chunk of the manifest whose source ends so. */
export function chunkOf(ending: string): Chunk {
  const found = Object.entries(manifest).find(([key, chunk]) => key.endsWith(ending) || chunk.src?.endsWith(ending))
  if (!found) throw new Error(`the build has no chunk for ${ending}: ${Object.keys(manifest).join(', ')}`)
  return found[1]
}

/** Chunk of a group that vite.config.ts names. */
export function groupChunk(name: string): Chunk {
  return chunkOf(Object.keys(manifest).find((key) => key.startsWith(`_${name}-`) && key.endsWith('.js')) ?? `group ${name}`)
}

export const entryChunk = (): Chunk => {
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry)
  if (!entry) throw new Error('the build has no entry')
  return entry
}

/** Files that arrive with a chunk: itself, what it imports at once, and their styles. Pictures in them come when shown. */
export function filesOf(chunk: Chunk, seen = new Set<string>()): Set<string> {
  if (seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const style of chunk.css ?? []) seen.add(style)
  for (const key of chunk.imports ?? []) {
    const imported = manifest[key]
    if (imported) filesOf(imported, seen)
  }
  return seen
}

/** Every file of `dist` whose path matches. */
export function distFiles(pattern: RegExp): string[] {
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) => pattern.test(file))
}

export function textOf(file: string): string {
  return readFileSync(join(DIST, file), 'utf8')
}
