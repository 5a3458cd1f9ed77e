import { afterEach, describe, expect, it } from 'vitest'
import { type Operation, operations } from '#api'
import type { ActorRole, CaseEventType } from '#case'

import {
  anApplication,
  caseId,
  caseNumber,
  company,
  day,
  happened,
  register,
  signedIn,
  type TestServer,
  testServer,
  wholeCase,
} from './test-server.ts'

let server: TestServer
afterEach(() => server.app.close())

async function caseAt(until: CaseEventType): Promise<void> {
  server = await testServer()
  await wholeCase(server.deps, until)
}

async function paper(role: ActorRole, operation: Operation, clock = 'D1') {
  const caller = await signedIn(server.app, role)
  const answer = await caller.call(operation, { params: { caseId, clock } })
  return {
    body: answer.body,
    type: answer.headers['content-type'],
    name: answer.headers['content-disposition'],
    codes: answer.body.includes('"refusals"')
      ? answer
          .json<{ refusals: readonly { readonly code: string }[] }>()
          .refusals.map(({ code }) => code)
      : [],
  }
}

describe('the draft as a paper', () => {
  it('says on its face that it is a draft, and bears no day of decision', async () => {
    await caseAt('IssueDecided')
    const draft = await paper('reviewer', operations.getDraftLetter)
    expect(draft.type).toBe('application/pdf')
    expect(draft.name).toContain(`${caseNumber}-draft.pdf`)
    expect(JSON.parse(draft.body)).toMatchObject({
      caseNumber: `DRAFT, not issued (${caseNumber})`,
      decisionDate: null,
      issues: [{ decision: 'upheld' }],
    })
  })

  it('is not there while a treatment is undecided, and no more once the letter is issued', async () => {
    await caseAt('CaseSummaryWritten')
    expect((await paper('quality', operations.getDraftLetter)).codes).not.toEqual([])
    await server.app.close()
    await caseAt('DeterminationIssued')
    expect((await paper('quality', operations.getDraftLetter)).codes).toEqual(['already-issued'])
  })
})

describe('the certificate of a clock as a paper', () => {
  it('shows to a party every step of the counting', async () => {
    await caseAt('RecordsCompleted')
    const printed = await paper('employee', operations.getClockCertificateLetter)
    expect(JSON.parse(printed.body)).toMatchObject({ title: 'Deadline Certificate' })
    expect(printed.body).toContain('2026-02-18')
    expect(printed.body).toContain('2026-03-20')
    expect(printed.name).toContain(`${caseNumber}-D1.pdf`)
  })

  it('is not there for a clock that never started', async () => {
    await caseAt('RecordsCompleted')
    const none = await paper('employee', operations.getClockCertificateLetter, 'I1')
    expect(none.codes).toEqual(['not-there-yet'])
  })
})

describe('the notice of eligibility', () => {
  it('is about the application as it was when it was tested', async () => {
    server = await testServer()
    await wholeCase(server.deps, 'ApplicationReceived')
    expect((await paper('employee', operations.getEligibilityNotice)).codes).toEqual([
      'not-there-yet',
    ])
    const artifact = await server.deps.artifacts.put(
      new Uint8Array([1]),
      'eligibility-table',
      'application/json',
    )
    const missing = {
      row: 3,
      test: 'The application is signed',
      result: 'failed',
      because: 'The application is not signed.',
      authority: '8 CCR 9792.10.1(b)',
      evidence: 'no signature',
      cure: 'Sign it and send it again.',
    } as const
    await happened(server.deps, [
      {
        type: 'EligibilityTested',
        testedOn: day('2026-02-03'),
        artifact,
        table: { rules: 'CA-WC-2026', verdict: 'information-needed', tests: [missing] },
      },
      {
        type: 'ApplicationAmended',
        amendedOn: day('2026-02-05'),
        reason: 'A signature came.',
        application: anApplication({ claimNumber: 'WC-0002' }),
      },
    ])
    const notice = await paper('employee', operations.getEligibilityNotice)
    for (const words of ['WC-0001', 'February 3, 2026', missing.because, missing.cure]) {
      expect(notice.body).toContain(words)
    }
    expect(notice.body).not.toContain('WC-0002')
  })
})

describe('the certificate of the conflict check', () => {
  it('names every party and the number of the reviewer, to those who assign', async () => {
    await caseAt('ReviewerSelected')
    const printed = await paper('case-manager', operations.getConflictCertificate)
    for (const words of [company, 'Sample Orchards', 'Specimen', register.reviewerId]) {
      expect(printed.body).toContain(words)
    }
    expect(printed.body).not.toContain(register.name.last)
    expect((await paper('quality', operations.getConflictCertificate)).codes).toEqual([
      'not-allowed',
    ])
  })

  it('is not there before a reviewer is selected', async () => {
    await caseAt('FactsFound')
    expect((await paper('administrator', operations.getConflictCertificate)).codes).toEqual([
      'not-there-yet',
    ])
  })
})

describe('the record', () => {
  it('has its ledger from the first file on', async () => {
    await caseAt('RecordReceived')
    const early = await paper('quality', operations.getLedger)
    expect(JSON.parse(early.body)).toMatchObject({
      pages: 1,
      lines: [{ fileId: 'd1', page: 1, readable: true, opened: [], cited: [] }],
      listIsCurrent: null,
    })
  })

  it('has a ledger that says who opened a page, an expert reviewer by the role alone', async () => {
    await caseAt('DeterminationIssued')
    const params = { caseId, documentId: 'd1', page: 1 }
    const reviewer = await signedIn(server.app, 'reviewer')
    await reviewer.call(operations.getPageText, { params })
    await reviewer.call(operations.getPageImage, { params, query: { width: '200' } })
    await reviewer.call(operations.getPageImage, { params, query: { width: '900' } })
    const openedFor = async (role: ActorRole) => {
      const ledger = await paper(role, operations.getLedger)
      return JSON.parse(ledger.body) as { lines: readonly { opened: readonly object[] }[] }
    }
    const toQuality = (await openedFor('quality')).lines[0]?.opened
    // The narrow picture is one of a strip: nobody reads a page on it. Text and picture are one look.
    expect(toQuality).toEqual([
      { by: 'expert reviewer', firstAt: expect.any(String), lastAt: expect.any(String), times: 1 },
    ])
    expect((await openedFor('case-manager')).lines[0]?.opened).toMatchObject([
      { by: 'expert reviewer', name: 'Q. Abernethy-Voss' },
    ])
    const table = await paper('quality', operations.getLedgerTable)
    expect(table.type).toContain('text/csv')
    expect(table.body).toContain('expert reviewer')
    expect(table.body).not.toContain('Abernethy')
  })

  it('answers what it mentions and does not hold', async () => {
    await caseAt('RecordsCompleted')
    const missing = await paper('quality', operations.listMissingRecords)
    expect(JSON.parse(missing.body)).toEqual({ missing: [] })
  })
})
