import { z } from 'zod'
import { caseIdShape, nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const getClockCertificate = operation({
  id: 'getClockCertificate',
  method: 'GET',
  path: '/api/cases/{caseId}/clocks/{clock}/certificate',
  summary: 'How the end of a clock was computed, step by step, as it was stored',
  authority: 'law.md 2, every clock; 8 CCR 9792.10.5, 9792.10.6',
  policy: partiesAndStaff,
  params: z.strictObject({ caseId: caseIdShape, clock: z.string().min(1).max(40) }),
  query: nothing,
  body: nothing,
  /** Whole, as it was stored: a part would not verify. */
  answer: z.looseObject({ kind: z.literal('deadline-certificate'), explanation: z.string() }),
})
