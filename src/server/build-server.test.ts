import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations, problemShape } from '#api'
import {
  anApplication,
  caseId,
  caseNumber,
  happened,
  password,
  received,
  signedIn,
  type TestServer,
  testServer,
  wholeCase,
} from './test-server.ts'

let server: TestServer
beforeAll(async () => {
  const webFolder = await mkdtemp(join(tmpdir(), 'openimr-web-'))
  await writeFile(join(webFolder, 'index.html'), '<!doctype html><title>OpenIMR</title>')
  server = await testServer({ webFolder })
  await wholeCase(server.deps)
})
afterAll(() => server.app.close())

describe('a refusal over HTTP', () => {
  it('is problem+json with code, authority, reason and what to do next', async () => {
    const caller = await signedIn(server.app, 'quality')
    const answer = await caller.call(operations.getCase, { params: { caseId: 'none' } })
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    const problem = problemShape.strict().parse(answer.json())
    expect(problem).toMatchObject({ status: 404, instance: expect.stringMatching(/^urn:openimr:/) })
    expect(problem.refusals[0]).toMatchObject({ code: 'case-unknown', where: 'params.caseId' })
    expect(problem.refusals[0]?.next).toBeTruthy()
  })

  it('names every place of a body that is not as described, unknown fields among them', async () => {
    const caller = await signedIn(server.app, 'case-manager')
    const { employee, ...rest } = anApplication()
    const answer = await caller.call(operations.submitApplication, {
      body: { ...rest, employee: { ...employee, nickname: 'A' }, priority: 'soon', favourite: 1 },
    })
    expect(answer.statusCode).toBe(400)
    const places = problemShape
      .parse(answer.json())
      .refusals.map(({ where, because }) => `${where} ${because}`)
    expect(places.join('\n')).toMatch(/body\.priority/)
    expect(places.join('\n')).toMatch(/body\.employee .*nickname/)
    expect(places.join('\n')).toMatch(/body .*favourite/)
  })

  it.each([
    ['a query field that is not described', '/api/cases?stauts=received', 400],
    ['an address that is no operation', '/api/nothing', 404],
    ['a page number that is none', `/api/cases/${caseId}/documents/d1/pages/zero`, 400],
  ])('answers %s', async (_, url, status) => {
    const caller = await signedIn(server.app, 'case-manager')
    const answer = await server.app.inject({ url, cookies: Object.fromEntries(caller.cookies) })
    expect(answer.statusCode).toBe(status)
    expect(problemShape.parse(answer.json()).refusals).not.toHaveLength(0)
  })

  it('says nothing of the inside of a fault, neither outside nor in the log', async () => {
    const faulty = await testServer()
    const broken = { ...faulty.deps.cases, list: () => Promise.reject(new Error('Ana Example')) }
    const { app, log } = await testServer({ proceedings: { ...faulty.deps, cases: broken } })
    const answer = await app.inject({ url: '/api/health' })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('Ana')
    expect(log.join('')).not.toContain('Ana')
    expect(log.join('')).toContain('"operation":"health"')
    await app.close()
    await faulty.app.close()
  })

  it('stops a caller who calls too often', async () => {
    const { app } = await testServer({ settings: { callsPerMinute: 3 } })
    const codes = []
    for (let call = 0; call < 5; call += 1) {
      codes.push((await app.inject({ url: '/api/health' })).statusCode)
    }
    expect(codes).toEqual([200, 200, 200, 429, 429])
    await app.close()
  })
})

