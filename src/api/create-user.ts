import { z } from 'zod'
import { caseIdShape, list, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'
import { userShape } from './user-shapes.ts'

export const createUser = operation({
  id: 'createUser',
  method: 'POST',
  path: '/api/users',
  summary: 'Give a person access',
  authority: 'house rule: access is given by name',
  policy: only({ administrator: 'any' }),
  params: nothing,
  query: nothing,
  body: z.strictObject({
    userName: z.string().min(3).max(200),
    displayName: z.string().min(1).max(200),
    password: z.string().min(12).max(1000),
    role: z.enum([
      'administrator',
      'case-manager',
      'reviewer',
      'quality',
      'claims-administrator',
      'employee',
    ]),
    /** For a reviewer: the entry of the register. */
    reviewerId: z.string().min(1).max(100).exactOptional(),
    /** For a claims administrator: the company, as applications name it. */
    claimsAdministrator: z.string().min(1).max(200).exactOptional(),
    /** For an employee or representative: the cases given to them. */
    caseIds: list(caseIdShape).exactOptional(),
  }),
  answer: userShape,
})
