/** What a command is, and how its arguments are read. */
import { parseArgs, type ParseArgsConfig } from 'node:util'

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

type Options = NonNullable<ParseArgsConfig['options']>

/** Flags and plain arguments of a command. @throws UsageError for a flag that it does not have */
export function readArgs<const T extends Options>(args: string[], options: T, most: number) {
  try {
    const read = parseArgs({ args, options, allowPositionals: true, strict: true })
    if (read.positionals.length > most) throw new Error(`There is one argument too many: "${read.positionals[most]}".`)
    return read
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split('. To specify')[0]! : String(error), { cause: error })
  }
}
