/** A sign for every finding and a short word for every way a tool may run: never colour alone. */
import type { Finding } from '../../core/artefacts/board-dossier.ts'
import type { Mode } from '../../lab/governance/year-values.ts'

export const FINDING_SIGN: Readonly<Record<Finding, string>> = { quiet: '·', volume: '≈', drift: '?', gap: '◐', calibration: '✕', notice: '✉' }
export const MODE_SIGN: Readonly<Record<Mode, string>> = { go: '', limit: 'look', pause: 'stop', repair: 'mend' }
