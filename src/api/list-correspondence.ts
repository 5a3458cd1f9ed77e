import { z } from 'zod'
import { caseParams, list, nothing, partyRoleShape, serviceMethodShape } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const listCorrespondence = operation({
  id: 'listCorrespondence',
  method: 'GET',
  path: '/api/cases/{caseId}/correspondence',
  summary: 'Everything that went out to the parties and came in from them',
  authority: '8 CCR 9792.10.4-9792.10.6',
  policy: partiesAndStaff,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: z.object({
    letters: list(
      z.object({
        /** The step of the case that it belongs to. */
        version: z.int(),
        on: z.string(),
        way: z.enum(['sent', 'received']),
        title: z.string(),
        says: z.string().exactOptional(),
        to: list(
          z.object({
            role: partyRoleShape,
            name: z.string(),
            method: serviceMethodShape,
            address: z.string(),
          }),
        ),
        from: partyRoleShape.exactOptional(),
        /** Titles of its papers; `getCorrespondencePaper` gives each by its place, from 1. */
        papers: list(z.string()),
        documentId: z.string().exactOptional(),
        /** Printed by `getReceiptLetter`. */
        receiptId: z.string().exactOptional(),
      }),
    ),
  }),
})
