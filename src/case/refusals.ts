import type { RefusalCatalogue } from '#foundation'

export type CaseRefusalCode =
  | 'role-may-not'
  | 'application-already-received'
  | 'placed-already'
  | 'no-application'
  | 'step-out-of-order'
  | 'eligibility-not-tested'
  | 'case-not-eligible'
  | 'eligibility-table-empty'
  | 'already-assigned'
  | 'artifact-of-wrong-kind'
  | 'text-missing'
  | 'date-in-the-future'
  | 'date-before-its-cause'
  | 'clock-certificate-missing'
  | 'clock-certificate-wrong'
  | 'clock-certificate-unasked'
  | 'clock-not-running'
  | 'clock-still-running'
  | 'record-already-received'
  | 'record-empty'
  | 'records-not-listed'
  | 'listed-pages-wrong'
  | 'record-not-received'
  | 'record-not-read-yet'
  | 'record-not-readable'
  | 'record-already-read'
  | 'missing-record-dismissed'
  | 'reading-has-gaps'
  | 'only-utilization-review-decision'
  | 'facts-before-criteria'
  | 'fact-both-ways'
  | 'treatment-not-in-dispute'
  | 'reviewer-blocked'
  | 'reviewer-not-selected'
  | 'reviewer-not-attested'
  | 'not-the-attested-reviewer'
  | 'reviewer-not-qualified'
  | 'parent-undecided'
  | 'contingent-contradicts-parent'
  | 'contingent-not-on-merits'
  | 'guideline-not-cited'
  | 'source-not-in-record'
  | 'absence-not-searched'
  | 'case-summary-missing'
  | 'issue-undecided'
  | 'reasons-missing'
  | 'quality-reader-is-reviewer'
  | 'recipient-missing'
  | 'already-published'
  | 'nothing-to-implement'
  | 'priority-already'
  | 'late-record-not-listed'
  | 'already-served'
  | 'liability-not-resolved'
  | 'reopened-too-late'
  | 'not-to-consolidate'
  | 'no-fee-yet'
  | 'not-the-party-asked'
  | 'terminated-treatment-changed'
  | 'panel-incomplete'
  | 'panel-decides-otherwise'
  | 'no-appeal-in-program'
  | 'authorization-of-something-else'
  | 'approval-missing'
  | 'decision-extended-already'
  | 'decision-time-over'
  | 'copy-not-owed'
  | 'copy-noted-already'
  | 'fee-amount-missing'
  | 'fee-amount-by-schedule'
  | 'fee-invoiced-already'
  | 'fee-not-invoiced'
  | 'fee-paid-already'
  | 'penalty-finding-unknown'
  | 'penalty-finding-stands'
  | 'penalty-finding-not-there'
  | 'retention-unknown'
  | 'wrong-fact-without-page'

