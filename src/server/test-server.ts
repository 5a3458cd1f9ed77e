import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { csrfHeader, type Operation } from '#api'
import type { ActorRole, CaseEvent, CaseEventType, ReadingQueue } from '#case'
import { certifyDeadline } from '#deadlines'
import { type Instant, ok, type PlainDate, refuse, refused, valueOf } from '#foundation'
import type { Application } from '#intake'
import type { ArtifactKind, ArtifactReference } from '#integrity'
import type { Deps } from '#proceedings'
import { certifyNoConflict, type Reviewer } from '#reviewers'
import {
  type Access,
  type AccessLog,
  makeMemoryArtifactStore,
  makeMemoryCaseStore,
  makeWorkFiles,
  type SavedView,
  type Session,
  storeRefusals,
  type User,
  type UserStore,
  type ViewStore,
} from '#store'
import { buildServer, type ServerDeps } from './build-server.ts'
import { hashPassword } from './passwords.ts'

/** Builders for the tests of this room: invented people, everything in memory. */

export const password = 'correct horse battery staple'
export const company = 'Invented Mutual'
export const caseId = 'case-1'
export const caseNumber = 'CM26-0000900'
export const theReviewer = { reviewerId: 'rv-7f3a9c', first: 'Quillon', last: 'Abernethy-Voss' }

export function instant(text: string): Instant {
  return text as Instant
}

export function day(text: string): PlainDate {
  return text as PlainDate
}

/** Users in memory, with the contract of the store. */
export function memoryUsers(): UserStore {
  const users = new Map<string, User>()
  const failures = new Map<string, number>()
  const sessions = new Map<string, Session>()
  const change = (userId: string, changes: Partial<User>): void => {
    const user = users.get(userId)
    if (user) users.set(userId, { ...user, ...changes })
  }
  const endAll = (userId: string): void => {
    for (const [token, session] of sessions) if (session.userId === userId) sessions.delete(token)
  }
  const byName = (name: string): User | null =>
    [...users.values()].find((user) => user.userName === name.trim().toLowerCase()) ?? null
  return {
    create: async (user) => {
      if (byName(user.userName)) {
        return refused(refuse(storeRefusals, 'user-name-taken', 'the name is taken', 'userName'))
      }
      const made = { ...user, disabled: false, lockedUntil: null }
      users.set(user.userId, made)
      return ok(made)
    },
    list: async () => [...users.values()],
    get: async (userId) => users.get(userId) ?? null,
    findByName: async (name) => byName(name),
    grantCase: async (userId, granted) =>
      change(userId, { caseIds: [...(users.get(userId)?.caseIds ?? []), granted] }),
    setPassword: async (userId, passwordHash) => {
      endAll(userId)
      failures.delete(userId)
      change(userId, { passwordHash, lockedUntil: null })
    },
    setDisabled: async (userId, disabled) => {
      if (disabled) endAll(userId)
      change(userId, { disabled })
    },
    countFailure: async ({ userId, lockAfter, lockUntil }) => {
      failures.set(userId, (failures.get(userId) ?? 0) + 1)
      if ((failures.get(userId) ?? 0) >= lockAfter) change(userId, { lockedUntil: lockUntil })
    },
    forgetFailures: async (userId) => {
      failures.delete(userId)
      change(userId, { lockedUntil: null })
    },
    openSession: async ({ tokenSha256, userId, at }) => {
      sessions.set(tokenSha256, { userId, openedAt: at, lastUsedAt: at })
    },
    findSession: async (tokenSha256) => sessions.get(tokenSha256) ?? null,
    touchSession: async (tokenSha256, at) => {
      const session = sessions.get(tokenSha256)
      if (session) sessions.set(tokenSha256, { ...session, lastUsedAt: at })
    },
    endSession: async (tokenSha256) => {
      sessions.delete(tokenSha256)
    },
    removeSessions: async () => 0,
  }
}

