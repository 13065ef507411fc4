/**
 * The payers' policy books, as one: which orders need permission first, and which papers go with the request. Payers, services
 * and policies are invented; their traps are real ones. Pages stand in the order in which they win (curriculum 6.3).
 */

/** Code and kind of each service. VHS codes are our own: no licensed code system is shipped. */
export const SERVICES = {
  'Spine MRI': { code: 'VHS-MRI-LSPINE', resource: 'ServiceRequest', weight: 18, ages: [18, 92] },
  'Head CT': { code: 'VHS-CT-HEAD', resource: 'ServiceRequest', weight: 12, ages: [4, 96] },
  'Plain X-ray': { code: 'VHS-XR-ANY', resource: 'ServiceRequest', weight: 14, ages: [2, 98] },
  'CPAP': { code: 'VHS-DME-CPAP', resource: 'DeviceRequest', weight: 12, ages: [25, 85] },
  'Power wheelchair': { code: 'VHS-DME-PWC', resource: 'DeviceRequest', weight: 5, ages: [35, 96] },
  'Biologic infusion': { code: 'VHS-INF-BIO', resource: 'ServiceRequest', weight: 9, ages: [18, 80] },
  'Weight-loss surgery': { code: 'VHS-SURG-BARI', resource: 'ServiceRequest', weight: 5, ages: [20, 66] },
  'Knee replacement': { code: 'VHS-SURG-TKA', resource: 'ServiceRequest', weight: 8, ages: [50, 90] },
  'Physiotherapy': { code: 'VHS-PT-VISIT', resource: 'ServiceRequest', weight: 12, ages: [12, 94] },
  'Sleep lab night': { code: 'VHS-SLEEP-LAB', resource: 'ServiceRequest', weight: 5, ages: [18, 85] },
} as const satisfies Record<string, { code: string; resource: 'ServiceRequest' | 'DeviceRequest'; weight: number; ages: readonly [number, number] }>
export type Service = keyof typeof SERVICES
export const SERVICE_NAMES = Object.keys(SERVICES) as readonly Service[]
export const IMAGING: ReadonlySet<Service> = new Set(['Spine MRI', 'Head CT', 'Plain X-ray'])

/** Meridian is a Medicare Advantage plan, StateCare a Medicaid plan, Atlas a commercial one, Public Fund pays like Original Medicare. All invented. */
export const PAYERS = { 'Meridian Advantage': 34, 'StateCare': 26, 'Atlas PPO': 22, 'Public Fund': 18 } as const
export type Payer = keyof typeof PAYERS
export type Setting = 'ED' | 'inpatient' | 'outpatient'
export type YesNo = 'yes' | 'no'

/** What the ordering screen knows of an order when it is signed. Null is "not on the order". */
export interface OrderFacts {
  setting: Setting
  payer: Payer
  service: Service
  planYear: number
  goldCard: YesNo
  redFlag: YesNo
  network: YesNo
  therapyWeeks: number | null
  stepsTried: number | null
  visitsUsed: number | null
  urgent: YesNo
}

export interface PolicyAnswer {
  pa: YesNo
  docs: readonly string[]
  /** Page of the book that decides. */
  policy: string
}

const none = (policy: string): PolicyAnswer => ({ pa: 'no', docs: [], policy })
const ask = (policy: string, ...docs: string[]): PolicyAnswer => ({ pa: 'yes', docs, policy })

/** What the books say of an order: the truth that every table is held against. */
export function policyAnswer(order: OrderFacts): PolicyAnswer {
  if (order.setting === 'ED') return none('P01')
  if (order.payer === 'Public Fund' && order.service !== 'Power wheelchair') return none('P02')
  if (order.service === 'Plain X-ray') return none('P03')
  if (order.goldCard === 'yes' && order.service !== 'Biologic infusion' && order.payer !== 'StateCare') return none('P04')
  return SERVICE_PAGES[order.service](order)
}

const SERVICE_PAGES: Readonly<Record<Service, (order: OrderFacts) => PolicyAnswer>> = {
  'Spine MRI': spineMri,
  'Head CT': ({ setting, payer }) => (setting === 'inpatient' ? none('P09') : payer === 'Atlas PPO' ? none('P10') : ask('P10', 'neurological exam')),
  'Plain X-ray': () => none('P03'),
  'CPAP': ({ payer, planYear }) => (payer === 'Meridian Advantage' && planYear >= 2026 ? none('P11') : ask('P12', 'sleep study', 'face-to-face visit')),
  'Power wheelchair': () => ask('P13', 'face-to-face visit', 'home assessment', 'therapist evaluation'),
  // Nobody says how many were tried: the record is asked for, and it will say.
  'Biologic infusion': ({ stepsTried }) => ask('P14', 'step-therapy record', 'TB screen', ...(stepsTried === 0 ? ['exception letter'] : [])),
  'Weight-loss surgery': () => ask('P15', 'weight history', 'psychology report', 'diet programme'),
  'Knee replacement': ({ payer }) => (payer === 'Atlas PPO' ? none('P16') : ask('P16', 'X-ray report', 'therapy note')),
  // Not known is not "below twelve": ask.
  'Physiotherapy': ({ visitsUsed }) => (visitsUsed !== null && visitsUsed < 12 ? none('P17') : ask('P17', 'progress report')),
  'Sleep lab night': ({ network, payer }) => (network === 'yes' && payer !== 'StateCare' ? none('P18') : ask('P18', 'sleepiness score')),
}

/** From 2026 six weeks of therapy are wanted instead of four. */
function spineMri({ redFlag, payer, planYear, therapyWeeks }: OrderFacts): PolicyAnswer {
  if (redFlag === 'yes') return none('P05')
  if (payer === 'StateCare') return ask('P06', 'therapy note', 'X-ray report')
  const wanted = planYear >= 2026 ? 6 : 4
  if (therapyWeeks !== null && therapyWeeks < wanted) return ask('P07', 'therapy note', 'exception letter')
  return ask('P08', 'therapy note')
}

/** Whether the answer would be another one by the book of the year before. */
export function changedIn2026(order: OrderFacts): boolean {
  if (order.planYear < 2026) return false
  const [now, before] = [policyAnswer(order), policyAnswer({ ...order, planYear: 2025 })]
  return now.pa !== before.pa || now.docs.join() !== before.docs.join()
}
