import { afterEach, describe, expect, it } from 'vitest'
import { type Operation, operations } from '#api'
import type { CaseEventType } from '#case'
import type { Reviewer } from '#reviewers'
import { attestationStatements } from '#reviewers'
import {
  type Browser,
  caseId,
  company,
  register,
  signedIn,
  type TestServer,
  testServer,
  wholeCase,
} from './test-server.ts'

let server: TestServer
afterEach(() => server.app.close())

/** A case that went so far, with a register of these reviewers. */
async function caseAt(until: CaseEventType, ...reviewers: readonly Reviewer[]): Promise<void> {
  server = await testServer({}, reviewers.length === 0 ? undefined : reviewers)
  await wholeCase(server.deps, until)
}

const params = { caseId, treatmentId: 't1' }

async function act(
  caller: Browser,
  operation: Operation,
  body: unknown = {},
): Promise<{ readonly status?: string; readonly codes: readonly string[] }> {
  const answer = (await caller.call(operation, { params, body })).json<{
    readonly status: string
    readonly refusals?: readonly { readonly code: string }[]
  }>()
  const codes = (answer.refusals ?? []).map(({ code }) => code)
  return codes.length > 0 ? { codes } : { status: answer.status, codes }
}

async function nextActsFor(caller: Browser): Promise<readonly string[]> {
  const answer = await caller.call(operations.getCase, { params })
  return answer.json<{ nextActs: readonly string[] }>().nextActs
}

describe('selecting a reviewer', () => {
  const selection = { reviewerId: register.reviewerId }

  it('takes a specialty outside the map where a person says why it is the same or similar', async () => {
    const certifications = [
      { board: 'ABMS', specialty: 'Dermatology', currentUntil: null },
    ] as const
    await caseAt('FactsFound', { ...register, certifications })
    const manager = await signedIn(server.app, 'case-manager')
    expect((await act(manager, operations.selectReviewer, selection)).codes).toEqual([
      'reviewer-excluded',
    ])
    const similarBecause = 'Orders and reads spine imaging every week.'
    const body = { ...selection, similarBecause }
    expect((await act(manager, operations.selectReviewer, body)).status).toBe('reviewer-selected')
    const selected = (await server.deps.cases.load(caseId)).at(-1)?.event
    expect(JSON.stringify(selected)).toContain(similarBecause)
  })

  it('lets the reviewer attest after a person cleared a name that only looks like a party', async () => {
    const nature = 'Holds shares.'
    await caseAt('FactsFound', {
      ...register,
      disclosures: [{ kind: 'financial', party: company.replace('Invented', 'Invanted'), nature }],
    })
    const manager = await signedIn(server.app, 'case-manager')
    expect((await act(manager, operations.selectReviewer, selection)).codes).toEqual([
      'reviewer-tie-not-cleared',
    ])
    const cleared = [{ party: company, reason: 'Another company, in another state.' }]
    const body = { ...selection, cleared }
    expect((await act(manager, operations.selectReviewer, body)).status).toBe('reviewer-selected')
    const reviewer = await signedIn(server.app, 'reviewer')
    const statements = { statements: Object.keys(attestationStatements) }
    expect(await act(reviewer, operations.attestReview, statements)).toEqual({
      status: 'in-review',
      codes: [],
    })
  })
})

describe('releasing a reviewer', () => {
  it('is the own act of a reviewer who declines; the case is then theirs no longer', async () => {
    await caseAt('IssueDecided')
    const reviewer = await signedIn(server.app, 'reviewer')
    expect(await nextActsFor(reviewer)).toContain('releaseReviewer')
    expect((await act(reviewer, operations.releaseReviewer)).codes).toEqual([
      'request-not-as-described',
    ])
    const body = { reason: 'A sudden illness.' }
    expect((await act(reviewer, operations.releaseReviewer, body)).status).toBe('records-complete')
    expect((await act(reviewer, operations.getCase)).codes).toEqual(['case-unknown'])
    const manager = await signedIn(server.app, 'case-manager')
    expect(await nextActsFor(manager)).toContain('selectReviewer')
    const shown = await manager.call(operations.getCase, { params })
    expect(shown.json()).toMatchObject({ caseSummary: null, treatments: [{ decision: null }] })
    // Why somebody left is the organization's own affair.
    const party = await signedIn(server.app, 'employee')
    const timeline = await party.call(operations.listCaseEvents, { params })
    expect(timeline.body).not.toContain('illness')
  })

  it('is refused where nobody is on the case, and after the determination is issued', async () => {
    await caseAt('FactsFound')
    const manager = await signedIn(server.app, 'case-manager')
    const body = { reason: 'Away.' }
    expect((await act(manager, operations.releaseReviewer, body)).codes).toContain(
      'step-out-of-order',
    )
    await server.app.close()
    await caseAt('DeterminationIssued')
    const again = await signedIn(server.app, 'case-manager')
    expect((await act(again, operations.releaseReviewer, body)).codes).toEqual([
      'step-out-of-order',
    ])
  })
})

