import {
  type Actor,
  type ActorRole,
  type CaseCommand,
  type CaseState,
  type CertifiedClocks,
  type ClockStarter,
  clocksStartedBy,
  computeFee,
  openTreatments,
} from '#case'
import { certifyDeadline, type DeadlineRequest } from '#deadlines'
import { addDays, type Instant, type PlainDate, valueOf } from '#foundation'
import {
  type Application,
  type KnownApplication,
  knownApplicationOf,
  parseApplication,
  testEligibility,
} from '#intake'
import type { ArtifactKind, ArtifactReference } from '#integrity'
import { sha256OfJson } from '#integrity'
import type { Random } from './random.ts'
import { isClosed, walkTo } from './walk-days.ts'

/**
 * How often things happen, from the handbook (law.md 6 and 8; letters.md 6; anchors.md) where a
 * figure is there; the ones marked "assumed" are not published.
 */
export const shares = {
  /** 199,651 applications and 141,621 letters in 2024, about 90 % of unique ones eligible. */
  duplicate: 0.18,
  ineligible: 0.1,
  /** assumed */
  deferred: 0.02,
  informationAsked: 0.04,
  expedited: 0.02,
  formulary: 0.12,
  electronicNotice: 0.9,
  recordsLate: 0.08,
  recordsNever: 0.02,
  terminated: 0.025,
  treatmentTerminated: 0.01,
  lateRecord: 0.01,
  returned: 0.08,
  decidedLate: 0.01,
  implementedLate: 0.05,
  neverImplemented: 0.02,
  appealed: 0.012,
  remanded: 0.1,
  retrospective: 0.025,
  /** letters.md */
  modified: 0.107,
  associated: 0.05,
  /** assumed */
  authorizationToldLate: 0.1,
  copyNotShown: 0.05,
  feePaidLate: 0.05,
  /** 12.7 % of denials in 2024. */
  overturned: 0.127,
} as const

/** What a case does next, and when. The command is made from the case as it then is. */
export type Act = {
  readonly at: Instant
  readonly make: (state: CaseState, about: CaseAbout) => CaseCommand
}

/** What the run keeps of a case besides its state. */
export type CaseAbout = {
  readonly caseNumber: string
  /** Where each clock began, for the second computation. */
  readonly requests: Map<string, DeadlineRequest>
  /** Bytes of the certificates that were made. */
  certificateBytes: number
}