/** Views in memory, with the contract of the store. */
function memoryViews(): ViewStore {
  const kept = new Map<string, readonly SavedView[]>()
  const of = (userId: string): readonly SavedView[] => kept.get(userId) ?? []
  const unknown = () => refused(refuse(storeRefusals, 'view-unknown', 'no such view', 'viewId'))
  const put = (userId: string, view: SavedView) => {
    const others = of(userId)
      .filter(({ viewId }) => viewId !== view.viewId)
      .map((other) => (view.opensFirst ? { ...other, opensFirst: false } : other))
    if (others.some(({ name }) => name.toLowerCase() === view.name.toLowerCase())) {
      return refused(refuse(storeRefusals, 'view-name-taken', 'the name is taken', 'name'))
    }
    kept.set(userId, [...others, view])
    return ok(view)
  }
  return {
    list: async (userId) => of(userId),
    save: async (userId, view) => put(userId, view),
    change: async (userId, viewId, changes) => {
      const before = of(userId).find((view) => view.viewId === viewId)
      return before ? put(userId, { ...before, ...changes, viewId }) : unknown()
    },
    remove: async (userId, viewId) => {
      const left = of(userId).filter((view) => view.viewId !== viewId)
      if (left.length === of(userId).length) return unknown()
      kept.set(userId, left)
      return ok({ deleted: true })
    },
  }
}

function memoryAccesses(): AccessLog & { readonly entries: Access[] } {
  const entries: Access[] = []
  return {
    entries,
    record: async (access) => {
      entries.push(access)
    },
    list: async () => entries,
    opened: async (ofCase) =>
      entries
        .filter(
          ({ caseId: of, page, action }) => of === ofCase && (page || action === 'getDocumentFile'),
        )
        .filter((one, index, all) => !all.slice(0, index).some((other) => isSameLook(other, one)))
        .map(({ at, userId, documentId, page }) => ({
          documentId: documentId ?? '',
          page,
          userId,
          firstAt: at,
          lastAt: at,
          times: 1,
        })),
  }
}

function isSameLook(one: Access, other: Access): boolean {
  return (
    one.userId === other.userId &&
    one.documentId === other.documentId &&
    one.page === other.page &&
    Math.abs(Date.parse(one.at) - Date.parse(other.at)) <= 300_000
  )
}

export type TestServer = {
  readonly app: FastifyInstance
  readonly deps: Deps
  /** Where files lie on their way in. */
  readonly folder: string
  readonly queue: ReadingQueue
  readonly users: UserStore
  readonly accesses: readonly Access[]
  /** Lines of the log. */
  readonly log: string[]
  now(): Instant
  /** Moves the clock. */
  setNow(at: string): void
}

/** One user of each role, each named like the role; the first case is everybody's own. */
const people: readonly (Pick<User, 'role'> & Partial<User>)[] = [
  { role: 'administrator' },
  { role: 'case-manager' },
  { role: 'reviewer', reviewerId: theReviewer.reviewerId, displayName: 'Q. Abernethy-Voss' },
  { role: 'quality' },
  { role: 'claims-administrator', claimsAdministrator: company },
  { role: 'employee', caseIds: [caseId] },
]

let passwordHash: Promise<string> | null = null

export async function testServer(
  changes: Partial<ServerDeps> = {},
  /** The register of reviewers. */
  reviewers: readonly Reviewer[] = [register],
): Promise<TestServer> {
  let now = instant('2026-03-02T18:00:00.000Z')
  let ids = 0
  const users = memoryUsers()
  const accesses = memoryAccesses()
  passwordHash ??= hashPassword(password)
  for (const person of people) {
    await users.create({
      userId: `user-${person.role}`,
      userName: person.role,
      displayName: person.role,
      passwordHash: await passwordHash,
      reviewerId: null,
      claimsAdministrator: null,
      caseIds: [],
      ...person,
    })
  }
  const folder = await mkdtemp(join(tmpdir(), 'openimr-server-'))
  const cases = makeMemoryCaseStore()
  const deps: Deps = {
    cases,
    artifacts: makeMemoryArtifactStore(),
    pdf: {
      read: async () => {
        throw new TypeError('no PDF is read in these tests')
      },
      renderPage: async () => ok(new Uint8Array([137, 80, 78, 71])),
    },
    recordReader,
    workFiles: makeWorkFiles(join(folder, 'work')),
    printer: {
      printServedLetter: async (letter) => asPrinted(letter),
      printPublicLetter: async (determination) => asPrinted(determination),
      printNotice: async (notice) => asPrinted(notice),
    },
    forms: {
      blank: async (language) => asPrinted({ form: language }),
      readFields: async (content) =>
        ok(JSON.parse(new TextDecoder().decode(content)) as Record<string, string>),
    },
    reviewers: {
      list: async () => reviewers,
      get: async (id) => reviewers.find(({ reviewerId }) => reviewerId === id) ?? null,
    },
    organization: { name: 'Test Review', address: ['1 Way'], phone: '1', medicalDirector: 'M. D.' },
    newId: () => `id-${++ids}`,
  }
  const log: string[] = []
  const { Writable } = await import('node:stream')
  const app = await buildServer({
    proceedings: deps,
    users,
    views: memoryViews(),
    accesses,
    reading: cases.readingQueue,
    uploadFolder: join(folder, 'uploads'),
    now: () => now,
    settings: { refusedSignInMilliseconds: 0 },
    log: new Writable({
      write(line: Buffer, _, done) {
        log.push(line.toString())
        done()
      },
    }),
    ...changes,
  })
  app.addHook('onClose', () => rm(folder, { recursive: true, force: true }))
  return {
    app,
    deps,
    folder,
    queue: cases.readingQueue,
    users,
    accesses: accesses.entries,
    log,
    now: () => now,
    setNow: (at) => {
      now = instant(at)
    },
  }
}

