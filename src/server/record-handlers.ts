import { foldEvents, owedRecords } from '#case'
import { ok, type Result, refuse, refused } from '#foundation'
import type { ReceivedFile } from '#proceedings'
import * as steps from '#proceedings'
import { liesIn } from '#records'
import { acted } from './acted.ts'
import { stateOf } from './case-handlers.ts'
import { correctedDocuments } from './corrected-documents.ts'
import type { HandlersOf } from './handler.ts'
import { ledgerTable } from './ledger-table.ts'
import { mayKnowReviewer, presentDocument, presentLedger } from './present-ledger.ts'
import { serverRefusals } from './refusals.ts'
import { withoutReviewerIdentity } from './reviewer-identity.ts'
import type { Services } from './services.ts'

export const recordHandlers: HandlersOf<
  | 'listDocuments'
  | 'getDocumentFile'
  | 'getPageText'
  | 'getPageImage'
  | 'completeRecords'
  | 'correctDocuments'
  | 'searchRecord'
  | 'getLedger'
  | 'getLedgerTable'
  | 'listMissingRecords'
  | 'listOwedRecords'
  | 'requestMissingRecords'
  | 'dismissMissingRecord'
  | 'prepareReview'
> = {
  async listDocuments(call, services) {
    const events = await services.proceedings.cases.load(call.row.caseId)
    const { documents } = await steps.recordOfCase(services.proceedings, events)
    const waiting = await services.reading.progress(call.row.caseId)
    const progress = new Map(waiting.map((each) => [each.documentId, each]))
    const files = foldEvents(events).records.map((file) => {
      const reading = progress.get(file.documentId)
      if (!reading) return file
      const { stage, pagesDone, pages, attempts } = reading
      return { ...file, progress: { stage, pagesDone, pages, attempts } }
    })
    return ok({ files, documents: documents.map(presentDocument) })
  },

  async getDocumentFile(call, services) {
    const file = await fileOf(services, call.row.caseId, call.params.documentId)
    if (!file.ok) return file
    const { file: kept, fileName } = file.value.received
    const content = await services.proceedings.artifacts.openFile(kept.sha256)
    if (content === null) throw new steps.ArtifactMissingError(kept.sha256)
    const isPdf = kept.mediaType === 'application/pdf'
    return ok({ content, fileName, ...(isPdf ? {} : { foreign: true as const }) })
  },

  async getPageText(call, services) {
    const file = await fileOf(services, call.row.caseId, call.params.documentId)
    if (!file.ok) return file
    const page = await steps.readPage(services.proceedings, file.value, call.params.page)
    return page === null ? noSuchPage(file.value, call.params.page) : ok(page)
  },

  async getPageImage(call, services) {
    const file = await fileOf(services, call.row.caseId, call.params.documentId)
    if (!file.ok) return file
    const { page } = call.params
    if (page > (file.value.pages ?? 0)) return noSuchPage(file.value, page)
    const { shows } = file.value
    const turned = await steps.turnOfPage(services.proceedings, file.value, page)
    const wanted = { shows, page, width: call.query.width, turned }
    const etag = services.pictures.etagOf(wanted)
    if (call.knows(etag)) return ok({ unchanged: etag })
    const drawn = await services.pictures.draw(services.proceedings, wanted)
    return drawn.ok ? ok({ content: drawn.value, fileName: `page-${page}.png`, etag }) : drawn
  },

  async completeRecords(call, { proceedings }) {
    return acted(await steps.completeRecords(proceedings, call.act(), call.row.caseId, call.body))
  },

  async correctDocuments(call, { proceedings }) {
    const { caseId } = call.row
    const { documentId: fileId } = call.params
    const documents = correctedDocuments(call.body.documents)
    if (!documents.ok) return documents
    return acted(
      await steps.correctDocuments(proceedings, call.act(), caseId, {
        fileId,
        documents: documents.value,
      }),
    )
  },

  async searchRecord(call, { proceedings }) {
    const { q: query, limit } = call.query
    return steps.searchRecord(proceedings, call.row.caseId, { query, limit })
  },

  async getLedger(call, services) {
    return presentLedger(services, call.row.caseId, call.principal)
  },

  async getLedgerTable(call, services) {
    const ledger = await presentLedger(services, call.row.caseId, call.principal)
    if (!ledger.ok) return ledger
    const reviewers = await services.proceedings.reviewers.list()
    const shown = mayKnowReviewer(call.principal)
      ? ledger.value
      : (withoutReviewerIdentity(
          ledger.value,
          new Set(reviewers.map(({ reviewerId }) => reviewerId)),
        ) as typeof ledger.value)
    return ok({
      content: new TextEncoder().encode(ledgerTable(shown)),
      fileName: `records-ledger-${call.row.caseNumber}.csv`,
    })
  },

  async listOwedRecords(call, services) {
    return ok({ owed: owedRecords(await stateOf(services, call.row.caseId)) })
  },

  async listMissingRecords(call, { proceedings }) {
    const missing = await steps.missingRecords(proceedings, call.row.caseId)
    return missing.ok ? ok({ missing: missing.value }) : missing
  },

  async requestMissingRecords(call, { proceedings }) {
    return acted(
      await steps.requestMissingRecords(proceedings, call.act(), call.row.caseId, call.body),
    )
  },

  async dismissMissingRecord(call, { proceedings }) {
    const { missingId } = call.params
    return acted(
      await steps.dismissMissingRecord(proceedings, call.act(), call.row.caseId, {
        missingId,
        ...call.body,
      }),
    )
  },

  async prepareReview(call, { proceedings }) {
    return acted(await steps.prepareReview(proceedings, call.act(), call.row.caseId))
  },
}

/** A received file by its id or by the id of a document in it. Refusal: `document-unknown`. */
async function fileOf(
  services: Services,
  caseId: string,
  documentId: string,
): Promise<Result<ReceivedFile>> {
  const events = await services.proceedings.cases.load(caseId)
  const received = steps
    .receivedFiles(events)
    .find((file) => liesIn(documentId, file.received.documentId))
  return received === undefined
    ? refused(
        refuse(
          serverRefusals,
          'document-unknown',
          `the case has no file "${documentId}"`,
          'params.documentId',
        ),
      )
    : ok(received)
}

function noSuchPage(file: ReceivedFile, page: number): Result<never> {
  return refused(
    refuse(
      serverRefusals,
      'document-unknown',
      `the file has ${file.pages ?? 'no readable'} pages, there is no page ${page}`,
      'params.page',
    ),
  )
}
