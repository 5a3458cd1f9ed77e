import { z } from 'zod'
import { caseParams, list, nothing, refusalShape } from './common-shapes.ts'
import { penaltyFindingKind } from './note-penalty-finding.ts'
import { only, operation } from './operation.ts'

const choices = list(
  z.object({ id: z.string(), title: z.string(), authority: z.string(), verified: z.boolean() }),
)

export const getMoney = operation({
  id: 'getMoney',
  method: 'GET',
  path: '/api/cases/{caseId}/money',
  summary: 'What the case shows of penalties, its fee, and its two turn-around figures',
  authority: '8 CCR 9792.12, 9792.10.8; Lab. Code 4610.5(i), 4610.6(k)',
  policy: only({ administrator: 'any', 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: z.object({
    penalties: z.object({
      asOf: z.string(),
      lines: list(
        z.object({
          rule: z.string(),
          title: z.string(),
          clock: z.string().exactOptional(),
          authority: z.string(),
          verified: z.boolean(),
          source: z.string(),
          days: z.int().nullable(),
          from: z.string().exactOptional(),
          to: z.string().exactOptional(),
          running: z.boolean(),
          amount: z.discriminatedUnion('kind', [
            z.object({ kind: z.literal('fixed'), dollars: z.number() }),
            z.object({ kind: z.literal('at-most'), dollars: z.number() }),
            z.object({ kind: z.literal('to-be-found'), perDayAtMost: z.number() }),
          ]),
          because: z.string(),
        }),
      ),
      dollars: z.number(),
      atMostBesides: z.number(),
    }),
    choices: z.object({ findings: choices, mitigation: choices }),
    /** What a person found and did not take back. */
    found: list(
      z.object({
        kind: penaltyFindingKind,
        finding: z.string(),
        because: z.string(),
        notedOn: z.string(),
        by: z.string(),
      }),
    ),
    fee: z
      .object({
        stage: z.string(),
        review: z.string(),
        degree: z.string(),
        reviewers: z.int(),
        /** Null where the schedule of the time was not found. */
        dollars: z.number().nullable(),
        payer: z.string(),
        governedBy: z.string(),
        authority: z.string(),
        verified: z.boolean(),
        source: z.string(),
        because: z.string(),
      })
      .nullable(),
    /** Why there is no fee yet. */
    noFee: refusalShape.nullable(),
    turnAround: z
      .object({
        fromAssignment: z.int(),
        fromCompleteRecords: z.int(),
        servedOn: z.string(),
      })
      .nullable(),
  }),
})