/** The whole way of one synthetic case: yields each act, gets the state that it led to. */
export function* liveACase(
  random: Random,
  number: number,
  receivedOn: PlainDate,
): Generator<Act, void, CaseState> {
  const plan = planOf(random)
  const application = applicationOf(random, number, receivedOn, plan)
  let now = receivedOn
  const clock = (): Instant => {
    const minute = random.below(60)
    return `${now}T${String(17 + random.below(6)).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z` as Instant
  }
  const act = (make: (at: Instant) => Act['make']): Act => {
    const at = clock()
    return { at, make: make(at) }
  }
  const later = (days: number): void => {
    now = openDay(addDays(now, Math.max(0, days)))
  }

  /** The claims administrator is billed, and pays. The fee of 2026 is an invented one. */
  function* bill(): Generator<Act, void, CaseState> {
    yield act((at) => (current, about) => {
      const fee = computeFee(current)
      const none = fee.ok && fee.value.dollars === null
      return {
        type: 'InvoiceFee',
        by: by('case-manager'),
        at,
        ...(none ? { amount: { dollars: 345, because: 'an invented schedule' } } : {}),
        certificates: certified({ type: 'InvoiceFee', at }, current, about),
      }
    })
    later(random.chance(shares.feePaidLate) ? 40 : 3 + random.below(20))
    yield act((at) => () => ({
      type: 'RecordFeePayment',
      by: by('case-manager'),
      at,
      paidOn: now,
    }))
  }

  let state = yield act((at) => (_, about) => ({
    type: 'ReceiveApplication',
    by: by('claims-administrator'),
    at,
    caseNumber: about.caseNumber,
    application,
    source: artifact('application'),
  }))
  later(1 + random.below(3))
  const known: readonly KnownApplication[] =
    plan.kind === 'duplicate'
      ? [knownApplicationOf(`CM00-${String(number).padStart(7, '0')}`, application, { open: true })]
      : []
  const test = (): Act =>
    act((at) => (current) => ({
      type: 'RecordEligibility',
      by: by('case-manager'),
      at,
      table: testEligibility(current.application ?? application, {
        testedOn: now,
        knownApplications: known,
      }),
      artifact: artifact('eligibility-table'),
    }))

  if (plan.informationAsked) {
    state = yield act((at) => (current, about) => ({
      type: 'RequestInformation',
      by: by('case-manager'),
      at,
      from: 'claims-administrator',
      what: 'the date on which the request for authorization was received',
      certificates: certified({ type: 'RequestInformation', at }, current, about),
    }))
    later(random.chance(0.8) ? 1 + random.below(5) : 8 + random.below(20))
    state = yield act((at) => () => ({
      type: 'AnswerInformation',
      by: by('claims-administrator'),
      at,
      from: 'claims-administrator',
      answer: 'As the decision says.',
    }))
    later(1)
  }
  state = yield test()

  if (state.status === 'deferred') {
    later(20 + random.below(60))
    state = yield act((at) => (current, about) => ({
      type: 'ResolveLiability',
      by: by('claims-administrator'),
      at,
      noticeServedOn: now,
      reason: 'Liability is accepted.',
      certificates: certified(
        { type: 'ResolveLiability', at, noticeServedOn: now },
        current,
        about,
      ),
    }))
    if (random.chance(0.3)) return
    later(3 + random.below(22))
    state = yield act((at) => () => ({
      type: 'ReopenReview',
      by: by('employee'),
      at,
      reason: 'The review is asked for.',
    }))
    later(1)
    state = yield test()
  }
  if (state.status !== 'eligible') {
    later(1)
    state = yield act((at) => (current, about) => ({
      type: 'ServeEligibilityFinding',
      by: by('case-manager'),
      at,
      recipients,
      notice: artifact('assignment-notice'),
      certificates: certified({ type: 'ServeEligibilityFinding', at, recipients }, current, about),
    }))
    return
  }
  if (
    state.eligibility?.convertTo !== undefined &&
    state.eligibility.convertTo !== state.priority
  ) {
    const to = state.eligibility.convertTo
    state = yield act((at) => (current, about) => ({
      type: 'ConvertPriority',
      by: by('case-manager'),
      at,
      to,
      reason: 'By the eligibility table.',
      certificates: certified({ type: 'ConvertPriority', at, to }, current, about),
    }))
  }
  later(random.below(3))
  state = yield act((at) => (current, about) => ({
    type: 'ReceiveEligibilityFinding',
    by: by('case-manager'),
    at,
    certificates: certified({ type: 'ReceiveEligibilityFinding', at }, current, about),
  }))
  later(random.chance(0.98) ? 1 : 4)
  const noticeMethod = random.chance(shares.electronicNotice) ? 'electronic' : 'mail'
  state = yield act((at) => (current, about) => ({
    type: 'AssignReview',
    by: by('case-manager'),
    at,
    noticeMethod,
    notice: artifact('assignment-notice'),
    certificates: certified({ type: 'AssignReview', at, noticeMethod }, current, about),
  }))
  if (plan.terminated) {
    later(1 + random.below(10))
    const toldAfter = random.chance(shares.authorizationToldLate) ? 6 : random.below(6)
    const told = random.chance(0.7)
      ? { authorization: { authorizedOn: addDays(now, -toldAfter), toldOn: now } }
      : {}
    yield act((at) => (current, about) => ({
      type: 'TerminateReview',
      by: by('case-manager'),
      at,
      reason: 'authorization' in told ? 'authorized' : 'withdrawn',
      terminatedOn: now,
      ...told,
      certificates: certified({ type: 'TerminateReview', at, ...told }, current, about),
    }))
    yield* bill()
    return
  }
  const expedited = state.priority === 'expedited'
  if (expedited) later(plan.records === 'in-time' ? 0 : 2)
  else if (plan.records === 'in-time') later(2 + random.below(8))
  else later(14 + random.below(20))
  const from = plan.records === 'never' ? 'employee' : 'claims-administrator'
  state = yield act((at) => () => recordOf(at, 1, from))
  state = yield act((at) => () => listOf(at, 1))
  if (from === 'claims-administrator') {
    const copiedOn = now
    const shown = !random.chance(shares.copyNotShown)
    state = yield act((at) => (current, about) => ({
      type: 'NoteCopyToParties',
      by: by('case-manager'),
      at,
      documentId: 'f-1',
      copy: shown
        ? { kind: 'proved', copiedOn, proof: 'Proof of service came with the records.' }
        : { kind: 'absent', because: 'No proof of service came.' },
      certificates: certified({ type: 'NoteCopyToParties', at, documentId: 'f-1' }, current, about),
    }))
  }
  state = yield act((at) => (current, about) => ({
    type: 'CompleteRecords',
    by: by('case-manager'),
    at,
    ...(plan.records === 'never'
      ? { reason: 'Nothing came from the claims administrator; the employee sent the reports.' }
      : {}),
    certificates: certified({ type: 'CompleteRecords', at }, current, about),
  }))
  if (plan.treatmentTerminated && openTreatments(state).length > 1) {
    const last = openTreatments(state).at(-1)?.id ?? 't1'
    state = yield act((at) => () => ({
      type: 'TerminateTreatment',
      by: by('case-manager'),
      at,
      treatmentId: last,
      reason: 'authorized',
      terminatedOn: now,
    }))
  }
  const formulary = state.application?.utilizationReview?.formularyDispute === true
  const quick = expedited || formulary
  for (let round = 1; ; round += 1) {
    const reviewerId = `reviewer-${1 + ((number + round * 7) % 400)}`
    if (!quick && round === 1) later(random.below(2))
    state = yield act((at) => () => ({
      type: 'SelectReviewer',
      by: by('case-manager'),
      at,
      reviewerId,
      reasons: ['same specialty'],
      conflictCertificate: artifact('conflict-certificate'),
    }))
    state = yield act((at) => () => ({
      type: 'AttestReviewer',
      by: { kind: 'person', userId: reviewerId, role: 'reviewer' },
      at,
      reviewerId,
      credentials: {
        licensure: ['California'],
        specialties: ['Occupational Medicine'],
        yearsInPractice: 12,
        hoursPerWeek: 30,
      },
      statements: ['no ties', 'licence current'],
    }))
    if (plan.decidedLate && round === 1) later(expedited ? 5 : 34)
    else if (!expedited) later(formulary ? 1 + random.below(2) : 2 + random.below(6))
    const reviewer: Actor = { kind: 'person', userId: reviewerId, role: 'reviewer' }
    if (plan.lateRecord && round === 1) {
      state = yield act((at) => () => recordOf(at, 2, 'claims-administrator'))
      state = yield act((at) => () => listOf(at, 2))
    }
    state = yield act((at) => () => ({
      type: 'WriteCaseSummary',
      by: reviewer,
      at,
      text: summary,
    }))
    const decisions = new Map<string, 'upheld' | 'overturned'>()
    for (const treatment of inOrder(state)) {
      const parent = decisions.get(treatment.associatedWith ?? '')
      const overturned =
        parent === undefined
          ? random.chance(shares.overturned)
          : parent === 'overturned' && random.chance(0.5)
      const decision = overturned ? 'overturned' : 'upheld'
      decisions.set(treatment.id, decision)
      state = yield act((at) => () => ({
        type: 'DecideIssue',
        by: reviewer,
        at,
        issue: {
          treatmentId: treatment.id,
          decision,
          claimsAdministratorGuideline: guideline,
          reviewOrganizationGuideline: guideline,
          rationale,
          sources: [],
        },
      }))
    }
    state = yield act((at) => () => ({
      type: 'SubmitDraft',
      by: reviewer,
      at,
      draft: artifact('determination'),
    }))
    if (random.chance(shares.returned)) {
      state = yield act((at) => () => ({
        type: 'ReturnDraft',
        by: by('quality'),
        at,
        reasons: ['Name the page.'],
      }))
      if (!quick) later(1)
      state = yield act((at) => () => ({
        type: 'SubmitDraft',
        by: reviewer,
        at,
        draft: artifact('determination'),
      }))
    }
    state = yield act((at) => () => ({ type: 'PassQuality', by: by('quality'), at, overrides: [] }))
    state = yield act((at) => () => ({
      type: 'IssueDetermination',
      by: reviewer,
      at,
      determination: artifact('determination'),
      servedLetter: artifact('served-letter'),
    }))
    state = yield act((at) => (current, about) => ({
      type: 'ServeDetermination',
      by: by('case-manager'),
      at,
      recipients,
      proof: artifact('proof-of-service'),
      certificates: certified({ type: 'ServeDetermination', at, recipients }, current, about),
    }))
    const servedOn = now
    const owed = [...decisions].filter(([, decision]) => decision === 'overturned')
    if (!(plan.appealed && round === 1)) {
      if (owed.length > 0 && !random.chance(shares.neverImplemented)) {
        later(random.chance(shares.implementedLate) ? 12 : 1 + random.below(5))
        for (const [treatmentId] of owed) {
          state = yield act((at) => () => ({
            type: 'ImplementDetermination',
            by: by('claims-administrator'),
            at,
            treatmentId,
            implementedOn: now,
          }))
        }
      }
      now = now > addDays(servedOn, 7) ? now : openDay(addDays(servedOn, 7))
      yield act((at) => () => ({
        type: 'PublishDetermination',
        by: by('case-manager'),
        at,
        letter: artifact('public-letter'),
        text: artifact('public-letter-text'),
      }))
      yield* bill()
      return
    }
    later(10 + random.below(18))
    state = yield act((at) => () => ({
      type: 'FileAppeal',
      by: by('case-manager'),
      at,
      filedOn: now,
      ground: 5,
    }))
    later(80 + random.below(80))
    if (!random.chance(shares.remanded)) {
      yield act((at) => (current, about) => ({
        type: 'AffirmDetermination',
        by: by('case-manager'),
        at,
        affirmedOn: now,
        certificates: certified(
          { type: 'AffirmDetermination', at, affirmedOn: now },
          current,
          about,
        ),
      }))
      return
    }
    state = yield act((at) => (current, about) => ({
      type: 'RemandDetermination',
      by: by('case-manager'),
      at,
      remandedOn: now,
      ground: 5,
      wrongFact: 'The letter says that no therapy was given; the file has twelve visits.',
      proof: { documentId: 'f-1', page: 7 },
      certificates: certified({ type: 'RemandDetermination', at, remandedOn: now }, current, about),
    }))
  }
}

