import type { Tone } from '../../core/verdict.ts'

/** The sign that stands with each colour. */
export const TONE_SIGNS: Record<Tone, string> = { right: '✓', wrong: '✕', missed: '!', note: '·' }
