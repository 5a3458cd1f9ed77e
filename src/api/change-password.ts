import { z } from 'zod'
import { nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'
import { sessionShape } from './user-shapes.ts'

export const changePassword = operation({
  id: 'changePassword',
  method: 'PUT',
  path: '/api/session/password',
  summary: 'Change the own password; every session of the account ends, this one begins anew',
  authority: 'house rule: sessions are opaque and end',
  policy: only({
    administrator: 'any',
    'case-manager': 'any',
    reviewer: 'any',
    quality: 'any',
    'claims-administrator': 'any',
    employee: 'any',
  }),
  params: nothing,
  query: nothing,
  body: z.strictObject({
    password: z.string().min(1).max(1000),
    newPassword: z.string().min(12).max(1000),
  }),
  answer: sessionShape,
})
