import { z } from 'zod'
import { caseParams, list, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const listReviewerCandidates = operation({
  id: 'listReviewerCandidates',
  method: 'GET',
  path: '/api/cases/{caseId}/reviewer-candidates',
  summary: 'Reviewers with the filters they pass and fail, and why; stays inside the organization',
  authority: 'Lab. Code 139.5(c)-(e); 8 CCR 9792.10.6(a)',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: nothing,
  /** Those who may decide first, best fit on top; then those who may not, with the reasons. */
  answer: z.object({
    rules: list(z.string()),
    candidates: list(
      z.object({
        reviewerId: z.string(),
        name: z.string(),
        specialties: list(z.string()),
        openCases: z.int(),
        capacity: z.int(),
        mayDecide: z.boolean(),
        /** Null for those who may not decide. */
        score: z.number().nullable(),
        reasons: list(z.string()),
        filters: list(z.object({ filter: z.string(), passed: z.boolean(), because: z.string() })),
        conflicts: list(
          z.object({
            party: z.string(),
            role: z.string(),
            result: z.enum(['no-tie', 'tie', 'possible-tie']),
            because: z.string(),
          }),
        ),
      }),
    ),
  }),
})
