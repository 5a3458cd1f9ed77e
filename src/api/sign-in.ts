import { z } from 'zod'
import { nothing } from './common-shapes.ts'
import { everyone, operation } from './operation.ts'
import { sessionShape } from './user-shapes.ts'

export const signIn = operation({
  id: 'signIn',
  method: 'POST',
  path: '/api/sessions',
  summary: 'Sign in with user name and password',
  authority: 'product.md, what must be true of everything; house rule: sessions are opaque and end',
  policy: everyone,
  params: nothing,
  query: nothing,
  body: z.strictObject({
    userName: z.string().min(1).max(200),
    password: z.string().min(1).max(1000),
  }),
  answer: sessionShape,
})
