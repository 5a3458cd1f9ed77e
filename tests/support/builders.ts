// Builders for tests: one synthetic application and the way of its case. Every name and number is
// invented. What a test is about it changes itself; nothing here is shared state.
import {
  type Actor,
  type ActorRole,
  type CaseCommand,
  type CaseEvent,
  type CaseState,
  type CaseStatus,
  type CertifiedClocks,
  type ClockStarter,
  clocksStartedBy,
  type DecidedIssue,
  decide,
  evolve,
  initialState,
  type RecordedEvent,
} from '#case'
import { computeDeadline } from '#deadlines'
import { type Instant, type PlainDate, parseInstant, parsePlainDate, valueOf } from '#foundation'
import { type Application, parseApplication, testEligibility } from '#intake'
import {
  type ArtifactKind,
  type ArtifactReference,
  chainStart,
  linkHash,
  sha256Of,
} from '#integrity'

export function day(text: string): PlainDate {
  const found = parsePlainDate(text)
  if (!found) throw new Error(`no such day: ${text}`)
  return found
}

/** Noon in California (winter) of a day, or an instant. */
export function at(text: string): Instant {
  const found = parseInstant(text.length === 10 ? `${text}T20:00:00Z` : text)
  if (!found) throw new Error(`no such instant: ${text}`)
  return found
}

export function person(role: ActorRole, userId = `${role}-1`): Actor {
  return { kind: 'person', userId, role }
}

export const system: Actor = { kind: 'system', name: 'test' }

export function artifact(kind: ArtifactKind, content: string = kind): ArtifactReference {
  return {
    sha256: sha256Of(content),
    bytes: content.length,
    mediaType: 'application/json',
    kind,
  }
}

/** The application as it is sent: a lumbar MRI, a knee surgery and the brace that goes with it. */
export function applicationInput(
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    program: 'CA-WC',
    receivedOn: '2026-11-12',
    priority: 'standard',
    expeditedCertified: false,
    employee: {
      name: { first: 'Imogen', last: 'Madeup' },
      dateOfBirth: '1979-02-14',
      address: { street: '1 Invented Way', city: 'Fresno', state: 'CA', zip: '93701' },
    },
    employer: { name: 'Fictional Freight (invented)' },
    claimsAdministrator: {
      company: 'Sample Claims Services (invented)',
      contact: 'Otto Nobody',
      address: { street: 'P.O. Box 1', city: 'Sacramento', state: 'CA', zip: '95813' },
    },
    requestingPhysician: {
      name: { first: 'Petra', last: 'Pretend' },
      specialty: 'Orthopedic Surgery',
      npi: '0000000009',
      address: { street: '2 Invented Way', city: 'Fresno', state: 'CA', zip: '93701' },
    },
    claimNumber: 'SYN-0001',
    dateOfInjury: '2026-03-02',
    primaryDiagnosis: { description: 'Lumbar sprain; knee derangement' },
    signature: { by: 'employee', name: 'Imogen Madeup', signedOn: '2026-11-09' },
    utilizationReview: {
      organization: 'Example Utilization Review (invented)',
      requestReceivedOn: '2026-10-20',
      decidedOn: '2026-10-26',
      servedOn: '2026-10-26',
      served: { method: 'mail', place: 'CA' },
      outcome: 'denied',
      conditional: false,
      formServed: true,
      formularyDispute: false,
      reasons: 'Not shown to be necessary.',
    },
    liabilityDispute: null,
    disputedTreatments: [
      {
        treatment: 'MRI of the lumbar spine',
        bodyRegions: ['lumbar spine'],
        retrospective: false,
        claimsAdministratorGuideline: 'MTUS Low Back Complaints 2004, Section(s): Special Studies.',
      },
      {
        treatment: 'Arthroscopy of the left knee',
        bodyRegions: ['knee'],
        side: 'left',
        retrospective: false,
        claimsAdministratorGuideline: 'MTUS Knee Complaints 2004, Section(s): Surgery.',
      },
      {
        treatment: 'Knee brace after surgery',
        bodyRegions: ['knee'],
        side: 'left',
        associatedWith: 't2',
        retrospective: false,
        claimsAdministratorGuideline: 'None cited.',
      },
    ],
    ...changes,
  }
}

