import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { operations } from '#api'
import type { Refusal } from '#foundation'
import type { Receipt } from '#records'
import {
  type Browser,
  caseId,
  signedIn,
  type TestServer,
  testServer,
  wholeCase,
} from './test-server.ts'

let server: TestServer
let sender: Browser
beforeEach(async () => {
  server = await testServer()
  await wholeCase(server.deps, 'ReviewAssigned')
  sender = await signedIn(server.app, 'claims-administrator')
})
afterEach(() => server.app.close())

const pdf = (words: string): Buffer => Buffer.from(`%PDF-1.7 ${words}`)
const params = { caseId }
const from = 'claims-administrator'

type Answer = { readonly receipt: Receipt; readonly refusals: readonly Refusal[] }

async function sendWhole(fileName: string, content: Buffer): Promise<Answer> {
  const answer = await sender.call(operations.uploadRecord, {
    params,
    query: { fileName, from },
    body: content,
  })
  return answer.json<Answer>()
}

/** Begins an upload and sends all of it, but does not finish it. */
async function sendInPieces(fileName: string, content: Buffer): Promise<string> {
  const begun = await sender.call(operations.beginUpload, {
    params,
    body: {
      fileName,
      from,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    },
  })
  const { uploadId } = begun.json<{ uploadId: string }>()
  for (let offset = 0; offset < content.length; offset += 7) {
    const answer = await sender.call(operations.continueUpload, {
      params: { caseId, uploadId },
      query: { offset: String(offset) },
      body: content.subarray(offset, offset + 7),
    })
    expect(answer.json()).toEqual({ offset: Math.min(offset + 7, content.length) })
  }
  return uploadId
}

async function finish(uploadId: string, together: readonly string[] = []): Promise<Answer> {
  const answer = await sender.call(operations.finishUpload, {
    params: { caseId, uploadId },
    body: { together },
  })
  return answer.json<Answer>()
}

async function events(): Promise<readonly string[]> {
  return (await server.deps.cases.load(caseId))
    .map(({ event }) => event.type)
    .filter((type) => type === 'RecordReceived' || type === 'ReceiptGiven')
}

