/** Colour and sign of each department: the same floor colours as the painted hospital, the same place in both. */
import type { IconName } from '../kit/icon.tsx'

export interface DepartmentLook {
  /** Dark enough for white text, at least 4.6:1. */
  accent: string
  floor: string
  icon: IconName
}

const LOOKS: Record<string, DepartmentLook> = {
  reception: { accent: '#a06733', floor: '#f3ddb8', icon: 'desk' },
  'medical-wards': { accent: '#44806a', floor: '#dcefdf', icon: 'bed' },
  'eye-clinic': { accent: '#1a8179', floor: '#c4e9e2', icon: 'eye' },
  radiology: { accent: '#4d6fc4', floor: '#ced8f3', icon: 'scan' },
  outpatients: { accent: '#946d15', floor: '#fbeecb', icon: 'calendar' },
  'orders-desk': { accent: '#af5e2f', floor: '#fbe3cf', icon: 'clipboard' },
  library: { accent: '#6a5cc0', floor: '#e3e0f6', icon: 'book' },
  'integration-room': { accent: '#24477a', floor: '#cdd8e6', icon: 'network' },
  'privacy-office': { accent: '#8060a9', floor: '#eadff2', icon: 'shield' },
  'board-room': { accent: '#9a5f38', floor: '#e9d3b4', icon: 'people' },
  corridor: { accent: '#456079', floor: '#e5ebee', icon: 'ward' },
  garden: { accent: '#40824e', floor: '#d3ecca', icon: 'tree' },
  street: { accent: '#5d7386', floor: '#d5dde2', icon: 'road' },
}

const OTHER: DepartmentLook = { accent: '#16507f', floor: '#dcedf5', icon: 'ward' }

export function departmentLook(id: string): DepartmentLook {
  return LOOKS[id] ?? OTHER
}