type Plan = {
  readonly kind:
    | 'duplicate'
    | 'unsigned'
    | 'no-decision'
    | 'late'
    | 'conditional'
    | 'deferred'
    | 'plain'
  readonly informationAsked: boolean
  readonly terminated: boolean
  readonly treatmentTerminated: boolean
  readonly records: 'in-time' | 'late' | 'never'
  readonly lateRecord: boolean
  readonly decidedLate: boolean
  readonly appealed: boolean
}

function planOf(random: Random): Plan {
  const ineligible = random.chance(shares.ineligible)
  return {
    kind: random.chance(shares.duplicate)
      ? 'duplicate'
      : ineligible
        ? random.pick([
            'unsigned',
            'unsigned',
            'unsigned',
            'no-decision',
            'no-decision',
            'late',
            'late',
            'late',
            'conditional',
            'conditional',
          ])
        : random.chance(shares.deferred)
          ? 'deferred'
          : 'plain',
    informationAsked: random.chance(shares.informationAsked),
    terminated: random.chance(shares.terminated),
    treatmentTerminated: random.chance(shares.treatmentTerminated),
    records: random.chance(shares.recordsNever)
      ? 'never'
      : random.chance(shares.recordsLate)
        ? 'late'
        : 'in-time',
    lateRecord: random.chance(shares.lateRecord),
    decidedLate: random.chance(shares.decidedLate),
    appealed: random.chance(shares.appealed),
  }
}

