import { z } from 'zod'

/** A list as answers and bodies carry it: never changed after it was read. */
export function list<Item extends z.ZodType>(item: Item): z.ZodReadonly<z.ZodArray<Item>> {
  return z.array(item).readonly()
}

/** A list with at least one element. */
export function someOf<Item extends z.ZodType>(
  item: Item,
): z.ZodReadonly<z.ZodTuple<[Item], Item>> {
  return z.tuple([item], item).readonly()
}

/** For operations without path parameters, query or body: nothing may be sent. */
export const nothing = z.strictObject({})

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date('there is no day that is written as YYYY-MM-DD')

/** The case's own id, not its number. */
export const caseIdShape = z.string().min(1).max(100)
export const caseParams = z.strictObject({ caseId: caseIdShape })
export const treatmentParams = z.strictObject({
  caseId: caseIdShape,
  treatmentId: z.string().min(1).max(20),
})
export const documentParams = z.strictObject({
  caseId: caseIdShape,
  documentId: z.string().min(1).max(100),
})
export const pageParams = z.strictObject({
  caseId: caseIdShape,
  documentId: z.string().min(1).max(100),
  page: z.coerce.number<number | string>().int().min(1).max(100_000),
})

/** Where it was authorized: on which day, and when the review organization was told (W1). */
export const authorizationShape = z.strictObject({ authorizedOn: day, toldOn: day })

/** For operations that answer with bytes. */
export const bytes = z.never()

export const caseStatusShape = z.enum([
  'none',
  'received',
  'awaiting-information',
  'ineligible',
  'deferred',
  'duplicate',
  'eligible',
  'records-open',
  'records-overdue',
  'records-complete',
  'reviewer-selected',
  'in-review',
  'quality',
  'quality-passed',
  'issued',
  'served',
  'implemented',
  'appealed',
  'affirmed',
  'remanded',
  'terminated',
])

export const priorityShape = z.enum(['standard', 'expedited'])
export const outcomeShape = z.enum(['uphold', 'overturn', 'partially-overturn'])
export const partyRoleShape = z.enum([
  'employee',
  'representative',
  'requesting-physician',
  'claims-administrator',
  'employer',
  'administrative-director',
])

export const serviceMethodShape = z.enum(['mail', 'electronic', 'fax', 'personal'])
/** A party, and the way in which something goes to it; the address is that of the application. */
export const recipientChoiceShape = z.strictObject({
  role: partyRoleShape,
  method: serviceMethodShape,
})

/**
 * The ground of an appeal (Lab. Code 4610.6(h)): 1 in excess of powers, 2 fraud, 3 a conflict of
 * interest, 4 bias, 5 a plainly erroneous finding of fact.
 */
export const appealGroundShape = z.literal([1, 2, 3, 4, 5])

/** What an acknowledged act answers: where the case now stands. */
export const actedShape = z.object({
  caseId: z.string(),
  version: z.int(),
  status: caseStatusShape,
})

/** A refusal as it goes over the wire. */
export const refusalShape = z.object({
  code: z.string(),
  because: z.string(),
  where: z.string().exactOptional(),
  authority: z.string(),
  next: z.string(),
})

/** RFC 9457: the answer of every call that was not done. */
export const problemShape = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  instance: z.string(),
  refusals: list(refusalShape),
})
export type Problem = z.infer<typeof problemShape>

/** Content-addressed file or JSON document. */
export const artifactShape = z.object({
  sha256: z.string(),
  bytes: z.int(),
  mediaType: z.string(),
  kind: z.string(),
})

/** Page lists in parts. */
export const pagingQuery = {
  limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
  offset: z.coerce.number<number | string>().int().min(0).default(0),
}
