import type { CaseCommand } from './command.ts'
import { assignReview } from './decide-assignment.ts'
import { consolidateInto, takeInApplication } from './decide-consolidation.ts'
import { noteCopyToParties } from './decide-copy.ts'
import {
  decideIssue,
  issueDetermination,
  passQuality,
  returnDraft,
  submitDraft,
  writeCaseSummary,
} from './decide-determination.ts'
import { recordAssessment, recordFacts, reviewFacts } from './decide-evidence.ts'
import {
  convertPriority,
  runOutClock,
  terminateReview,
  terminateTreatment,
} from './decide-exits.ts'
import { extendDecision } from './decide-extension.ts'
import { invoiceFee, recordFeePayment } from './decide-fee.ts'
import {
  amendApplication,
  answerInformation,
  receiveApplication,
  receiveEligibilityFinding,
  recordEligibility,
  reopenReview,
  requestInformation,
  resolveLiability,
  serveEligibilityFinding,
} from './decide-intake.ts'
import { sendNotice } from './decide-notice.ts'
import { notePenaltyFinding } from './decide-penalty.ts'
import { placeCase } from './decide-placing.ts'
import { correctDocuments, giveUpReading, recordReading, requestReading } from './decide-reading.ts'
import {
  completeRecords,
  dismissMissingRecord,
  giveReceipt,
  listRecords,
  receiveRecord,
  requestRecords,
} from './decide-records.ts'
import { attestReviewer, releaseReviewer, selectReviewer } from './decide-reviewer.ts'
import {
  affirmDetermination,
  fileAppeal,
  implementDetermination,
  publishDetermination,
  remandDetermination,
  serveDetermination,
} from './decide-service.ts'
import type { Decision } from './guards.ts'
import type { CaseState } from './state.ts'
import { refuseRole } from './who-may.ts'

/**
 * What a command makes of a case: the events that happen, or the refusals that say why nothing
 * does. Pure: time, ids and stored artifacts are in the command. All rules of the lifecycle
 * (handbook, law 3.2) stand here and nowhere else.
 */
export function decide(command: CaseCommand, state: CaseState): Decision {
  const stranger = refuseRole(command)
  if (stranger) return { ok: false, refusals: [stranger] }
  switch (command.type) {
    case 'ReceiveApplication':
      return receiveApplication(command, state)
    case 'PlaceCase':
      return placeCase(command, state)
    case 'RecordEligibility':
      return recordEligibility(command, state)
    case 'RequestInformation':
      return requestInformation(command, state)
    case 'AnswerInformation':
      return answerInformation(command, state)
    case 'ReceiveEligibilityFinding':
      return receiveEligibilityFinding(command, state)
    case 'ServeEligibilityFinding':
      return serveEligibilityFinding(command, state)
    case 'ResolveLiability':
      return resolveLiability(command, state)
    case 'ReopenReview':
      return reopenReview(command, state)
    case 'TakeInApplication':
      return takeInApplication(command, state)
    case 'ConsolidateInto':
      return consolidateInto(command, state)
    case 'SendNotice':
      return sendNotice(command, state)
    case 'RequestRecords':
      return requestRecords(command, state)
    case 'DismissMissingRecord':
      return dismissMissingRecord(command, state)
    case 'AmendApplication':
      return amendApplication(command, state)
    case 'AssignReview':
      return assignReview(command, state)
    case 'ReceiveRecord':
      return receiveRecord(command, state)
    case 'RecordReading':
      return recordReading(command, state)
    case 'GiveUpReading':
      return giveUpReading(command, state)
    case 'RequestReading':
      return requestReading(command, state)
    case 'GiveReceipt':
      return giveReceipt(command, state)
    case 'CorrectDocuments':
      return correctDocuments(command, state)
    case 'ListRecords':
      return listRecords(command, state)
    case 'CompleteRecords':
      return completeRecords(command, state)
    case 'RecordFacts':
      return recordFacts(command, state)
    case 'ReviewFacts':
      return reviewFacts(command, state)
    case 'RecordAssessment':
      return recordAssessment(command, state)
    case 'SelectReviewer':
      return selectReviewer(command, state)
    case 'AttestReviewer':
      return attestReviewer(command, state)
    case 'ReleaseReviewer':
      return releaseReviewer(command, state)
    case 'WriteCaseSummary':
      return writeCaseSummary(command, state)
    case 'DecideIssue':
      return decideIssue(command, state)
    case 'SubmitDraft':
      return submitDraft(command, state)
    case 'ReturnDraft':
      return returnDraft(command, state)
    case 'PassQuality':
      return passQuality(command, state)
    case 'IssueDetermination':
      return issueDetermination(command, state)
    case 'ServeDetermination':
      return serveDetermination(command, state)
    case 'PublishDetermination':
      return publishDetermination(command, state)
    case 'ImplementDetermination':
      return implementDetermination(command, state)
    case 'FileAppeal':
      return fileAppeal(command, state)
    case 'AffirmDetermination':
      return affirmDetermination(command, state)
    case 'RemandDetermination':
      return remandDetermination(command, state)
    case 'TerminateTreatment':
      return terminateTreatment(command, state)
    case 'TerminateReview':
      return terminateReview(command, state)
    case 'ConvertPriority':
      return convertPriority(command, state)
    case 'RunOutClock':
      return runOutClock(command, state)
    case 'ExtendDecision':
      return extendDecision(command, state)
    case 'NoteCopyToParties':
      return noteCopyToParties(command, state)
    case 'NotePenaltyFinding':
      return notePenaltyFinding(command, state)
    case 'InvoiceFee':
      return invoiceFee(command, state)
    case 'RecordFeePayment':
      return recordFeePayment(command, state)
  }
}
