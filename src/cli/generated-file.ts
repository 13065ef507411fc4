/** A file that is written from the code and committed: written again, or with --check held against the code. */
import { writeFile } from 'node:fs/promises'
import { readText, shown } from './files.ts'

/** @returns the exit code: 0, or 1 when `check` finds the file to differ from `wanted` */
export async function keepGenerated(file: string, wanted: string, { check, command }: { check: boolean; command: string }): Promise<0 | 1> {
  if (!check) {
    await writeFile(file, wanted)
    console.log(`wrote ${shown(file)}`)
    return 0
  }
  const found = await readText(file)
  if (found.ok && found.text === wanted) return 0
  console.log(`${shown(file)}: the whole file: it differs from the code — Run "npm run -s quest -- ${command}" and commit the file.`)
  return 1
}