describe('a case over HTTP', () => {
  it('is taken in from an application, and shown', async () => {
    const caller = await signedIn(server.app, 'case-manager')
    const { receivedOn: _, ...application } = anApplication()
    const answer = await caller.call(operations.submitApplication, { body: application })
    expect(answer.statusCode).toBe(200)
    const opened = answer.json<{ caseId: string; status: string }>()
    expect(opened.status).toBe('received')
    const shown = await caller.call(operations.getCase, { params: { caseId: opened.caseId } })
    expect(shown.json()).toMatchObject({
      status: 'received',
      application: { receivedOn: '2026-03-02', employee: { name: { last: 'Example' } } },
      nextActs: ['testEligibility'],
    })
  })

  it('is given to the employee who sent the application in', async () => {
    const caller = await signedIn(server.app, 'employee')
    const { receivedOn: _, ...application } = anApplication()
    const answer = await caller.call(operations.submitApplication, { body: application })
    const { caseId: opened } = answer.json<{ caseId: string }>()
    expect((await caller.call(operations.getCase, { params: { caseId: opened } })).statusCode).toBe(
      200,
    )
  })

  it('lists to each role what is its own', async () => {
    const address = { street: '2 Way', city: 'Fresno', state: 'CA', zip: '93701' }
    const claimsAdministrator = { company: 'Another', contact: 'B', address }
    await happened(server.deps, [received('CM26-0000777', { claimsAdministrator })], 'foreign')
    const numbers = async (role: 'claims-administrator' | 'reviewer' | 'quality') => {
      const answer = await (await signedIn(server.app, role)).call(operations.listCases)
      return answer
        .json<{ rows: readonly { caseNumber: string }[] }>()
        .rows.map((row) => row.caseNumber)
    }
    expect(await numbers('quality')).toContain('CM26-0000777')
    expect(await numbers('claims-administrator')).not.toContain('CM26-0000777')
    expect(await numbers('reviewer')).toEqual([caseNumber])
  })

  it('keeps the decision from the parties until it is served', async () => {
    const early = await testServer()
    await wholeCase(early.deps)
    const events = await early.deps.cases.load(caseId)
    const upTo = events.findIndex(({ event }) => event.type === 'DeterminationServed')
    const unserved = await testServer()
    await happened(
      unserved.deps,
      events.slice(0, upTo).map(({ event }) => event),
    )
    const party = await signedIn(unserved.app, 'employee')
    const shown = await party.call(operations.getCase, { params: { caseId } })
    expect(shown.json()).toMatchObject({ status: 'issued', outcome: null, caseSummary: null })
    expect(shown.json<{ treatments: readonly { decision: unknown }[] }>().treatments).toMatchObject(
      [{ decision: null }],
    )
    const rows = (await party.call(operations.listCases)).json<{ rows: readonly unknown[] }>()
    expect(rows.rows).toMatchObject([{ outcome: null, issuedOn: null }])
    const letter = await party.call(operations.getDeterminationLetter, { params: { caseId } })
    expect(letter.json()).toMatchObject({ refusals: [{ code: 'not-there-yet' }] })
    const timeline = await party.call(operations.listCaseEvents, { params: { caseId } })
    expect(timeline.body).not.toMatch(/IssueDecided|upheld|DeterminationIssued/)
    await Promise.all([early.app.close(), unserved.app.close()])
  })

  it('shows the served letter to the parties and the public one to everyone', async () => {
    const party = await signedIn(server.app, 'employee')
    const served = await party.call(operations.getDeterminationLetter, { params: { caseId } })
    expect(served.headers['content-type']).toBe('application/pdf')
    expect(served.body).toBe('%PDF-1.7 letter')
    const everyone = await signedIn(server.app, 'public')
    const open = await everyone.call(operations.getPublicLetter, { params: { caseNumber } })
    expect(open.body).toBe('%PDF-1.7 public')
    const list = await everyone.call(operations.listPublished)
    expect(list.body).not.toMatch(/Ana|WC-0001|2025-03-04/)
    const unknown = await everyone.call(operations.getPublished, { params: { caseNumber: 'none' } })
    expect(unknown.statusCode).toBe(404)
  })

  it('says that the disk is full where a look cannot be written down', async () => {
    const record = async (): Promise<never> => {
      throw Object.assign(new Error('no space left on device'), { code: '53100' })
    }
    const full = await testServer({ accesses: { record } as never })
    await wholeCase(full.deps)
    const caller = await signedIn(full.app, 'quality')
    const answer = await caller.call(operations.getCase, { params: { caseId } })
    expect(answer.statusCode).toBe(507)
    expect(answer.json()).toMatchObject({ refusals: [{ code: 'storage-full' }] })
    await full.app.close()
  })

  it('remembers who looked at what', async () => {
    const caller = await signedIn(server.app, 'quality')
    await caller.call(operations.getDocumentFile, { params: { caseId, documentId: 'd1' } })
    expect(server.accesses.at(-1)).toEqual({
      at: '2026-03-02T18:00:00.000Z',
      userId: 'user-quality',
      caseId,
      documentId: 'd1',
      page: null,
      action: 'getDocumentFile',
    })
  })
})