export function anApplication(changes: Readonly<Record<string, unknown>> = {}): Application {
  return valueOf(parseApplication(applicationInput(changes)))
}

export function guideline(
  text = 'MTUS Low Back Complaints 2004.',
): DecidedIssue['reviewOrganizationGuideline'] {
  return { text, cited: true, citations: [{ source: 'MTUS', title: 'Low Back Complaints' }] }
}

/** The certified clocks that a step starts, as the room of proceedings prepares them. */
export function clocksFor(command: ClockStarter, state: CaseState): CertifiedClocks {
  return Object.fromEntries(
    valueOf(clocksStartedBy(command, state)).map((request) => {
      const deadline = valueOf(computeDeadline(request))
      return [
        deadline.clock,
        { deadline, certificate: artifact('deadline-certificate', deadline.clock) },
      ]
    }),
  )
}

/** The reviewer of the built cases. */
export const reviewerId = 'reviewer-1'

/** The commands that lead from one status to the next, as they are given on their day. */
export const commands = {
  receive: (application: Application = anApplication()): CaseCommand => ({
    type: 'ReceiveApplication',
    by: person('employee'),
    at: at('2026-11-12'),
    caseNumber: 'CM26-0000001',
    application,
    source: artifact('application'),
  }),
  testEligibility: (state: CaseState): CaseCommand => ({
    type: 'RecordEligibility',
    by: person('case-manager'),
    at: at('2026-11-20'),
    table: testEligibility(state.application ?? anApplication(), {
      testedOn: day('2026-11-20'),
      knownApplications: [],
    }),
    artifact: artifact('eligibility-table'),
  }),
  assign: (state: CaseState, noticeMethod: 'mail' | 'electronic' = 'mail'): CaseCommand => {
    const starter = { type: 'AssignReview', at: at('2026-11-23'), noticeMethod } as const
    return {
      ...starter,
      by: person('case-manager'),
      notice: artifact('assignment-notice'),
      certificates: clocksFor(starter, state),
    }
  },
  receiveRecord: (number = 1): CaseCommand => ({
    type: 'ReceiveRecord',
    by: person('claims-administrator'),
    at: at('2026-12-07'),
    documentId: `f-${number}`,
    fileName: `file-${number}.pdf`,
    from: 'claims-administrator',
    pages: 20,
    file: artifact('record-file', `file ${number}`),
    pageTexts: artifact('page-texts', `texts ${number}`),
  }),
  listRecords: (): CaseCommand => ({
    type: 'ListRecords',
    by: system,
    at: at('2026-12-08'),
    documents: [
      {
        documentId: 'd1',
        fileId: 'f-1',
        title: 'Utilization review decision',
        kind: 'utilization-review-decision',
        pages: { first: 1, last: 4 },
      },
      {
        documentId: 'd2',
        fileId: 'f-1',
        title: 'Progress report',
        kind: 'progress-report',
        date: day('2026-10-12'),
        pages: { first: 5, last: 20 },
      },
    ],
    ledger: artifact('records-ledger'),
  }),
  completeRecords: (state: CaseState): CaseCommand => {
    const starter = { type: 'CompleteRecords', at: at('2026-12-08') } as const
    return { ...starter, by: person('case-manager'), certificates: clocksFor(starter, state) }
  },
  recordFacts: (): CaseCommand => ({
    type: 'RecordFacts',
    by: system,
    at: at('2026-12-08'),
    facts: artifact('facts'),
    count: 12,
    finder: 'test',
  }),
  selectReviewer: (id: string = reviewerId): CaseCommand => ({
    type: 'SelectReviewer',
    by: person('case-manager'),
    at: at('2026-12-09'),
    reviewerId: id,
    reasons: ['same specialty'],
    conflictCertificate: artifact('conflict-certificate'),
  }),
  attest: (id: string = reviewerId): CaseCommand => ({
    type: 'AttestReviewer',
    by: person('reviewer', id),
    at: at('2026-12-10'),
    reviewerId: id,
    credentials: {
      licensure: ['California'],
      specialties: ['Orthopedic Surgery'],
      yearsInPractice: 11,
      hoursPerWeek: 30,
    },
    statements: ['no ties', 'licence current'],
  }),
  writeSummary: (): CaseCommand => ({
    type: 'WriteCaseSummary',
    by: person('reviewer', reviewerId),
    at: at('2026-12-14'),
    text: 'A synthetic summary.',
  }),
  decideIssue: (treatmentId: string, decision: 'upheld' | 'overturned'): CaseCommand => ({
    type: 'DecideIssue',
    by: person('reviewer', reviewerId),
    at: at('2026-12-14'),
    issue: {
      treatmentId,
      decision,
      claimsAdministratorGuideline: guideline(),
      reviewOrganizationGuideline: guideline(),
      rationale: 'A synthetic rationale.',
      sources: [],
    },
  }),
  submitDraft: (): CaseCommand => ({
    type: 'SubmitDraft',
    by: person('reviewer', reviewerId),
    at: at('2026-12-15'),
    draft: artifact('determination', 'draft'),
  }),
  passQuality: (): CaseCommand => ({
    type: 'PassQuality',
    by: person('quality'),
    at: at('2026-12-16'),
    overrides: [],
  }),
  issue: (): CaseCommand => ({
    type: 'IssueDetermination',
    by: person('reviewer', reviewerId),
    at: at('2026-12-17'),
    determination: artifact('determination'),
    servedLetter: artifact('served-letter'),
  }),
  serve: (state: CaseState): CaseCommand => {
    const starter = {
      type: 'ServeDetermination',
      at: at('2026-12-18'),
      recipients: (['employee', 'claims-administrator', 'requesting-physician'] as const).map(
        (role) => ({ role, name: role, method: 'mail' as const, address: 'invented' }),
      ),
    } as const
    return {
      ...starter,
      by: person('case-manager'),
      proof: artifact('proof-of-service'),
      certificates: clocksFor(starter, state),
    }
  },
  publish: (): CaseCommand => ({
    type: 'PublishDetermination',
    by: person('case-manager'),
    at: at('2026-12-21'),
    letter: artifact('public-letter'),
    text: artifact('public-letter-text'),
  }),
  implement: (treatmentId: string): CaseCommand => ({
    type: 'ImplementDetermination',
    by: person('claims-administrator'),
    at: at('2026-12-22'),
    treatmentId,
    implementedOn: day('2026-12-22'),
  }),
  appeal: (): CaseCommand => ({
    type: 'FileAppeal',
    by: person('case-manager'),
    at: at('2027-01-11'),
    filedOn: day('2027-01-08'),
    ground: 5,
  }),
  affirm: (state: CaseState): CaseCommand => {
    const starter = {
      type: 'AffirmDetermination',
      at: at('2027-03-01'),
      affirmedOn: day('2027-03-01'),
    } as const
    return { ...starter, by: person('case-manager'), certificates: clocksFor(starter, state) }
  },
  remand: (state: CaseState): CaseCommand => {
    const starter = {
      type: 'RemandDetermination',
      at: at('2027-03-01'),
      remandedOn: day('2027-03-01'),
    } as const
    return {
      ...starter,
      by: person('case-manager'),
      ground: 5,
      wrongFact: 'The letter says that no therapy was tried; page 7 documents twelve visits.',
      proof: { documentId: 'f-1', page: 7 },
      certificates: clocksFor(starter, state),
    }
  },
  terminateReview: (): CaseCommand => ({
    type: 'TerminateReview',
    by: person('case-manager'),
    at: at('2026-11-21'),
    reason: 'authorized',
    terminatedOn: day('2026-11-21'),
  }),
}

