import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { operations } from '#api'
import { ok } from '#foundation'
import {
  type Browser,
  caseId,
  signedIn,
  type TestServer,
  testServer,
  wholeCase,
} from './test-server.ts'

let server: TestServer
let drawn: string[]
let manager: Browser
beforeEach(async () => {
  drawn = []
  const plain = await testServer()
  await wholeCase(plain.deps, 'RecordReceived')
  server = await testServer({
    proceedings: {
      ...plain.deps,
      recordReader: {
        ...plain.deps.recordReader,
        renderPage: async (content, page, { width, turned }) => {
          drawn.push(`${page} ${width} ${turned}`)
          expect(content).not.toBeInstanceOf(Uint8Array)
          return ok(new Uint8Array(600).fill(page))
        },
      },
    },
    settings: { refusedSignInMilliseconds: 0, pictureBytes: 1_000 },
  })
  await plain.app.close()
  manager = await signedIn(server.app, 'case-manager')
})
afterEach(() => server.app.close())

const ask = (width: number, headers: Readonly<Record<string, string>> = {}) =>
  manager.call(operations.getPageImage, {
    params: { caseId, documentId: 'd1', page: 1 },
    query: { width: String(width) },
    headers,
  })

describe('the picture of a page', () => {
  it('is drawn from the file on disk, once while it is kept', async () => {
    const [first, second] = [await ask(500), await ask(500)]
    expect(first.rawPayload).toEqual(second.rawPayload)
    expect(drawn).toEqual(['1 500 0'])
    await Promise.all([ask(700), ask(700), ask(700)])
    expect(drawn).toEqual(['1 500 0', '1 700 0'])
  })

  it('is let go when others need the memory', async () => {
    await ask(500)
    await ask(700)
    await ask(500)
    expect(drawn).toEqual(['1 500 0', '1 700 0', '1 500 0'])
  })

  it('may be kept by the browser of the session, and is not sent again to one that has it', async () => {
    const first = await ask(500)
    expect(first.headers['cache-control']).toContain('private')
    expect(first.headers['cache-control']).toContain('immutable')
    expect(first.headers.vary).toContain('cookie')
    const etag = String(first.headers.etag)
    expect(etag).toMatch(/^"[0-9a-f]{64}-1-500-0"$/)
    const again = await ask(500, { 'if-none-match': etag })
    expect(again.statusCode).toBe(304)
    expect(again.rawPayload).toHaveLength(0)
    expect((await ask(700, { 'if-none-match': etag })).statusCode).toBe(200)
  })
})
