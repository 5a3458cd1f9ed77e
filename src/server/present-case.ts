import type { Operations } from '#api'
import type { CaseRow, CaseState } from '#case'
import { explainCounting } from '#deadlines'
import type { AnswerTo } from './handler.ts'
import { actsBesides, nextActs, noticesToSend } from './next-acts.ts'
import type { Principal } from './principal.ts'

/** Parties: whoever is not the organization's and not the reviewer. */
export function isParty(principal: Principal): boolean {
  return (
    principal.role === 'claims-administrator' ||
    principal.role === 'employee' ||
    principal.role === 'public'
  )
}

/**
 * The line of the case list; parties learn the outcome when the determination is served, and not
 * who of the organization carries the case.
 */
export function presentRow(
  row: CaseRow,
  principal: Principal,
  /** Names of the accounts that carry cases. */
  names: ReadonlyMap<string, string>,
): AnswerTo<Operations['listCases']>['rows'][number] {
  const { caseManager } = row
  if (!isParty(principal)) {
    return { ...row, caseManager: caseManager === null ? null : (names.get(caseManager) ?? null) }
  }
  const hidden = row.status === 'issued' ? { outcome: null, issuedOn: null } : {}
  return { ...row, ...hidden, office: null, caseManager: null }
}

/** The case as its page shows it to this user. */
export function presentCase(
  caseId: string,
  state: CaseState,
  principal: Principal,
  /** The name of the account that carries the case. */
  caseManager: string | null,
): AnswerTo<Operations['getCase']> {
  const { application, caseNumber } = state
  if (application === null || caseNumber === null) {
    throw new TypeError('a case begins with its application')
  }
  const mayRead = !isParty(principal) || state.servedOn !== null
  return {
    caseId,
    caseNumber,
    version: state.version,
    status: state.status,
    priority: state.priority,
    office: isParty(principal) ? null : state.office,
    caseManager: isParty(principal) ? null : caseManager,
    application,
    eligibility: state.eligibility,
    assignedOn: state.assignedOn,
    recordsCompletedOn: state.recordsCompletedOn,
    recordsCompletedBecause: state.recordsCompletedBecause,
    clocks: state.clocks.map((clock) => ({ ...clock, counted: explainCounting(clock.deadline) })),
    files: state.records,
    listedDocuments: state.listedDocuments,
    informationRequested: state.informationRequested,
    requestedRecords: state.requestedRecords,
    lateRecords: state.lateRecords,
    findingReceivedOn: state.findingReceivedOn,
    findingServedOn: state.findingServedOn,
    liabilityResolvedOn: state.liabilityResolvedOn,
    takenIn: state.takenIn,
    consolidatedInto: state.consolidatedInto,
    reviewerCredentials: state.attestation?.credentials ?? null,
    factsFound: state.factsFound !== null,
    treatments: application.disputedTreatments.map((treatment) => ({
      treatment,
      terminated:
        state.terminatedTreatments.find((gone) => gone.treatmentId === treatment.id)?.reason ??
        state.terminatedBecause,
      assessed: state.assessedTreatments.includes(treatment.id),
      decision: mayRead
        ? (state.issues.find((issue) => issue.treatmentId === treatment.id) ?? null)
        : null,
      implemented: state.implementedTreatments.includes(treatment.id),
    })),
    caseSummary: mayRead ? state.caseSummary : null,
    returnedBecause: isParty(principal) ? [] : state.returnedBecause,
    outcome: mayRead ? state.outcome : null,
    issuedOn: mayRead ? state.issuedOn : null,
    servedOn: state.servedOn,
    publishedOn: state.publishedOn,
    appeal: state.appeal,
    remand: state.remand,
    determination: mayRead ? state.determination : null,
    servedLetter: mayRead ? state.servedLetter : null,
    nextActs: nextActs(state, principal),
    noticesDue: noticesToSend(state, principal),
    actsBesides: actsBesides(state, principal),
  }
}