/** Takes for a PDF of three pages what begins like one, and looks no further. */
const recordReader: Deps['recordReader'] = {
  inspect: async (content) => {
    const start =
      content instanceof Uint8Array ? content : new Uint8Array(await readFile(content.path))
    return new TextDecoder().decode(start.subarray(0, 5)) === '%PDF-'
      ? ok({ mediaType: 'application/pdf', pages: 3, remarks: [] })
      : refused(refuse(notTaken, 'file-type-not-supported', 'the file is of no known type'))
  },
  unpack: async () => ok([]),
  render: async () => ok(null),
  readPages: async (_, request) => {
    const page = { width: 612, height: 792, text: 'Words', words: [], source: 'layer' as const }
    for (let next = request.from; next <= 3; next += 1) {
      await request.onPages([{ ...page, page: next }], { done: next, of: 3 })
    }
    return ok({ engine: 'test', pages: 3, remarks: [] })
  },
  renderPage: async () => ok(new Uint8Array([137, 80, 78, 71])),
}
const notTaken = { 'file-type-not-supported': { authority: 'test', next: 'Send a PDF.' } }

/** Stands for a PDF: what would be printed, to be read again. */
function asPrinted(content: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(content))
}

/** The register's entry of the reviewer; passes every filter of the example case. */
export const register: Reviewer = {
  reviewerId: theReviewer.reviewerId,
  name: { first: theReviewer.first, last: theReviewer.last },
  licences: [
    { state: 'California', number: 'A1', expiresOn: day('2030-01-01'), restricted: false },
  ],
  certifications: [{ board: 'ABMS', specialty: 'Orthopaedic Surgery', currentUntil: null }],
  practisingSince: day('2001-01-01'),
  practiceHoursPerWeek: 40,
  qualifiedMedicalEvaluator: false,
  disciplined: false,
  openCases: 1,
  capacity: 5,
  acceptsExpedited: true,
  disclosures: [],
}

/** A browser: keeps cookies and the token, and calls operations. */
export type Browser = {
  readonly cookies: Map<string, string>
  csrfToken: string
  call(
    operation: Operation,
    call?: {
      readonly params?: Readonly<Record<string, string | number>>
      readonly query?: Readonly<Record<string, string>>
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
    },
  ): Promise<LightMyRequestResponse>
}

export function browser(app: FastifyInstance): Browser {
  const cookies = new Map<string, string>()
  const self: Browser = {
    cookies,
    csrfToken: '',
    async call(operation, { params = {}, query = {}, body, headers = {} } = {}) {
      const answer = await app.inject({
        method: operation.method,
        url: operation.path.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? 'x')),
        query: { ...query },
        cookies: Object.fromEntries(cookies),
        headers: {
          [csrfHeader]: self.csrfToken,
          ...(operation.takes === undefined ? {} : { 'content-type': operation.takes }),
          ...headers,
        },
        ...(operation.method === 'GET' ? {} : { payload: body ?? {} }),
      })
      for (const cookie of answer.cookies) {
        if (cookie.value === '') cookies.delete(cookie.name)
        else cookies.set(cookie.name, cookie.value)
      }
      return answer
    },
  }
  return self
}

/** A browser in which this role is signed in; `public` has looked at the page only. */
export async function signedIn(app: FastifyInstance, role: ActorRole | 'public'): Promise<Browser> {
  const { operations } = await import('#api')
  const visitor = browser(app)
  const seen = await visitor.call(operations.getSession)
  visitor.csrfToken = seen.json<{ csrfToken: string }>().csrfToken
  if (role === 'public') return visitor
  const answer = await visitor.call(operations.signIn, { body: { userName: role, password } })
  visitor.csrfToken = answer.json<{ csrfToken: string }>().csrfToken
  return visitor
}

