/** `npm run -s quest -- <command>`: the trainer's tool, with the same judge as the game. */
import { checkCommand } from './check.ts'
import { type Command, type ExitCode, UsageError } from './command.ts'
import { docsCommand } from './docs.ts'
import { newCommand } from './new.ts'
import { playCommand } from './play.ts'
import { runCommand } from './run.ts'
import { schemaCommand } from './schema.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  check: checkCommand,
  run: runCommand,
  new: newCommand,
  schema: schemaCommand,
  docs: docsCommand,
  play: playCommand,
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(([name, { about }]) => `  ${name.padEnd(8)}${about}`)
  return `npm run -s quest -- <command>\n\n${lines.join('\n')}\n\nMore about one: npm run -s quest -- <command> --help`
}

async function main([name, ...args]: string[]): Promise<ExitCode> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(overview())
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    console.error(`There is no command "${name}".\n\n${overview()}`)
    return 2
  }
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.usage)
    return 0
  }
  try {
    return await command.run(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(`${error.message}\n\n${command.usage}`)
    return 2
  }
}

process.exitCode = await main(process.argv.slice(2))
