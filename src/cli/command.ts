/** What a command is, and how its arguments are read. */
import { parseArgs } from 'node:util'

/** 0: all is well. 1: what was looked at is not good enough. 2: the command could not be understood or its input not used. */
export type ExitCode = 0 | 1 | 2

export interface Command {
  /** One line for the list of commands. */
  about: string
  usage: string
  run(args: string[]): Promise<ExitCode>
}

/** The command was called in a way that it does not understand. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Flags by name: whether they take a value. */
export type Flags = Readonly<Record<string, { type: 'string' | 'boolean' }>>

export interface ReadArgs<T extends Flags> {
  values: { [name in keyof T]?: T[name]['type'] extends 'string' ? string : boolean }
  positionals: string[]
}

/** Flags and plain arguments of a command. @throws UsageError for a flag that it does not have, or too many arguments */
export function readArgs<const T extends Flags>(args: string[], options: T, most: number): ReadArgs<T> {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    if (positionals.length > most) throw new Error(`There is one argument too many: "${positionals[most]}".`)
    return { values: values as ReadArgs<T>['values'], positionals }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split('. To specify')[0]! : String(error), { cause: error })
  }
}
