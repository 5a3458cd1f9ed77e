import { describe, expect, it } from 'vitest'
import { certifyNoConflict, verifyConflictCertificate } from './conflict-certificate.ts'
import { checkConflicts } from './conflicts.ts'
import type { Disclosure } from './reviewer.ts'
import { anApplication, aReviewer, day } from './test-builders.ts'

const on = day('2026-11-21')

function check(...disclosures: Disclosure[]) {
  return checkConflicts({
    reviewer: aReviewer({ disclosures }),
    application: anApplication(),
    on,
  })
}

function resultFor(role: string, ...disclosures: Disclosure[]) {
  return check(...disclosures).find((line) => line.role === role)?.result
}

const contractor = (party: string, changes: Partial<Disclosure> = {}): Disclosure => ({
  kind: 'professional',
  party,
  nature: 'contractor',
  ...changes,
})

const financial = (incomeShare?: number): Disclosure => ({
  kind: 'financial',
  party: 'Harbor Bridge Claims Services',
  nature: 'case reviews',
  ...(incomeShare === undefined ? {} : { incomeShare }),
})

describe('the conflict check', () => {
  it('compares the reviewer with every party that the application names', () => {
    const lines = check()
    expect(lines.map(({ role }) => role)).toEqual([
      'employer',
      'claims-administrator',
      'claims-contact',
      'utilization-review-organization',
      'utilization-reviewer',
      'requesting-physician',
      'practice',
      'employee',
      'representative',
      'law-firm',
    ])
    expect(lines.every(({ result }) => result === 'no-tie')).toBe(true)
  })

  it.each([
    ['employer', 'The Juniper Orchard Supply Incorporated'],
    ['claims-administrator', 'HARBOR BRIDGE CLAIMS SVCS'],
    ['practice', 'Valley Orthopaedic Medical Grp'],
    ['utilization-review-organization', 'Clearwater Utilization Review'],
    ['law-firm', 'Counsel and Wright'],
    ['employer', 'Oakleaf Holdings dba Juniper Orchard Supply'],
  ])('knows the %s under the name "%s"', (role, name) => {
    expect(resultFor(role, contractor(name))).toBe('tie')
  })

  it.each([
    ['employer', 'Juniper Orchard'],
    ['employer', 'Juniper Orchard Supply West'],
    ['claims-administrator', 'Harbour Bridge Claims Services'],
  ])('shows a person the %s under the near name "%s"', (role, name) => {
    expect(resultFor(role, contractor(name))).toBe('possible-tie')
  })

  it('does not take two organizations for one because both are medical groups', () => {
    expect(resultFor('practice', contractor('Bayside Medical Group'))).toBe('no-tie')
    expect(resultFor('claims-administrator', contractor('Claims Services, Inc.'))).toBe('no-tie')
  })

  it('bars a reviewer who did the utilization review under another spelling of the name', () => {
    const lines = checkConflicts({
      reviewer: aReviewer({ name: { first: 'Paul', last: 'Reviewman' } }),
      application: anApplication(),
      on,
    })
    expect(lines.find(({ role }) => role === 'utilization-reviewer')?.result).toBe('tie')
  })

  it('asks a person about the same last name with the same initial', () => {
    const lines = checkConflicts({
      reviewer: aReviewer({ name: { first: 'Ignatius', last: 'Bonesmith' } }),
      application: anApplication(),
      on,
    })
    expect(lines.find(({ role }) => role === 'requesting-physician')?.result).toBe('possible-tie')
  })

  it('believes the NPI before the name', () => {
    expect(
      resultFor('requesting-physician', contractor('I. Bonesmyth', { npi: '1234567893' })),
    ).toBe('tie')
    expect(
      resultFor('requesting-physician', contractor('Ivan Bonesmith', { npi: '1999999999' })),
    ).toBe('no-tie')
  })

  it('counts a financial tie over 5 % of income, not at 5 %, and asks when no share is stated', () => {
    expect(resultFor('claims-administrator', financial(5.1))).toBe('tie')
    expect(resultFor('claims-administrator', financial(5))).toBe('no-tie')
    expect(resultFor('claims-administrator', financial())).toBe('possible-tie')
  })

  it.each([
    ['his wife', 'tie'],
    ['mother-in-law', 'tie'],
    ['brother', 'tie'],
    ['brother-in-law', 'possible-tie'],
    ['cousin', 'possible-tie'],
  ])('takes the relation "%s" as %s', (nature, result) => {
    expect(resultFor('employee', { kind: 'familial', party: 'Inventado, Rosa', nature })).toBe(
      result,
    )
  })

  it('does not count staff privileges alone', () => {
    expect(
      resultFor(
        'practice',
        contractor('Valley Orthopedic Medical Group', { nature: 'Staff privileges' }),
      ),
    ).toBe('no-tie')
  })

  it.each([
    ['2026-10-20', 'tie', 'ended after the utilization review decision'],
    ['2025-01-01', 'possible-tie', 'ended lately'],
    ['2020-01-01', 'no-tie', 'ended long ago'],
  ])('a tie until %s is %s: it %s', (until, result) => {
    expect(
      resultFor(
        'claims-administrator',
        contractor('Harbor Bridge Claims Services', { until: day(until) }),
      ),
    ).toBe(result)
  })

  it('says nothing of the reviewer or of third persons in its words', () => {
    const text = JSON.stringify(
      check(contractor('Somebody Else Partners'), contractor('Juniper Orchard')),
    )
    expect(text).not.toMatch(/Quillfeather|Somebody Else/)
  })
})

