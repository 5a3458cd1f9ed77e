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
 * Operations that concern no case use `any` or `none`; a list with `own` shows the own cases only.
 */
export type Scope = 'any' | 'own' | 'none'

/** Who may call an operation on which case: one scope for every role. */
export type Policy = Readonly<Record<Role, Scope>>

/** One operation of the API: one file each, schema first, with authority and policy. */
export type Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `/api/cases/{caseId}/…`; an operation with `{caseId}` concerns that case. */
  readonly path: string
  readonly summary: string
  /** The rule or handbook section that this operation serves. */
  readonly authority: string
  readonly policy: Policy
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly answer: Answer
  /** Answers with bytes of this type instead of JSON. */
  readonly answers?: 'application/pdf' | 'image/png' | 'application/zip' | 'text/csv'
  /** Takes the request's bytes as they come, of this type, instead of a JSON body. */
  readonly takes?: 'application/octet-stream' | 'application/pdf'
}

/** An operation; all that is literal in it stays in its type, so that clients and handlers know it. */
export function operation<const Definition extends Operation>(definition: Definition): Definition {
  return definition
}

/** The policy that lets in the roles named, and nobody else. */
export function only(scopes: Readonly<Partial<Record<Role, Scope>>>): Policy {
  return {
    administrator: 'none',
    'case-manager': 'none',
    reviewer: 'none',
    quality: 'none',
    'claims-administrator': 'none',
    employee: 'none',
    public: 'none',
    ...scopes,
  }
}

/** Everyone, signed in or not. */
export const everyone: Policy = {
  administrator: 'any',
  'case-manager': 'any',
  reviewer: 'any',
  quality: 'any',
  'claims-administrator': 'any',
  employee: 'any',
  public: 'any',
}

/** Whoever takes part in the case, and the organization's staff: what parties may see. */
export const partiesAndStaff: Policy = only({
  administrator: 'any',
  'case-manager': 'any',
  quality: 'any',
  reviewer: 'own',
  'claims-administrator': 'own',
  employee: 'own',
})

/** The organization and the reviewer of the case: what parties do not see before the decision. */
export const staffAndReviewer: Policy = only({
  administrator: 'any',
  'case-manager': 'any',
  quality: 'any',
  reviewer: 'own',
})
