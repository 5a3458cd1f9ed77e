import { z } from 'zod'
import { deadlineShape } from './case-shapes.ts'
import { caseParams, list, nothing } from './common-shapes.ts'
import { copyToPartiesShape } from './note-copy-to-parties.ts'
import { only, operation } from './operation.ts'

const unknown = z.object({ known: z.literal(false), because: z.string(), next: z.string() })

export const getCaseDuties = operation({
  id: 'getCaseDuties',
  method: 'GET',
  path: '/api/cases/{caseId}/duties',
  summary:
    'What a case shows besides its clocks: the expected day, extension, copies, retention, fee',
  authority: 'law.md 2.2 (D4, D5, R7, P2, T1); 8 CCR 9792.10.8, 9792.7',
  policy: only({
    administrator: 'any',
    'case-manager': 'any',
    quality: 'any',
    'claims-administrator': 'own',
  }),
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: z.object({
    /** D5: 45 days from assignment; a figure of service, nothing runs out. */
    expectedBy: deadlineShape.nullable(),
    /** D4 */
    extension: z
      .object({
        days: z.int(),
        approval: z.string(),
        approvedOn: z.string(),
        reason: z.string(),
      })
      .nullable(),
    /** R7: files of the claims administrator, with what is noted of their copy. */
    copies: list(
      z.object({
        documentId: z.string(),
        fileName: z.string(),
        receivedOn: z.string(),
        copy: copyToPartiesShape.nullable(),
      }),
    ),
    /** T1: until when the utilization review organization keeps its records. */
    retention: z.discriminatedUnion('known', [
      z.object({ known: z.literal(true), from: z.string(), deadline: deadlineShape }),
      unknown,
    ]),
    /** `dollars` is null where the schedule of the time was not found: a person gives the amount. */
    fee: z.discriminatedUnion('known', [
      z.object({
        known: z.literal(true),
        dollars: z.number().nullable(),
        verified: z.boolean(),
        source: z.string(),
        because: z.string(),
      }),
      unknown,
    ]),
    /** P2 */
    invoice: z
      .object({
        dollars: z.number(),
        amountBy: z.enum(['schedule', 'person']),
        because: z.string(),
        verified: z.boolean(),
        invoicedOn: z.string(),
        paidOn: z.string().nullable(),
      })
      .nullable(),
  }),
})
