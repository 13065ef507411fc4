/** Which outputs fit which inputs, and the words for those that do not. */
import type { PortSpec } from './block.ts'
import { PORT_WORDS } from './port-words.ts'
import type { PortType } from './ports.ts'

/** null when an output of that type may be joined to the input; otherwise why not, as the rest of a sentence. */
export function typesJoin(from: PortType, to: PortSpec): string | null {
  if (to.type !== 'Any') return from === to.type ? null : `it gives ${PORT_WORDS[from]}; what is needed is ${PORT_WORDS[to.type]}.`
  if (!to.accepts || to.accepts.includes(from)) return null
  return `it gives ${PORT_WORDS[from]}; only ${listed(to.accepts.map((type) => PORT_WORDS[type]))} can be looked at here.`
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? 'nothing') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
