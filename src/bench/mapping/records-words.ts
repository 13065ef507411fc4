/** What the mapping bench says where a quest describes its records. Nothing here speaks of messages or of a portal. */
/** @param amount field that holds a number */
export function recordWords(one: string, many: string, fields: readonly string[], amount: string | undefined) {
  const [first = 'field', second = first] = fields
  return {
    message: capital(one),
    before: `${capital(one)} before`,
    next: `Next ${one}`,
    wrongIn: (wrong: number, all: number) => (wrong === 0 ? `All of the first ${all} ${many} that somebody looked at come out right.` : `${wrong} of the first ${all} ${many} do not come out right yet.`),
    portal: 'What is wanted',
    fromHelp: `A field such as ${first}; several with +; a fixed text in quotes; or an element that is filled already.`,
    whenHelp: `For example ${first} = A and ${second} in B, C. ${amount ? `Numbers: ${amount} >= 5. ` : ''}Another field: ${first} = @${second}. Empty: always.`,
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
  between: (low: number, high: number) => (low === high ? String(low) : `${low} to ${high}`),
  columns: { times: 'Times', came: 'As they came', becomes: 'Becomes', after: 'After the map' },
} as const

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
