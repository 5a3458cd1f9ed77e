import {
  type Actor,
  type Authorization,
  type CaseEvent,
  type CaseEventType,
  penaltyFindingTitle,
  type RecordedEvent,
} from '#case'
import { sayDue } from '#deadlines'
import { sayDate } from '#foundation'
import { noticeTemplates } from '#letters'

/** What parties do not see: the organization's own order, the reviewer's work, the quality read. */
const insideTheReview: ReadonlySet<CaseEventType> = new Set<CaseEventType>([
  'CasePlaced',
  'FactsFound',
  'MissingRecordDismissed',
  'FactsReviewed',
  'CriteriaAssessed',
  'ReviewerReleased',
  'CaseSummaryWritten',
  'IssueDecided',
  'DraftSubmitted',
  'DraftReturned',
  'QualityPassed',
  'DeterminationIssued',
  'PenaltyFindingNoted',
])

/** The events in words; for parties without what happens inside the review. Nobody is named. */
export function timelineOf(
  events: readonly RecordedEvent[],
  forParties: boolean,
): readonly {
  readonly version: number
  readonly at: string
  readonly by: string
  readonly type: string
  readonly says: string
  readonly hash: string
}[] {
  const names = namesIn(events)
  return events
    .filter(({ event }) => !forParties || !insideTheReview.has(event.type))
    .map(({ version, at, by, event, hash }) => ({
      version,
      at,
      by: actorInWords(by),
      type: event.type,
      says: eventInWords(event, names),
      hash,
    }))
}

/** What clocks and treatments are called in this case. */
type Names = {
  readonly clock: (id: string) => string
  readonly isDuty: (id: string) => boolean
  readonly treatment: (id: string) => string
}

function namesIn(events: readonly RecordedEvent[]): Names {
  const clocks = new Map<string, { readonly title: string; readonly duty: boolean }>()
  const treatments = new Map<string, string>()
  for (const { event } of events) {
    if (event.type === 'ClockStarted') {
      const { title, nature } = event.deadline
      clocks.set(event.clock, { title: title ?? 'What is owed', duty: nature === 'duty' })
    }
    const named =
      event.type === 'ApplicationReceived' || event.type === 'ApplicationAmended'
        ? event.application.disputedTreatments
        : event.type === 'ApplicationTakenIn'
          ? event.treatments
          : []
    for (const { id, treatment } of named) treatments.set(id, treatment)
  }
  return {
    // What is owed comes first; the code of the clock is for whoever looks it up.
    clock: (id) => `${clocks.get(id)?.title ?? 'What is owed'} (clock ${id})`,
    isDuty: (id) => clocks.get(id)?.duty ?? true,
    treatment: (id) => `“${treatments.get(id) ?? id}”`,
  }
}

function actorInWords(by: Actor): string {
  return by.kind === 'system' ? 'system' : by.role
}

