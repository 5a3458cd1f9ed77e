import { describe, expect, it } from 'vitest'
import { testServer } from './test-server.ts'
import { parseTrustedProxies, type TrustedProxies } from './trusted-proxies.ts'

describe('the setting of the proxies in front', () => {
  it.each<[string | undefined, TrustedProxies]>([
    [undefined, false],
    [' ', false],
    ['10.0.0.1', ['10.0.0.1']],
    ['loopback, 10.0.0.0/8,fd00::/8', ['loopback', '10.0.0.0/8', 'fd00::/8']],
  ])('reads %j', (setting, proxies) => {
    expect(parseTrustedProxies(setting)).toEqual({ ok: true, value: proxies })
  })

  it.each([
    'true',
    '*',
    'all',
    '0',
    '1',
    '-1',
    '10.0.0.1/33',
    '10.0.0.0/0',
    '10.0.0',
    'proxy.local',
    '1,',
  ])('refuses %j, and trusts nobody for it', (setting) => {
    expect(parseTrustedProxies(setting)).toMatchObject({
      ok: false,
      refusals: [{ code: 'setting-unreadable', where: 'OPENIMR_TRUST_PROXY' }],
    })
  })
})

describe('the limit of calls', () => {
  const statuses = async (trustProxy: TrustedProxies): Promise<readonly number[]> => {
    const { app } = await testServer({ settings: { callsPerMinute: 2, trustProxy } })
    const codes = []
    for (const caller of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) {
      const headers = { 'x-forwarded-for': caller }
      codes.push((await app.inject({ url: '/api/health', headers })).statusCode)
    }
    await app.close()
    return codes
  }

  it('is not escaped by an address that the caller invents', async () => {
    expect(await statuses(false)).toEqual([200, 200, 429])
    expect(await statuses(['10.0.0.1'])).toEqual([200, 200, 429])
  })

  it('counts each caller behind a trusted proxy by itself', async () => {
    expect(await statuses(['loopback'])).toEqual([200, 200, 200])
  })
})