describe('a decision without a guideline', () => {
  it('needs the reason why none is cited', async () => {
    await caseAt('CaseSummaryWritten')
    const reviewer = await signedIn(server.app, 'reviewer')
    const body = {
      decision: 'upheld',
      guideline: '',
      rationale: 'The words of the record do not bear the request out.',
      sources: [{ kind: 'record', says: 'Words.', documentId: 'd1', page: 1, quote: 'Words' }],
    }
    expect((await act(reviewer, operations.decideIssue, body)).codes).toEqual([
      'guideline-not-cited',
    ])
    const noGuidelineBecause = 'No guideline of the search sequence speaks of it.'
    const decided = { ...body, noGuidelineBecause }
    expect((await act(reviewer, operations.decideIssue, decided)).status).toBe('in-review')
    const shown = await reviewer.call(operations.getCase, { params })
    expect(shown.json()).toMatchObject({ treatments: [{ decision: { noGuidelineBecause } }] })
  })
})

describe('an appeal', () => {
  const filed = { filedOn: '2026-03-02', ground: 5 }
  const wrongFact = 'The record has no examination of the lower back.'

  it('may be affirmed; then it is over', async () => {
    await caseAt('DeterminationServed')
    const manager = await signedIn(server.app, 'case-manager')
    const served = await manager.call(operations.getCase, { params })
    expect(served.json()).toMatchObject({
      actsBesides: expect.arrayContaining(['fileAppeal']),
    })
    expect((await act(manager, operations.fileAppeal, filed)).status).toBe('appealed')
    expect(await nextActsFor(manager)).toEqual(
      expect.arrayContaining(['affirmDetermination', 'remandDetermination']),
    )
    const shown = await manager.call(operations.getCase, { params })
    expect(shown.json()).toMatchObject({ appeal: filed, remand: null })
    const body = { affirmedOn: '2026-03-02' }
    expect((await act(manager, operations.affirmDetermination, body)).status).toBe('affirmed')
    expect((await act(manager, operations.affirmDetermination, body)).codes).toEqual([
      'step-out-of-order',
    ])
  })

  it('may send the dispute back; whoever decided it before decides it no more', async () => {
    const other = { ...register, reviewerId: 'rv-0b0b0b' }
    await caseAt('DeterminationServed', register, other)
    const manager = await signedIn(server.app, 'case-manager')
    await act(manager, operations.fileAppeal, filed)
    const proof = { documentId: 'd1', page: 1 }
    const remand = { remandedOn: '2026-03-02', ground: 5, wrongFact, proof }
    expect((await act(manager, operations.remandDetermination, remand)).status).toBe('remanded')

    const shown = await manager.call(operations.getCase, { params })
    expect(shown.json()).toMatchObject({
      remand,
      outcome: null,
      clocks: [{ clock: 'D1', status: 'running', deadline: { steps: expect.any(Array) } }],
    })
    const certificate = await manager.call(operations.getClockCertificate, {
      params: { caseId, clock: 'D1' },
    })
    expect(certificate.json()).toMatchObject({ request: { start: { on: '2026-03-02' } } })
    const before = await signedIn(server.app, 'reviewer')
    expect((await act(before, operations.getCase)).codes).toEqual(['case-unknown'])

    const { reviewerId } = register
    expect((await act(manager, operations.selectReviewer, { reviewerId })).codes).toEqual([
      'reviewer-excluded',
    ])
    const next = { reviewerId: other.reviewerId }
    expect((await act(manager, operations.selectReviewer, next)).status).toBe('reviewer-selected')
  })

  it.each([
    ['before the service', { ...filed, filedOn: '2026-02-28' }, 'date-before-its-cause'],
    ['on a day to come', { ...filed, filedOn: '2026-03-03' }, 'date-in-the-future'],
    ['on a sixth ground', { ...filed, ground: 6 }, 'request-not-as-described'],
    ['on a day that does not exist', { ...filed, filedOn: '2026-02-30' }, 'day-not-readable'],
    ['on a day before all calendars', { ...filed, filedOn: '0001-01-01' }, 'day-not-readable'],
  ])('is refused %s', async (_, body, code) => {
    await caseAt('DeterminationServed')
    const manager = await signedIn(server.app, 'case-manager')
    expect((await act(manager, operations.fileAppeal, body)).codes).toEqual([code])
  })
})
