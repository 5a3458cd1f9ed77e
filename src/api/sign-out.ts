import { z } from 'zod'
import { nothing } from './common-shapes.ts'
import { everyone, operation } from './operation.ts'

export const signOut = operation({
  id: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  summary: 'End the session',
  authority: 'house rule: sessions are opaque and end',
  policy: everyone,
  params: nothing,
  query: nothing,
  body: nothing,
  answer: z.object({ signedOut: z.boolean() }),
})
