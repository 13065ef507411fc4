/** The colours of the house. Nothing else is used but what `shade`, `mix` and `lighten` make of them. */
import type { Department } from './plan.ts'

export const C = {
  ink: '#17304d', navy: '#24477a', blue: '#2f7fc6', sky: '#8fcbea', ice: '#dcedf5', white: '#f3f7f8', cloud: '#dfe8ec',
  steel: '#b3c3cd', slate: '#73899a', graphite: '#3d4d5e', char: '#2a3747', teal: '#22a197', aqua: '#6cc9c0', mint: '#b5e3d5',
  green: '#5fb272', leaf: '#3f9663', lime: '#a9d06a', cream: '#fbf1df', sand: '#ecdab9', wood: '#d9a86e', oak: '#b87d49',
  apricot: '#f6b26b', coral: '#ee7c5e', red: '#d94f40', sun: '#f8cd55', plum: '#8060a9', lilac: '#cbb9e6', rose: '#f2b9b4',
  pink: '#e88fa5',
} as const

export const SKIN = ['#fbdcc4', '#f2c5a0', '#dfa578', '#c08457', '#96613d', '#6d4429'] as const

/** Screens, drawn on monitors and boards. */
export const SCREEN = {
  frame: '#24364a', ground: '#12303f', deep: '#173446', green: '#6ee7a0', blue: '#63d0f5', sun: '#f9cf58', pink: '#e88fa5',
} as const

export interface DepartmentColours {
  floor: string
  alt: string
  accent: string
}

export const DEPARTMENTS: Record<Department, DepartmentColours> = {
  reception: { floor: '#f3ddb8', alt: '#ebd0a3', accent: '#e8954a' },
  'medical-wards': { floor: '#dcefdf', alt: '#c9e5d0', accent: '#5aa98c' },
  'eye-clinic': { floor: '#c4e9e2', alt: '#ade0d6', accent: '#1f9a90' },
  radiology: { floor: '#ced8f3', alt: '#bccaee', accent: '#4d6fc4' },
  outpatients: { floor: '#fbeecb', alt: '#f5e4b5', accent: '#d9a11f' },
  'orders-desk': { floor: '#fbe3cf', alt: '#f5d6bb', accent: '#e0793c' },
  library: { floor: '#e3e0f6', alt: '#d6d2f0', accent: '#6a5cc0' },
  'integration-room': { floor: '#aebccf', alt: '#9aacc3', accent: '#24477a' },
  'privacy-office': { floor: '#eadff2', alt: '#e0d1ec', accent: '#8060a9' },
  'board-room': { floor: '#e9d3b4', alt: '#dfc59f', accent: '#9a5f38' },
  corridor: { floor: '#eef2f3', alt: '#e5ebee', accent: '#73899a' },
  garden: { floor: '#bfe0b2', alt: '#b4d9a8', accent: '#3f9663' },
  street: { floor: '#d5dde2', alt: '#c9d3da', accent: '#456079' },
}
