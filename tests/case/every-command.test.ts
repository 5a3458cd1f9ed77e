import { describe, expect, it } from 'vitest'
import {
  type ActorRole,
  type CaseCommand,
  type CaseState,
  type CaseStatus,
  type CommandType,
  decide,
} from '#case'
import {
  anApplication,
  artifact,
  at,
  clocksFor,
  commands,
  day,
  person,
  reviewerId,
  system,
} from '../support/builders.ts'
import { after, given, stateIn } from '../support/given.ts'

const manager = person('case-manager')
const reviewer = person('reviewer', reviewerId)
const recipients = [
  { role: 'employee', name: 'I. Madeup', method: 'mail', address: 'invented' },
] as const
const other = anApplication({
  disputedTreatments: [
    { treatment: 'Ankle brace', bodyRegions: ['ankle'], claimsAdministratorGuideline: 'MTUS' },
  ],
})

/** Given this case, when this command comes, then these events; changed so, then this refusal. */
type Row = {
  readonly given: () => CaseState
  readonly when: (state: CaseState) => CaseCommand
  readonly gives: readonly string[]
  readonly wrong: (command: CaseCommand, state: CaseState) => CaseCommand
  readonly refused: string
}

/** The same command with other members; a member that it does not have is a mistake of the test. */
const changed = (command: CaseCommand, changes: Readonly<Record<string, unknown>>): CaseCommand => {
  for (const name of Object.keys(changes)) expect(command).toHaveProperty(name)
  return { ...command, ...changes } as CaseCommand
}
const uncertified = (command: CaseCommand): CaseCommand => changed(command, { certificates: {} })

const requestInformation = (state: CaseState): CaseCommand => {
  const starter = { type: 'RequestInformation', at: at('2026-11-13') } as const
  return {
    ...starter,
    by: manager,
    from: 'employee',
    what: 'the decision',
    certificates: clocksFor(starter, state),
  }
}
const serveFinding = (state: CaseState): CaseCommand => {
  const starter = { type: 'ServeEligibilityFinding', recipients, at: at('2026-11-23') } as const
  return {
    ...starter,
    by: manager,
    notice: artifact('assignment-notice'),
    certificates: clocksFor(starter, state),
  }
}
const resolve = (state: CaseState): CaseCommand => {
  const starter = {
    type: 'ResolveLiability',
    noticeServedOn: day('2026-12-01'),
    at: at('2026-12-02'),
  } as const
  return { ...starter, by: manager, reason: 'accepted', certificates: clocksFor(starter, state) }
}
const reopen = (): CaseCommand => ({
  type: 'ReopenReview',
  by: manager,
  at: at('2026-12-10'),
  reason: 'asked for',
})
const resolved = (): CaseState => {
  const state = stateIn('deferred')
  return after(state, resolve(state))
}
const reading = (): CaseCommand => ({
  type: 'RecordReading',
  by: system,
  at: at('2026-12-07'),
  documentId: 'f-7',
  pages: 20,
  pageTexts: [{ first: 1, last: 20, artifact: artifact('page-texts', 'seven') }],
  engine: 'test',
  remarks: [],
})
const waitingFile = (): CaseState => {
  const file = commands.receiveRecord(7)
  if (file.type !== 'ReceiveRecord') throw new TypeError('another command')
  const { pageTexts: _, ...unread } = file
  return after(stateIn('records-open'), { ...unread, pages: null })
}
const extend = (state: CaseState): CaseCommand => {
  const starter = { type: 'ExtendDecision', days: 3, at: at('2026-12-15') } as const
  return {
    ...starter,
    by: manager,
    approval: 'AD-1',
    approvedOn: day('2026-12-10'),
    reason: 'good cause',
    certificates: clocksFor(starter, state),
  }
}
const noteCopy = (state: CaseState): CaseCommand => {
  const copy = { kind: 'proved', copiedOn: day('2026-12-07'), proof: 'proof of service' } as const
  const starter = {
    type: 'NoteCopyToParties',
    documentId: 'f-1',
    copy,
    at: at('2026-12-08'),
  } as const
  return { ...starter, by: manager, certificates: clocksFor(starter, state) }
}
const invoice = (state: CaseState): CaseCommand => {
  const starter = { type: 'InvoiceFee', at: at('2026-12-21') } as const
  return {
    ...starter,
    by: manager,
    amount: { dollars: 345, because: 'schedule looked up' },
    certificates: clocksFor(starter, state),
  }
}
const billed = (): CaseState => {
  const state = stateIn('served')
  return after(state, invoice(state))
}
const decidedReview = (): CaseState =>
  after(
    stateIn('in-review'),
    commands.writeSummary(),
    commands.decideIssue('t1', 'upheld'),
    commands.decideIssue('t2', 'upheld'),
    commands.decideIssue('t3', 'upheld'),
  )