const services = [
  ['MRI of the lumbar spine', 'lumbar spine'],
  ['MRI of the left knee', 'knee'],
  ['Physical therapy, 12 visits', 'lumbar spine'],
  ['Acupuncture, 6 visits', 'cervical spine'],
  ['Electrodiagnostic study of both arms', 'wrist'],
  ['Chiropractic care, 8 visits', 'thoracic spine'],
  ['Lumbar support', 'lumbar spine'],
  ['Naproxen 550 mg, 60 tablets', 'other'],
  ['Epidural steroid injection', 'lumbar spine'],
  ['Arthroscopy of the right shoulder', 'shoulder'],
] as const

/** Treatments a letter: 1: 115, 2: 34, 3: 12, 4-6: 22, 7-10: 9 of 194 (letters.md). */
function treatmentsOf(random: Random): number {
  const turn = random.below(192)
  if (turn < 115) return 1
  if (turn < 149) return 2
  if (turn < 161) return 3
  return turn < 183 ? 4 + random.below(3) : 7 + random.below(4)
}

function applicationOf(
  random: Random,
  number: number,
  receivedOn: PlainDate,
  plan: Plan,
): Application {
  const formulary = random.chance(shares.formulary)
  const expedited = !formulary && random.chance(shares.expedited)
  // UR denial to application: median 15 days, ninth decile 28.
  const lag =
    plan.kind === 'late'
      ? 55 + random.below(60)
      : formulary
        ? 1 + random.below(9)
        : 3 + random.below(25)
  const servedOn = addDays(receivedOn, -lag)
  const count = treatmentsOf(random)
  const retrospective = random.chance(shares.retrospective)
  const modified = random.chance(shares.modified)
  return valueOf(
    parseApplication({
      program: 'CA-WC',
      receivedOn,
      priority: expedited ? 'expedited' : 'standard',
      expeditedCertified: expedited && random.chance(0.8),
      employee: {
        name: { first: 'Synthetic', last: `Worker ${number}` },
        dateOfBirth: '1979-02-14',
        address: { street: '1 Invented Way', city: 'Fresno', state: 'CA', zip: '93701' },
      },
      employer: { name: `Fictional Employer ${number % 5000} (invented)` },
      claimsAdministrator: {
        company: `Sample Claims ${number % 120} (invented)`,
        contact: 'Otto Nobody',
        address: { street: 'P.O. Box 1', city: 'Sacramento', state: 'CA', zip: '95813' },
      },
      requestingPhysician: {
        name: { first: 'Petra', last: `Pretend ${number % 900}` },
        address: { street: '2 Invented Way', city: 'Fresno', state: 'CA', zip: '93701' },
      },
      claimNumber: `SYN-${number}`,
      dateOfInjury: addDays(servedOn, -30 - random.below(900)),
      primaryDiagnosis: { description: 'Lumbar sprain' },
      signature:
        plan.kind === 'unsigned'
          ? null
          : {
              by: 'employee',
              name: `Synthetic Worker ${number}`,
              signedOn: addDays(receivedOn, -1),
            },
      utilizationReview:
        plan.kind === 'no-decision'
          ? null
          : {
              organization: 'Example Utilization Review (invented)',
              requestReceivedOn: addDays(servedOn, -5),
              decidedOn: servedOn,
              servedOn,
              served: { method: random.chance(0.85) ? 'mail' : 'electronic', place: 'CA' },
              outcome: modified ? 'modified' : 'denied',
              conditional: plan.kind === 'conditional',
              formServed: true,
              formularyDispute: formulary,
              reasons: 'Not shown to be necessary.',
            },
      liabilityDispute: plan.kind === 'deferred' ? { reason: 'a body part is not accepted' } : null,
      disputedTreatments: Array.from({ length: count }, (_, index) => {
        const [treatment, region] = services[(number + index) % services.length] ?? services[0]
        return {
          treatment: index >= services.length ? `${treatment}, part ${index}` : treatment,
          bodyRegions: [region],
          retrospective,
          claimsAdministratorGuideline: 'MTUS',
          ...(modified && index === 0
            ? { partial: { requested: treatment, authorized: 'a part', remainder: 'the rest' } }
            : {}),
          ...(index > 0 && random.chance(shares.associated) ? { associatedWith: 't1' } : {}),
        }
      }),
    }),
  )
}