const certified = () =>
  certifyNoConflict({ reviewer: aReviewer(), application: anApplication(), caseId: 'c1', on })

describe('the conflict certificate', () => {
  it('holds by itself, and when the comparison is made again', () => {
    const result = certified()
    if (!result.ok) throw new Error('refused')
    const read: unknown = JSON.parse(JSON.stringify(result.value))
    expect(verifyConflictCertificate(read)).toBeNull()
    expect(
      verifyConflictCertificate(read, { reviewer: aReviewer(), application: anApplication() }),
    ).toBeNull()
    expect(JSON.stringify(read)).not.toContain('Quillfeather')
  })

  it('does not hold when a word is changed, a party is missing, or the reviewer had more ties', () => {
    const result = certified()
    if (!result.ok) throw new Error('refused')
    const certificate = result.value
    expect(verifyConflictCertificate({ ...certificate, comparedOn: '2026-11-20' })).toMatch(
      /changed after/,
    )
    expect(verifyConflictCertificate({ ...certificate, comparisons: [] })).not.toBeNull()
    expect(
      verifyConflictCertificate(certificate, {
        reviewer: aReviewer({ disclosures: [contractor('Juniper Orchard Supply')] }),
        application: anApplication(),
      }),
    ).toMatch(/register's entry/)
    expect(verifyConflictCertificate(null)).toMatch(/not a conflict certificate/)
  })

  it('is refused for a tie, and for a possible tie until a person clears it with a reason', () => {
    const request = { application: anApplication(), caseId: 'c1', on }
    const tied = aReviewer({ disclosures: [contractor('Juniper Orchard Supply')] })
    expect(certifyNoConflict({ ...request, reviewer: tied })).toMatchObject({
      ok: false,
      refusals: [{ code: 'reviewer-has-tie', where: 'employer' }],
    })
    const near = aReviewer({ disclosures: [contractor('Juniper Orchard')] })
    expect(certifyNoConflict({ ...request, reviewer: near })).toMatchObject({
      ok: false,
      refusals: [{ code: 'reviewer-tie-not-cleared' }],
    })
    const party = 'Juniper Orchard Supply, Inc.'
    const clear = (reason: string) =>
      certifyNoConflict({ ...request, reviewer: near, cleared: [{ party, reason }] }).ok
    expect(clear('an orchard in another state, no common owner')).toBe(true)
    expect(clear(' ')).toBe(false)
  })
})
