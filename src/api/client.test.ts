import { describe, expect, it } from 'vitest'
import { addressOf, csrfHeader, makeClient, operations, ServerFaultError } from './index.ts'

type Sent = { readonly url: string; readonly init: RequestInit }

function clientAnswering(answer: () => Response): {
  readonly client: ReturnType<typeof makeClient>
  readonly sent: Sent[]
} {
  const sent: Sent[] = []
  const client = makeClient(
    async (url, init) => {
      sent.push({ url: url as string, init: init ?? {} })
      return answer()
    },
    { csrfToken: () => 'the-token' },
  )
  return { client, sent }
}

const json = (value: unknown, status = 200, type = 'application/json'): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': type } })

describe('the client of the API', () => {
  it('fills in the path and the query, and asks without a token', async () => {
    const { client, sent } = clientAnswering(() => json({ rows: [], total: 0 }))
    const answer = await client.call(operations.listCases, {
      query: { status: ['received', 'eligible'], limit: 5 },
    })
    expect(answer).toEqual({ ok: true, value: { rows: [], total: 0 } })
    expect(sent[0]?.url).toBe('/api/cases?status=received%2Celigible&limit=5')
    expect(sent[0]?.init.headers).toEqual({})
  })

  it('sends a body with the token of the session', async () => {
    const { client, sent } = clientAnswering(() => json({}))
    await client.call(operations.decideIssue, {
      params: { caseId: 'a/b', treatmentId: 't1' },
      body: { decision: 'upheld', guideline: 'MTUS', rationale: 'Because.', sources: [] },
    })
    expect(sent[0]?.url).toBe('/api/cases/a%2Fb/issues/t1')
    expect(sent[0]?.init.method).toBe('PUT')
    expect(sent[0]?.init.headers).toMatchObject({ [csrfHeader]: 'the-token' })
  })

  it('sends the bytes of a file as they are', async () => {
    const { client, sent } = clientAnswering(() => json({}))
    const body = new Blob(['%PDF-'])
    await client.call(operations.uploadRecord, {
      params: { caseId: 'c' },
      query: { fileName: 'a b.pdf', from: 'employee' },
      body,
    })
    expect(sent[0]?.url).toBe('/api/cases/c/files?fileName=a+b.pdf&from=employee')
    expect(sent[0]?.init.body).toBe(body)
    expect(sent[0]?.init.headers).toMatchObject({
      'content-type': 'application/octet-stream',
    })
  })

  it('gives refusals as values and faults as exceptions', async () => {
    const refusal = { code: 'case-unknown', because: 'b', authority: 'a', next: 'n' }
    const problem = { type: 't', title: 't', status: 404, instance: 'i', refusals: [refusal] }
    const { client } = clientAnswering(() => json(problem, 404, 'application/problem+json'))
    expect(await client.call(operations.getCase, { params: { caseId: 'x' } })).toEqual({
      ok: false,
      refusals: [{ kind: 'refusal', ...refusal }],
    })
    for (const broken of [
      () => new Response('<html>', { status: 502 }),
      () => json({ ...problem, status: 500, refusals: [] }, 500, 'application/problem+json'),
    ]) {
      await expect(clientAnswering(broken).client.call(operations.health, {})).rejects.toThrow(
        ServerFaultError,
      )
    }
  })

  it('names the address of a letter for a viewer', () => {
    expect(addressOf(operations.getDeterminationLetter, { params: { caseId: 'c1' } })).toBe(
      '/api/cases/c1/determination/letter',
    )
  })
})
