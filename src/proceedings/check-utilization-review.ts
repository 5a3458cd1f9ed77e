import { foldEvents, type ListedDocument } from '#case'
import { ok, type PlainDate, type Result, refuse, refused } from '#foundation'
import {
  type DecisionCheck,
  type DraftedApplication,
  draftApplication,
  readRequestForAuthorization,
  readUtilizationReviewDecision,
} from '#intake'
import { loadEvents } from './act-on.ts'
import type { Deps } from './deps.ts'
import { readRecord } from './read-record.ts'
import { proceedingsRefusals } from './refusals.ts'

/** A document of the record compared with what it must contain. */
export type CheckedDocument = {
  readonly kind: 'utilization-review-decision' | 'request-for-authorization'
  readonly title: string
  /** The file, and the page in it on which the document begins. */
  readonly documentId: string
  readonly firstPage: number
  /** Pages count in the file. */
  readonly checklist: readonly DecisionCheck[]
}

/** What a utilization review letter gives for a new application, and what it must contain. */
export type DecisionReading = {
  readonly pages: number
  readonly draft: DraftedApplication
  readonly checklist: readonly DecisionCheck[]
}

/**
 * The utilization review decision (8 CCR 9792.9.1) and the request for authorization (9785.5) in
 * the record, item by item. Refusal `not-there-yet`: the record has neither.
 */
export async function checkUtilizationReview(
  deps: Deps,
  caseId: string,
): Promise<Result<readonly CheckedDocument[]>> {
  const events = await loadEvents(deps, caseId)
  if (!events.ok) return events
  const state = foldEvents(events.value)
  const wanted = state.listedDocuments.filter(({ kind }) => kind in readers)
  if (wanted.length === 0) {
    return refused(
      refuse(
        proceedingsRefusals,
        'not-there-yet',
        'no utilization review decision and no request for authorization is listed in the record',
      ),
    )
  }
  const files = await readRecord(deps, events.value)
  const submittedOn = state.application?.utilizationReview?.requestReceivedOn
  return ok(
    wanted.flatMap((document): readonly CheckedDocument[] => {
      const file = files.find(({ fileId }) => fileId === (document.fileId ?? document.documentId))
      const kind = document.kind as CheckedDocument['kind']
      if (!file) return []
      const { first, last } = document.pages
      const texts = file.reading.pages.slice(first - 1, last).map(({ text }) => text)
      return [
        {
          kind,
          title: document.title,
          documentId: file.fileId,
          firstPage: first,
          checklist: readers[kind](texts, document, submittedOn).map((check) =>
            check.page === undefined ? check : { ...check, page: check.page + first - 1 },
          ),
        },
      ]
    }),
  )
}

/**
 * Reads a utilization review letter for whoever fills in an application. Nothing is kept. Refuses
 * what the reader of PDFs refuses, and `no-text-in-file`.
 */
export async function readDecisionLetter(
  deps: Pick<Deps, 'pdf'>,
  content: Uint8Array,
): Promise<Result<DecisionReading>> {
  const reading = await deps.pdf.read(content)
  if (!reading.ok) return reading
  const pages = reading.value.pages.map(({ text }) => text)
  if (pages.every((text) => text.trim() === '')) {
    return refused(
      refuse(
        proceedingsRefusals,
        'no-text-in-file',
        'no page of the file has words that can be read',
        'body',
      ),
    )
  }
  const decision = readUtilizationReviewDecision(pages)
  return ok({
    pages: pages.length,
    draft: draftApplication(decision),
    checklist: decision.checklist,
  })
}

const readers: Readonly<
  Record<
    CheckedDocument['kind'],
    (
      pages: readonly string[],
      document: ListedDocument,
      submittedOn: PlainDate | undefined,
    ) => readonly DecisionCheck[]
  >
> = {
  'utilization-review-decision': (pages) => readUtilizationReviewDecision(pages).checklist,
  // The day of the request decides which rules it must meet; its own day stands in where none is known.
  'request-for-authorization': (pages, { date }, submittedOn) => {
    const on = submittedOn ?? date
    return on === undefined ? [] : readRequestForAuthorization(pages, { submittedOn: on }).checklist
  },
}
