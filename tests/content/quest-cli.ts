/** Calls the command line as a trainer does, and makes files for it in a folder that goes away. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Said {
  code: number | null
  out: string
  err: string
  ms: number
}

export function quest(...args: string[]): Promise<Said> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn('node_modules/.bin/tsx', ['src/cli/main.ts', ...args], { timeout: 600_000 })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString() })
    child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString() })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err, ms: performance.now() - began }))
  })
}

export function scratch(): { path: string; put(name: string, content: string): string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'st-turing-'))
  return {
    path,
    put(name, content) {
      const file = join(path, name)
      writeFileSync(file, content)
      return file
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}
