/** Colour and sign of each family of blocks. Pairs are at least 4.5:1: `ink` on `soft`, and white on `ink`. */
import type { IconName } from '../../kit/icon.tsx'
import type { BlockSpec, Family } from '../../lab/graph/block.ts'

export interface FamilyLook {
  icon: IconName
  ink: string
  soft: string
}

const BLUE = { ink: 'var(--blue-dark)', soft: 'var(--blue-soft)' }
const TEAL = { ink: '#0d625b', soft: 'var(--teal-soft)' }
const PLUM = { ink: 'var(--plum)', soft: 'var(--plum-soft)' }
const AMBER = { ink: '#7a5000', soft: 'var(--amber-soft)' }
const GREEN = { ink: '#27683a', soft: 'var(--green-soft)' }
const CORAL = { ink: '#9c3425', soft: 'var(--coral-soft)' }
const SLATE = { ink: 'var(--slate)', soft: 'var(--mist)' }

export const FAMILY_LOOK: Readonly<Record<Family, FamilyLook>> = {
  source: { icon: 'bed', ...BLUE },
  table: { icon: 'table', ...TEAL },
  score: { icon: 'clipboard', ...AMBER },
  model: { icon: 'graph', ...PLUM },
  signal: { icon: 'heart', ...CORAL },
  image: { icon: 'scan', ...BLUE },
  text: { icon: 'book', ...AMBER },
  interop: { icon: 'network', ...TEAL },
  link: { icon: 'people', ...BLUE },
  decide: { icon: 'flag', ...GREEN },
  check: { icon: 'shield', ...CORAL },
  operate: { icon: 'ward', ...GREEN },
  view: { icon: 'eye', ...SLATE },
  sink: { icon: 'people', ...CORAL },
}

/** Blocks with a sign of their own; the others carry that of their family. */
const BLOCK_ICON: Readonly<Record<string, IconName>> = {
  'data.source:images': 'eye',
  'data.source:signal': 'heart',
  'stream.features:quality': 'shield',
  'stream.features:rr': 'clock',
  'sig.filter': 'fit',
  'sig.features:quality': 'shield',
  'sig.features:rr': 'clock',
  'img.quality': 'shield',
  'probe.run:slice': 'bars',
  'probe.run:swap': 'both-ways',
  'probe.run:occlusion': 'eye',
  'table.rebalance': 'both-ways',
  'ml.pretrained': 'lock',
  'agg.group:worst': 'people',
  'agg.group:mean': 'people',
  'agg.group:any': 'people',
  'policy.route': 'both-ways',
  'table.filter': 'check',
  'table.label': 'flag',
  'table.features': 'list',
  'ml.split': 'collapse',
  'ml.gbt': 'tree',
  'ml.calibrate': 'fit',
  'policy.threshold': 'minus',
  'policy.rank:triage': 'list',
  'ml.anomaly': 'tree',
  'stat.outlier': 'bars',
  'stat.outlier:peers': 'people',
  'link.standardise': 'check',
  'link.block': 'collapse',
  'link.score:comparators': 'clipboard',
  'link.score:fellegi-sunter': 'graph',
  'link.decide:two-thresholds': 'both-ways',
  'link.decide:cluster': 'network',
  'policy.capacity': 'people',
  'inspect.view:roc': 'chart',
  'inspect.view:calibration': 'fit',
  'inspect.view:timeline': 'clock',
  'inspect.view:groups': 'people',
  'inspect.view:coefficients': 'bars',
  'inspect.view:confusion': 'check',
  'sink.result:decisions': 'tablet',
  'data.source:year': 'calendar',
  'monitor.watch:psi': 'people',
  'monitor.watch:calibration': 'check',
  'monitor.watch:subgroup': 'map',
  'monitor.watch:volume': 'bell',
  'board.contract': 'lock',
  'board.vote': 'talk',
  'board.card': 'clipboard',
  'sink.result:log': 'book',
}

export function iconOf(spec: BlockSpec): IconName {
  return BLOCK_ICON[spec.id] ?? FAMILY_LOOK[spec.family].icon
}
