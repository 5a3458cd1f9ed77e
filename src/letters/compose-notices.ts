import type { AssignmentNotice, ServedRecipient } from '#case'
import { type DeadlineCertificate, explainDeadline, sayDue } from '#deadlines'
import { type PlainDate, sayDate } from '#foundation'
import type { Application, EligibilityTable, EligibilityVerdict } from '#intake'
import type { ConflictCheck } from '#reviewers'
import { lowerFirst, partyWords, printAddress, printName, serviceWords } from './party-words.ts'
import type { Notice, NoticeBlock } from './ports.ts'
import type { LetterOrganization } from './served-letter.ts'

const heading = (text: string): NoticeBlock => ({ kind: 'heading', text })
const paragraph = (text: string): NoticeBlock => ({ kind: 'paragraph', text })

/** What a notice about a case says in its head. */
export type NoticeCase = {
  readonly caseNumber: string
  readonly application: Application
  readonly organization: LetterOrganization
}

const verdictWords: Readonly<Record<EligibilityVerdict, string>> = {
  eligible: 'The application is eligible for Independent Medical Review.',
  ineligible: 'The application is not eligible for Independent Medical Review.',
  deferred: 'The application is deferred: another dispute has to be resolved first.',
  duplicate: 'The dispute is already under review or was decided before.',
  'information-needed': 'The application cannot be decided yet: information is missing.',
}

const testWords = {
  failed: 'stands in the way',
  unknown: 'not known yet',
  passed: 'in order',
  'not-applicable': 'does not apply',
  'not-reached': 'not reached',
} as const

/**
 * Tells the applicant that a review was not opened, with each reason, its rule and its cure, and
 * then every test that was gone through (8 CCR 9792.10.3).
 */
export function composeEligibilityNotice(
  request: NoticeCase & { readonly table: EligibilityTable; readonly date: PlainDate },
): Notice {
  const { table, application } = request
  const reasons = table.tests.filter(
    (test) => test.result === 'failed' || test.result === 'unknown',
  )
  const eligible = table.verdict === 'eligible'
  return {
    title: eligible ? 'Notice of Eligibility' : 'Notice about Your Application',
    date: sayDate(request.date),
    organization: request.organization,
    reference: `Eligibility ${request.caseNumber}`,
    addressee: [
      printName(application.employee.name),
      ...printAddress(application.employee.address),
    ],
    blocks: [
      caseTable(request),
      heading('WHAT WAS FOUND'),
      paragraph(verdictWords[table.verdict]),
      ...(eligible || reasons.length === 0
        ? []
        : ([
            heading('WHY, AND WHAT CAN BE DONE'),
            {
              kind: 'table',
              header: ['Reason', 'What can be done', 'Rule'],
              rows: reasons.map((test) => [
                test.because,
                test.cure ?? 'Nothing cures this.',
                test.authority,
              ]),
            },
            paragraph(
              'A party that disagrees may petition the Workers’ Compensation Appeals Board within ' +
                '30 days of service of this notice, longer where it was served other than in ' +
                'person (8 CCR 10575).',
            ),
          ] satisfies NoticeBlock[])),
      heading('EVERY TEST'),
      {
        kind: 'table',
        header: ['No.', 'Test', 'Result', 'What was looked at'],
        rows: table.tests.map((test) => [
          String(test.row),
          test.test,
          testWords[test.result],
          test.evidence,
        ]),
      },
      paragraph(`Tested by the rules ${table.rules}.`),
    ],
  }
}

const natureWords = { duty: 'Must send', right: 'May send' } as const

/**
 * The notice of assignment (8 CCR 9792.10.4(b)): that the review was opened, and for each party
 * what to send, by when and by which rule.
 */
export function composeAssignmentLetter(
  request: NoticeCase & { readonly notice: AssignmentNotice },
): Notice {
  const { notice, application } = request
  return {
    title: 'Notice of Assignment and Request for Information',
    date: sayDate(notice.assignedOn),
    organization: request.organization,
    reference: `Notice of assignment ${notice.caseNumber}`,
    addressee: [notice.employeeName, ...printAddress(application.employee.address)],
    blocks: [
      {
        kind: 'table',
        header: ['IMR case', notice.caseNumber],
        rows: [
          ['Review', notice.priority === 'expedited' ? 'Expedited' : 'Standard'],
          ['Injured worker', notice.employeeName],
          ['Claim number', notice.claimNumber],
          ['Date of injury', sayDate(notice.dateOfInjury)],
          ['Employer', notice.employerName],
          ['Claims administrator', notice.claimsAdministrator],
          ['Requesting physician', notice.requestingPhysician],
          [
            'UR decision',
            notice.utilizationReviewDecidedOn
              ? sayDate(notice.utilizationReviewDecidedOn)
              : 'not given',
          ],
        ],
      },
      paragraph(
        `The application for Independent Medical Review was found eligible and was assigned to ` +
          `${request.organization.name} on ${sayDate(notice.assignedOn)}. A physician who has no ` +
          'tie to any party will decide whether the treatment in dispute is medically necessary ' +
          `(${notice.authority}).`,
      ),
      heading('TREATMENT IN DISPUTE'),
      { kind: 'list', items: notice.disputedTreatments.map(({ treatment }) => treatment) },
      heading('WHO SENDS WHAT BY WHEN'),
      ...notice.owed.flatMap((owed): readonly NoticeBlock[] => [
        {
          kind: 'table',
          header: [partyWords[owed.party], owed.name],
          rows: [
            [
              natureWords[owed.nature],
              owed.what.map((one, at) => (at === 0 ? one : lowerFirst(one))).join('; '),
            ],
            ['By', owed.by],
            ['Rule', owed.authority],
            ['Otherwise', owed.consequence],
          ],
        },
      ]),
      ...(notice.notes.length === 0
        ? []
        : ([
            heading('PLEASE NOTE'),
            { kind: 'list', items: notice.notes },
          ] satisfies NoticeBlock[])),
      heading('HOW THE DAYS WERE COUNTED'),
      { kind: 'list', items: [...new Set(notice.owed.map(({ counting }) => counting))] },
    ],
  }
}

