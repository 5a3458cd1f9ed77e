import type { z } from 'zod'

/** Roles a user may have; `public` is anyone without a session. */
export const roles = [
  'administrator',
  'case-manager',
  'reviewer',
  'quality',
  'claims-administrator',
  'employee',
  'public',
] as const
export type Role = (typeof roles)[number]

/**
 * On which cases a role may call an operation: `any` case, only its `own` (the reviewer's assigned
 * cases; the company's claims; the cases a worker was given), or `none`.
 * Operations that concern no case use `any` or `none`.
 */
export type Scope = 'any' | 'own' | 'none'

/** One operation of the API: one file each, schema first, with authority and policy. */
export type Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `/api/cases/{caseId}/…` */
  readonly path: string
  readonly summary: string
  /** The rule or handbook section that this operation serves. */
  readonly authority: string
  readonly policy: Readonly<Record<Role, Scope>>
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly answer: Answer
  /** Answers with bytes of this type instead of JSON. */
  readonly answers?: 'application/pdf' | 'image/png'
}

export function operation<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(definition: Operation<Params, Query, Body, Answer>): Operation<Params, Query, Body, Answer> {
  return definition
}
