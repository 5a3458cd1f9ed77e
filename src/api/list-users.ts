import { z } from 'zod'
import { list, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'
import { userShape } from './user-shapes.ts'

export const listUsers = operation({
  id: 'listUsers',
  method: 'GET',
  path: '/api/users',
  summary: 'Users with their roles',
  authority: 'house rule: access is given by name',
  policy: only({ administrator: 'any' }),
  params: nothing,
  query: nothing,
  body: nothing,
  answer: z.object({ users: list(userShape) }),
})
