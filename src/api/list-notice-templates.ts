import { z } from 'zod'
import { caseParams, list, nothing, partyRoleShape, serviceMethodShape } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const listNoticeTemplates = operation({
  id: 'listNoticeTemplates',
  method: 'GET',
  path: '/api/cases/{caseId}/notices/templates',
  summary: 'The notices that may be sent in this case, and what each still needs',
  authority: 'rules/notices',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: z.object({
    templates: list(
      z.object({
        template: z.string(),
        title: z.string(),
        authority: z.string(),
        verified: z.boolean(),
        recipients: list(
          z.object({ role: partyRoleShape, name: z.string(), method: serviceMethodShape }),
        ),
        /** What a person must supply. */
        asks: list(z.string()),
        /** What the case does not know yet; with any of these it cannot be sent. */
        lacks: list(z.string()),
      }),
    ),
  }),
})
