import type { BlockSpec, Inputs, RunContext } from './block.ts'
import type { PortValue } from './ports.ts'
import type { z } from 'zod'

type ValueOf<Type extends PortValue['type']> = Extract<PortValue, { type: Type }>

/** The value at an input, which compile has already found to be of that type. */
export function take<const Type extends PortValue['type']>(inputs: Inputs, port: string, type: Type): ValueOf<Type> {
  const value = inputs[port]
  if (value?.type !== type) throw new TypeError(`input "${port}" holds ${value?.type ?? 'nothing'}, not ${type}`)
  return value as ValueOf<Type>
}

/** A block's parameters as its own schema types them; compile has checked them. */
export function paramsOf<Spec extends BlockSpec>(_spec: Spec, context: RunContext): z.infer<Spec['params']> {
  return context.params as z.infer<Spec['params']>
}
