import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Operation, operations, type Role, roles } from '#api'
import { mayNameReviewer, withoutReviewerIdentity } from './reviewer-identity.ts'
import {
  caseId,
  caseNumber,
  signedIn,
  type TestServer,
  testServer,
  theReviewer,
  wholeCase,
} from './test-server.ts'

const identity = [theReviewer.reviewerId, theReviewer.first, theReviewer.last]
const outside = roles.filter((role) => role !== 'case-manager' && role !== 'administrator')
const reading = Object.values<Operation>(operations).filter(({ method }) => method === 'GET')

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  await wholeCase(server.deps)
})
afterAll(() => server.app.close())

describe("the reviewer's identity (Lab. Code 4610.6(f))", () => {
  it.each<Role>(outside)('is in no answer to the role %s', async (role) => {
    const caller = await signedIn(server.app, role)
    let answered = 0
    for (const operation of reading) {
      const params = {
        caseId,
        caseNumber,
        clock: 'D1',
        treatmentId: 't1',
        documentId: 'd1',
        page: 1,
      }
      const answer = await caller.call(operation, { params })
      if (answer.statusCode === 200) answered += 1
      // The session says to the reviewer, and to nobody else, under which name they signed in.
      if (role === 'reviewer' && operation.id === 'getSession') continue
      const sent = JSON.stringify(answer.headers) + answer.body
      for (const word of identity) expect(sent, operation.id).not.toContain(word)
    }
    expect(answered).toBeGreaterThan(role === 'public' ? 3 : 10)
  })

  it('is known to the case manager, who assigns', async () => {
    const caller = await signedIn(server.app, 'case-manager')
    const answer = await caller.call(operations.getAssignedReviewer, { params: { caseId } })
    expect(answer.json()).toEqual({
      reviewer: {
        reviewerId: theReviewer.reviewerId,
        name: `${theReviewer.first} ${theReviewer.last}`,
      },
    })
  })

  it('has no place in the answer of any operation that others may call', () => {
    const words = /"(reviewerId|reviewerUserId|blockedReviewer\w*|userId)"/
    for (const operation of Object.values<Operation>(operations).filter(
      (o) => !mayNameReviewer(o),
    )) {
      const schema = z.toJSONSchema(operation.answer, { unrepresentable: 'any' })
      expect(JSON.stringify(schema), operation.id).not.toMatch(words)
    }
  })

  it('stands in no line of the log', () => {
    for (const word of [...identity, 'Ana', 'Example', 'WC-0001', caseId]) {
      expect(server.log.join('')).not.toContain(word)
    }
    expect(server.log.length).toBeGreaterThan(50)
  })

  it('is taken out of texts and lists at any depth', () => {
    const answer = { lines: [{ says: 'rv-1 wrote', reviewerId: 'rv-1' }], count: 1, none: null }
    expect(withoutReviewerIdentity(answer, new Set(['rv-1']))).toEqual({
      lines: [{ says: 'expert reviewer wrote' }],
      count: 1,
      none: null,
    })
  })
})