/** What a case will not let happen, and what to do about it. */
export const caseRefusals: Readonly<Record<CaseRefusalCode, RefusalCatalogue[string]>> = {
  'role-may-not': {
    authority: 'OpenIMR policy; Labor Code 4610.6(a): a physician decides',
    next: 'Ask a person whose role includes this act.',
  },
  'application-already-received': {
    authority: '8 CCR 9792.10.1(b): one application per decision',
    next: 'Open the existing case; send changes as an amendment.',
  },
  'placed-already': {
    authority: 'OpenIMR: an event says that something changed',
    next: 'Nothing needs to be done.',
  },
  'no-application': {
    authority: '8 CCR 9792.10.1(b)',
    next: 'Receive the application first.',
  },
  'step-out-of-order': {
    authority: 'OpenIMR lifecycle of a case (handbook, law 3.2)',
    next: 'Look at the status of the case; it names the step that comes next.',
  },
  'eligibility-not-tested': {
    authority: '8 CCR 9792.10.3',
    next: 'Go through the eligibility table first.',
  },
  'case-not-eligible': {
    authority: '8 CCR 9792.10.3',
    next: 'Read the eligibility table: the row that decided names the cure.',
  },
  'eligibility-table-empty': {
    authority: '8 CCR 9792.10.3',
    next: 'Send the whole table, every row with its result.',
  },
  'already-assigned': {
    authority: '8 CCR 9792.10.4',
    next: 'The notice is in the case; correspondence goes on from there.',
  },
  'artifact-of-wrong-kind': {
    authority: 'OpenIMR: an event refers to what it says',
    next: 'Store the right document and refer to it.',
  },
  'text-missing': {
    authority: 'OpenIMR: who acts says why',
    next: 'Fill in the text.',
  },
  'date-in-the-future': {
    authority: 'OpenIMR: an event has happened',
    next: 'Correct the day, or record it when it has come.',
  },
  'date-before-its-cause': {
    authority: 'OpenIMR lifecycle of a case (handbook, law 3.2)',
    next: 'Correct the day.',
  },
  'clock-certificate-missing': {
    authority: 'OpenIMR: every clock carries its certificate',
    next: 'Compute the clocks with clocksStartedBy, store a certificate for each, and send both.',
  },
  'clock-certificate-wrong': {
    authority: 'OpenIMR: every clock carries its certificate',
    next: 'Compute the deadline again from the same start and rules.',
  },
  'clock-certificate-unasked': {
    authority: 'OpenIMR: every clock carries its certificate',
    next: 'Leave out the clocks that this step does not start.',
  },
  'clock-not-running': {
    authority: 'OpenIMR lifecycle of a case (handbook, law 3.2)',
    next: 'Nothing needs to be done; the clock has ended or was never started.',
  },
  'clock-still-running': {
    authority: 'OpenIMR lifecycle of a case (handbook, law 3.2)',
    next: 'Wait until the clock has run out.',
  },
  'record-already-received': {
    authority: '8 CCR 9792.10.5; each file is kept once',
    next: 'Nothing needs to be done: the file is in the record.',
  },
  'record-empty': {
    authority: '8 CCR 9792.10.5',
    next: 'Send the file again; it has no page.',
  },
  'records-not-listed': {
    authority: '8 CCR 9792.10.6(d): the determination lists the documents reviewed',
    next: 'List the documents found in the received files.',
  },
  'listed-pages-wrong': {
    authority: '8 CCR 9792.10.6(d)',
    next: 'Correct the pages of the document in the list.',
  },
  'record-not-received': {
    authority: '8 CCR 9792.10.5',
    next: 'Receive the file first.',
  },
  'record-not-read-yet': {
    authority: 'OpenIMR: what was received is read before the record is listed or complete',
    next: 'Wait until the file is read; its progress stands beside it.',
  },
  'record-not-readable': {
    authority: '8 CCR 9792.10.6(d): the determination lists what was reviewed',
    next: 'Ask the sender for a readable copy, or say why the record is complete without it.',
  },
  'record-already-read': {
    authority: 'OpenIMR: citations hold for the reading that they were made on',
    next: 'Nothing needs to be done: the file is read.',
  },
  'missing-record-dismissed': {
    authority: 'OpenIMR: what was found once is not found again',
    next: 'Read the reason in the list of missing records; ask for the document where it is needed.',
  },
  'reading-has-gaps': {
    authority: 'OpenIMR: every page is read once or marked as not readable',
    next: 'Read the file again.',
  },
  'only-utilization-review-decision': {
    authority: '8 CCR 9792.10.6(b)(2)',
    next: 'Obtain records, or documents of the employee or the physician; the review may not rest on the utilization review decision alone.',
  },
  'facts-before-criteria': {
    authority: 'OpenIMR: criteria are applied to facts of the record',
    next: 'Find the facts in the record first.',
  },
  'fact-both-ways': {
    authority: 'OpenIMR: a fact is confirmed or rejected',
    next: 'Confirm or reject each fact, not both.',
  },
  'treatment-not-in-dispute': {
    authority: '8 CCR 9792.10.3(a); Labor Code 4610.6(a)',
    next: 'Choose a treatment of the application that is still in dispute.',
  },
  'reviewer-blocked': {
    authority: 'Labor Code 4610.6(i): after a remand a different reviewer decides',
    next: 'Select another reviewer.',
  },
  'reviewer-not-selected': {
    authority: 'Labor Code 139.5',
    next: 'Select a reviewer for this case first.',
  },
  'reviewer-not-attested': {
    authority: 'Labor Code 139.5(d); 8 CCR 9792.10.6(b)',
    next: 'The reviewer attests licence, practice and absence of ties for this case first.',
  },
  'not-the-attested-reviewer': {
    authority: 'Labor Code 4610.6(a); 139.5(d)',
    next: 'Only the reviewer who attested for this case may do this.',
  },
  'reviewer-not-qualified': {
    authority: 'Labor Code 139.5(d): active practice of five years, 24 hours a week',
    next: 'Select another reviewer.',
  },
  'parent-undecided': {
    authority: 'OpenIMR: a contingent service falls or stands with its treatment',
    next: 'Decide the treatment that it goes with first.',
  },
  'contingent-contradicts-parent': {
    authority: 'OpenIMR: a contingent service is not necessary if its treatment is not',
    next: 'Decide both the same way, the contingent service first where it was overturned.',
  },
  'contingent-not-on-merits': {
    authority:
      'handbook law 3.1 and 7: a contingent service is decided on its merits where its treatment is overturned',
    next: 'Cite the guideline for the service itself, or say why none is cited.',
  },
  'guideline-not-cited': {
    authority: 'Labor Code 4610.6(d); 8 CCR 9792.10.6(d): references to the evidence',
    next: 'Cite the guideline, or say why none is cited.',
  },
  'source-not-in-record': {
    authority: 'Labor Code 4610.6(e): relevant documents in the record',
    next: 'Quote a page of a file that was received in this case.',
  },
  'absence-not-searched': {
    authority: 'OpenIMR: "not documented" carries what was searched',
    next: 'Search the record and attach what was looked for.',
  },
  'case-summary-missing': {
    authority: "8 CCR 9792.10.6(d): the employee's medical condition",
    next: 'Write the clinical case summary.',
  },
  'issue-undecided': {
    authority: 'Labor Code 4610.6(d)',
    next: 'Decide every treatment that is in dispute.',
  },
  'reasons-missing': {
    authority: 'OpenIMR: who sends back says why',
    next: 'Give at least one reason.',
  },
  'quality-reader-is-reviewer': {
    authority: 'Labor Code 139.5(e)(3): quality assurance',
    next: 'Another person reads the draft.',
  },
  'recipient-missing': {
    authority: '8 CCR 9792.10.6(f); Labor Code 4610.6(f)',
    next: 'Serve the employee, the representative, the physician and the claims administrator.',
  },
  'already-published': {
    authority: '8 CCR 9792.10.9',
    next: 'Nothing needs to be done: the public copy is out.',
  },
  'nothing-to-implement': {
    authority: '8 CCR 9792.10.7(a)',
    next: 'Choose a treatment whose denial was overturned and that is not implemented yet.',
  },
  'priority-already': {
    authority: '8 CCR 9792.10.4(c)',
    next: 'Nothing needs to be done: the review has this priority.',
  },
  'wrong-fact-without-page': {
    authority: 'Labor Code 4610.6(h)(5), (i)',
    next: 'Name the page of the record that proves the finding wrong, as the order does.',
  },
  'late-record-not-listed': {
    authority: '8 CCR 9792.10.6(d): a list of the documents reviewed; Labor Code 4610.5(m)',
    next: 'List the documents of the late file, read them, then submit the draft.',
  },
  'already-served': {
    authority: 'OpenIMR policy: a finding is served once',
    next: 'Nothing is to be done; test eligibility again if something has changed.',
  },
  'liability-not-resolved': {
    authority: '8 CCR 9792.10.3(d); Labor Code 4610.5(h)(2)',
    next: 'Record the notice that the dispute over liability is resolved first.',
  },
  'reopened-too-late': {
    authority: '8 CCR 9792.10.1(c); Labor Code 4610.5(h)(2)',
    next: 'Say in lateBecause why the review is taken up all the same, or leave it closed.',
  },
  'not-to-consolidate': {
    authority: '8 CCR 9792.10.4(a)',
    next: 'Only open reviews of the same employee, requesting physician and date of injury join.',
  },
  'panel-incomplete': {
    authority: 'rules/programs: number of reviewers; Labor Code 4610.6(e)',
    next: 'Wait for the opinion of every reviewer of the panel, each once.',
  },
  'panel-decides-otherwise': {
    authority: 'rules/programs: majority and even split; Labor Code 4610.6(e)',
    next: 'Enter the decision that the opinions make together.',
  },
  'no-appeal-in-program': {
    authority: 'rules/programs: appeal',
    next: 'Tell the party what the program provides instead.',
  },
  'not-the-party-asked': {
    authority: '8 CCR 9792.10.3(c): the party asked answers',
    next: 'Answer for the party that was asked, or wait until you are asked.',
  },
  'terminated-treatment-changed': {
    authority: '8 CCR 9792.10.6(a)',
    next: 'Leave treatments that left the dispute where they are, and add new ones after them.',
  },
  'no-fee-yet': {
    authority: '8 CCR 9792.10.8',
    next: 'Ask again when the review has been determined or has ended.',
  },
  'authorization-of-something-else': {
    authority: '8 CCR 9792.10.6(a); Labor Code 4610.5(g)',
    next: 'Give the days of an authorization only where the reason is that it was authorized.',
  },
  'approval-missing': {
    authority: 'Labor Code 4610.6(d)(2)',
    next: 'Name the approval of the Administrative Director: its number, or who gave it and when.',
  },
  'decision-extended-already': {
    authority: 'Labor Code 4610.6(d)(2)',
    next: 'Decide within the extended time; a late determination stays valid.',
  },
  'decision-time-over': {
    authority: 'Labor Code 4610.6(d)(2)',
    next: 'Decide now: an extension comes before the time is over, and a late determination stays valid.',
  },
  'copy-not-owed': {
    authority: 'Labor Code 4610.5(l), (o)',
    next: 'Choose a file that the claims administrator sent.',
  },
  'copy-noted-already': {
    authority: 'Labor Code 4610.5(l), (o)',
    next: 'Nothing is to be done; what is noted as absent may be proved later.',
  },
  'fee-amount-missing': {
    authority: '8 CCR 9792.10.8',
    next: 'Look the amount up in the fee schedule of the time, and give it with the place where it stands.',
  },
  'fee-amount-by-schedule': {
    authority: '8 CCR 9792.10.8',
    next: 'Leave the amount out; correct rules/fees if the schedule there is wrong.',
  },
  'fee-invoiced-already': {
    authority: '8 CCR 9792.10.8',
    next: 'Nothing is to be done: a review is billed once.',
  },
  'fee-not-invoiced': {
    authority: '8 CCR 9792.10.8',
    next: 'Send the invoice first.',
  },
  'fee-paid-already': {
    authority: '8 CCR 9792.10.8',
    next: 'Nothing is to be done.',
  },
  'penalty-finding-unknown': {
    authority: '8 CCR 9792.12, 9792.13',
    next: 'Choose one of the findings that the rules of the time have.',
  },
  'penalty-finding-stands': {
    authority: '8 CCR 9792.12, 9792.13',
    next: 'Take the finding back first if its reason is to be another.',
  },
  'penalty-finding-not-there': {
    authority: '8 CCR 9792.12, 9792.13',
    next: 'Nothing is to be done: only what was found can be taken back.',
  },
  'retention-unknown': {
    authority: '8 CCR 9792.7 (2026)',
    next: 'Look the time of keeping up; the case does not show it.',
  },
}
