import { type OperationId, operations } from '#api'
import { type CaseState, type CaseStatus, noticesDue } from '#case'
import type { Principal } from './principal.ts'

/**
 * The way of a case, as a hint to people: which acts come next in which status. It allows nothing:
 * `decide` has the last word.
 */
const nextIn: Readonly<Record<CaseStatus, readonly OperationId[]>> = {
  none: [],
  received: ['testEligibility'],
  'awaiting-information': ['answerInformation', 'testEligibility'],
  ineligible: ['serveEligibilityFinding'],
  deferred: ['serveEligibilityFinding', 'resolveLiability', 'reopenReview'],
  duplicate: ['serveEligibilityFinding'],
  eligible: ['consolidateCases', 'receiveEligibilityFinding', 'assignReview'],
  'records-open': ['uploadRecord', 'completeRecords'],
  'records-overdue': ['uploadRecord', 'completeRecords'],
  'records-complete': ['listLateRecords', 'prepareReview', 'selectReviewer'],
  'reviewer-selected': ['listLateRecords', 'prepareReview', 'attestReview', 'releaseReviewer'],
  'in-review': [
    'listLateRecords',
    'reviewFacts',
    'writeCaseSummary',
    'decideIssue',
    'submitDraft',
    'releaseReviewer',
  ],
  quality: ['returnDraft', 'passQuality', 'releaseReviewer'],
  'quality-passed': ['signDetermination', 'returnDraft', 'releaseReviewer'],
  issued: ['serveDetermination'],
  served: ['publishDetermination', 'recordImplementation'],
  implemented: ['publishDetermination'],
  appealed: ['publishDetermination', 'affirmDetermination', 'remandDetermination'],
  affirmed: ['publishDetermination', 'recordImplementation'],
  remanded: ['listLateRecords', 'selectReviewer'],
  terminated: [],
}

const beforeAssignment: readonly CaseStatus[] = [
  'received',
  'awaiting-information',
  'deferred',
  'eligible',
]
const underReview: readonly CaseStatus[] = [
  'records-open',
  'records-overdue',
  'records-complete',
  'reviewer-selected',
  'in-review',
]
const beforeIssue: readonly CaseStatus[] = [
  ...beforeAssignment,
  ...underReview,
  'quality',
  'quality-passed',
  'remanded',
]

/** Acts that are not the next step and may be needed while the case is in one of the statuses. */
const besidesIn: readonly (readonly [OperationId, readonly CaseStatus[]])[] = [
  ['requestInformation', ['received', 'awaiting-information']],
  ['amendApplication', [...beforeAssignment, 'ineligible']],
  ['testEligibility', ['eligible', 'deferred', 'ineligible']],
  ['uploadRecord', beforeAssignment],
  ['requestRecords', [...underReview, 'remanded']],
  ['requestMissingRecords', [...underReview, 'remanded']],
  ['dismissMissingRecord', [...beforeAssignment, ...underReview, 'quality', 'remanded']],
  ['correctDocuments', [...beforeAssignment, ...underReview, 'remanded']],
  ['receiveLateRecord', [...underReview.slice(2), 'quality', 'quality-passed', 'remanded']],
  ['consolidateCases', ['eligible', ...underReview]],
  ['extendDecision', [...underReview.slice(2), 'quality', 'quality-passed', 'remanded']],
  ['convertPriority', beforeIssue],
  ['fileAppeal', ['served', 'implemented']],
  ['terminateTreatment', beforeIssue],
  ['terminateReview', beforeIssue],
]

/** Ids of the operations that are this user's to call next, as the case stands. */
export function nextActs(state: CaseState, principal: Principal): readonly OperationId[] {
  return nextIn[state.status].filter((id) => isFor(id, principal) && isDue(id, state, principal))
}

/** Ids of the operations that this user may need besides, as the case stands. */
export function actsBesides(state: CaseState, principal: Principal): readonly OperationId[] {
  const next = nextActs(state, principal)
  const besides = besidesIn
    .filter(([id, statuses]) => statuses.includes(state.status) && !next.includes(id))
    .map(([id]) => id)
  return [...besides, 'sendNotice' as const].filter((id) => isFor(id, principal))
}

/** Templates of notices that the case asks for, for whom may send them. */
export function noticesToSend(state: CaseState, principal: Principal): readonly string[] {
  return isFor('sendNotice', principal) ? noticesDue(state) : []
}

function isFor(id: OperationId, principal: Principal): boolean {
  return operations[id].policy[principal.role] !== 'none'
}

/** Whether the act still has something to do in this case. */
function isDue(id: OperationId, state: CaseState, principal: Principal): boolean {
  switch (id) {
    case 'publishDetermination':
      return state.publishedOn === null
    case 'recordImplementation':
      return state.outcome !== 'uphold'
    case 'serveEligibilityFinding':
      return state.findingServedOn === null
    case 'receiveEligibilityFinding':
      return state.findingReceivedOn === null
    case 'resolveLiability':
      return state.liabilityResolvedOn === null
    case 'reopenReview':
      return state.liabilityResolvedOn !== null
    case 'consolidateCases':
      return (state.eligibility?.consolidateWith ?? []).length > 0
    case 'listLateRecords':
      return state.lateRecords.length > 0
    case 'answerInformation':
      return wasAsked(state, principal)
    default:
      return true
  }
}

/** The office answers for whoever was asked; a party where it was asked itself. */
function wasAsked(state: CaseState, principal: Principal): boolean {
  const asked = state.informationRequested.map(({ from }) => from)
  switch (principal.role) {
    case 'claims-administrator':
      return asked.includes('claims-administrator')
    case 'employee':
      return asked.includes('employee') || asked.includes('representative')
    default:
      return true
  }
}
