import { z } from 'zod'
import { dueShape } from './case-shapes.ts'
import { caseParams, day, list, nothing, partyRoleShape } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const listOwedRecords = operation({
  id: 'listOwedRecords',
  method: 'GET',
  path: '/api/cases/{caseId}/records/owed',
  summary: 'What each party is to send, by the rules of the assignment and by requests since',
  authority: '8 CCR 9792.10.5',
  policy: partiesAndStaff,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: z.object({
    owed: list(
      z.object({
        party: partyRoleShape,
        what: list(z.string()),
        /** Null for a request after which another one was made: the clock runs for the last. */
        clock: z
          .object({
            status: z.enum(['running', 'stopped', 'ran-out']),
            due: dueShape,
            nature: z.enum(['duty', 'right']),
          })
          .nullable(),
        authority: z.string(),
        /** Whether list and number were read in the controlling text. */
        verified: z.boolean(),
        consequence: z.string(),
        /** When the party was asked; absent for what the assignment asks for. */
        requestedOn: day.exactOptional(),
      }),
    ),
  }),
})