/** Treatments with those first that others go with. */
function inOrder(state: CaseState): ReturnType<typeof openTreatments> {
  return openTreatments(state).toSorted(
    (one, other) =>
      Number(one.associatedWith !== undefined) - Number(other.associatedWith !== undefined),
  )
}

function recordOf(
  at: Instant,
  number: number,
  from: 'claims-administrator' | 'employee',
): CaseCommand {
  return {
    type: 'ReceiveRecord',
    by: by(from),
    at,
    documentId: `f-${number}`,
    fileName: `file-${number}.pdf`,
    from,
    pages: 40,
    file: { ...artifact('record-file'), sha256: sha256OfJson(`file ${number}`) },
    pageTexts: artifact('page-texts'),
  }
}

function listOf(at: Instant, files: number): CaseCommand {
  return {
    type: 'ListRecords',
    by: { kind: 'system', name: 'records' },
    at,
    documents: Array.from({ length: files }, (_, index) => [
      {
        documentId: `f-${index + 1}-d1`,
        fileId: `f-${index + 1}`,
        title: 'Utilization review decision',
        kind: 'utilization-review-decision',
        pages: { first: 1, last: 4 },
      },
      {
        documentId: `f-${index + 1}-d2`,
        fileId: `f-${index + 1}`,
        title: 'Progress report',
        kind: 'progress-report',
        pages: { first: 5, last: 40 },
      },
    ]).flat(),
    ledger: artifact('records-ledger'),
  }
}