type Step = (state: CaseState) => readonly CaseCommand[]

const toEligible: readonly Step[] = [
  () => [commands.receive()],
  (state) => [commands.testEligibility(state)],
]
const toRecords: readonly Step[] = [...toEligible, (state) => [commands.assign(state)]]
const toComplete: readonly Step[] = [
  ...toRecords,
  () => [commands.receiveRecord(), commands.listRecords()],
  (state) => [commands.completeRecords(state), commands.recordFacts()],
]
const toSelected: readonly Step[] = [...toComplete, () => [commands.selectReviewer()]]
const toReview: readonly Step[] = [...toSelected, () => [commands.attest()]]
const toQuality: readonly Step[] = [
  ...toReview,
  () => [
    commands.writeSummary(),
    commands.decideIssue('t1', 'upheld'),
    commands.decideIssue('t2', 'overturned'),
    commands.decideIssue('t3', 'overturned'),
    commands.submitDraft(),
  ],
]
const toPassed: readonly Step[] = [...toQuality, () => [commands.passQuality()]]
const toIssued: readonly Step[] = [...toPassed, () => [commands.issue()]]
const toServed: readonly Step[] = [...toIssued, (state) => [commands.serve(state)]]
const toAppealed: readonly Step[] = [...toServed, () => [commands.appeal()]]