/** The computation of a deadline, line by line, so that anyone can do it again with a calendar. */
export function composeDeadlineCertificate(request: {
  readonly caseNumber: string
  readonly certificate: DeadlineCertificate
  readonly date: PlainDate
}): Notice {
  const { certificate } = request
  const { deadline } = certificate
  return {
    title: 'Deadline Certificate',
    date: sayDate(request.date),
    reference: `Deadline ${certificate.request.clock} ${request.caseNumber}`,
    blocks: [
      {
        kind: 'table',
        header: ['Clock', certificate.rule.title],
        rows: [
          ['Case', request.caseNumber],
          [deadline.nature === 'right' ? 'May be used until' : 'Due', sayDue(deadline.due)],
          ['Authority', certificate.rule.authority],
          [
            'Rule set',
            `${certificate.ruleSet.id}, version ${certificate.ruleSet.version} (SHA-256 ${certificate.ruleSet.sha256.slice(0, 16)}…)`,
          ],
          [
            'Calendar',
            `${certificate.calendar.id} (SHA-256 ${certificate.calendar.sha256.slice(0, 16)}…)`,
          ],
          [
            'Rule read in the controlling text',
            deadline.verified ? 'yes' : 'no: from a secondary source',
          ],
        ],
      },
      heading('HOW IT WAS COUNTED'),
      {
        kind: 'table',
        header: ['Step', 'From', 'To', 'Authority'],
        rows: deadline.steps.map((step) => [step.rule, step.from, step.to, step.authority]),
      },
      heading('IN ONE LINE'),
      paragraph(explainDeadline(deadline)),
    ],
  }
}

const conflictWords: Readonly<Record<ConflictCheck['result'], string>> = {
  'no-tie': 'no tie',
  tie: 'tie',
  'possible-tie': 'possible tie',
}

/**
 * Every comparison of the conflict check (Labor Code 139.5(c)). The reviewer is named by the number
 * in the register only: the name never leaves the organization (Labor Code 4610.6(f)).
 */
export function composeConflictCertificate(request: {
  readonly caseNumber: string
  readonly reviewerId: string
  readonly checks: readonly ConflictCheck[]
  readonly date: PlainDate
}): Notice {
  const ties = request.checks.filter((check) => check.result !== 'no-tie').length
  return {
    title: 'Conflict-of-Interest Certificate',
    date: sayDate(request.date),
    reference: `Conflict check ${request.caseNumber}`,
    blocks: [
      paragraph(
        `Reviewer ${request.reviewerId} was compared with ${request.checks.length} ` +
          `${request.checks.length === 1 ? 'party' : 'parties'} of case ${request.caseNumber}: ` +
          `${ties === 0 ? 'no material professional, familial or financial tie was found' : `${ties} ${ties === 1 ? 'tie or possible tie was' : 'ties or possible ties were'} found`} (Labor Code 139.5).`,
      ),
      {
        kind: 'table',
        header: ['Party', 'Role', 'Result', 'Because'],
        rows: request.checks.map((check) => [
          check.party,
          check.role,
          conflictWords[check.result],
          check.because,
        ]),
      },
    ],
  }
}

/** The proof of service of any document of a case: who, how, where, when; to be signed by hand. */
export function composeProofOfService(request: {
  readonly caseNumber: string
  readonly organization: LetterOrganization
  readonly documents: readonly string[]
  readonly recipients: readonly ServedRecipient[]
  readonly servedOn: PlainDate
}): Notice {
  return {
    title: 'Proof of Service',
    date: sayDate(request.servedOn),
    organization: request.organization,
    reference: `Proof of service ${request.caseNumber}`,
    blocks: [
      paragraph(
        `On ${sayDate(request.servedOn)} the following was served in IMR case ${request.caseNumber} ` +
          'on each person below in the manner stated:',
      ),
      { kind: 'list', items: request.documents },
      {
        kind: 'table',
        header: ['Person', 'Party', 'Manner', 'Address'],
        rows: request.recipients.map((recipient) => [
          recipient.name,
          partyWords[recipient.role],
          serviceWords[recipient.method],
          recipient.address,
        ]),
      },
      paragraph(
        'I declare under penalty of perjury under the laws of the State of California that the ' +
          'foregoing is true and correct, and that I am over the age of 18 years and not a party ' +
          'to this review.',
      ),
      paragraph('Name, signature, date and place: ______________________________'),
    ],
  }
}

function caseTable({ caseNumber, application }: NoticeCase): NoticeBlock {
  return {
    kind: 'table',
    header: ['IMR case', caseNumber],
    rows: [
      ['Injured worker', printName(application.employee.name)],
      ['Claim number', application.claimNumber],
      ['Date of injury', sayDate(application.dateOfInjury)],
      ['Claims administrator', application.claimsAdministrator.company],
      ['Application received', sayDate(application.receivedOn)],
      ['Treatment in dispute', application.disputedTreatments.map((t) => t.treatment).join('; ')],
    ],
  }
}
