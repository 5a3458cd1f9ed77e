import type { DisputedTreatment, EligibilityVerdict } from '#intake'
import { isRecordClock } from './clock-kinds.ts'
import type { CaseEvent, ListedDocument, RecordedEvent } from './event.ts'
import type { CaseState, CaseStatus, ClockState } from './state.ts'

/** A case of which nothing is known yet. */
export const initialState: CaseState = {
  status: 'none',
  version: 0,
  caseNumber: null,
  application: null,
  priority: 'standard',
  office: null,
  caseManager: null,
  eligibility: null,
  assignedOn: null,
  recordsCompletedOn: null,
  recordsCompletedBecause: null,
  clocks: [],
  records: [],
  listedDocuments: [],
  correctedDocuments: [],
  lateRecords: [],
  requestedRecords: [],
  informationRequested: [],
  dismissedRecords: [],
  findingReceivedOn: null,
  findingServedOn: null,
  liabilityResolvedOn: null,
  takenIn: [],
  consolidatedInto: null,
  noticesSent: [],
  factsFound: null,
  factsConfirmed: [],
  factsRejected: [],
  assessedTreatments: [],
  reviewerId: null,
  blockedReviewerIds: [],
  attestation: null,
  caseSummary: null,
  issues: [],
  draft: null,
  returnedBecause: [],
  terminatedTreatments: [],
  terminatedBecause: null,
  extension: null,
  copiesToParties: [],
  penaltyFindings: [],
  invoice: null,
  outcome: null,
  issuedOn: null,
  determination: null,
  servedLetter: null,
  servedOn: null,
  publishedOn: null,
  implementedTreatments: [],
  appeal: null,
  remand: null,
  earlierDeterminations: [],
}

/**
 * The state after an event. Total and silent: what lies in the ledger has happened, so nothing is
 * judged here; all rules stand in `decide`.
 */
export function evolve(state: CaseState, event: CaseEvent, version: number): CaseState {
  return { ...state, ...changeOf(state, event), version }
}

/** The state that a case's events, in their order, amount to. */
export function foldEvents(events: readonly RecordedEvent[]): CaseState {
  return events.reduce(
    (state, recorded) => evolve(state, recorded.event, recorded.version),
    initialState,
  )
}

/** Treatments of the case that still are in dispute. */
export function openTreatments(state: CaseState): readonly DisputedTreatment[] {
  const gone = new Set(state.terminatedTreatments.map((terminated) => terminated.treatmentId))
  return (state.application?.disputedTreatments ?? []).filter(
    (treatment) => !gone.has(treatment.id),
  )
}

const statusOfVerdict: Readonly<Record<EligibilityVerdict, CaseStatus>> = {
  eligible: 'eligible',
  ineligible: 'ineligible',
  deferred: 'deferred',
  duplicate: 'duplicate',
  'information-needed': 'awaiting-information',
}

/** Nothing of an earlier reviewer's work is carried over to the next reviewer. */
const noReview = {
  reviewerId: null,
  attestation: null,
  caseSummary: null,
  issues: [],
  draft: null,
  returnedBecause: [],
} as const

