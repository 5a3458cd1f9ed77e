import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, makeClient, operations } from '#api'
import type { ActorRole } from '#case'
import { type DeadlineCertificate, verifyDeadlineCertificate } from '#deadlines'
import { makeLetterPrinter, makePdfReader, makeRecordReader } from '#engines'
import { isNonEmpty, valueOf } from '#foundation'
import { verifyBundle } from '#integrity'
import { parseReviewer, verifyConflictCertificate } from '#reviewers'
import { type Reader, startReader } from './reader.ts'
import { caseId as nobodysCase, password, type TestServer, testServer } from './test-server.ts'

/**
 * The example of the lumbar MRI, carried the whole way over HTTP by the people whose acts it needs,
 * with the typed client of the web application, the real PDF reader and the real printer.
 */
const example = new URL('../../examples/lumbar-mri/', import.meta.url)
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, example), 'utf8'))

type Written = {
  readonly caseSummary: { readonly text: string }
  readonly decisions: readonly {
    readonly decision: 'upheld' | 'overturned'
    readonly guideline: string
    readonly rationale: string
    readonly sources: readonly (
      | {
          readonly kind: 'record'
          readonly says: string
          readonly file: string
          readonly page: number
          readonly quote: string
        }
      | { readonly kind: 'absence'; readonly says: string; readonly concept: string }
      | { readonly kind: 'guideline'; readonly says: string; readonly citation: string }
    )[]
  }[]
}

const reviewer = valueOf(parseReviewer((readJson('../reviewers.json') as readonly unknown[])[0]))
const pdf = makePdfReader()
const recordReader = makeRecordReader()
let server: TestServer
let origin: string
let reader: Reader

beforeAll(async () => {
  const plain = await testServer()
  const proceedings = {
    ...plain.deps,
    pdf,
    recordReader,
    printer: makeLetterPrinter(),
    reviewers: {
      list: async () => [reviewer],
      get: async (id: string) => (id === reviewer.reviewerId ? reviewer : null),
    },
  }
  server = await testServer({
    proceedings,
    reading: plain.queue,
    settings: { refusedSignInMilliseconds: 0, uploadLimitBytes: 200 * 1024 * 1024 },
  })
  const now = () => server.now()
  reader = startReader({ proceedings, queue: plain.queue, now, idleMilliseconds: 20 })
  await plain.app.close()
  await server.users.create({
    userId: 'user-expert',
    userName: 'expert',
    displayName: 'Expert',
    role: 'reviewer',
    passwordHash: (await server.users.get('user-reviewer'))?.passwordHash ?? '',
    reviewerId: reviewer.reviewerId,
    claimsAdministrator: null,
    caseIds: [],
  })
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.app.server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  await reader.stop()
  await server.app.close()
  await Promise.all([pdf.close(), recordReader.close()])
})

/** A client with the cookies of one person, signed in on that day. */
async function as(userName: ActorRole | 'expert', day: string): Promise<Client> {
  server.setNow(`${day}T17:00:00.000Z`)
  const cookies = new Map<string, string>()
  let token: string | null = null
  const client = makeClient(
    async (input, init) => {
      const headers = new Headers(init?.headers)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
      const answer = await fetch(`${origin}${input as string}`, { ...init, headers })
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        if (name !== undefined && value !== undefined) cookies.set(name, value)
      }
      return answer
    },
    { csrfToken: () => token },
  )
  token = valueOf(await client.call(operations.getSession, {})).csrfToken
  token = valueOf(await client.call(operations.signIn, { body: { userName, password } })).csrfToken
  return client
}

async function pagesOf(paper: Blob): Promise<readonly string[]> {
  const reading = valueOf(await pdf.read(new Uint8Array(await paper.arrayBuffer())))
  return reading.pages.map(({ text }) => text)
}

const textOf = async (paper: Blob): Promise<string> => (await pagesOf(paper)).join('\n')

