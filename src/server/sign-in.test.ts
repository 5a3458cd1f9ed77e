import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { operations } from '#api'
import { browser, password, signedIn, type TestServer, testServer } from './test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await testServer()
})
afterEach(() => server.app.close())

const codeOf = (answer: { json(): unknown }): string | undefined =>
  (answer.json() as { refusals: readonly { code: string }[] }).refusals[0]?.code

describe('signing in', () => {
  it('says who is signed in, and keeps the token out of reach of scripts', async () => {
    const visitor = await signedIn(server.app, 'public')
    const body = { userName: 'Case-Manager', password }
    const answer = await visitor.call(operations.signIn, { body })
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ user: { role: 'case-manager' } })
    const cookie = answer.cookies.find(({ name }) => name === 'openimr')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    expect(cookie?.value).toHaveLength(43)
    expect(answer.body).not.toContain(cookie?.value)
  })

  it('binds the cookies to the host where it is served over https', async () => {
    const secure = await testServer({ settings: { secure: true, refusedSignInMilliseconds: 0 } })
    const visitor = await signedIn(secure.app, 'quality')
    expect([...visitor.cookies.keys()].toSorted()).toEqual([
      '__Host-openimr',
      '__Host-openimr-csrf',
    ])
    await secure.app.close()
  })

  it('gives one answer to a wrong password and to a name that nobody has', async () => {
    const visitor = await signedIn(server.app, 'public')
    const wrong = await visitor.call(operations.signIn, {
      body: { userName: 'quality', password: 'wrong' },
    })
    const nobody = await visitor.call(operations.signIn, {
      body: { userName: 'nobody', password: 'wrong' },
    })
    expect(wrong.statusCode).toBe(401)
    expect(nobody.json<{ refusals: unknown }>().refusals).toEqual(
      wrong.json<{ refusals: unknown }>().refusals,
    )
  })

  it('takes about as long for a name that nobody has as for a wrong password', async () => {
    const visitor = await signedIn(server.app, 'public')
    const time = async (userName: string): Promise<number> => {
      const start = performance.now()
      await visitor.call(operations.signIn, { body: { userName, password: 'wrong' } })
      return performance.now() - start
    }
    const known = Math.min(await time('quality'), await time('quality'), await time('quality'))
    const unknown = Math.min(await time('nobody'), await time('nobody'), await time('nobody'))
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(3)
  })

  it('locks an account after five failures, even for the right password, for a quarter of an hour', async () => {
    const visitor = await signedIn(server.app, 'public')
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await visitor.call(operations.signIn, { body: { userName: 'quality', password: 'wrong' } })
    }
    const body = { userName: 'quality', password }
    expect(codeOf(await visitor.call(operations.signIn, { body }))).toBe('sign-in-failed')
    server.setNow('2026-03-02T18:15:01.000Z')
    expect((await visitor.call(operations.signIn, { body })).statusCode).toBe(200)
  })

  it('lets nobody in whose account is disabled, and ends what they had open', async () => {
    const caller = await signedIn(server.app, 'quality')
    await server.users.setDisabled('user-quality', true)
    const answer = await caller.call(operations.listCases)
    expect(codeOf(answer)).toBe('not-signed-in')
  })

  it('ends a session after half an hour without use, and after twelve hours in any case', async () => {
    const caller = await signedIn(server.app, 'quality')
    server.setNow('2026-03-02T18:29:00.000Z')
    expect((await caller.call(operations.listCases)).statusCode).toBe(200)
    server.setNow('2026-03-02T19:00:00.000Z')
    expect(codeOf(await caller.call(operations.listCases))).toBe('not-signed-in')

    server.setNow('2026-03-02T18:00:00.000Z')
    const busy = await signedIn(server.app, 'quality')
    for (let minutes = 20; minutes <= 720; minutes += 20) {
      server.setNow(new Date(Date.UTC(2026, 2, 2, 18, minutes)).toISOString())
      expect((await busy.call(operations.listCases)).statusCode).toBe(200)
    }
    server.setNow('2026-03-03T06:00:01.000Z')
    expect(codeOf(await busy.call(operations.listCases))).toBe('not-signed-in')
  })

  it('ends the session when somebody signs out: the old token opens nothing', async () => {
    const caller = await signedIn(server.app, 'quality')
    const old = new Map(caller.cookies)
    expect((await caller.call(operations.signOut)).statusCode).toBe(200)
    const thief = browser(server.app)
    for (const [name, value] of old) thief.cookies.set(name, value)
    expect(codeOf(await thief.call(operations.listCases))).toBe('not-signed-in')
  })
})

describe('a call that changes something', () => {
  it.each([
    ['without a token', ''],
    ['with an invented token', 'abcdefgh-0123456789abcdefghijklmnopq'],
  ])('is refused %s', async (_, token) => {
    const caller = await signedIn(server.app, 'administrator')
    caller.csrfToken = token
    const answer = await caller.call(operations.rebuildProjections)
    expect(answer.statusCode).toBe(403)
    expect(codeOf(answer)).toBe('request-forged')
  })

  it('is refused with the token and the secret of another session', async () => {
    const attacker = await signedIn(server.app, 'public')
    const victim = await signedIn(server.app, 'administrator')
    victim.cookies.set('openimr-csrf', attacker.cookies.get('openimr-csrf') ?? '')
    victim.csrfToken = attacker.csrfToken
    expect(codeOf(await victim.call(operations.rebuildProjections))).toBe('request-forged')
  })

  it('goes through with the token of its session', async () => {
    const caller = await signedIn(server.app, 'administrator')
    expect((await caller.call(operations.rebuildProjections)).statusCode).toBe(200)
  })
})
