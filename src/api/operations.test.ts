import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Operation, operations, roles } from './index.ts'

const all = Object.entries<Operation>(operations)

describe('the operations of the API', () => {
  it.each(all)('%s says what it is, where it is and by what authority', (name, operation) => {
    expect(operation.id).toBe(name)
    expect(operation.path).toMatch(/^\/api\/[a-z{}/A-Z-]+$/)
    expect(operation.summary.length).toBeGreaterThan(10)
    expect(operation.authority.length).toBeGreaterThan(5)
    expect(Object.keys(operation.policy).toSorted()).toEqual([...roles].toSorted())
  })

  it('have one address each', () => {
    const addresses = all.map(
      ([, { method, path }]) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`,
    )
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  it('give "own" only where there is a case, or a list of cases', () => {
    for (const [id, { policy, path }] of all) {
      if (['listCases', 'countCases', 'listDueDays'].includes(id)) continue
      if (path.includes('{caseId}')) continue
      expect(Object.values(policy), id).not.toContain('own')
    }
  })

  it('let nobody but the reviewer of the case decide, summarise, attest and sign', () => {
    for (const id of [
      'decideIssue',
      'writeCaseSummary',
      'attestReview',
      'signDetermination',
    ] as const) {
      const { reviewer, ...others } = operations[id].policy
      expect(reviewer).toBe('own')
      expect(new Set(Object.values(others))).toEqual(new Set(['none']))
    }
  })

  it('let the public do nothing to a case', () => {
    const open = all.filter(([, { policy }]) => policy.public !== 'none').map(([id]) => id)
    expect(open.toSorted()).toEqual([
      'getApplicationForm',
      'getPublicLetter',
      'getPublished',
      'getSession',
      'health',
      'listPublished',
      'signIn',
      'signOut',
    ])
  })

  it.each(all)('%s refuses fields that it does not describe', (_, operation) => {
    for (const part of ['params', 'query', 'body'] as const) {
      const objects = objectsOf(
        z.toJSONSchema(operation[part], { io: 'input', unrepresentable: 'any' }),
      )
      for (const object of objects) expect(object['additionalProperties'], part).toBe(false)
    }
  })

  it('take an application by the form of the example, and refuse a misspelt field in its depth', () => {
    const address = { street: '1 Way', city: 'Fresno', state: 'CA', zip: '93701' }
    const application = {
      program: 'CA-WC',
      priority: 'standard',
      employee: { name: { first: 'A', last: 'B' }, dateOfBirth: '1980-01-01', address },
      employer: { name: 'E' },
      claimsAdministrator: { company: 'C', contact: 'D', address },
      requestingPhysician: { name: { first: 'P', last: 'Q' }, address },
      claimNumber: '1',
      dateOfInjury: '2020-01-01',
      primaryDiagnosis: { description: 'd' },
      disputedTreatments: [
        { treatment: 't', bodyRegions: ['knee'], claimsAdministratorGuideline: '' },
      ],
    }
    const { body } = operations.submitApplication
    expect(body.safeParse(application).error).toBeUndefined()
    const misspelt = {
      ...application,
      disputedTreatments: [
        { treatment: 't', bodyRegion: ['knee'], bodyRegions: [], claimsAdministratorGuideline: '' },
      ],
    }
    expect(body.safeParse(misspelt).error?.issues).toMatchObject([
      { code: 'unrecognized_keys', keys: ['bodyRegion'], path: ['disputedTreatments', 0] },
    ])
    expect(body.safeParse({ ...application, disputedTreatments: [] }).success).toBe(false)
  })
})

type JsonObject = { readonly [name: string]: unknown }

/** Every object in a JSON schema, at any depth. */
function objectsOf(schema: unknown): readonly JsonObject[] {
  if (typeof schema !== 'object' || schema === null) return []
  const inside = Object.values(schema).flatMap(objectsOf)
  const self = schema as JsonObject
  return self['type'] === 'object' && 'properties' in self ? [self, ...inside] : inside
}
