import type { CaseOutcome, ListedDocument } from '#case'
import { printAmericanDate, sayDate } from '#foundation'
import { type Labelled, type LetterBody, layOutBody } from './letter-body.ts'
import { lowerFirst, partyWords, serviceWords } from './party-words.ts'
import { summarizePlainly } from './plain-language.ts'
import type { LetterOrganization, ServedLetter } from './served-letter.ts'
import {
  decisionWords,
  determinationHeading,
  letterHeading,
  proofOfServiceHeading,
} from './stock-sentences.ts'

type Table = {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The served letter in words, in reading order; printers only set it. */
export type ServedLetterLayout = {
  readonly organization: LetterOrganization
  readonly date: string
  readonly addressee: readonly string[]
  readonly reference: readonly Labelled[]
  readonly heading: string
  readonly outcome: { readonly line: string; readonly sentences: readonly string[] }
  readonly decisions: Table
  readonly next: Table & { readonly heading: string; readonly introduction: string }
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[]
  readonly closing: {
    readonly word: string
    readonly name: string
    readonly office: string
    readonly organization: string
  }
  readonly copies: { readonly heading: string; readonly items: readonly string[] }
  readonly spanish: { readonly heading: string; readonly sentences: readonly string[] }
  readonly documents: Table & { readonly heading: string; readonly introduction: string }
  readonly bodyHeading: string
  readonly body: LetterBody
  readonly service: Table & {
    readonly heading: string
    readonly paragraphs: readonly string[]
    readonly declaration: readonly string[]
    readonly lines: readonly string[]
  }
}

const outcomeWords: Readonly<Record<CaseOutcome, string>> = {
  uphold: 'Uphold',
  overturn: 'Overturn',
  'partially-overturn': 'Partially overturn',
}

/**
 * Lays the served letter out (handbook, letters.md 7): letterhead, reference block, outcome in
 * plain words, what happens next, binding effect and appeal, signature of the medical director,
 * copies, documents reviewed, the determination, proof of service. The reviewer has no name here
 * (Labor Code 4610.6(f)).
 */
export function layOutServedLetter(letter: ServedLetter): ServedLetterLayout {
  const { determination, organization } = letter
  return {
    organization,
    date: sayDate(letter.servedOn),
    addressee: [letter.employee.name, ...letter.employee.address],
    reference: [
      ['IMR case', determination.caseNumber ?? 'not given'],
      ['Injured worker', letter.employee.name],
      ['Claim number', letter.claimNumber],
      ['Employer', letter.employerName],
      ['Date of injury', day(determination.dateOfInjury)],
      ['Requesting physician', letter.requestingPhysicianName],
      ['UR decision', day(determination.urDenialDate)],
      ['Claims administrator', letter.claimsAdministratorName],
      ['Application received', day(determination.applicationReceived)],
      ['Review', determination.priority === 'expedited' ? 'Expedited' : 'Standard'],
    ],
    heading: letterHeading,
    outcome: {
      line: `Final Determination: ${outcomeWords[determination.outcome]}`,
      sentences: summarizePlainly(determination, 'en'),
    },
    decisions: {
      header: ['Treatment in dispute', 'Decision', 'In plain words'],
      rows: determination.issues.map((issue) => [
        issue.partial?.remainder ?? issue.treatment,
        decisionWords[issue.decision],
        issue.decision === 'upheld' ? 'Not medically necessary' : 'Medically necessary',
      ]),
    },
    next: {
      heading: 'WHAT HAPPENS NEXT',
      introduction:
        `Dates are counted from ${sayDate(letter.servedOn)}, the day of this letter. Where the proof ` +
        'of service shows a later day, they are counted from that day. Where a rule counts from ' +
        'receipt, the count starts on the day the letter is received.',
      header: ['Who', 'What', 'By', 'Rule'],
      rows: letter.whatHappensNext.map((step) => [step.party, step.what, step.by, step.authority]),
    },
    sections: [
      {
        heading: 'THIS DECISION IS BINDING',
        paragraphs: [
          'This determination is deemed to be the Final Determination of the Administrative ' +
            'Director of the Division of Workers’ Compensation and is binding on all parties ' +
            '(Labor Code 4610.6(g)). The credentials of the expert reviewer are in the determination; ' +
            'the reviewer’s name is confidential by law (Labor Code 4610.6(f)).',
        ],
      },
      {
        heading: 'YOUR RIGHT TO APPEAL',
        paragraphs: [
          'A party that disagrees may file a verified petition with the Workers’ Compensation ' +
            'Appeals Board within 30 days of the day this determination was served, longer where ' +
            'it was served other than in person; the last day is in the table above. The petition ' +
            'is served on all other parties and on the Administrative Director (Labor Code ' +
            '4610.6(h); 8 CCR 10575).',
          'The determination is presumed to be correct. It can be set aside only on clear and ' +
            'convincing evidence of one of these grounds: (1) the Administrative Director acted ' +
            'without or in excess of the powers of the office; (2) it was procured by fraud; ' +
            '(3) the reviewer had a material conflict of interest (Labor Code 139.5); (4) it was ' +
            'the result of bias on the basis of race, national origin, ethnic group, religion, ' +
            'age, sex, sexual orientation, color or disability; (5) it rests on a plainly ' +
            'erroneous finding of fact that is a matter of ordinary knowledge based on the ' +
            'information submitted, and not a matter of expert opinion. If it is set aside, the ' +
            'dispute goes to another reviewer.',
        ],
      },
    ],
    closing: {
      word: 'Sincerely,',
      name: organization.medicalDirector,
      office: 'Medical Director',
      organization: organization.name,
    },
    copies: {
      heading: 'Copies to',
      items: letter.recipients
        .filter((recipient) => recipient.role !== 'employee')
        .map((recipient) =>
          recipient.name === partyWords[recipient.role]
            ? recipient.name
            : `${recipient.name} (${lowerFirst(partyWords[recipient.role])})`,
        ),
    },
    spanish: {
      heading: 'RESUMEN EN ESPAÑOL',
      sentences: [
        ...summarizePlainly(determination, 'es'),
        '“Upheld” quiere decir: no es necesario por razones médicas. “Overturned” quiere decir: sí es necesario.',
      ],
    },
    documents: {
      heading: 'DOCUMENTS REVIEWED',
      introduction:
        letter.documentsReviewed.length === 0
          ? 'No document was received for this review.'
          : 'The expert reviewer was given all of these documents. Pages are those of the file.',
      header: ['No.', 'Document', 'Author', 'Date', 'Pages', 'File'],
      rows: letter.documentsReviewed.map((document, index) => [
        String(index + 1),
        document.title,
        document.author ?? 'not stated',
        document.date === undefined ? 'not dated' : printAmericanDate(document.date),
        printPages(document.pages),
        document.fileName,
      ]),
    },
    bodyHeading: determinationHeading,
    body: layOutBody(determination, organization.name),
    service: {
      heading: proofOfServiceHeading,
      paragraphs: [
        // The day is written by who serves: the letter is printed when the reviewer signs.
        `This letter of ${sayDate(letter.servedOn)}, with the list of documents reviewed and the ` +
          `determination in IMR case ${determination.caseNumber ?? '(no number)'}, was served on ` +
          'each person below in the manner and on the day stated.',
      ],
      header: ['Person', 'Party', 'Manner', 'Address'],
      rows: letter.recipients.map((recipient) => [
        recipient.name,
        partyWords[recipient.role],
        serviceWords[recipient.method],
        recipient.address,
      ]),
      declaration: [
        'I declare under penalty of perjury under the laws of the State of California that the ' +
          'foregoing is true and correct, and that I am over the age of 18 years and not a party ' +
          'to this review.',
      ],
      lines: [
        'Day of service',
        'Name and signature of the person who served',
        'Date and place of signing',
      ],
    },
  }
}

function day(date: Parameters<typeof printAmericanDate>[0] | null): string {
  return date === null ? 'not given' : printAmericanDate(date)
}

function printPages(pages: ListedDocument['pages']): string {
  return pages.first === pages.last ? String(pages.first) : `${pages.first}–${pages.last}`
}
