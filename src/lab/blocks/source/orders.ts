import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const ordersSpec = {
  id: 'data.source:orders',
  family: 'source',
  title: 'Orders',
  summary: 'Brings in orders as the ordering screen sends them at the moment of signing (CDS Hooks order-sign, FHIR R4), one row each.',
  cases: 'Table',
  casesOf: ['pa.orders'],
  inputs: [],
  outputs: [{ name: 'orders', label: 'Orders', type: 'Table' }],
  params: z.strictObject({
    dataset: z.string().min(1).max(80).default('train').meta({
      title: 'Data set',
      description: 'Which past orders to look at. Hidden weeks are used by Verify only.',
    }),
  }),
} as const satisfies BlockSpec
