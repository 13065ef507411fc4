/** What the mapping bench says where a quest describes its records. Nothing here speaks of messages or of a portal. */
/**
 * @param amount field that holds a number
 * @param fact a kind of facts, where there are any
 */
export function recordWords(one: string, many: string, fields: readonly string[], amount: string | undefined, fact?: string) {
  const [first = 'field', second = first] = fields
  return {
    message: capital(one),
    before: `${capital(one)} before`,
    next: `Next ${one}`,
    wrongIn: (wrong: number, all: number) => (wrong === 0 ? `All of the first ${all} ${many} that somebody looked at come out right.` : `${wrong} of the first ${all} ${many} do not come out right yet.`),
    portal: 'What is wanted',
    fromHelp: `A field such as ${first};${fact ? ` a kind of facts such as ${fact};` : ''} several with +; a fixed text in quotes; or an element that is filled already.`,
    whenHelp: `For example ${first} = A and ${second} in B, C. ${amount ? `Numbers: ${amount} >= 5. ` : ''}${fact ? `Facts: ${fact}.days <= 180, ${fact}.sure >= 0.9; also date, side, source. ` : ''}Another field: ${first} = @${second}. Empty: always.`,
    toHelp: 'An element that is wanted. Where two rows fill the same, the later one stands.',
    valueMapHelp: 'What each value becomes; "?" leaves it to a person. Without any entry everything goes through; with entries, a value without one is left out. "*" to "*" lets all others through.',
    portalTab: 'Wanted',
    figures: `On the ${many} that somebody looked at`,
    overviewSay: `Of the ${many} that somebody looked at: how often an element is not as it should be. Choose one to see its row.`,
    noReport: `Press Run. All ${many} then go through your map, and the figures appear here.`,
  }
}

export const said = {
  source: 'What came',
  help: 'Point at a field, or go through them with the arrow keys.',
  search: 'Search in codes and words',
  chips: 'Only these',
  found: (n: number, of: number) => `${n} of ${of} codes`,
  noCode: 'No code is like that. Take a chip away, or search for less.',
  usual: (low: number, high: number, unit: string | null) => `usually ${low} to ${high}${unit ? ` ${unit}` : ''}`,
  valuesHelp: 'Middle half of the values of each local name, as they came and after the map. The green band is where values of that code usually lie: a mark beside it is a name, a unit or a code that is not what it seems.',
  nowhere: 'not mapped',
  person: 'left to a person',
  off: 'beside the usual',
  within: 'as usual',
  noPaper: (kinds: readonly string[]) => `In no paper: ${kinds.join(', ')}.`,
  daysAgo: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  sure: (sure: number) => `${Math.round(sure * 100)}% sure`,
  pick: 'If several fit',
  pickHelp: 'Papers that fit the condition may differ.',
  picks: { newest: 'Take the newest', agreed: 'Only if all say the same; else a person looks' },
  link: 'Send its paper along',
  linkHelp: 'The paper that the value stands in goes with the form as evidence.',
  deskHelp: (people: number, from: number, to: number, look: number) => `${people === 1 ? 'One person works' : `${people} people work`} here from ${from} to ${to} o'clock. To look one item up by hand takes ${look} minutes.`,
  blanks: 'What stays empty',
  blanksChoices: { send: 'Goes out empty', person: 'A person looks first' },
  first: 'Who is next at the desk',
  firstChoices: { oldest: 'Whoever waits longest', expedited: 'Expedited ones first', returned: 'Those that came back first' },
  payer: 'What the payer says of itself',
  payerHelp: (standard: number, expedited: number, people: number, minutes: number, rounds: number) => `An answer is due within ${standard} hours, within ${expedited} for an expedited request. A machine looks first; ${people === 1 ? 'one person reads' : `${people} people read`} some, for ${minutes} minutes each, expedited ones first. Only a person refuses. It asks at most ${rounds === 1 ? 'once' : `${rounds} times`}. The first rule that holds speaks; if none does, it approves.`,
  rules: 'Rules of the payer',
  ruleColumns: ['If', 'It', 'Reason'],
  answers: { approve: 'approves', pend: 'sends it back', deny: 'refuses' },
  byPerson: '(if whoever reads it notices)',
  between: (low: number, high: number) => (low === high ? String(low) : `${low} to ${high}`),
  columns: { times: 'Times', came: 'As they came', becomes: 'Becomes', after: 'After the map' },
} as const

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