const rows: Readonly<Record<CommandType, Row>> = {
  ReceiveApplication: {
    given: () => stateIn('none'),
    when: () => commands.receive(),
    gives: ['ApplicationReceived'],
    wrong: (command) => changed(command, { caseNumber: ' ' }),
    refused: 'text-missing',
  },
  PlaceCase: {
    given: () => stateIn('received'),
    when: () => ({ type: 'PlaceCase', by: manager, at: at('2026-11-13'), office: 'Fresno' }),
    gives: ['CasePlaced'],
    wrong: (command) => changed(command, { office: '  ' }),
    refused: 'text-missing',
  },
  RecordEligibility: {
    given: () => stateIn('received'),
    when: commands.testEligibility,
    gives: ['EligibilityTested'],
    wrong: (command) => changed(command, { artifact: artifact('facts') }),
    refused: 'artifact-of-wrong-kind',
  },
  RequestInformation: {
    given: () => stateIn('received'),
    when: requestInformation,
    gives: ['InformationRequested', 'ClockStarted'],
    wrong: (command) => changed(command, { what: '' }),
    refused: 'text-missing',
  },
  AnswerInformation: {
    given: () => after(stateIn('received'), requestInformation(stateIn('received'))),
    when: () => ({
      type: 'AnswerInformation',
      by: person('employee'),
      at: at('2026-11-18'),
      from: 'employee',
      answer: 'Here it is.',
    }),
    gives: ['InformationAnswered', 'ClockStopped'],
    wrong: (command) => changed(command, { from: 'claims-administrator' }),
    refused: 'not-the-party-asked',
  },
  ReceiveEligibilityFinding: {
    given: () => stateIn('eligible'),
    when: (state) => {
      const starter = { type: 'ReceiveEligibilityFinding', at: at('2026-11-20') } as const
      return { ...starter, by: manager, certificates: clocksFor(starter, state) }
    },
    gives: ['EligibilityFindingReceived', 'ClockStarted'],
    wrong: uncertified,
    refused: 'clock-certificate-missing',
  },
  ServeEligibilityFinding: {
    given: () => stateIn('ineligible'),
    when: serveFinding,
    gives: ['EligibilityFindingServed', 'ClockStarted'],
    wrong: (command) => changed(command, { recipients: [] }),
    refused: 'recipient-missing',
  },
  ResolveLiability: {
    given: () => stateIn('deferred'),
    when: resolve,
    gives: ['LiabilityResolved', 'ClockStarted'],
    wrong: (command) => changed(command, { noticeServedOn: day('2026-12-24') }),
    refused: 'date-in-the-future',
  },
  ReopenReview: {
    given: resolved,
    when: reopen,
    gives: ['ReviewReopened', 'ClockStopped'],
    wrong: (command) => changed(command, { at: at('2027-03-01') }),
    refused: 'reopened-too-late',
  },
  TakeInApplication: {
    given: () => stateIn('eligible'),
    when: () => ({
      type: 'TakeInApplication',
      by: manager,
      at: at('2026-11-23'),
      caseId: 'another',
      caseNumber: 'CM26-0000009',
      application: other,
    }),
    gives: ['ApplicationTakenIn'],
    wrong: (command) =>
      changed(command, { application: anApplication({ dateOfInjury: '2026-01-01' }) }),
    refused: 'not-to-consolidate',
  },
  ConsolidateInto: {
    given: () => stateIn('eligible'),
    when: () => ({
      type: 'ConsolidateInto',
      by: manager,
      at: at('2026-11-23'),
      caseId: 'another',
      caseNumber: 'CM26-0000009',
    }),
    gives: ['ConsolidatedInto'],
    wrong: (command) => changed(command, { caseNumber: 'CM26-0000001' }),
    refused: 'not-to-consolidate',
  },
  SendNotice: {
    given: () => stateIn('records-open'),
    when: () => ({
      type: 'SendNotice',
      by: manager,
      at: at('2026-12-10'),
      template: 'late-records',
      notice: artifact('assignment-notice'),
      recipients,
    }),
    gives: ['NoticeSent'],
    wrong: (command) => changed(command, { template: '' }),
    refused: 'text-missing',
  },
  RequestRecords: {
    given: () => stateIn('records-complete'),
    when: (state) => {
      const starter = { type: 'RequestRecords', at: at('2026-12-10') } as const
      return {
        ...starter,
        by: manager,
        from: 'requesting-physician',
        what: 'the operative report',
        certificates: clocksFor(starter, state),
      }
    },
    gives: ['RecordsRequested', 'ClockStarted'],
    wrong: uncertified,
    refused: 'clock-certificate-missing',
  },
  DismissMissingRecord: {
    given: () => stateIn('records-complete'),
    when: () => ({
      type: 'DismissMissingRecord',
      by: manager,
      at: at('2026-12-10'),
      missingId: 'm1',
      reason: 'it never existed',
    }),
    gives: ['MissingRecordDismissed'],
    wrong: (command) => changed(command, { reason: '' }),
    refused: 'text-missing',
  },
  AmendApplication: {
    given: () =>
      after(stateIn('eligible'), {
        type: 'TerminateTreatment',
        by: manager,
        at: at('2026-11-21'),
        treatmentId: 't1',
        reason: 'withdrawn',
        terminatedOn: day('2026-11-21'),
        certificates: {},
      }),
    when: () => ({
      type: 'AmendApplication',
      by: manager,
      at: at('2026-11-22'),
      application: anApplication({ claimNumber: 'SYN-0002' }),
      reason: 'the claim number was wrong',
    }),
    gives: ['ApplicationAmended'],
    // A treatment that left the dispute keeps its place: its id means what it meant.
    wrong: (command) => changed(command, { application: other }),
    refused: 'terminated-treatment-changed',
  },
  AssignReview: {
    given: () => stateIn('eligible'),
    when: commands.assign,
    gives: ['ReviewAssigned', 'ClockStarted', 'ClockStarted'],
    wrong: (command) => changed(command, { notice: artifact('facts') }),
    refused: 'artifact-of-wrong-kind',
  },
  ReceiveRecord: {
    given: () => stateIn('records-open'),
    when: () => commands.receiveRecord(),
    gives: ['RecordReceived'],
    wrong: (command) => changed(command, { file: artifact('facts') }),
    refused: 'artifact-of-wrong-kind',
  },
  RecordReading: {
    given: waitingFile,
    when: reading,
    gives: ['RecordRead'],
    wrong: (command) => changed(command, { documentId: 'none' }),
    refused: 'record-not-received',
  },
  GiveUpReading: {
    given: waitingFile,
    when: () => ({
      type: 'GiveUpReading',
      by: system,
      at: at('2026-12-07'),
      documentId: 'f-7',
      code: 'pdf-damaged',
      because: 'it is broken',
    }),
    gives: ['RecordNotRead'],
    wrong: (command) => changed(command, { documentId: 'none' }),
    refused: 'record-not-received',
  },
  RequestReading: {
    given: () => {
      const state = waitingFile()
      return after(state, rows.GiveUpReading.when(state))
    },
    when: () => ({
      type: 'RequestReading',
      by: manager,
      at: at('2026-12-08'),
      documentId: 'f-7',
    }),
    gives: ['ReadingRequested'],
    wrong: (command) => changed(command, { documentId: 'none' }),
    refused: 'record-not-received',
  },
  GiveReceipt: {
    given: () => after(stateIn('records-open'), commands.receiveRecord()),
    when: () => ({
      type: 'GiveReceipt',
      by: system,
      at: at('2026-12-07'),
      receiptId: 'r-1',
      from: 'claims-administrator',
      receipt: artifact('receipt'),
      received: 1,
      alreadyThere: 0,
      refused: 0,
    }),
    gives: ['ReceiptGiven'],
    wrong: (command) => changed(command, { received: 0 }),
    refused: 'record-empty',
  },
  CorrectDocuments: {
    given: () => stateIn('records-complete'),
    when: () => ({
      type: 'CorrectDocuments',
      by: manager,
      at: at('2026-12-09'),
      fileId: 'f-1',
      documents: [
        { title: 'Decision', kind: 'utilization-review-decision', pages: { first: 1, last: 4 } },
        { title: 'Report', kind: 'progress-report', pages: { first: 5, last: 20 } },
      ],
    }),
    gives: ['DocumentsCorrected'],
    wrong: (command) => changed(command, { fileId: 'none' }),
    refused: 'record-not-received',
  },
  ListRecords: {
    given: () => after(stateIn('records-open'), commands.receiveRecord()),
    when: () => commands.listRecords(),
    gives: ['RecordsListed'],
    wrong: (command) => changed(command, { documents: [] }),
    refused: 'records-not-listed',
  },
  CompleteRecords: {
    given: () => after(stateIn('records-open'), commands.receiveRecord(), commands.listRecords()),
    when: commands.completeRecords,
    gives: ['RecordsCompleted', 'ClockStopped', 'ClockStopped', 'ClockStarted'],
    wrong: uncertified,
    refused: 'clock-certificate-missing',
  },
  RecordFacts: {
    given: () => stateIn('records-complete'),
    when: () => commands.recordFacts(),
    gives: ['FactsFound'],
    wrong: (command) => changed(command, { finder: '' }),
    refused: 'text-missing',
  },
  ReviewFacts: {
    given: () => stateIn('in-review'),
    when: () => ({
      type: 'ReviewFacts',
      by: reviewer,
      at: at('2026-12-11'),
      confirmed: ['f1'],
      rejected: [],
    }),
    gives: ['FactsReviewed'],
    wrong: (command) => changed(command, { rejected: ['f1'] }),
    refused: 'fact-both-ways',
  },
  RecordAssessment: {
    given: () => stateIn('records-complete'),
    when: () => ({
      type: 'RecordAssessment',
      by: system,
      at: at('2026-12-08'),
      treatmentId: 't1',
      pack: 'p',
      packSha256: '0',
      result: 'met',
      assessment: artifact('assessment'),
    }),
    gives: ['CriteriaAssessed'],
    wrong: (command) => changed(command, { treatmentId: 't9' }),
    refused: 'treatment-not-in-dispute',
  },
  SelectReviewer: {
    given: () => stateIn('records-complete'),
    when: () => commands.selectReviewer(),
    gives: ['ReviewerSelected'],
    wrong: (command) => changed(command, { conflictCertificate: artifact('facts') }),
    refused: 'artifact-of-wrong-kind',
  },
  AttestReviewer: {
    given: () => stateIn('reviewer-selected'),
    when: () => commands.attest(),
    gives: ['ReviewerAttested'],
    wrong: () => commands.attest('somebody-else'),
    refused: 'reviewer-not-selected',
  },
  ReleaseReviewer: {
    given: () => stateIn('in-review'),
    when: () => ({
      type: 'ReleaseReviewer',
      by: manager,
      at: at('2026-12-11'),
      reviewerId,
      reason: 'ill',
    }),
    gives: ['ReviewerReleased'],
    wrong: (command) => changed(command, { reason: '' }),
    refused: 'text-missing',
  },
  WriteCaseSummary: {
    given: () => stateIn('in-review'),
    when: () => commands.writeSummary(),
    gives: ['CaseSummaryWritten'],
    wrong: (command) => changed(command, { text: ' ' }),
    refused: 'text-missing',
  },
  DecideIssue: {
    given: () => stateIn('in-review'),
    when: () => commands.decideIssue('t1', 'upheld'),
    gives: ['IssueDecided'],
    wrong: () => commands.decideIssue('t3', 'upheld'),
    refused: 'parent-undecided',
  },
  SubmitDraft: {
    given: decidedReview,
    when: () => commands.submitDraft(),
    gives: ['DraftSubmitted'],
    wrong: (command) => changed(command, { draft: artifact('facts') }),
    refused: 'artifact-of-wrong-kind',
  },
  ReturnDraft: {
    given: () => stateIn('quality'),
    when: () => ({
      type: 'ReturnDraft',
      by: person('quality'),
      at: at('2026-12-16'),
      reasons: ['the page is wrong'],
    }),
    gives: ['DraftReturned'],
    wrong: (command) => changed(command, { reasons: [] }),
    refused: 'reasons-missing',
  },
  PassQuality: {
    given: () => stateIn('quality'),
    when: () => commands.passQuality(),
    gives: ['QualityPassed'],
    wrong: (command) => changed(command, { by: person('quality', reviewerId) }),
    refused: 'quality-reader-is-reviewer',
  },
  IssueDetermination: {
    given: () => stateIn('quality-passed'),
    when: () => commands.issue(),
    gives: ['DeterminationIssued'],
    wrong: (command) => changed(command, { by: person('reviewer', 'somebody-else') }),
    refused: 'not-the-attested-reviewer',
  },
  ServeDetermination: {
    given: () => stateIn('issued'),
    when: commands.serve,
    gives: ['DeterminationServed', 'ClockStopped', 'ClockStarted', 'ClockStarted'],
    wrong: uncertified,
    refused: 'clock-certificate-missing',
  },
  PublishDetermination: {
    given: () => stateIn('served'),
    when: () => commands.publish(),
    gives: ['DeterminationPublished'],
    wrong: (command) => changed(command, { text: artifact('facts') }),
    refused: 'artifact-of-wrong-kind',
  },
  ImplementDetermination: {
    given: () => stateIn('served'),
    when: () => commands.implement('t2'),
    gives: ['DeterminationImplemented'],
    wrong: () => commands.implement('t1'),
    refused: 'nothing-to-implement',
  },
  FileAppeal: {
    given: () => stateIn('served'),
    when: () => commands.appeal(),
    gives: ['AppealFiled', 'ClockStopped', 'ClockStopped'],
    wrong: (command) => changed(command, { filedOn: day('2026-12-01') }),
    refused: 'date-before-its-cause',
  },
  AffirmDetermination: {
    given: () => stateIn('appealed'),
    when: commands.affirm,
    gives: ['DeterminationAffirmed', 'ClockStarted'],
    wrong: (command) => changed(command, { affirmedOn: day('2027-04-01') }),
    refused: 'date-in-the-future',
  },
  RemandDetermination: {
    given: () => stateIn('appealed'),
    when: commands.remand,
    gives: ['DeterminationRemanded', 'ClockStarted'],
    wrong: (command) => changed(command, { wrongFact: '' }),
    refused: 'text-missing',
  },
  TerminateTreatment: {
    given: () => stateIn('records-open'),
    when: () => ({
      type: 'TerminateTreatment',
      by: manager,
      at: at('2026-12-01'),
      treatmentId: 't1',
      reason: 'withdrawn',
      terminatedOn: day('2026-12-01'),
      certificates: {},
    }),
    gives: ['TreatmentTerminated'],
    wrong: (command) => changed(command, { treatmentId: 't9' }),
    refused: 'treatment-not-in-dispute',
  },
  TerminateReview: {
    given: () => stateIn('eligible'),
    when: () => commands.terminateReview(),
    gives: ['ReviewTerminated'],
    wrong: (command) => changed(command, { terminatedOn: day('2026-12-24') }),
    refused: 'date-in-the-future',
  },
  ExtendDecision: {
    given: () => stateIn('in-review'),
    when: extend,
    gives: ['DecisionExtended', 'ClockStarted'],
    wrong: (command) => changed(command, { approval: '' }),
    refused: 'approval-missing',
  },
  NoteCopyToParties: {
    given: () => stateIn('records-complete'),
    when: noteCopy,
    gives: ['CopyToPartiesNoted', 'ClockStarted', 'ClockStopped'],
    wrong: (command) => changed(command, { documentId: 'none' }),
    refused: 'record-not-received',
  },
  NotePenaltyFinding: {
    given: () => stateIn('records-open'),
    when: () => ({
      type: 'NotePenaltyFinding',
      by: manager,
      at: at('2026-12-01'),
      kind: 'breach',
      finding: 'no-medical-director',
      stands: true,
      because: 'the plan on file names none',
    }),
    gives: ['PenaltyFindingNoted'],
    wrong: (command) => changed(command, { finding: 'bad-temper' }),
    refused: 'penalty-finding-unknown',
  },
  InvoiceFee: {
    given: () => stateIn('served'),
    when: invoice,
    gives: ['FeeInvoiced', 'ClockStarted'],
    wrong: uncertified,
    refused: 'clock-certificate-missing',
  },
  RecordFeePayment: {
    given: billed,
    when: () => ({
      type: 'RecordFeePayment',
      by: manager,
      at: at('2027-01-15'),
      paidOn: day('2027-01-14'),
    }),
    gives: ['FeePaid', 'ClockStopped'],
    wrong: (command) => changed(command, { paidOn: day('2027-02-01') }),
    refused: 'date-in-the-future',
  },
  ConvertPriority: {
    given: () => stateIn('eligible'),
    when: (state) => {
      const starter = { type: 'ConvertPriority', to: 'expedited', at: at('2026-11-21') } as const
      return {
        ...starter,
        by: manager,
        reason: 'a threat',
        certificates: clocksFor(starter, state),
      }
    },
    gives: ['PriorityConverted'],
    wrong: (command) => changed(command, { to: 'standard' }),
    refused: 'priority-already',
  },
  RunOutClock: {
    given: () => stateIn('records-open'),
    when: () => ({ type: 'RunOutClock', by: system, at: at('2026-12-09'), clock: 'R1' }),
    gives: ['ClockRanOut'],
    wrong: (command) => changed(command, { at: at('2026-12-08') }),
    refused: 'clock-still-running',
  },
}

