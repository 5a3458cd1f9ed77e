import { z } from 'zod'
import { nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const rebuildProjections = operation({
  id: 'rebuildProjections',
  method: 'POST',
  path: '/api/projections/rebuild',
  summary: 'Make all case rows anew from the events',
  authority: 'house rule: rows are projections of events',
  policy: only({ administrator: 'any' }),
  params: nothing,
  query: nothing,
  body: nothing,
  answer: z.object({ cases: z.int(), events: z.int() }),
})