function eventInWords(event: CaseEvent, names: Names): string {
  switch (event.type) {
    case 'ApplicationReceived':
      return `The application was received and became case ${event.caseNumber}.`
    case 'CasePlaced':
      return `The case was placed: ${event.office ?? 'no office'}, ${event.caseManager === null ? 'nobody in charge' : 'a case manager in charge'}.`
    case 'EligibilityTested':
      return `Eligibility was tested on ${sayDate(event.testedOn)}: ${event.table.verdict}.`
    case 'InformationRequested':
      return `The ${party(event.from)} was asked for: ${event.what}.`
    case 'InformationAnswered':
      return `The ${party(event.from)} answered on ${sayDate(event.answeredOn)}.`
    case 'EligibilityFindingReceived':
      return `The finding of eligibility was received on ${sayDate(event.receivedOn)}.`
    case 'EligibilityFindingServed':
      return `The finding that the review is not opened was served on ${count(event.recipients.length, 'recipient')} on ${sayDate(event.servedOn)}.`
    case 'LiabilityResolved':
      return `Notice that the dispute over liability is resolved was served on ${sayDate(event.noticeServedOn)}: ${event.reason}`
    case 'ReviewReopened':
      return `The deferred review was taken up again on ${sayDate(event.reopenedOn)}: ${event.reason}`
    case 'ApplicationTakenIn':
      return `Case ${event.fromCaseNumber} joined this review on ${sayDate(event.takenInOn)} with ${count(event.treatments.length, 'treatment')}.`
    case 'ConsolidatedInto':
      return `This review joined case ${event.caseNumber} on ${sayDate(event.consolidatedOn)} and goes on there.`
    case 'NoticeSent':
      return `${noticeTitle(event.template)} was sent to ${count(event.recipients.length, 'recipient')} on ${sayDate(event.sentOn)}.`
    case 'RecordsRequested':
      return `The ${party(event.from)} was asked on ${sayDate(event.requestedOn)} for more of the record: ${event.what}`
    case 'MissingRecordDismissed':
      return `A document that the record mentions was not asked for: ${event.reason}`
    case 'ApplicationAmended':
      return `The application was amended: ${event.reason}.`
    case 'ReviewAssigned':
      return `The review was opened and the parties were notified by ${event.noticeMethod === 'mail' ? 'mail' : 'electronic service'}.`
    case 'ClockStarted':
      return `${names.clock(event.clock)} ${names.isDuty(event.clock) ? 'is due by' : 'may be done until'} ${sayDue(event.deadline.due)}.`
    case 'ClockStopped':
      return `${names.clock(event.clock)} is no longer awaited since ${sayDate(event.stoppedOn)}.`
    case 'ClockRanOut':
      return `${names.clock(event.clock)} ${names.isDuty(event.clock) ? 'was not done in time; it has been overdue since' : 'can no longer be done since'} ${sayDate(event.ranOutOn)}.`
    case 'RecordReceived':
      return event.pages === null
        ? `A file was received from the ${party(event.from)}: ${event.fileName}.`
        : `A file of ${count(event.pages, 'page')} was received from the ${party(event.from)}: ${event.fileName}.`
    case 'RecordRead':
      return `The ${count(event.pages, 'page')} of a file were read.`
    case 'RecordNotRead':
      return `A file could not be read: ${event.because}.`
    case 'ReadingRequested':
      return 'A file that could not be read is tried again.'
    case 'ReceiptGiven':
      return `A receipt was given to the ${event.from}: ${event.received} received, ${event.alreadyThere} there already, ${event.refused} refused.`
    case 'DocumentsCorrected':
      return `A person corrected which documents a file holds: ${event.documents.length} now.`
    case 'RecordsListed':
      return `${count(event.documents.length, 'document')} identified in the files.`
    case 'RecordsCompleted':
      return event.reason === undefined
        ? 'The file was found complete.'
        : `The file was taken as complete: ${event.reason}`
    case 'FactsFound':
      return `${count(event.count, 'statement')} found in the record, as proposals.`
    case 'FactsReviewed':
      return `Statements reviewed: ${event.confirmed.length} confirmed, ${event.rejected.length} rejected.`
    case 'CriteriaAssessed':
      return `Criteria ${event.pack} were applied to ${names.treatment(event.treatmentId)}: ${event.result}. A suggestion, no decision.`
    case 'ReviewerSelected':
      return 'An expert reviewer without ties to the case was chosen.'
    case 'ReviewerAttested':
      return 'The expert reviewer attested licence, practice and absence of ties, and took the case.'
    case 'ReviewerReleased':
      return 'The expert reviewer was released from the case.'
    case 'CaseSummaryWritten':
      return 'The clinical case summary was written.'
    case 'IssueDecided':
      return `${names.treatment(event.issue.treatmentId)} was decided: ${event.issue.decision}.`
    case 'DraftSubmitted':
      return 'The draft was given to the quality reader.'
    case 'DraftReturned':
      return `The draft was sent back: ${event.reasons.join('; ')}`
    case 'QualityPassed':
      return event.overrides.length === 0
        ? 'The draft passed the quality read.'
        : `The draft passed the quality read; ${count(event.overrides.length, 'finding')} overridden with a reason.`
    case 'DeterminationIssued':
      return `The determination was signed and issued on ${sayDate(event.issuedOn)}: ${event.outcome}.`
    case 'DeterminationServed':
      return `The determination was served on ${count(event.recipients.length, 'recipient')} on ${sayDate(event.servedOn)}.`
    case 'DeterminationPublished':
      return `The determination was published, without names, on ${sayDate(event.publishedOn)}.`
    case 'DeterminationImplemented':
      return `${names.treatment(event.treatmentId)} was authorized or paid on ${sayDate(event.implementedOn)}.`
    case 'AppealFiled':
      return `An appeal was filed on ${sayDate(event.filedOn)} on ground ${event.ground}.`
    case 'DeterminationAffirmed':
      return `The determination was affirmed on ${sayDate(event.affirmedOn)}.`
    case 'DeterminationRemanded':
      return `The dispute was sent back on ${sayDate(event.remandedOn)} on ground ${event.ground}: ${event.wrongFact}`
    case 'TreatmentTerminated':
      return `${names.treatment(event.treatmentId)} left the dispute on ${sayDate(event.terminatedOn)}: ${event.reason}${authorizationInWords(event)}.`
    case 'ReviewTerminated':
      return `The review ended without a determination on ${sayDate(event.terminatedOn)}: ${event.reason}${authorizationInWords(event)}.`
    case 'PriorityConverted':
      return `The review became ${event.to} on ${sayDate(event.convertedOn)}: ${event.reason}`
    case 'DecisionExtended':
      return `The Administrative Director approved ${count(event.days, 'more day')} for the decision on ${sayDate(event.approvedOn)} (${event.approval}): ${event.reason}`
    case 'CopyToPartiesNoted':
      return event.copy.kind === 'proved'
        ? `The employee and the physician got a copy of a file on ${sayDate(event.copy.copiedOn)}: ${event.copy.proof}`
        : `Nothing shows that the employee and the physician got a copy of a file: ${event.copy.because}`
    case 'PenaltyFindingNoted':
      return `${event.kind === 'breach' ? 'A breach' : 'A ground of mitigation'} was ${event.stands ? 'found' : 'taken back'} (${penaltyFindingTitle(event.kind, event.finding)}): ${event.because}`
    case 'FeeInvoiced':
      return `The claims administrator was billed $${event.dollars} on ${sayDate(event.invoicedOn)}${event.verified ? '' : ' (amount not verified)'}.`
    case 'FeePaid':
      return `The fee was paid on ${sayDate(event.paidOn)}.`
  }
}

function authorizationInWords(event: { readonly authorization?: Authorization }): string {
  const { authorization } = event
  return authorization
    ? ` (on ${sayDate(authorization.authorizedOn)}; the review organization was told on ${sayDate(authorization.toldOn)})`
    : ''
}

function party(role: string): string {
  return role.replaceAll('-', ' ')
}

function noticeTitle(template: string): string {
  return noticeTemplates.find(({ id }) => id === template)?.title ?? `A notice (${template})`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
