import { z } from 'zod'
import { bytes, caseIdShape, nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const getClockCertificateLetter = operation({
  id: 'getClockCertificateLetter',
  method: 'GET',
  path: '/api/cases/{caseId}/clocks/{clock}/certificate/letter',
  summary: 'How the end of a clock was computed, as a PDF',
  authority: 'law.md 2, every clock; 8 CCR 9792.10.5, 9792.10.6',
  policy: partiesAndStaff,
  params: z.strictObject({ caseId: caseIdShape, clock: z.string().min(1).max(40) }),
  query: nothing,
  body: nothing,
  answer: bytes,
  answers: 'application/pdf',
})
