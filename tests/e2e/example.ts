/** Plays on a trainer's own file, served as `quest play` serves it. */
import { listenOn } from '../../scripts/serve.mjs'
import { playServer } from '../../src/cli/play.ts'

export const exampleFile = (name: string) => `docs/examples/${name}/quest.json`

/** The server goes when the play is over. */
export async function playingFile(file: string, play: (address: string) => Promise<void>): Promise<void> {
  const { server, close } = playServer(file, process.env.E2E_DIST ?? 'dist')
  try {
    await play(`http://localhost:${await listenOn(server, 4480, 'localhost')}/?quest=play/quest.json&map=0`)
  } finally {
    close()
  }
}

export function playing(name: string, play: (address: string) => Promise<void>): Promise<void> {
  return playingFile(exampleFile(name), play)
}
