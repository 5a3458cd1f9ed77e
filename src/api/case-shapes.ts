import { z } from 'zod'
import {
  appealGroundShape,
  artifactShape,
  caseStatusShape,
  day,
  list,
  outcomeShape,
  partyRoleShape,
  priorityShape,
  someOf,
} from './common-shapes.ts'

export const addressShape = z.object({
  street: z.string(),
  city: z.string(),
  state: z.string(),
  zip: z.string(),
  country: z.string().exactOptional(),
})

export const personNameShape = z.object({
  first: z.string(),
  middle: z.string().exactOptional(),
  last: z.string(),
})

export const employeeShape = z.object({
  name: personNameShape,
  dateOfBirth: z.string(),
  address: addressShape,
  phone: z.string().exactOptional(),
  email: z.string().exactOptional(),
})

export const employerShape = z.object({
  name: z.string(),
  address: addressShape.exactOptional(),
})

export const claimsAdministratorShape = z.object({
  company: z.string(),
  contact: z.string(),
  address: addressShape,
  phone: z.string().exactOptional(),
  fax: z.string().exactOptional(),
  email: z.string().exactOptional(),
})

export const requestingPhysicianShape = z.object({
  name: personNameShape,
  practice: z.string().exactOptional(),
  specialty: z.string().exactOptional(),
  npi: z.string().exactOptional(),
  address: addressShape,
  phone: z.string().exactOptional(),
  fax: z.string().exactOptional(),
})

export const representativeShape = z.object({
  name: personNameShape,
  firm: z.string().exactOptional(),
  capacity: z.enum(['attorney', 'other']),
  designatedOn: z.string(),
  address: addressShape,
  email: z.string().exactOptional(),
})

export const bodyRegionShape = z.enum([
  'cervical spine',
  'thoracic spine',
  'lumbar spine',
  'shoulder',
  'elbow',
  'forearm',
  'wrist',
  'hand',
  'hip',
  'knee',
  'ankle',
  'foot',
  'head',
  'chest',
  'abdomen',
  'psyche',
  'other',
])

export const sideShape = z.enum(['left', 'right', 'bilateral'])

const treatmentMembers = {
  treatment: z.string().min(1),
  category: z.string().exactOptional(),
  subcategory: z.string().exactOptional(),
  bodyRegions: list(bodyRegionShape),
  side: sideShape.exactOptional(),
  levels: list(z.string()).exactOptional(),
  partial: z
    .object({ requested: z.string(), authorized: z.string(), remainder: z.string() })
    .exactOptional(),
  associatedWith: z.string().exactOptional(),
  retrospective: z.boolean(),
  datesOfService: list(z.string()).exactOptional(),
  claimsAdministratorGuideline: z.string(),
}

/** One treatment in dispute ("disputed items/services", 8 CCR 9792.10.3(a)). */
export const disputedTreatmentShape = z.object({ id: z.string(), ...treatmentMembers })

export const utilizationReviewShape = z.object({
  organization: z.string(),
  reviewerName: z.string().exactOptional(),
  requestReceivedOn: z.string(),
  decidedOn: z.string(),
  servedOn: z.string(),
  served: z.object({
    method: z.enum(['personal', 'mail', 'electronic', 'fax']),
    place: z.enum(['CA', 'US', 'abroad']),
  }),
  outcome: z.enum(['denied', 'modified', 'delayed', 'approved']),
  conditional: z.boolean(),
  formServed: z.boolean(),
  formularyDispute: z.boolean(),
  reasons: z.string(),
})

/**
 * The application as it is sent in: DWC Form IMR (8 CCR 9792.10.2). Dates are text here; the room
 * of intake reads them and says what is wrong with them by its own authority.
 */
export const applicationShape = z.object({
  program: z.enum(['CA-WC', 'CA-DMHC', 'NY-DFS']),
  /** Where the program tells kinds of review apart, and how the plan's own appeal ended. */
  reviewType: z
    .enum([
      'medical-necessity',
      'experimental',
      'emergency',
      'out-of-network',
      'formulary',
      'step-therapy',
    ])
    .exactOptional(),
  internalAppeal: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('decided'), decidedOn: z.string() }),
      z.object({
        kind: z.literal('excused'),
        because: z.enum(['urgent', 'experimental', 'no-timely-answer', 'plan-agrees']),
      }),
    ])
    .exactOptional(),
  receivedOn: z.string(),
  priority: priorityShape,
  expeditedCertified: z.boolean(),
  employee: employeeShape,
  employer: employerShape,
  claimsAdministrator: claimsAdministratorShape,
  requestingPhysician: requestingPhysicianShape,
  representative: representativeShape.exactOptional(),
  claimNumber: z.string(),
  eamsNumber: z.string().exactOptional(),
  jurisdictionalClaimNumber: z.string().exactOptional(),
  dateOfInjury: z.string(),
  primaryDiagnosis: z.object({
    description: z.string(),
    icd10: z.string().exactOptional(),
  }),
  signature: z
    .object({
      by: z.enum(['employee', 'representative']),
      name: z.string(),
      signedOn: z.string(),
    })
    .nullable(),
  utilizationReview: utilizationReviewShape.nullable(),
  liabilityDispute: z
    .object({ reason: z.string(), resolvedNoticeOn: z.string().exactOptional() })
    .nullable(),
  disputedTreatments: someOf(disputedTreatmentShape),
})

