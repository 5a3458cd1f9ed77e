import { z } from 'zod'
import { nothing } from './common-shapes.ts'
import { everyone, operation } from './operation.ts'

export const health = operation({
  id: 'health',
  method: 'GET',
  path: '/api/health',
  summary: 'Whether the server and its database answer',
  authority: 'house rule: an operator can see that it works',
  policy: everyone,
  params: nothing,
  query: nothing,
  body: nothing,
  answer: z.object({ status: z.literal('ok'), version: z.string() }),
})