const receivedWith =
  (changes: Readonly<Record<string, unknown>>): Step =>
  () => [commands.receive(anApplication(changes))]

const ways: Readonly<Record<CaseStatus, readonly Step[]>> = {
  none: [],
  received: toEligible.slice(0, 1),
  'awaiting-information': [
    ...toEligible.slice(0, 1),
    (state) => {
      const starter = { type: 'RequestInformation', at: at('2026-11-13') } as const
      return [
        {
          ...starter,
          by: person('case-manager'),
          from: 'claims-administrator',
          what: 'the decision',
          certificates: clocksFor(starter, state),
        },
      ]
    },
  ],
  ineligible: [receivedWith({ signature: null }), (state) => [commands.testEligibility(state)]],
  deferred: [
    receivedWith({ liabilityDispute: { reason: 'the knee is not accepted' } }),
    (state) => [commands.testEligibility(state)],
  ],
  duplicate: [
    ...toEligible.slice(0, 1),
    (state) => {
      const command = commands.testEligibility(state)
      return command.type === 'RecordEligibility'
        ? [{ ...command, table: { ...command.table, verdict: 'duplicate' } }]
        : []
    },
  ],
  eligible: toEligible,
  'records-open': toRecords,
  'records-overdue': [
    ...toRecords,
    () => [{ type: 'RunOutClock', by: system, at: at('2026-12-09'), clock: 'R1' }],
  ],
  'records-complete': toComplete,
  'reviewer-selected': toSelected,
  'in-review': toReview,
  quality: toQuality,
  'quality-passed': toPassed,
  issued: toIssued,
  served: toServed,
  implemented: [...toServed, () => [commands.implement('t2'), commands.implement('t3')]],
  appealed: toAppealed,
  affirmed: [...toAppealed, (state) => [commands.affirm(state)]],
  remanded: [...toAppealed, (state) => [commands.remand(state)]],
  terminated: [...toEligible, () => [commands.terminateReview()]],
}

/** What happened, by whom and when, up to a status; and the state that it amounts to. */
export type BuiltCase = {
  readonly state: CaseState
  readonly steps: readonly {
    readonly command: CaseCommand
    readonly events: readonly CaseEvent[]
  }[]
  readonly events: readonly CaseEvent[]
}

/** A case brought to a status by its commands, each decided. */
export function caseIn(status: CaseStatus): BuiltCase {
  const steps: { command: CaseCommand; events: readonly CaseEvent[] }[] = []
  let state = initialState
  for (const step of ways[status]) {
    for (const command of step(state)) {
      const events = valueOf(decide(command, state))
      steps.push({ command, events })
      for (const event of events) state = evolve(state, event, state.version + 1)
    }
  }
  if (state.status !== status) throw new Error(`the case is ${state.status}, not ${status}`)
  return { state, steps, events: steps.flatMap((step) => step.events) }
}

/** A built case as it lies in the ledger: numbered and chained. */
export function recorded(built: BuiltCase, caseId = 'case-1'): readonly RecordedEvent[] {
  const list: RecordedEvent[] = []
  for (const { command, events } of built.steps) {
    for (const event of events) {
      const previousHash = list.at(-1)?.hash ?? chainStart
      const content = { caseId, version: list.length + 1, at: command.at, by: command.by, event }
      list.push({ ...content, previousHash, hash: linkHash(previousHash, content) })
    }
  }
  return list
}
