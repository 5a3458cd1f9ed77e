import { z } from 'zod'
import { guidelineShape } from './case-shapes.ts'
import { list, outcomeShape, priorityShape, someOf } from './common-shapes.ts'

/** One disputed treatment with the decision and its reasons, as the letter says it. */
export const issueShape = z.object({
  treatment: z.string(),
  decision: z.enum(['upheld', 'overturned']),
  partial: z
    .object({ requested: z.string(), authorized: z.string(), remainder: z.string() })
    .nullable()
    .exactOptional(),
  associatedSurgicalService: z.boolean().exactOptional(),
  retrospective: z.boolean().exactOptional(),
  datesOfService: list(z.string()).exactOptional(),
  category: z.string().nullable().exactOptional(),
  subcategory: z.string().nullable().exactOptional(),
  bodyRegions: list(z.string()).exactOptional(),
  claimsAdministratorGuideline: guidelineShape,
  reviewOrganizationGuideline: guidelineShape,
  rationale: z.string(),
})

/** A determination as letters carry it: the reviewer appears by credentials only. */
export const determinationShape = z.object({
  caseNumber: z.string().nullable(),
  priority: priorityShape.nullable(),
  dateAssigned: z.string().nullable(),
  dateOfInjury: z.string().nullable(),
  decisionDate: z.string().nullable(),
  urDenialDate: z.string().nullable(),
  applicationReceived: z.string().nullable(),
  reviewer: z.object({
    licensure: list(z.string()),
    specialties: list(z.string()),
    boards: list(z.string()).exactOptional(),
  }),
  caseSummary: z.string(),
  issues: someOf(issueShape),
  outcome: outcomeShape,
})

/** What the lint found in a draft or a letter. */
export const findingShape = z.object({
  /** Names the finding when it is overridden. */
  key: z.string(),
  code: z.string(),
  severity: z.enum(['blocking', 'warning', 'note']),
  issue: z.int().exactOptional(),
  message: z.string(),
  span: z.object({ start: z.int(), end: z.int() }).exactOptional(),
  quote: z.string().exactOptional(),
})
