import { ok, type Result, refuse, refused } from '#foundation'
import type { ReceivedFile } from '#proceedings'
import * as steps from '#proceedings'
import { acted } from './acted.ts'
import { artifactBytes } from './artifacts.ts'
import { stateOf } from './case-handlers.ts'
import type { HandlersOf } from './handler.ts'
import { withUpload } from './receive-upload.ts'
import { serverRefusals } from './refusals.ts'
import type { Services } from './services.ts'

export const recordHandlers: HandlersOf<
  | 'uploadRecord'
  | 'listDocuments'
  | 'getDocumentFile'
  | 'getPageText'
  | 'getPageImage'
  | 'completeRecords'
  | 'getLedger'
  | 'listMissingRecords'
  | 'prepareReview'
> = {
  async uploadRecord(call, { proceedings, settings }) {
    const act = call.act()
    return withUpload(call, settings, async (content) =>
      acted(
        await steps.receiveRecord(proceedings, act, call.row.caseId, { ...call.query, content }),
      ),
    )
  },

  async listDocuments(call, services) {
    const state = await stateOf(services, call.row.caseId)
    return ok({ files: state.records, documents: state.listedDocuments })
  },

  async getDocumentFile(call, services) {
    const file = await fileOf(services, call.row.caseId, call.params.documentId)
    if (!file.ok) return file
    return ok({
      content: await artifactBytes(services.proceedings, file.value.received.file),
      fileName: file.value.received.fileName,
    })
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
    const content = await artifactBytes(services.proceedings, file.value.shows)
    const image = await services.proceedings.pdf.renderPage(content, page, call.query.width)
    return image.ok ? ok({ content: image.value, fileName: `page-${page}.png` }) : image
  },

  async completeRecords(call, { proceedings }) {
    return acted(await steps.completeRecords(proceedings, call.act(), call.row.caseId, call.body))
  },

  async getLedger(call, { proceedings }) {
    return steps.readLedger(proceedings, call.row.caseId)
  },

  async listMissingRecords(call, { proceedings }) {
    const missing = await steps.missingRecords(proceedings, call.row.caseId)
    return missing.ok ? ok({ missing: missing.value }) : missing
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

/** Whether the id is the file's, or that of a document in it (`identifyDocuments` numbers them so). */
export function liesIn(documentId: string, fileId: string): boolean {
  return documentId === fileId || documentId.startsWith(`${fileId}-d`)
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
