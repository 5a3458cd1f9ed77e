import type { z } from 'zod'
import type { Operations } from '#api'
import type { CorrectedDocument } from '#case'
import { ok, type PlainDate, parsePlainDate, type Result, refuse, refused } from '#foundation'
import { serverRefusals } from './refusals.ts'

type Sent = z.output<Operations['correctDocuments']['body']>['documents'][number]

/** The documents as a person sent them, with their days. Refusal: `request-not-as-described`. */
export function correctedDocuments(sent: readonly Sent[]): Result<readonly CorrectedDocument[]> {
  const documents: CorrectedDocument[] = []
  for (const [index, { date, dateOfService, dateOfReport, ...document }] of sent.entries()) {
    const own = dayOf(date)
    const service = dayOf(dateOfService)
    const report = dayOf(dateOfReport)
    if (own === null || service === null || report === null) return noDay(index)
    documents.push({
      ...document,
      ...(own ? { date: own } : {}),
      ...(service ? { dateOfService: service } : {}),
      ...(report ? { dateOfReport: report } : {}),
    })
  }
  return ok(documents)
}

/** Undefined where there is none, null where it is no calendar day. */
function dayOf(text: string | undefined): PlainDate | null | undefined {
  return text === undefined ? undefined : parsePlainDate(text)
}

function noDay(index: number): Result<never> {
  return refused(
    refuse(
      serverRefusals,
      'request-not-as-described',
      'a date is no calendar day',
      `body.documents[${index}]`,
    ),
  )
}