export function anApplication(changes: Partial<Application> = {}): Application {
  const address = { street: '1 Test Way', city: 'Fresno', state: 'CA', zip: '93701' }
  return {
    program: 'CA-WC',
    receivedOn: day('2026-02-02'),
    priority: 'standard',
    expeditedCertified: false,
    employee: {
      name: { first: 'Ana', last: 'Example' },
      dateOfBirth: day('1980-05-01'),
      address,
    },
    employer: { name: 'Sample Orchards' },
    claimsAdministrator: { company, contact: 'C. Adjuster', address },
    requestingPhysician: { name: { first: 'Paul', last: 'Specimen' }, address },
    claimNumber: 'WC-0001',
    dateOfInjury: day('2025-03-04'),
    primaryDiagnosis: { description: 'low back pain' },
    signature: { by: 'employee', name: 'Ana Example', signedOn: day('2026-01-30') },
    utilizationReview: {
      organization: 'Invented Review',
      requestReceivedOn: day('2026-01-12'),
      decidedOn: day('2026-01-16'),
      servedOn: day('2026-01-16'),
      served: { method: 'mail', place: 'CA' },
      outcome: 'denied',
      conditional: false,
      formServed: true,
      formularyDispute: false,
      reasons: 'A recent study is in the record.',
    },
    liabilityDispute: null,
    disputedTreatments: [
      {
        id: 't1',
        treatment: 'MRI of the lumbar spine',
        bodyRegions: ['lumbar spine'],
        retrospective: false,
        claimsAdministratorGuideline: 'MTUS',
      },
    ],
    ...changes,
  }
}

/** Appends events to the case as they are, judged by nobody. */
export async function happened(
  deps: Deps,
  events: readonly CaseEvent[],
  id: string = caseId,
): Promise<void> {
  const appended = await deps.cases.append({
    caseId: id,
    expectedVersion: (await deps.cases.load(id)).length,
    at: instant('2026-03-01T18:00:00.000Z'),
    by: { kind: 'person', userId: theReviewer.reviewerId, role: 'reviewer' },
    events,
  })
  if (!appended.ok) throw new TypeError(appended.refusals[0].because)
}

/** The first event of a case; the application as it was sent is stored nowhere unless it is given. */
export function received(
  number: string = caseNumber,
  changes: Partial<Application> = {},
  source: ArtifactReference = {
    sha256: '0'.repeat(64),
    bytes: 1,
    mediaType: 'application/json',
    kind: 'application',
  },
): CaseEvent {
  return {
    type: 'ApplicationReceived',
    caseNumber: number,
    application: anApplication(changes),
    source,
  }
}

/**
 * A case taken to its published determination, with the reviewer in every event that names one; or
 * to the last event of a type before that.
 */