function changeOf(state: CaseState, event: CaseEvent): Partial<CaseState> {
  switch (event.type) {
    case 'ApplicationReceived':
      return {
        status: 'received',
        caseNumber: event.caseNumber,
        application: event.application,
        priority: event.application.priority,
      }
    case 'CasePlaced':
      return { office: event.office, caseManager: event.caseManager }
    case 'EligibilityTested':
      return {
        status: statusOfVerdict[event.table.verdict],
        eligibility: event.table,
        findingReceivedOn: null,
        findingServedOn: null,
        ...(event.table.verdict === 'information-needed' ? {} : { informationRequested: [] }),
      }
    case 'InformationRequested':
      return {
        status: 'awaiting-information',
        informationRequested: [
          ...state.informationRequested,
          { from: event.from, what: event.what, requestedOn: event.requestedOn },
        ],
      }
    case 'InformationAnswered': {
      const informationRequested = state.informationRequested.filter(
        ({ from }) => from !== event.from,
      )
      return informationRequested.length > 0
        ? { informationRequested }
        : { status: 'received', eligibility: null, informationRequested }
    }
    case 'EligibilityFindingReceived':
      return { findingReceivedOn: event.receivedOn }
    case 'EligibilityFindingServed':
      return { findingServedOn: event.servedOn }
    case 'LiabilityResolved':
      return { liabilityResolvedOn: event.noticeServedOn }
    case 'ReviewReopened':
      return {
        status: 'received',
        eligibility: null,
        application: withoutLiabilityDispute(state),
      }
    case 'ApplicationTakenIn':
      return {
        application: state.application && {
          ...state.application,
          disputedTreatments: [...state.application.disputedTreatments, ...event.treatments],
        },
        takenIn: [
          ...state.takenIn,
          {
            caseNumber: event.fromCaseNumber,
            treatmentIds: event.treatments.map((treatment) => treatment.id),
          },
        ],
      }
    case 'ConsolidatedInto':
      return {
        status: 'terminated',
        consolidatedInto: { caseId: event.caseId, caseNumber: event.caseNumber },
      }
    case 'NoticeSent':
      return {
        noticesSent: [...state.noticesSent, { template: event.template, sentOn: event.sentOn }],
      }
    case 'RecordsRequested':
      return {
        requestedRecords: [
          ...state.requestedRecords,
          {
            from: event.from,
            what: event.what,
            requestedOn: event.requestedOn,
            ...(event.records ? { records: event.records } : {}),
          },
        ],
      }
    case 'MissingRecordDismissed':
      return {
        dismissedRecords: [
          ...state.dismissedRecords,
          {
            missingId: event.missingId,
            reason: event.reason,
            dismissedOn: event.dismissedOn,
          },
        ],
      }
    case 'ApplicationAmended':
      return {
        status: 'received',
        application: event.application,
        priority: event.application.priority,
        eligibility: null,
        informationRequested: [],
      }
    case 'ReviewAssigned':
      return { status: 'records-open', assignedOn: event.assignedOn }
    case 'ClockStarted':
      return {
        clocks: [
          ...state.clocks.filter((clock) => clock.clock !== event.clock),
          { clock: event.clock, deadline: event.deadline, status: 'running' },
        ],
      }
    case 'ClockStopped':
      return {
        clocks: endClock(state, event.clock, { status: 'stopped', endedOn: event.stoppedOn }),
      }
    case 'ClockRanOut':
      return {
        clocks: endClock(state, event.clock, { status: 'ran-out', endedOn: event.ranOutOn }),
        ...(state.status === 'records-open' && isRecordClock(event.clock)
          ? { status: 'records-overdue' }
          : {}),
      }
    case 'RecordReceived':
      return {
        records: [
          ...state.records,
          {
            documentId: event.documentId,
            sha256: event.file.sha256,
            bytes: event.file.bytes,
            mediaType: event.file.mediaType,
            pages: event.pages,
            fileName: event.fileName,
            from: event.from,
            receivedOn: event.receivedOn,
            reading: event.pageTexts ? 'read' : 'waiting',
          },
        ],
        ...(state.recordsCompletedOn === null
          ? {}
          : { lateRecords: [...state.lateRecords, event.documentId] }),
      }
    case 'RecordRead':
      return {
        records: state.records.map((record) => {
          if (record.documentId !== event.documentId) return record
          const { notReadBecause: _, ...kept } = record
          return { ...kept, pages: event.pages, reading: 'read' }
        }),
      }
    case 'RecordNotRead':
      return {
        records: state.records.map((record) =>
          record.documentId === event.documentId
            ? { ...record, reading: 'failed', notReadBecause: event.because }
            : record,
        ),
      }
    case 'ReadingRequested':
      return {
        records: state.records.map((record) => {
          if (record.documentId !== event.documentId) return record
          const { notReadBecause: _, ...kept } = record
          return { ...kept, reading: 'waiting' }
        }),
      }
    case 'ReceiptGiven':
      return {}
    case 'DocumentsCorrected':
      return {
        correctedDocuments: [
          ...state.correctedDocuments.filter(({ fileId }) => fileId !== event.fileId),
          { fileId: event.fileId, documents: event.documents },
        ],
        // A list that was made before says otherwise now: it has to be made anew.
        ...(state.recordsCompletedOn === null
          ? {}
          : { lateRecords: moved(state.lateRecords, [], [event.fileId]) }),
      }
    case 'RecordsListed':
      return {
        listedDocuments: event.documents,
        lateRecords: state.lateRecords.filter(
          (id) => !event.documents.some((listed) => liesIn(listed, id)),
        ),
      }
    case 'RecordsCompleted':
      return {
        status: 'records-complete',
        recordsCompletedOn: event.completedOn,
        recordsCompletedBecause: event.reason ?? null,
      }
    case 'FactsFound':
      return { factsFound: event.facts }
    case 'FactsReviewed':
      return {
        factsConfirmed: moved(state.factsConfirmed, event.rejected, event.confirmed),
        factsRejected: moved(state.factsRejected, event.confirmed, event.rejected),
      }
    case 'CriteriaAssessed':
      return {
        assessedTreatments: moved(state.assessedTreatments, [], [event.treatmentId]),
      }
    case 'ReviewerSelected':
      return { status: 'reviewer-selected', reviewerId: event.reviewerId }
    case 'ReviewerAttested':
      return {
        status: 'in-review',
        attestation: { reviewerId: event.reviewerId, credentials: event.credentials },
      }
    case 'ReviewerReleased':
      return { ...noReview, status: 'records-complete' }
    case 'CaseSummaryWritten':
      return { caseSummary: event.text }
    case 'IssueDecided':
      return {
        issues: [
          ...state.issues.filter((issue) => issue.treatmentId !== event.issue.treatmentId),
          event.issue,
        ],
      }
    case 'DraftSubmitted':
      return { status: 'quality', draft: event.draft, returnedBecause: [] }
    case 'DraftReturned':
      return { status: 'in-review', returnedBecause: event.reasons }
    case 'QualityPassed':
      return { status: 'quality-passed' }
    case 'DeterminationIssued':
      return {
        status: 'issued',
        issuedOn: event.issuedOn,
        outcome: event.outcome,
        determination: event.determination,
        servedLetter: event.servedLetter,
      }
    case 'DeterminationServed':
      return {
        status: 'served',
        servedOn: event.servedOn,
        ...(event.letter ? { servedLetter: event.letter } : {}),
      }
    case 'DeterminationPublished':
      return { publishedOn: event.publishedOn }
    case 'DeterminationImplemented': {
      const implementedTreatments = moved(state.implementedTreatments, [], [event.treatmentId])
      const owed = state.issues.filter((issue) => issue.decision === 'overturned')
      const done = owed.every((issue) => implementedTreatments.includes(issue.treatmentId))
      return {
        implementedTreatments,
        ...(done && (state.status === 'served' || state.status === 'affirmed')
          ? { status: 'implemented' }
          : {}),
      }
    }
    case 'AppealFiled':
      return { status: 'appealed', appeal: { filedOn: event.filedOn, ground: event.ground } }
    case 'DeterminationAffirmed':
      return { status: 'affirmed' }
    case 'DeterminationRemanded':
      return {
        ...noReview,
        status: 'remanded',
        blockedReviewerIds: moved(state.blockedReviewerIds, [], [event.blockedReviewerId]),
        outcome: null,
        issuedOn: null,
        determination: null,
        servedLetter: null,
        servedOn: null,
        publishedOn: null,
        implementedTreatments: [],
        appeal: null,
        extension: null,
        remand: {
          remandedOn: event.remandedOn,
          ground: event.ground,
          wrongFact: event.wrongFact,
          ...(event.proof ? { proof: event.proof } : {}),
        },
        earlierDeterminations:
          state.issuedOn && state.outcome && state.determination && state.servedLetter
            ? [
                ...state.earlierDeterminations,
                {
                  issuedOn: state.issuedOn,
                  outcome: state.outcome,
                  determination: state.determination,
                  servedLetter: state.servedLetter,
                },
              ]
            : state.earlierDeterminations,
      }
    case 'TreatmentTerminated':
      return {
        terminatedTreatments: [
          ...state.terminatedTreatments,
          {
            treatmentId: event.treatmentId,
            reason: event.reason,
            ...(event.authorization ? { authorization: event.authorization } : {}),
          },
        ],
        issues: state.issues.filter((issue) => issue.treatmentId !== event.treatmentId),
      }
    case 'ReviewTerminated':
      return { status: 'terminated', terminatedBecause: event.reason }
    case 'PriorityConverted':
      return { priority: event.to }
    case 'DecisionExtended': {
      const { days, approval, approvedOn, reason } = event
      return { extension: { days, approval, approvedOn, reason } }
    }
    case 'CopyToPartiesNoted':
      return {
        copiesToParties: [
          ...state.copiesToParties.filter(({ documentId }) => documentId !== event.documentId),
          { documentId: event.documentId, copy: event.copy },
        ],
      }
    case 'PenaltyFindingNoted': {
      const { kind, finding, stands, because, notedOn } = event
      const others = state.penaltyFindings.filter(
        (one) => one.kind !== kind || one.finding !== finding,
      )
      return {
        penaltyFindings: stands ? [...others, { kind, finding, because, notedOn }] : others,
      }
    }
    case 'FeeInvoiced': {
      const { type: _, ...invoice } = event
      return { invoice: { ...invoice, paidOn: null } }
    }
    case 'FeePaid':
      return { invoice: state.invoice && { ...state.invoice, paidOn: event.paidOn } }
  }
}

/** The application with the day on which the dispute over liability was resolved. */
function withoutLiabilityDispute(state: CaseState): CaseState['application'] {
  const { application, liabilityResolvedOn } = state
  if (!application?.liabilityDispute || liabilityResolvedOn === null) return application
  return {
    ...application,
    liabilityDispute: { ...application.liabilityDispute, resolvedNoticeOn: liabilityResolvedOn },
  }
}

/** Whether a listed document lies in the file: by its file, or by the number it got in the file. */
function liesIn(listed: ListedDocument, fileId: string): boolean {
  const { documentId } = listed
  return (listed.fileId ?? documentId) === fileId || documentId.startsWith(`${fileId}-d`)
}

function endClock(
  state: CaseState,
  clock: string,
  end: Pick<ClockState, 'status' | 'endedOn'>,
): readonly ClockState[] {
  return state.clocks.map((running) => (running.clock === clock ? { ...running, ...end } : running))
}

/** The list without some members and with others, each once, in order of arrival. */
function moved(
  list: readonly string[],
  without: readonly string[],
  added: readonly string[],
): readonly string[] {
  return [...new Set([...list.filter((member) => !without.includes(member)), ...added])]
}
