/** The answer to an order-sign request: one CDS Hooks card that the ordering screen shows before the patient leaves. */
import type { OrderFacts } from '../data/pa-policies.ts'
import type { CoverageAnswer } from './coverage-answer.ts'

/** A card as CDS Hooks defines it: the summary under 140 characters, the indicator one of three. */
export interface CdsCard {
  uuid: string
  summary: string
  detail: string
  indicator: 'info' | 'warning' | 'critical'
  source: { label: string }
}

export interface CdsResponse {
  cards: CdsCard[]
}

type About = Pick<OrderFacts, 'service' | 'payer' | 'setting' | 'urgent'>

/** Payers that a federal rule binds since 2026: 72 hours when urgent, seven days otherwise, and a reason for every no (source cms57). */
const BOUND: ReadonlySet<string> = new Set(['Meridian Advantage', 'StateCare'])

export function coverageResponse(id: string, order: About, answer: CoverageAnswer): CdsResponse {
  return { cards: [coverageCard(id, order, answer)] }
}

export function coverageCard(id: string, order: About, { pa, docs }: CoverageAnswer): CdsCard {
  const card = { uuid: `${id}-card`, source: { label: 'St Turing orders desk' } }
  const { service, payer } = order
  if (pa === 'no') return { ...card, indicator: 'info', summary: `${service}: go ahead`, detail: `${payer} wants no permission for this order. Nothing to send.` }
  if (pa === null) {
    return { ...card, indicator: 'warning', summary: `${service}: ask the orders desk`, detail: 'No rule speaks for this order, so it is faxed just in case and waits for a person.' }
  }
  const papers = docs.length > 0 ? `Send with the request: ${docs.join(', ')}.` : 'No papers are listed.'
  return {
    ...card,
    indicator: order.setting === 'ED' ? 'critical' : 'warning',
    summary: `${service}: ${payer} must agree first`,
    detail: `${papers} ${waitWords(order)}`,
  }
}

function waitWords({ payer, urgent }: About): string {
  if (!BOUND.has(payer)) return 'No rule says how fast this payer must answer.'
  return urgent === 'yes' ? 'Urgent: an answer is due within 72 hours.' : 'An answer is due within seven days.'
}