const all = Object.entries(rows)
const statuses: readonly CaseStatus[] = [
  'none',
  'received',
  'awaiting-information',
  'ineligible',
  'deferred',
  'duplicate',
  'eligible',
  'records-open',
  'records-overdue',
  'records-complete',
  'reviewer-selected',
  'in-review',
  'quality',
  'quality-passed',
  'issued',
  'served',
  'implemented',
  'appealed',
  'affirmed',
  'remanded',
  'terminated',
]
const roles: readonly ActorRole[] = [
  'case-manager',
  'reviewer',
  'quality',
  'claims-administrator',
  'employee',
  'administrator',
]

describe.each(all)('%s', (_, row) => {
  it('gives its events, and nothing besides', () => {
    const state = row.given()
    expect(given(state).when(row.when(state))).toMatchObject({ types: row.gives, refusals: [] })
  })

  it('is refused by name where it is wrong, and leaves the case as it was', () => {
    const state = row.given()
    const outcome = given(state).when(row.wrong(row.when(state), state))
    expect(outcome.refusals).toContain(row.refused)
    expect(outcome.events).toEqual([])
    expect(outcome.state).toBe(state)
  })

  it('either happens or is refused with a remedy, in every status and for every role', () => {
    const command = row.when(row.given())
    for (const status of statuses) {
      const state = stateIn(status)
      for (const by of [...roles.map((role) => person(role)), system, command.by]) {
        const outcome = decide({ ...command, by }, state)
        if (outcome.ok) {
          expect(outcome.value.length).toBeGreaterThan(0)
          continue
        }
        for (const { code, authority, because, next } of outcome.refusals) {
          expect([code, authority, because, next].every((part) => part !== '')).toBe(true)
        }
      }
    }
  })
})

