import { type Refusal, refuse } from '#foundation'
import type { CaseCommand, CommandType } from './command.ts'
import type { ActorRole } from './event.ts'
import { caseRefusals } from './refusals.ts'

type Doer = ActorRole | 'system'

const office: readonly Doer[] = ['case-manager', 'administrator']
const officeOrSystem: readonly Doer[] = [...office, 'system']
const parties: readonly Doer[] = ['claims-administrator', 'employee']
const reviewer: readonly Doer[] = ['reviewer']
const quality: readonly Doer[] = ['quality']

/**
 * Who may ask what of a case. What decides is a physician's act: no row of the determination has
 * `system` in it.
 */
const doers: Readonly<Record<CommandType, readonly Doer[]>> = {
  ReceiveApplication: [...officeOrSystem, ...parties],
  PlaceCase: office,
  RecordEligibility: officeOrSystem,
  RequestInformation: office,
  AnswerInformation: [...office, ...parties],
  ReceiveEligibilityFinding: officeOrSystem,
  ServeEligibilityFinding: officeOrSystem,
  ResolveLiability: [...office, ...parties],
  ReopenReview: [...office, 'employee'],
  TakeInApplication: office,
  ConsolidateInto: office,
  SendNotice: officeOrSystem,
  RequestRecords: [...office, 'reviewer'],
  DismissMissingRecord: [...office, 'reviewer', 'quality'],
  AmendApplication: [...office, ...parties],
  AssignReview: office,
  ReceiveRecord: [...officeOrSystem, ...parties],
  RecordReading: officeOrSystem,
  GiveUpReading: officeOrSystem,
  RequestReading: office,
  GiveReceipt: [...officeOrSystem, ...parties],
  CorrectDocuments: [...office, 'reviewer', 'quality'],
  // Whoever corrects the documents of a complete record lists them anew.
  ListRecords: [...officeOrSystem, 'reviewer', 'quality'],
  CompleteRecords: office,
  RecordFacts: [...officeOrSystem, 'reviewer'],
  ReviewFacts: reviewer,
  RecordAssessment: [...officeOrSystem, 'reviewer'],
  SelectReviewer: office,
  AttestReviewer: reviewer,
  ReleaseReviewer: [...office, 'reviewer'],
  WriteCaseSummary: reviewer,
  DecideIssue: reviewer,
  SubmitDraft: reviewer,
  ReturnDraft: quality,
  PassQuality: quality,
  IssueDetermination: reviewer,
  ServeDetermination: officeOrSystem,
  PublishDetermination: officeOrSystem,
  ImplementDetermination: [...office, 'claims-administrator'],
  FileAppeal: office,
  AffirmDetermination: office,
  RemandDetermination: office,
  TerminateTreatment: office,
  TerminateReview: office,
  ConvertPriority: officeOrSystem,
  RunOutClock: officeOrSystem,
  ExtendDecision: office,
  NoteCopyToParties: office,
  NotePenaltyFinding: office,
  InvoiceFee: officeOrSystem,
  RecordFeePayment: office,
}

/** The refusal where the actor's role does not include the command; null where it does. */
export function refuseRole(command: CaseCommand): Refusal | null {
  const doer: Doer = command.by.kind === 'person' ? command.by.role : 'system'
  if (doers[command.type].includes(doer)) return null
  return refuse(
    caseRefusals,
    'role-may-not',
    `${doer} may not do ${command.type}; ${doers[command.type].join(', ')} may`,
    'by.role',
  )
}
