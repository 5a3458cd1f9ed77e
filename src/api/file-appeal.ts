import { z } from 'zod'
import { actedShape, appealGroundShape, caseParams, day, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const fileAppeal = operation({
  id: 'fileAppeal',
  method: 'POST',
  path: '/api/cases/{caseId}/appeal',
  summary: 'Record that a petition against the determination was filed with the Appeals Board',
  authority: 'Lab. Code 4610.6(h), (j); 8 CCR 10575',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({ filedOn: day, ground: appealGroundShape }),
  answer: actedShape,
})