describe('the roles', () => {
  it('of a determination are a reviewer’s and never the system’s or the office’s', () => {
    for (const type of ['DecideIssue', 'WriteCaseSummary', 'SubmitDraft', 'IssueDetermination']) {
      const row = rows[type as CommandType]
      const state = row.given()
      for (const by of [
        system,
        ...roles.filter((role) => role !== 'reviewer').map((role) => person(role)),
      ]) {
        expect(given(state).when({ ...row.when(state), by }).refusals).toEqual(['role-may-not'])
      }
    }
  })
})

describe('an answer of one of two parties that were asked', () => {
  const ask = (from: 'employee' | 'claims-administrator', state: CaseState): CaseCommand =>
    changed(requestInformation(state), { from })
  const answer = (from: 'employee' | 'claims-administrator'): CaseCommand => ({
    type: 'AnswerInformation',
    by: person(from),
    at: at('2026-11-18'),
    from,
    answer: 'yes',
  })
  const both = (): CaseState => {
    const one = after(stateIn('received'), ask('employee', stateIn('received')))
    return after(one, ask('claims-administrator', one))
  }

  it('leaves the case waiting for the other, and the clock running', () => {
    const outcome = given(both()).when(answer('employee'))
    expect(outcome.types).toEqual(['InformationAnswered'])
    expect(outcome.state.status).toBe('awaiting-information')
    expect(given(outcome.state).when(answer('claims-administrator'))).toMatchObject({
      types: ['InformationAnswered', 'ClockStopped'],
      state: { status: 'received', informationRequested: [] },
    })
  })

  it('is nobody’s who was not asked, and of no party for another', () => {
    const asked = after(stateIn('received'), ask('employee', stateIn('received')))
    expect(given(asked).when(answer('claims-administrator')).refusals).toEqual([
      'not-the-party-asked',
    ])
    const forAnother = changed(answer('employee'), { by: person('claims-administrator') })
    expect(given(asked).when(forAnother).refusals).toEqual(['not-the-party-asked'])
    const byOffice = changed(answer('employee'), { by: manager })
    expect(given(asked).when(byOffice).types).toEqual(['InformationAnswered', 'ClockStopped'])
  })
})
