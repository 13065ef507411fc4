/** Files of the repository, and files that somebody hands in. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { QuestProblem } from '../core/quest/problem.ts'

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const QUESTS = join(ROOT, 'quests')

/** Larger files are not even read; what the parser itself allows is far below. */
const MAX_BYTES = 64_000_000

export type TextRead = { ok: true; text: string } | { ok: false; problem: QuestProblem }

/** Text of a file, or what keeps it from being read, in words. */
export async function readText(path: string): Promise<TextRead> {
  const no = (what: string, mend: string): TextRead => ({ ok: false, problem: { file: shown(path), path: 'the whole file', what, mend } })
  try {
    const found = await stat(path)
    if (found.isDirectory()) return no('this is a folder', 'Name a file.')
    if (!found.isFile()) return no('this is no plain file', 'Name a file on a disk.')
    if (found.size > MAX_BYTES) return no(`it has ${Math.round(found.size / 1e6)} MB`, 'A quest file has well under one.')
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)) }
  } catch (error) {
    if (error instanceof TypeError) return no('it is not UTF-8 text', 'Save it as UTF-8.')
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return no('there is no such file', 'Check the path.')
    return no(`it cannot be read (${code ?? String(error)})`, 'Check who may read it.')
  }
}

/** Path as a person would type it from where they stand. */
export function shown(path: string): string {
  const near = relative(process.cwd(), path)
  return near === '' ? '.' : near.startsWith('..') ? path : near
}

/** Every quest of the repository, in the order of its folders. */
export function questFiles(): Promise<string[]> {
  return questsIn(QUESTS)
}

/** Quests that are made of JSON alone, to be copied. */
export function exampleFiles(): Promise<string[]> {
  return questsIn(join(ROOT, 'docs', 'examples'))
}

async function questsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name, 'quest.json')).sort()
}

export function problemLine({ file, path, what, mend }: QuestProblem): string {
  return `${file}: ${path}: ${what} — ${mend}`.replaceAll(/\s*\n\s*/g, ' ')
}