describe('a file of the record over HTTP', () => {
  it('is in the record, and waits to be read, when its receipt is given', async () => {
    const content = pdf('one')
    const { receipt } = await finish(await sendInPieces('one.pdf', content))
    expect(receipt).toMatchObject({
      from,
      files: [{ fileName: 'one.pdf', bytes: content.length, pages: 3, outcome: 'received' }],
    })
    const documentId = receipt.files[0]?.documentId ?? ''
    const kept = await server.deps.artifacts.get(receipt.files[0]?.sha256 ?? '')
    expect(Buffer.from(kept ?? [])).toEqual(content)
    const listed = await sender.call(operations.listDocuments, { params })
    expect(listed.json()).toMatchObject({
      files: [
        {
          documentId,
          reading: 'waiting',
          progress: { stage: 'waiting', pagesDone: 0, attempts: 0 },
        },
      ],
    })
  })

  it('comes twice at once and is received once; the other receipt says that it is there', async () => {
    const [first, second] = [
      await sendInPieces('one.pdf', pdf('same')),
      await sendInPieces('another-name.pdf', pdf('same')),
    ]
    const answers = await Promise.all([
      finish(first),
      finish(second),
      sendWhole('third-name.pdf', pdf('same')),
    ])
    const outcomes = answers.map(({ receipt }) => receipt.files[0]?.outcome)
    expect(outcomes.filter((outcome) => outcome === 'received')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'already-there')).toHaveLength(2)
    expect((await events()).filter((type) => type === 'RecordReceived')).toHaveLength(1)
    expect(new Set(answers.map(({ receipt }) => receipt.files[0]?.documentId)).size).toBe(1)
  })

  it('that cannot be taken is refused in the receipt, and the others are taken', async () => {
    const uploads = [
      await sendInPieces('good.pdf', pdf('good')),
      await sendInPieces('bad.exe', Buffer.from('MZ something')),
      await sendInPieces('also-good.pdf', pdf('also good')),
    ]
    const { receipt } = await finish(uploads[0] ?? '', uploads.slice(1))
    expect(receipt.files.map(({ fileName, outcome }) => [fileName, outcome])).toEqual([
      ['good.pdf', 'received'],
      ['bad.exe', 'refused'],
      ['also-good.pdf', 'received'],
    ])
    expect(receipt.files[1]?.refusal?.code).toBe('file-type-not-supported')
    expect(await events()).toEqual(['RecordReceived', 'RecordReceived', 'ReceiptGiven'])
  })

  it('that cannot be taken and came alone changes nothing', async () => {
    const before = await server.deps.cases.load(caseId)
    const { refusals } = await sendWhole('bad.exe', Buffer.from('MZ something'))
    expect(refusals).toMatchObject([{ code: 'file-type-not-supported', where: 'bad.exe' }])
    expect(await server.deps.cases.load(caseId)).toEqual(before)
  })

  it('is not acknowledged before all of it is here', async () => {
    const begun = await sender.call(operations.beginUpload, {
      params,
      body: { fileName: 'cut.pdf', from, bytes: 100 },
    })
    const { uploadId } = begun.json<{ uploadId: string }>()
    await sender.call(operations.continueUpload, {
      params: { caseId, uploadId },
      query: { offset: '0' },
      body: pdf('cut off'),
    })
    const answer = await finish(uploadId)
    expect(answer.refusals).toMatchObject([{ code: 'upload-incomplete' }])
    expect(await events()).toEqual([])
    const found = await sender.call(operations.getUpload, { params: { caseId, uploadId } })
    expect(found.json()).toMatchObject({ offset: pdf('cut off').length, bytes: 100 })
    const abandoned = await sender.call(operations.abandonUpload, { params: { caseId, uploadId } })
    expect(abandoned.statusCode).toBe(200)
    expect((await finish(uploadId)).refusals).toMatchObject([{ code: 'upload-unknown' }])
  })

  it('that is finished twice gets its first receipt again', async () => {
    const uploadId = await sendInPieces('one.pdf', pdf('one'))
    const first = await finish(uploadId)
    expect(await finish(uploadId)).toEqual(first)
    expect(await events()).toEqual(['RecordReceived', 'ReceiptGiven'])
  })

  it('for which there is no room is refused, and nothing of it is acknowledged', async () => {
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    const plain = server
    server = await testServer({
      proceedings: {
        ...plain.deps,
        artifacts: {
          ...plain.deps.artifacts,
          putFile: async () => {
            throw full
          },
        },
      },
    })
    await plain.app.close()
    sender = await signedIn(server.app, 'claims-administrator')
    const answer = await sender.call(operations.uploadRecord, {
      params,
      query: { fileName: 'one.pdf', from },
      body: pdf('one'),
    })
    expect(answer.statusCode).toBe(507)
    expect(answer.json()).toMatchObject({ refusals: [{ code: 'storage-full' }] })
  })

  it('has a receipt that can be listed and printed', async () => {
    const { receipt } = await sendWhole('one.pdf', pdf('one'))
    const listed = await sender.call(operations.listReceipts, { params })
    expect(listed.json()).toEqual({ receipts: [receipt] })
    const printed = await sender.call(operations.getReceiptLetter, {
      params: { caseId, receiptId: receipt.receiptId },
    })
    expect(printed.headers['content-type']).toContain('application/pdf')
    // The printer of these tests writes down what it was given.
    expect(printed.body).toContain('Receipt for Records')
    expect(printed.body).toContain('one.pdf')
    const unknown = await sender.call(operations.getReceiptLetter, {
      params: { caseId, receiptId: 'r-unknown' },
    })
    expect(unknown.statusCode).toBe(404)
  })
})
