import { z } from 'zod'
import { day, list, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

const averages = {
  determinations: z.int(),
  fromAssignment: z.number(),
  fromCompleteRecords: z.number(),
}

export const getFigures = operation({
  id: 'getFigures',
  method: 'GET',
  path: '/api/figures',
  summary:
    'The two average ages of determinations over a stretch of days, by the definitions of DWC',
  authority: 'handbook law 2.2: definitions of the Division of Workers’ Compensation',
  policy: only({ administrator: 'any', 'case-manager': 'any', quality: 'any' }),
  params: nothing,
  query: z.strictObject({ from: day, to: day }),
  body: nothing,
  answer: z.object({
    /** Null where no determination was served in these days. */
    whole: z.object(averages).nullable(),
    months: list(z.object({ month: z.string(), ...averages })),
  }),
})