export const dueShape = z.union([z.object({ on: z.string() }), z.object({ at: z.string() })])

export const deadlineShape = z.object({
  clock: z.string(),
  /** What is to be done, or may be done, in a few words. */
  title: z.string().exactOptional(),
  rules: z.string(),
  calendar: z.string(),
  nature: z.enum(['duty', 'right']),
  /** Whether the rule behind the number was read in the controlling text. */
  verified: z.boolean(),
  due: dueShape,
  steps: list(
    z.object({ rule: z.string(), authority: z.string(), from: z.string(), to: z.string() }),
  ),
  /** Other days that a defensible reading of the law gives. */
  alternatives: list(z.object({ due: dueShape, because: z.string() })).exactOptional(),
  /** What was asked and changes nothing, or was assumed. */
  notes: list(z.string()).exactOptional(),
})

/** A clock of the case with the derivation of its end. */
export const clockShape = z.object({
  clock: z.string(),
  status: z.enum(['running', 'stopped', 'ran-out']),
  endedOn: z.string().exactOptional(),
  deadline: deadlineShape,
  /** How its end was counted, in words that a worker understands. */
  counted: z.string(),
})

export const eligibilityShape = z.object({
  rules: z.string(),
  verdict: z.enum(['eligible', 'ineligible', 'deferred', 'duplicate', 'information-needed']),
  tests: list(
    z.object({
      row: z.int(),
      test: z.string(),
      result: z.enum(['passed', 'failed', 'unknown', 'not-applicable', 'not-reached']),
      because: z.string(),
      authority: z.string(),
      evidence: z.string(),
      /** Where the letter of the decision says what was looked at. */
      places: list(
        z.object({
          document: z.string(),
          documentId: z.string().exactOptional(),
          page: z.int(),
          says: z.string(),
        }),
      ).exactOptional(),
      cure: z.string().exactOptional(),
      /** Whether the rule behind the row was read in the controlling text, where, and when. */
      verified: z.boolean().exactOptional(),
      source: z.string().exactOptional(),
      readOn: z.string().exactOptional(),
    }),
  ),
  convertTo: priorityShape.exactOptional(),
  consolidateWith: list(z.string()).exactOptional(),
  duplicateOf: z.string().exactOptional(),
  authorizedTreatments: list(z.string()).exactOptional(),
})

/** One line of the case list. */
export const caseRowShape = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  status: caseStatusShape,
  priority: priorityShape,
  employeeName: z.string(),
  employerName: z.string(),
  claimsAdministrator: z.string(),
  claimNumber: z.string(),
  dateOfInjury: z.string(),
  receivedOn: z.string(),
  treatments: list(z.string()),
  /** The State's categories of the treatments that are still in dispute. */
  categories: list(z.string()),
  program: z.enum(['CA-WC', 'CA-DMHC', 'NY-DFS']),
  /** Who of the organization carries the case; null for parties. */
  office: z.string().nullable(),
  caseManager: z.string().nullable(),
  outcome: outcomeShape.nullable(),
  issuedOn: z.string().nullable(),
  publishedOn: z.string().nullable(),
  /** The clock that ends first, of those that run or are overdue. */
  nextClock: z.object({ clock: z.string(), due: z.string() }).nullable(),
})

/** A received file. */
export const fileShape = z.object({
  documentId: z.string(),
  fileName: z.string(),
  from: partyRoleShape,
  receivedOn: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  /** Null until reading tells. */
  pages: z.int().nullable(),
  sha256: z.string(),
  reading: z.enum(['waiting', 'read', 'failed']),
  /** Why it could not be read. */
  notReadBecause: z.string().exactOptional(),
  /** How far the reading has come, while it waits. */
  progress: z
    .object({
      stage: z.enum(['waiting', 'preparing', 'reading']),
      pagesDone: z.int(),
      pages: z.int().nullable(),
      attempts: z.int(),
    })
    .exactOptional(),
})

/** A document identified in a file: one line of the letter's list of documents reviewed. */
export const listedDocumentShape = z.object({
  documentId: z.string(),
  fileId: z.string().exactOptional(),
  title: z.string(),
  kind: z.string(),
  author: z.string().exactOptional(),
  date: day.exactOptional(),
  pages: z.object({ first: z.int(), last: z.int() }),
})

