/** Colour and sign of each department: those of its label on the painted hospital, so that the list and the map match at a glance. */
import type { IconName } from '../kit/icon.tsx'

export interface DepartmentLook {
  /** Dark enough for white text, at least 4.6:1. */
  accent: string
  floor: string
  icon: IconName
}

const LOOKS: Record<string, DepartmentLook> = {
  reception: { accent: '#a06733', floor: '#f3ddb8', icon: 'bell' },
  'medical-wards': { accent: '#44806a', floor: '#dcefdf', icon: 'bed' },
  'eye-clinic': { accent: '#2c77ba', floor: '#c4e9e2', icon: 'eye' },
  radiology: { accent: '#4d6fc4', floor: '#ced8f3', icon: 'lungs' },
  outpatients: { accent: '#946d15', floor: '#fbeecb', icon: 'calendar' },
  'orders-desk': { accent: '#ca493c', floor: '#fbe3cf', icon: 'clipboard' },
  library: { accent: '#af5e2f', floor: '#e3e0f6', icon: 'book' },
  'integration-room': { accent: '#24477a', floor: '#cdd8e6', icon: 'network' },
  'privacy-office': { accent: '#8060a9', floor: '#eadff2', icon: 'lock' },
  'board-room': { accent: '#9a5f38', floor: '#e9d3b4', icon: 'bars' },
  corridor: { accent: '#5d7386', floor: '#e5ebee', icon: 'both-ways' },
  garden: { accent: '#40824e', floor: '#d3ecca', icon: 'leaf' },
  street: { accent: '#465a6e', floor: '#d5dde2', icon: 'ambulance' },
}

const OTHER: DepartmentLook = { accent: '#16507f', floor: '#dcedf5', icon: 'ward' }

export function departmentLook(id: string): DepartmentLook {
  return LOOKS[id] ?? OTHER
}