describe('a case over HTTP', () => {
  it('goes from the application to the published determination', async () => {
    let manager = await as('case-manager', '2016-12-27')
    const opened = valueOf(
      await manager.call(operations.submitApplication, {
        // As the file has it; the server reads it by the schema anyway.
        body: readJson('application.json') as never,
      }),
    )
    const params = { caseId: opened.caseId }
    const at = { params }
    const upload = async (
      client: Client,
      fileName: string,
      from: 'employee' | 'claims-administrator',
    ) => {
      const sent = await client.call(operations.uploadRecord, {
        params,
        query: { fileName, from },
        body: new Uint8Array(readFileSync(new URL(`records/${fileName}`, example))),
      })
      // Nothing is found missing or complete before somebody has read it.
      await expect
        .poll(
          async () => {
            const { files } = valueOf(await client.call(operations.listDocuments, at))
            return files.every(({ reading }) => reading === 'read')
          },
          { timeout: 30_000 },
        )
        .toBe(true)
      return valueOf(sent)
    }
    await upload(manager, 'utilization-review-decision.pdf', 'employee')
    manager = await as('case-manager', '2016-12-30')
    expect(valueOf(await manager.call(operations.testEligibility, at)).status).toBe('eligible')
    manager = await as('case-manager', '2017-01-03')
    const assigned = await manager.call(operations.assignReview, {
      params,
      body: { noticeMethod: 'electronic' },
    })
    expect(valueOf(assigned).status).toBe('records-open')
    const notice = valueOf(await manager.call(operations.getAssignmentNotice, at))
    expect(await notice.slice(0, 5).text()).toBe('%PDF-')

    const eligibility = await manager.call(operations.getEligibilityNotice, at)
    expect(await textOf(valueOf(eligibility))).toContain('Sandmark')

    // The decision lists what it rests on; nothing of that has come yet.
    const { missing } = valueOf(await manager.call(operations.listMissingRecords, at))
    const [first] = missing
    expect(missing.length).toBeGreaterThan(0)
    if (first) {
      const [{ documentId, page, span, quote }] = first.mentions
      const place = { ...params, documentId, page }
      const { text } = valueOf(await manager.call(operations.getPageText, { params: place }))
      expect(text.slice(span.start, span.end)).toBe(quote)
    }
    if (first) {
      const asked = await manager.call(operations.requestMissingRecords, {
        params,
        body: { missingIds: [first.missingId], from: 'claims-administrator' },
      })
      expect(valueOf(asked).status).toBe('records-open')
    }
    // What the file holds is known before it is complete; a person's word stands.
    const { documents } = valueOf(await manager.call(operations.listDocuments, at))
    const [document] = documents
    const corrected = await manager.call(operations.correctDocuments, {
      params: { ...params, documentId: document?.fileId ?? '' },
      body: { documents: documents.map(({ kind, title, pages }) => ({ kind, title, pages })) },
    })
    expect(valueOf(corrected).status).toBe('records-open')
    const again = valueOf(await manager.call(operations.listDocuments, at))
    expect(again.documents.map(({ documentId }) => documentId)).toEqual(
      documents.map(({ documentId }) => documentId),
    )
    expect(again.documents.every((document) => document.corrected)).toBe(true)
    const found = valueOf(
      await manager.call(operations.searchRecord, { params, query: { q: '"lumbar spine"' } }),
    )
    expect(found.pagesSearched).toBeGreaterThan(0)
    for (const hit of found.hits) {
      const { text } = valueOf(
        await manager.call(operations.getPageText, { params: { ...params, ...hit } }),
      )
      expect(text.slice(hit.span.start, hit.span.end).replaceAll(/\s+/g, ' ')).toMatch(
        /^lumbar spine$/i,
      )
      expect(hit.wordBoxes.length).toBeGreaterThan(1)
    }
    expect(found.hits.length).toBeGreaterThan(0)
    await upload(await as('case-manager', '2017-01-12'), 'case-file.pdf', 'claims-administrator')
    manager = await as('case-manager', '2017-01-13')
    valueOf(await manager.call(operations.completeRecords, at))
    const ledger = valueOf(await manager.call(operations.getLedger, at))
    expect(ledger.lines).toHaveLength(ledger.pages)
    expect(ledger.listIsCurrent).toBe(true)
    expect(ledger.lines.some(({ opened }) => opened.length > 0)).toBe(true)
    const complete = valueOf(await manager.call(operations.listMissingRecords, at))
    expect(complete.missing).toMatchObject([{ missingId: first?.missingId, standing: 'found' }])
    valueOf(await manager.call(operations.prepareReview, at))
    const { candidates } = valueOf(await manager.call(operations.listReviewerCandidates, at))
    expect(candidates).toMatchObject([{ reviewerId: reviewer.reviewerId, mayDecide: true }])
    const body = { reviewerId: reviewer.reviewerId }
    valueOf(await manager.call(operations.selectReviewer, { params, body }))

    const conflicts = await textOf(
      valueOf(await manager.call(operations.getConflictCertificate, at)),
    )
    expect(conflicts).toContain(reviewer.reviewerId)
    expect(conflicts).not.toContain(reviewer.name.last)

    let expert = await as('expert', '2017-01-17')
    const { statements } = valueOf(await expert.call(operations.listAttestationStatements, {}))
    const attested = await expert.call(operations.attestReview, {
      params,
      body: { statements: statements.map(({ id }) => id) },
    })
    expect(valueOf(attested).status).toBe('in-review')
    const { facts } = valueOf(await expert.call(operations.getFacts, at))
    const [fact] = facts
    expect(facts.length).toBeGreaterThan(5)
    if (fact) {
      const place = { ...params, documentId: fact.citation.documentId, page: fact.citation.page }
      const page = valueOf(await expert.call(operations.getPageText, { params: place }))
      const { start, end } = fact.citation.span
      expect(page.text.slice(start, end)).toBe(fact.citation.quote)
      const image = valueOf(await expert.call(operations.getPageImage, { params: place }))
      expect(image.type).toBe('image/png')
      expect(image.size).toBeGreaterThan(1000)
      const confirmed = { confirmed: [fact.factId], rejected: [] }
      valueOf(await expert.call(operations.reviewFacts, { params, body: confirmed }))
      const reviewed = valueOf(await expert.call(operations.getFacts, at))
      expect(reviewed.facts[0]?.review).toBe('confirmed')
    }
    const { assessments } = valueOf(await expert.call(operations.getAssessments, at))
    expect(assessments[0]?.treatmentId).toBe('t1')

    expert = await as('expert', '2017-01-25')
    const written = readJson('reviewer.json') as Written
    valueOf(
      await expert.call(operations.writeCaseSummary, {
        params,
        body: { text: written.caseSummary.text },
      }),
    )
    const { files } = valueOf(await expert.call(operations.listDocuments, at))
    for (const { decision, guideline, rationale, sources } of written.decisions) {
      valueOf(
        await expert.call(operations.decideIssue, {
          params: { ...params, treatmentId: 't1' },
          body: {
            decision,
            guideline,
            rationale,
            sources: sources.map((source) => {
              if (source.kind === 'absence') {
                const { says, concept } = source
                return { kind: 'absence' as const, says, concept }
              }
              if (source.kind === 'guideline') return source
              const { file, ...rest } = source
              const documentId = files.find((each) => each.fileName === file)?.documentId ?? file
              return {
                kind: 'record' as const,
                says: rest.says,
                page: rest.page,
                quote: rest.quote,
                documentId,
              }
            }),
          },
        }),
      )
    }
    expect(valueOf(await expert.call(operations.submitDraft, at)).status).toBe('quality')

    const quality = await as('quality', '2017-01-26')
    const draft = valueOf(await quality.call(operations.getDraft, at))
    expect(draft.determination.issues[0].decision).toBe('upheld')
    const printed = valueOf(await quality.call(operations.getDraftLetter, at))
    for (const page of await pagesOf(printed)) expect(page).toContain('DRAFT, not issued')
    valueOf(await quality.call(operations.passQuality, { params, body: { overrides: [] } }))
    expert = await as('expert', '2017-01-27')
    expect(valueOf(await expert.call(operations.signDetermination, at)).status).toBe('issued')
    manager = await as('case-manager', '2017-01-30')
    expect(valueOf(await manager.call(operations.serveDetermination, at)).status).toBe('served')
    valueOf(await manager.call(operations.publishDetermination, at))

    const shown = valueOf(await manager.call(operations.getCase, at))
    expect(shown.treatments).toMatchObject([{ decision: { decision: 'upheld' } }])
    expect(shown.clocks.length).toBeGreaterThan(1)
    const [clock] = shown.clocks
    if (clock) {
      const certificate = await manager.call(operations.getClockCertificate, {
        params: { ...params, clock: clock.clock },
      })
      expect(valueOf(certificate).explanation).toBeTruthy()
      const paper = await manager.call(operations.getClockCertificateLetter, {
        params: { ...params, clock: clock.clock },
      })
      expect(await textOf(valueOf(paper))).toContain('Deadline Certificate')
    }
    const letter = valueOf(await manager.call(operations.getDeterminationLetter, at))
    expect(await letter.slice(0, 5).text()).toBe('%PDF-')
    const bundle = valueOf(await manager.call(operations.exportBundle, at))
    expect(bundle.type).toBe('application/zip')
    const certificates = new Map<string, number>()
    const verified = verifyBundle(new Uint8Array(await bundle.arrayBuffer()), {
      checkCertificate: (kind, certificate) => {
        certificates.set(kind, (certificates.get(kind) ?? 0) + 1)
        if (kind === 'conflict-certificate') return verifyConflictCertificate(certificate)
        const checked = verifyDeadlineCertificate(certificate as DeadlineCertificate)
        return checked.ok ? null : checked.because
      },
    })
    expect(verified).toMatchObject({ intact: true, manifest: { events: shown.version } })
    expect([...certificates.keys()].toSorted()).toEqual([
      'conflict-certificate',
      'deadline-certificate',
    ])

    const { caseNumber } = shown
    const published = await manager.call(operations.getPublished, { params: { caseNumber } })
    expect(valueOf(published).text).not.toMatch(/Sandmark|Harrowgate|SYN-2016/)
    for (const word of ['Leopold', 'Harrowgate', reviewer.reviewerId, 'Sandmark']) {
      expect(server.log.join('')).not.toContain(word)
    }
  }, 60_000)

  it('refuses an upload of somebody who may not send one, and one that is no record', async () => {
    const opened = await as('case-manager', '2016-12-27')
    const rows = valueOf(await opened.call(operations.listCases, {})).rows
    expect(isNonEmpty(rows)).toBe(true)
    const params = { caseId: rows[0]?.caseId ?? nobodysCase }
    const query = { fileName: 'a.pdf', from: 'employee' } as const
    const body = new Uint8Array(5_000_000)
    const quality = await as('quality', '2016-12-27')
    const forbidden = await quality.call(operations.uploadRecord, { params, query, body })
    expect(forbidden).toMatchObject({ refusals: [{ code: 'not-allowed' }] })
    const unreadable = await opened.call(operations.uploadRecord, { params, query, body })
    expect(unreadable).toMatchObject({ refusals: [{ code: 'file-type-not-supported' }] })
  })

  it('refuses a file over the limit, and says so instead of hanging up', async () => {
    const manager = await as('case-manager', '2016-12-27')
    const rows = valueOf(await manager.call(operations.listCases, {})).rows
    const params = { caseId: rows[0]?.caseId ?? nobodysCase }
    const query = { fileName: 'big.pdf', from: 'employee' } as const
    const body = new Uint8Array(201 * 1024 * 1024)
    const answer = await manager.call(operations.uploadRecord, { params, query, body })
    expect(answer).toMatchObject({ refusals: [{ code: 'file-too-large' }] })
  }, 60_000)
})