/** The certified clocks of a step, as the room of proceedings makes them; starts are kept. */
function certified(command: ClockStarter, state: CaseState, about: CaseAbout): CertifiedClocks {
  const clocks: Record<string, CertifiedClocks[string]> = {}
  for (const request of valueOf(clocksStartedBy(command, state))) {
    const certificate = valueOf(certifyDeadline(request))
    const bytes = JSON.stringify(certificate).length
    about.requests.set(certificate.deadline.clock, request)
    about.certificateBytes += bytes
    clocks[certificate.deadline.clock] = {
      deadline: certificate.deadline,
      certificate: {
        sha256: sha256OfJson(certificate),
        bytes,
        mediaType: 'application/json',
        kind: 'deadline-certificate',
      },
    }
  }
  return clocks
}

const recipients = (['employee', 'claims-administrator', 'requesting-physician'] as const).map(
  (role) => ({
    role,
    name: `The ${role}`,
    method: 'mail' as const,
    address: '1 Invented Way, Fresno, CA 93701',
  }),
)
const guideline = {
  text: 'MTUS Low Back Complaints 2004, Section(s): Special Studies.',
  cited: true,
  citations: [{ source: 'MTUS' as const, title: 'Low Back Complaints' }],
}
/** Median lengths of published letters: 1,404 and 765 characters (letters.md). */
const summary =
  'The injured worker was seen for low back pain; the examination was normal. '.repeat(19)
const rationale =
  'The guideline asks for a red flag or failed care; the file shows neither. '.repeat(10)

function by(role: ActorRole): Actor {
  return { kind: 'person', userId: `${role}-1`, role }
}

const artifacts = new Map<string, ArtifactReference>()
function artifact(kind: ArtifactKind): ArtifactReference {
  const known = artifacts.get(kind)
  if (known) return known
  const made = { sha256: sha256OfJson(kind), bytes: 1000, mediaType: 'application/json', kind }
  artifacts.set(kind, made)
  return made
}

/** The day itself where offices are open, else the next open day. */
export function openDay(on: PlainDate): PlainDate {
  let day = on
  while (isClosed(new Date(`${day}T12:00:00Z`), false)) day = addDays(day, 1)
  return day
}

/** Whether the second computation agrees with the time-to-file row of the case's table. */
export function timeToFileAgrees(state: CaseState): boolean {
  const review = state.application?.utilizationReview
  const row = state.eligibility?.tests.find((test) => test.row === 5)
  if (
    !review ||
    !row ||
    !state.application ||
    row.result === 'not-applicable' ||
    row.result === 'not-reached'
  )
    return true
  const end = walkTo({
    clock: review.formularyDispute ? 'F2' : 'F1',
    start: { on: review.servedOn, service: review.served.method, place: review.served.place },
  })
  const inTime = state.application.receivedOn <= end
  return inTime
    ? row.result === 'passed'
    : row.result === 'failed' || row.because.includes('late by one calendar')
}
