import { describe, expect, it } from 'vitest'
import type { RecordedEvent } from '#case'
import { attest, attestationStatements, recallAttestation } from './attest.ts'
import { checkConflicts } from './conflicts.ts'
import { matchReviewers } from './match.ts'
import { parseReviewer } from './parse-reviewer.ts'
import type { Reviewer } from './reviewer.ts'
import { anApplication, aReviewer, aTreatment, day, instant } from './test-builders.ts'

const on = day('2026-11-21')
const application = anApplication()
const allStatements = Object.keys(attestationStatements)

function request(reviewer: Reviewer, statements: readonly string[] = allStatements) {
  return {
    reviewer,
    caseId: 'c1',
    checks: checkConflicts({ reviewer, application, on }),
    match: matchReviewers({
      application,
      treatments: [aTreatment()],
      reviewers: [reviewer],
      on,
      priority: 'standard',
      blockedReviewerIds: [],
      seed: 's',
    }),
    statements,
    on,
  }
}

const at = instant('2026-11-21T10:00:00.000Z')

const recorded = (event: RecordedEvent['event']) => ({
  caseId: 'c1',
  version: 1,
  at,
  by: { kind: 'system', name: 'test' } as const,
  event,
  previousHash: '',
  hash: '',
})

describe('attesting', () => {
  it('makes an attested reviewer with credentials and without a name', () => {
    const result = attest(request(aReviewer()))
    expect(result).toMatchObject({
      ok: true,
      value: {
        reviewerId: 'r-17',
        caseId: 'c1',
        credentials: {
          licensure: ['California'],
          specialties: ['Physical Medicine and Rehabilitation'],
          yearsInPractice: 21,
          hoursPerWeek: 32,
        },
      },
    })
    expect(JSON.stringify(result)).not.toMatch(/Quillfeather|G1/)
  })

  it.each(allStatements)('refuses without the statement "%s"', (left) => {
    const result = attest(
      request(
        aReviewer(),
        allStatements.filter((id) => id !== left),
      ),
    )
    expect(result).toMatchObject({
      ok: false,
      refusals: [{ code: 'reviewer-not-attested', where: left }],
    })
  })

  it('refuses with every filter that failed, by name', () => {
    const result = attest(
      request(aReviewer({ practiceHoursPerWeek: 10, qualifiedMedicalEvaluator: true })),
    )
    expect(result.ok ? [] : result.refusals.map(({ code, where }) => [code, where])).toEqual([
      ['reviewer-filter-failed', 'practice-hours'],
      ['reviewer-filter-failed', 'not-evaluator'],
    ])
  })

  it('refuses when no party was compared, or the reviewer was not matched for the case', () => {
    const good = request(aReviewer())
    expect(attest({ ...good, checks: [] })).toMatchObject({
      refusals: [{ code: 'conflict-not-checked' }],
    })
    expect(attest({ ...good, reviewer: aReviewer({ reviewerId: 'r-99' }) })).toMatchObject({
      refusals: [{ code: 'reviewer-not-matched' }],
    })
  })

  it('is recalled from the ledger, until the reviewer is released', () => {
    const made = attest(request(aReviewer()))
    if (!made.ok) throw new Error('refused')
    const { reviewerId, credentials, statements } = made.value
    const attested = recorded({
      type: 'ReviewerAttested',
      reviewerId,
      credentials,
      statements,
      attestedAt: at,
    })
    const released = recorded({ type: 'ReviewerReleased', reviewerId, reason: 'ill' })
    expect(recallAttestation('c1', [attested])).toEqual(made)
    expect(recallAttestation('c1', [attested, released]).ok).toBe(false)
    expect(recallAttestation('c2', [attested]).ok).toBe(false)
    expect(recallAttestation('c1', []).ok).toBe(false)
  })
})

describe('reading the register', () => {
  it('reads an entry back as it was', () => {
    const entry = aReviewer({
      disclosures: [{ kind: 'financial', party: 'X', nature: 'shares', incomeShare: 2 }],
    })
    expect(parseReviewer(JSON.parse(JSON.stringify(entry)))).toEqual({ ok: true, value: entry })
  })

  it.each([
    ['reviewer.practisingSince', { practisingSince: '2021-02-30' }],
    ['reviewer.licences.0', { licences: [] }],
    ['reviewer', { favouriteColour: 'blue' }],
    [
      'reviewer.disclosures.0.npi',
      { disclosures: [{ kind: 'financial', party: 'X', nature: 'y', npi: '12' }] },
    ],
    ['reviewer.practiceHoursPerWeek', { practiceHoursPerWeek: 200 }],
  ])('refuses what is wrong at %s', (where, changes) => {
    const result = parseReviewer({ ...aReviewer(), ...changes })
    expect(result.ok ? [] : result.refusals.map((refusal) => refusal.where)).toContain(where)
  })

  it('refuses an id that holds the name, since ids travel in bundles', () => {
    expect(parseReviewer(aReviewer({ reviewerId: 'dr-quillfeather' }))).toMatchObject({
      refusals: [{ code: 'reviewer-id-names-reviewer' }],
    })
    expect(parseReviewer('nobody').ok).toBe(false)
  })
})
