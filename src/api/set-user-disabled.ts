import { z } from 'zod'
import { nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'
import { userShape } from './user-shapes.ts'

export const setUserDisabled = operation({
  id: 'setUserDisabled',
  method: 'PUT',
  path: '/api/users/{userId}/disabled',
  summary: 'Take access away from an account, whose sessions end at once, or give it back',
  authority: 'house rule: access is given by name',
  policy: only({ administrator: 'any' }),
  params: z.strictObject({ userId: z.string().min(1).max(100) }),
  query: nothing,
  body: z.strictObject({ disabled: z.boolean() }),
  answer: userShape,
})
