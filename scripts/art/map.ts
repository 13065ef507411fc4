/** The map that the pictures are made for. */
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import type { Plan } from '../../src/art/plan.ts'

/** Read at run time, because scripts and scenes are two programs to the compiler; a test holds their types together. */
export async function hospitalPlan(): Promise<Plan> {
  const { MAP } = (await import(pathToFileURL(resolve('scenes/hospital/map.ts')).href)) as { MAP: Plan }
  return MAP
}
