import { type OperationId, operations } from '#api'
import type { CaseState, CaseStatus } from '#case'
import type { Principal } from './principal.ts'

/**
 * The way of a case, as a hint to people: which acts come next in which status. It allows nothing:
 * `decide` has the last word.
 */
const nextIn: Readonly<Record<CaseStatus, readonly OperationId[]>> = {
  none: [],
  received: ['testEligibility'],
  'awaiting-information': ['testEligibility'],
  ineligible: [],
  deferred: ['testEligibility'],
  duplicate: [],
  eligible: ['assignReview'],
  'records-open': ['uploadRecord', 'completeRecords'],
  'records-overdue': ['uploadRecord', 'completeRecords'],
  'records-complete': ['prepareReview', 'selectReviewer'],
  'reviewer-selected': ['prepareReview', 'attestReview', 'releaseReviewer'],
  'in-review': ['reviewFacts', 'writeCaseSummary', 'decideIssue', 'submitDraft', 'releaseReviewer'],
  quality: ['returnDraft', 'passQuality', 'releaseReviewer'],
  'quality-passed': ['signDetermination', 'returnDraft', 'releaseReviewer'],
  issued: ['serveDetermination'],
  served: ['publishDetermination', 'recordImplementation', 'fileAppeal'],
  implemented: ['publishDetermination', 'fileAppeal'],
  appealed: ['publishDetermination', 'affirmDetermination', 'remandDetermination'],
  affirmed: ['publishDetermination', 'recordImplementation'],
  remanded: ['selectReviewer'],
  terminated: [],
}

/** Ids of the operations that are this user's to call next, as the case stands. */
export function nextActs(state: CaseState, principal: Principal): readonly OperationId[] {
  return nextIn[state.status].filter(
    (id) =>
      operations[id].policy[principal.role] !== 'none' &&
      !(id === 'publishDetermination' && state.publishedOn !== null) &&
      !(id === 'recordImplementation' && state.outcome === 'uphold'),
  )
}
