import { afterEach, describe, expect, it } from 'vitest'
import { operations } from '#api'
import { verifyBundle } from '#integrity'
import type { Deps } from '#proceedings'
import {
  anApplication,
  caseId,
  happened,
  register,
  signedIn,
  type TestServer,
  testServer,
  wholeCase,
} from './test-server.ts'

let server: TestServer
afterEach(() => server.app.close())

async function bundleOf(app: TestServer['app']) {
  const manager = await signedIn(app, 'case-manager')
  const answer = await manager.call(operations.exportBundle, { params: { caseId } })
  return { status: answer.statusCode, verified: verifyBundle(new Uint8Array(answer.rawPayload)) }
}

describe('the bundle of a case over HTTP', () => {
  it('is intact, and holds what the case was at one moment, whatever is appended meanwhile', async () => {
    const plain = await testServer()
    await wholeCase(plain.deps)
    let loads = 0
    const cases: Deps['cases'] = {
      ...plain.deps.cases,
      load: async (id) => {
        loads += 1
        const events = await plain.deps.cases.load(id)
        // Somebody acts between this reading and any other.
        await happened(plain.deps, [{ type: 'CaseSummaryWritten', text: `meanwhile ${loads}` }])
        return events
      },
    }
    server = await testServer({ proceedings: { ...plain.deps, cases } })
    const before = (await plain.deps.cases.load(caseId)).length
    const { verified } = await bundleOf(server.app)
    expect(verified).toMatchObject({ intact: true, manifest: { caseId, events: before } })
    expect(loads).toBe(1)
    await plain.app.close()
  })

  it('may speak of a physician of the register who treated the employee', async () => {
    const treating = { ...register, reviewerId: 'rv-1', name: { first: 'Paul', last: 'Specimen' } }
    server = await testServer({}, [register, treating])
    await wholeCase(server.deps)
    const artifact = await server.deps.artifacts.put(
      new TextEncoder().encode('"Seen by Paul Specimen, MD."'),
      'page-texts',
      'application/json',
    )
    await happened(server.deps, [
      {
        type: 'RecordReceived',
        documentId: 'd2',
        fileName: 'more.pdf',
        from: 'employee',
        receivedOn: anApplication().receivedOn,
        pages: 1,
        file: artifact,
        pageTexts: artifact,
      },
    ])
    expect((await bundleOf(server.app)).verified).toMatchObject({ intact: true })
  })

  it('is not made where the name of its own reviewer stands in it', async () => {
    server = await testServer()
    await wholeCase(server.deps)
    const { first, last } = register.name
    await happened(server.deps, [{ type: 'CaseSummaryWritten', text: `Signed, ${first} ${last}` }])
    expect((await bundleOf(server.app)).status).toBe(500)
    expect(server.log.join('')).toContain('BundleError')
    expect(server.log.join('')).not.toContain(last)
  })

  it('is refused, with what to do, where a file is larger than an archive can hold', async () => {
    server = await testServer()
    await wholeCase(server.deps)
    await happened(server.deps, [
      {
        type: 'RecordReceived',
        documentId: 'd3',
        fileName: 'large.pdf',
        from: 'employee',
        receivedOn: anApplication().receivedOn,
        pages: null,
        file: {
          sha256: 'a'.repeat(64),
          bytes: 2 ** 32,
          mediaType: 'application/pdf',
          kind: 'record-file',
        },
      },
    ])
    const manager = await signedIn(server.app, 'case-manager')
    const answer = await manager.call(operations.exportBundle, { params: { caseId } })
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ refusals: [{ code: 'bundle-file-too-large' }] })
  })
})
