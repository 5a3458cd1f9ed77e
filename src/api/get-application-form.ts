import { z } from 'zod'
import { bytes, nothing } from './common-shapes.ts'
import { everyone, operation } from './operation.ts'

export const getApplicationForm = operation({
  id: 'getApplicationForm',
  method: 'GET',
  path: '/api/application-forms/{language}',
  summary: 'The blank application form as a PDF whose fields can be filled in',
  authority: '8 CCR 9792.10.2; Lab. Code 4610.5(f)',
  policy: everyone,
  params: z.strictObject({ language: z.enum(['en', 'es']) }),
  query: nothing,
  body: nothing,
  answer: bytes,
  answers: 'application/pdf',
})
