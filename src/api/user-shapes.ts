import { z } from 'zod'
import { list } from './common-shapes.ts'

export const userRoleShape = z.enum([
  'administrator',
  'case-manager',
  'reviewer',
  'quality',
  'claims-administrator',
  'employee',
])

/** A person with access; only an administrator sees it. */
export const userShape = z.object({
  userId: z.string(),
  userName: z.string(),
  displayName: z.string(),
  role: userRoleShape,
  reviewerId: z.string().exactOptional(),
  claimsAdministrator: z.string().exactOptional(),
  caseIds: list(z.string()).exactOptional(),
  disabled: z.boolean(),
})

/** Who is signed in; null for the public. The token goes into the header of every unsafe call. */
export const sessionShape = z.object({
  user: z.object({ displayName: z.string(), role: userRoleShape }).nullable(),
  /** Ids of the operations the role may call at all, on some case. */
  mayCall: list(z.string()),
  csrfToken: z.string(),
})