describe('accounts', () => {
  it('are made by an administrator, and open at once', async () => {
    const administrator = await signedIn(server.app, 'administrator')
    const body = {
      userName: 'second.quality',
      displayName: 'Second Reader',
      password: 'a password of twelve or more',
      role: 'quality',
    }
    const made = await administrator.call(operations.createUser, { body })
    expect(made.statusCode).toBe(200)
    expect(made.body).not.toMatch(/argon2|password/)
    const visitor = await signedIn(server.app, 'public')
    const answer = await visitor.call(operations.signIn, {
      body: { userName: body.userName, password: body.password },
    })
    expect(answer.json()).toMatchObject({ user: { displayName: 'Second Reader', role: 'quality' } })
    expect((await administrator.call(operations.createUser, { body })).statusCode).toBe(409)
  })
})

describe('an account', () => {
  const newPassword = 'another battery, another staple'

  it('gets another password from whoever knows the present one; its other sessions end', async () => {
    const { app } = await testServer()
    const [here, elsewhere] = [await signedIn(app, 'quality'), await signedIn(app, 'quality')]
    const wrong = await here.call(operations.changePassword, {
      body: { password: 'a guess', newPassword },
    })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.json()).toMatchObject({ refusals: [{ code: 'password-wrong' }] })
    const short = await here.call(operations.changePassword, {
      body: { password, newPassword: 'short' },
    })
    expect(short.statusCode).toBe(400)

    const changed = await here.call(operations.changePassword, { body: { password, newPassword } })
    expect(changed.statusCode).toBe(200)
    expect(changed.body).not.toContain(newPassword)
    here.csrfToken = changed.json<{ csrfToken: string }>().csrfToken
    expect((await here.call(operations.listCases)).statusCode).toBe(200)
    expect((await here.call(operations.signOut)).statusCode).toBe(200)
    expect((await elsewhere.call(operations.listCases)).statusCode).toBe(401)
    const visitor = await signedIn(app, 'public')
    const sign = async (word: string): Promise<number> =>
      (await visitor.call(operations.signIn, { body: { userName: 'quality', password: word } }))
        .statusCode
    expect(await sign(password)).toBe(401)
    expect(await sign(newPassword)).toBe(200)
    await app.close()
  })

  it('is locked by guesses of its password from a session that was left open', async () => {
    const { app } = await testServer()
    const thief = await signedIn(app, 'quality')
    for (let guess = 0; guess < 5; guess += 1) {
      await thief.call(operations.changePassword, { body: { password: `${guess}`, newPassword } })
    }
    const right = await thief.call(operations.changePassword, { body: { password, newPassword } })
    expect(right.json()).toMatchObject({ refusals: [{ code: 'password-wrong' }] })
    await app.close()
  })

  it('is disabled and enabled by an administrator, but not the administrator’s own', async () => {
    const { app } = await testServer()
    const administrator = await signedIn(app, 'administrator')
    const reader = await signedIn(app, 'quality')
    const set = async (userId: string, disabled: boolean) =>
      administrator.call(operations.setUserDisabled, { params: { userId }, body: { disabled } })
    expect((await set('user-quality', true)).json()).toMatchObject({ disabled: true })
    expect((await reader.call(operations.listCases)).statusCode).toBe(401)
    expect((await set('user-quality', false)).json()).toMatchObject({ disabled: false })
    // What was open before does not open again.
    expect((await reader.call(operations.listCases)).statusCode).toBe(401)
    expect((await (await signedIn(app, 'quality')).call(operations.listCases)).statusCode).toBe(200)
    expect((await set('user-administrator', true)).json()).toMatchObject({
      status: 409,
      refusals: [{ code: 'own-account' }],
    })
    expect((await set('nobody', true)).statusCode).toBe(404)
    await app.close()
  })
})

describe('the web application', () => {
  it('is served at every page address, with a strict policy for its content', async () => {
    for (const url of ['/', '/cases/some-case']) {
      const answer = await server.app.inject({ url })
      expect(answer.statusCode).toBe(200)
      expect(answer.body).toContain('<title>OpenIMR')
      const policy = String(answer.headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).not.toContain('unsafe')
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
    }
    expect((await server.app.inject({ url: '/assets/none.js' })).statusCode).toBe(404)
  })
})
