import type { Operations } from '#api'
import { ok, type PlainDate, parsePlainDate, type Result, refuse, refused } from '#foundation'
import * as steps from '#proceedings'
import { acted } from './acted.ts'
import { type AnswerTo, asFile, type Call, type HandlersOf } from './handler.ts'
import type { Principal } from './principal.ts'
import { withUpload } from './receive-upload.ts'
import { serverRefusals } from './refusals.ts'
import type { Services } from './services.ts'
import type { Upload, UploadKey } from './upload-spool.ts'

export const uploadHandlers: HandlersOf<
  | 'uploadRecord'
  | 'receiveLateRecord'
  | 'beginUpload'
  | 'continueUpload'
  | 'getUpload'
  | 'finishUpload'
  | 'abandonUpload'
  | 'listReceipts'
  | 'getReceiptLetter'
  | 'retryReading'
> = {
  uploadRecord: (call, services) => receiveOne(call, call.query, services),

  receiveLateRecord: (call, services) => receiveOne(call, call.query, services),

  async beginUpload(call, { uploads }) {
    const { foundOn, ...announced } = call.body
    const begun = await uploads.begin({
      ...announced,
      ...found(foundOn),
      caseId: call.row.caseId,
      userId: userIdOf(call.principal),
    })
    return begun.ok ? ok(progressOf(begun.value)) : begun
  },

  continueUpload(call, { uploads }) {
    return uploads.write(keyOf(call), {
      offset: call.query.offset,
      stream: call.stream,
      sha256: call.announcedSha256,
    })
  },

  async getUpload(call, { uploads }) {
    const upload = await uploads.find(keyOf(call))
    return upload.ok ? ok(progressOf(upload.value)) : upload
  },

  finishUpload(call, { uploads, proceedings }) {
    const act = call.act()
    const key = keyOf(call)
    const others = (call.body.together ?? []).filter((uploadId) => uploadId !== key.uploadId)
    const keys = [key, ...new Set(others)].map((each) =>
      typeof each === 'string' ? { ...key, uploadId: each } : each,
    )
    return uploads.finish(keys, async (files) => {
      const first = files[0]?.upload
      if (!first) throw new TypeError('a delivery has a file')
      const { from, foundOn } = first
      if (files.some(({ upload }) => upload.from !== from || upload.foundOn !== foundOn)) {
        const because = 'files of one receipt come from one sender, found on one day'
        return refused(refuse(serverRefusals, 'request-not-as-described', because, 'body.together'))
      }
      return received(
        await steps.receiveFiles(proceedings, act, call.row.caseId, {
          from,
          ...(foundOn === undefined ? {} : { foundOn }),
          files: files.map(({ upload, path: place, sha256 }) => ({
            sha256,
            fileName: upload.fileName,
            ...(upload.path === undefined ? {} : { path: upload.path }),
            content: { path: place, bytes: upload.bytes },
          })),
        }),
      )
    })
  },

  abandonUpload(call, { uploads }) {
    return uploads.abandon(keyOf(call))
  },

  async listReceipts(call, { proceedings }) {
    return ok({ receipts: await steps.listReceipts(proceedings, call.row.caseId) })
  },

  async getReceiptLetter(call, { proceedings }) {
    const { receiptId } = call.params
    const printed = await steps.printReceipt(proceedings, call.row.caseId, receiptId)
    return asFile(printed, `${call.row.caseNumber}-receipt.pdf`)
  },

  async retryReading(call, { proceedings }) {
    const { documentId } = call.params
    return acted(
      await steps.requestReading(proceedings, call.act(), call.row.caseId, { documentId }),
    )
  },
}

/** A file that comes in one piece. */
async function receiveOne(
  call: Pick<Call<Operations['uploadRecord']>, 'act' | 'row' | 'stream' | 'announcedSha256'>,
  sent: Call<Operations['uploadRecord']>['query'],
  { proceedings, settings, uploadFolder }: Services,
): Promise<Result<Received>> {
  const act = call.act()
  const { from, fileName, path, foundOn } = sent
  const place = { folder: uploadFolder, limitBytes: settings.uploadLimitBytes }
  return withUpload(call, place, async ({ sha256, ...content }) =>
    received(
      await steps.receiveFiles(proceedings, act, call.row.caseId, {
        from,
        ...found(foundOn),
        files: [{ fileName, sha256, ...(path === undefined ? {} : { path }), content }],
      }),
    ),
  )
}

type Received = AnswerTo<Operations['uploadRecord']>

function received(step: Awaited<ReturnType<typeof steps.receiveFiles>>): Result<Received> {
  const answer = acted(step)
  if (!answer.ok || !step.ok) return answer as Result<never>
  return ok({ ...answer.value, receipt: step.value.receipt })
}

function progressOf({ uploadId, fileName, offset, bytes }: Upload): {
  readonly uploadId: string
  readonly fileName: string
  readonly offset: number
  readonly bytes: number
} {
  return { uploadId, fileName, offset, bytes }
}

function keyOf(call: {
  readonly principal: Principal
  readonly params: { readonly caseId: string; readonly uploadId: string }
}): UploadKey {
  return { ...call.params, userId: userIdOf(call.principal) }
}

function userIdOf(principal: Principal): string {
  if (principal.role === 'public') throw new TypeError('the public sends no files')
  return principal.userId
}

function found(day: string | undefined): { readonly foundOn?: PlainDate } {
  const foundOn = day === undefined ? null : parsePlainDate(day)
  return foundOn ? { foundOn } : {}
}