/** What may be said about a reviewer outside the organization: never a name (Lab. Code 4610.6(f)). */
export const credentialsShape = z.object({
  licensure: someOf(z.string()),
  specialties: someOf(z.string()),
  yearsInPractice: z.number(),
  hoursPerWeek: z.number(),
})

export const citationShape = z.object({
  source: z.enum(['MTUS', 'ODG', 'other']),
  title: z.string().exactOptional(),
  edition: z.string().nullable().exactOptional(),
  sections: list(z.string()).exactOptional(),
  pages: list(z.string()).exactOptional(),
})

export const guidelineShape = z.object({
  text: z.string(),
  cited: z.boolean(),
  citations: list(citationShape),
})

/** A source of a rationale's statement, as it is kept. */
export const rationaleSourceShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('record'),
    says: z.string(),
    documentId: z.string(),
    sha256: z.string(),
    page: z.int(),
    start: z.int(),
    end: z.int(),
    quote: z.string(),
  }),
  z.object({
    kind: z.literal('absence'),
    says: z.string(),
    searched: z.object({
      terms: list(z.string()),
      pages: z.int(),
      documents: list(z.string()),
    }),
  }),
  z.object({ kind: z.literal('guideline'), says: z.string(), citation: z.string() }),
])

export const decidedIssueShape = z.object({
  treatmentId: z.string(),
  decision: z.enum(['upheld', 'overturned']),
  claimsAdministratorGuideline: guidelineShape,
  reviewOrganizationGuideline: guidelineShape,
  rationale: z.string(),
  noGuidelineBecause: z.string().exactOptional(),
  sources: list(rationaleSourceShape),
  decidedAt: z.string(),
})

const askedShape = z.object({
  from: partyRoleShape,
  what: z.string(),
  requestedOn: z.string(),
})

/** The whole case as its page shows it; nothing in it names the reviewer. */
export const caseShape = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  version: z.int(),
  status: caseStatusShape,
  priority: priorityShape,
  /** Office and case manager by name; null to parties. */
  office: z.string().nullable(),
  caseManager: z.string().nullable(),
  application: applicationShape,
  eligibility: eligibilityShape.nullable(),
  assignedOn: z.string().nullable(),
  recordsCompletedOn: z.string().nullable(),
  recordsCompletedBecause: z.string().nullable(),
  clocks: list(clockShape),
  files: list(fileShape),
  listedDocuments: list(listedDocumentShape),
  /** What parties were asked for and have not answered; what they were asked to send besides. */
  informationRequested: list(askedShape),
  requestedRecords: list(askedShape),
  /** Files that came after the record was complete and are not listed yet. */
  lateRecords: list(z.string()),
  findingReceivedOn: z.string().nullable(),
  findingServedOn: z.string().nullable(),
  liabilityResolvedOn: z.string().nullable(),
  /** Reviews that joined this one, and the one that this review joined. */
  takenIn: list(z.object({ caseNumber: z.string(), treatmentIds: list(z.string()) })),
  consolidatedInto: z.object({ caseId: z.string(), caseNumber: z.string() }).nullable(),
  /** Null until a reviewer attested. */
  reviewerCredentials: credentialsShape.nullable(),
  factsFound: z.boolean(),
  /** Disputed treatments in order; parties see the decision once the determination is served. */
  treatments: list(
    z.object({
      treatment: disputedTreatmentShape,
      terminated: z.enum(['authorized', 'withdrawn', 'settled']).nullable(),
      assessed: z.boolean(),
      decision: decidedIssueShape.nullable(),
      implemented: z.boolean(),
    }),
  ),
  caseSummary: z.string().nullable(),
  returnedBecause: list(z.string()),
  outcome: outcomeShape.nullable(),
  issuedOn: z.string().nullable(),
  servedOn: z.string().nullable(),
  publishedOn: z.string().nullable(),
  /** The petition that is open against the determination, or was affirmed. */
  appeal: z.object({ filedOn: z.string(), ground: appealGroundShape }).nullable(),
  /** The order that last sent the dispute back; the next reviewer is to see it. */
  remand: z
    .object({
      remandedOn: z.string(),
      ground: appealGroundShape,
      wrongFact: z.string(),
      proof: z.object({ documentId: z.string(), page: z.int() }).exactOptional(),
    })
    .nullable(),
  determination: artifactShape.nullable(),
  servedLetter: artifactShape.nullable(),
  /** Ids of the operations that are the user's to call next, as the case stands. */
  nextActs: list(z.string()),
  /** Templates of notices that the case asks for and that the user may send with `sendNotice`. */
  noticesDue: list(z.string()),
  /** Ids of operations that the user may need besides. */
  actsBesides: list(z.string()),
})

/** One line of the timeline, in words. */
export const timelineEntryShape = z.object({
  version: z.int(),
  at: z.string(),
  /** The role that acted; people are not named. */
  by: z.string(),
  type: z.string(),
  says: z.string(),
  hash: z.string(),
})