export async function wholeCase(
  deps: Deps,
  until: CaseEventType = 'DeterminationPublished',
): Promise<void> {
  const put = (content: string, kind: ArtifactKind, mediaType: string) =>
    deps.artifacts.put(new TextEncoder().encode(content), kind, mediaType)
  const json = (value: unknown, kind: ArtifactKind) =>
    put(JSON.stringify(value), kind, 'application/json')
  const guideline = { text: 'MTUS', cited: true, citations: [] }
  const credentials = {
    licensure: ['California'],
    specialties: ['Orthopaedic Surgery'],
    yearsInPractice: 20,
    hoursPerWeek: 40,
  } as const
  const issue = {
    treatment: 'MRI of the lumbar spine',
    decision: 'upheld',
    claimsAdministratorGuideline: guideline,
    reviewOrganizationGuideline: guideline,
    rationale: 'The record has a recent study.',
  } as const
  const determination = {
    caseNumber,
    priority: 'standard',
    dateAssigned: '2026-02-10',
    dateOfInjury: '2025-03-04',
    decisionDate: '2026-03-01',
    urDenialDate: null,
    applicationReceived: '2026-02-02',
    reviewer: { licensure: ['California'], specialties: ['Orthopaedic Surgery'] },
    caseSummary: 'A summary.',
    issues: [issue],
    outcome: 'uphold',
  }
  const file = await put('%PDF-1.7 file', 'record-file', 'application/pdf')
  const page = { page: 1, width: 612, height: 792, text: 'Words', words: [], source: 'layer' }
  const pageTexts = await json(
    { sha256: file.sha256, engine: 'test', pages: [page], remarks: [] },
    'page-texts',
  )
  const notice = await put('%PDF-1.7 notice', 'assignment-notice', 'application/pdf')
  const clock = valueOf(certifyDeadline({ clock: 'D1', start: { on: day('2026-02-18') } }))
  const noConflict = valueOf(
    certifyNoConflict({
      reviewer: register,
      application: anApplication(),
      caseId,
      on: day('2026-02-19'),
    }),
  )
  const ledger = {
    lines: [{ fileId: 'd1', page: 1, documentId: 'd1', readable: true }],
    pages: 1,
    duplicates: 0,
    unreadable: [],
  }
  const listed = {
    documentId: 'd1',
    title: 'Report',
    kind: 'progress-report',
    pages: { first: 1, last: 1 },
  }
  const events: readonly CaseEvent[] = [
    received(caseNumber, {}, await json(anApplication(), 'application')),
    {
      type: 'EligibilityTested',
      table: { rules: 'CA-WC-2026', verdict: 'eligible', tests: [] },
      artifact: await json({}, 'eligibility-table'),
      testedOn: day('2026-02-03'),
    },
    { type: 'ReviewAssigned', assignedOn: day('2026-02-10'), noticeMethod: 'mail', notice },
    {
      type: 'ClockStarted',
      clock: 'D1',
      deadline: clock.deadline,
      certificate: await json(clock, 'deadline-certificate'),
    },
    {
      type: 'RecordReceived',
      documentId: 'd1',
      fileName: 'record.pdf',
      from: 'claims-administrator',
      receivedOn: day('2026-02-12'),
      pages: 1,
      file,
      pageTexts,
    },
    { type: 'RecordsListed', documents: [listed], ledger: await json(ledger, 'records-ledger') },
    { type: 'RecordsCompleted', completedOn: day('2026-02-18') },
    { type: 'FactsFound', facts: await json([], 'facts'), count: 0, finder: 'test' },
    {
      type: 'ReviewerSelected',
      reviewerId: theReviewer.reviewerId,
      reasons: [`${theReviewer.reviewerId} fits`],
      conflictCertificate: await json(noConflict, 'conflict-certificate'),
    },
    {
      type: 'ReviewerReleased',
      reviewerId: theReviewer.reviewerId,
      reason: `${theReviewer.reviewerId} is away`,
    },
    {
      type: 'ReviewerSelected',
      reviewerId: theReviewer.reviewerId,
      reasons: [],
      conflictCertificate: await json(noConflict, 'conflict-certificate'),
    },
    {
      type: 'ReviewerAttested',
      reviewerId: theReviewer.reviewerId,
      credentials,
      statements: [],
      attestedAt: instant('2026-02-20T18:00:00.000Z'),
    },
    { type: 'CaseSummaryWritten', text: `A summary, written by ${theReviewer.reviewerId}.` },
    {
      type: 'IssueDecided',
      issue: {
        treatmentId: 't1',
        decision: 'upheld',
        claimsAdministratorGuideline: guideline,
        reviewOrganizationGuideline: guideline,
        rationale: 'The record has a recent study.',
        sources: [],
        decidedAt: instant('2026-02-21T18:00:00.000Z'),
      },
    },
    { type: 'DraftSubmitted', draft: await json({}, 'determination') },
    { type: 'QualityPassed', overrides: [] },
    {
      type: 'DeterminationIssued',
      issuedOn: day('2026-03-01'),
      outcome: 'uphold',
      determination: await json({ determination }, 'determination'),
      servedLetter: await put('%PDF-1.7 letter', 'served-letter', 'application/pdf'),
    },
    {
      type: 'DeterminationServed',
      servedOn: day('2026-03-01'),
      recipients: [
        { role: 'employee', name: 'Ana Example', method: 'mail', address: '1 Test Way' },
      ],
      proof: await json({}, 'proof-of-service'),
    },
    {
      type: 'DeterminationPublished',
      publishedOn: day('2026-03-01'),
      letter: await put('%PDF-1.7 public', 'public-letter', 'application/pdf'),
      text: await put('The public text.', 'public-letter-text', 'text/plain'),
    },
  ]
  const last = events.findLastIndex(({ type }) => type === until)
  await happened(deps, events.slice(0, last + 1))
}
