import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Operation, operations, type Role, roles } from '#api'
import { refuse, refused } from '#foundation'
import type { Handlers } from './handler.ts'
import { handlers as allHandlers } from './handlers.ts'
import {
  type Browser,
  happened,
  received,
  signedIn,
  type TestServer,
  testServer,
} from './test-server.ts'

/** Says that the gate let the call through, without doing anything. */
const reached = { reached: { authority: 'test', next: 'nothing' } }
const handlers = {
  ...Object.fromEntries(
    Object.keys(operations).map((id) => [
      id,
      async () => refused(refuse(reached, 'reached', 'the gate is open')),
    ]),
  ),
  getSession: allHandlers.getSession,
  signIn: allHandlers.signIn,
} as Handlers

let server: TestServer
/** What a caller of the operation has to send; the gate opens before anything is read of it. */
const own = {
  caseId: 'case-1',
  treatmentId: 't1',
  documentId: 'd1',
  page: 1,
  clock: 'D1',
  version: 1,
  paper: 1,
  missingId: 'm1',
  language: 'en',
  uploadId: '00000000-0000-4000-8000-000000000000',
  receiptId: 'r1',
}
const foreign = { ...own, caseId: 'case-2' }

beforeAll(async () => {
  server = await testServer({
    handlers,
    settings: { refusedSignInMilliseconds: 0, callsPerMinute: 100_000, signInsPerMinute: 1000 },
  })
  await happened(server.deps, [
    received(),
    {
      type: 'ReviewerSelected',
      reviewerId: 'rv-7f3a9c',
      reasons: [],
      conflictCertificate: {
        sha256: '0'.repeat(64),
        bytes: 1,
        mediaType: 'application/json',
        kind: 'conflict-certificate',
      },
    },
  ])
  const stranger = { street: '2 Way', city: 'Fresno', state: 'CA', zip: '93701' }
  await happened(
    server.deps,
    [
      received('CM26-0000002', {
        claimsAdministrator: { company: 'Another Company', contact: 'A', address: stranger },
      }),
    ],
    'case-2',
  )
})

afterAll(() => server.app.close())

describe.each<Role>([...roles])('the role %s', (role) => {
  let caller: Browser
  beforeAll(async () => {
    caller = await signedIn(server.app, role)
  })

  it.each(Object.values<Operation>(operations).map((operation) => [operation.id, operation]))(
    'calls %s on the cases that the policy table gives it, and on no other',
    async (_, operation) => {
      const { policy, path, id } = operation
      if (id === 'signIn') return // changes who calls; sign-in.test.ts has it
      const scope = policy[role]
      const codeFor = async (params: typeof own): Promise<string> => {
        const answer = await caller.call(operation, {
          params,
          body: Buffer.from('{}'),
          headers: operation.takes === undefined ? { 'content-type': 'application/json' } : {},
        })
        if (answer.statusCode === 200) return 'reached'
        const { refusals } = answer.json<{ refusals: readonly { code: string }[] }>()
        const code = refusals[0]?.code ?? ''
        // Let in, and stopped by the schemas only: the gate was open.
        return code === 'request-not-as-described' ||
          code === 'day-not-readable' ||
          code === 'sign-in-failed'
          ? 'reached'
          : code
      }
      if (scope === 'none') {
        expect(await codeFor(own)).toBe(role === 'public' ? 'not-signed-in' : 'not-allowed')
      } else if (path.includes('{caseId}')) {
        expect(await codeFor(own), `${id} on the own case`).toBe('reached')
        expect(await codeFor(foreign), `${id} on a foreign case`).toBe(
          scope === 'any' ? 'reached' : 'case-unknown',
        )
        expect(await codeFor({ ...own, caseId: 'no-such-case' })).toBe('case-unknown')
      } else {
        expect(await codeFor(own)).toBe('reached')
      }
    },
  )
})
