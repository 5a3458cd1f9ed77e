import type { Determination, Issue } from '#determination'
import { ok, type Refusal, type Result, refuse, refused } from '#foundation'
import type { Application } from '#intake'
import { type Deidentified, makeDeidentifier, type Residue } from './deidentify.ts'
import { identifiersOf, type KnownIdentifier } from './known-identifier.ts'
import { publicationRefusals } from './refusals.ts'

export type PublicationRequest = {
  readonly application: Application
  /** Of every reviewer in the register: none may be published (Labor Code 4610.6(f)). */
  readonly reviewerNames: readonly string[]
  /** Further names of the case: authors of records, facilities. */
  readonly furtherIdentifiers?: readonly KnownIdentifier[]
  /** Words that a person has looked at and found to name nobody. */
  readonly acceptedWords?: readonly string[]
}

/** A passage that the public copy does not have, for the person who signs the release. */
export type StruckPassage = {
  readonly field: string
  readonly start: number
  readonly end: number
  readonly type: string
}

export type PublicationProposal = {
  readonly determination: Determination
  readonly struck: readonly StruckPassage[]
}

/**
 * The determination as it may be published, or why not: names and numbers of parties and reviewers
 * are struck out of the running text; where one may remain, or stands in a field that is published
 * as it is, the release is refused with field and kind. Only the fields of the public letter come
 * through, whatever else the value carries. Made from data: no PDF is ever edited.
 * Authority: Labor Code 4610.6(f), (m); 8 CCR 9792.10.9.
 */
export function releaseForPublication(
  determination: Determination,
  request: PublicationRequest,
): Result<Determination> {
  const proposal = proposePublication(determination, request)
  return proposal.ok ? ok(proposal.value.determination) : proposal
}

/** The same with the list of passages struck out. */
export function proposePublication(
  determination: Determination,
  request: PublicationRequest,
): Result<PublicationProposal> {
  const known: readonly KnownIdentifier[] = [
    ...identifiersOf(request.application),
    ...request.reviewerNames.map((value) => ({
      type: 'reviewer',
      value,
      kind: 'surname' as const,
    })),
    ...(request.furtherIdentifiers ?? []),
  ]
  const deidentify = makeDeidentifier(known, 'ca-dwc')
  const accepted = new Set((request.acceptedWords ?? []).map((word) => word.toLowerCase()))
  const struck: StruckPassage[] = []
  const refusals: Refusal[] = []

  const isAccepted = (text: string, residue: Residue): boolean =>
    accepted.has(text.slice(residue.start, residue.end).toLowerCase())
  const refuseResidue = (field: string, text: string, result: Deidentified): void => {
    for (const residue of result.residue) {
      if (isAccepted(text, residue)) continue
      refusals.push(
        refuse(
          publicationRefusals,
          'identifier-may-remain',
          `characters ${residue.start} to ${residue.end}: ${residue.why}`,
          field,
        ),
      )
    }
  }
  /** Running text: struck out, then looked at again as if it were new. */
  const prose = (field: string, text: string): string => {
    const first = deidentify(text)
    struck.push(...first.spans.map((span) => ({ field, ...span })))
    refuseResidue(field, text, first)
    const again = deidentify(first.text)
    for (const span of again.spans) {
      refusals.push(
        refuse(
          publicationRefusals,
          'identifier-may-remain',
          `characters ${span.start} to ${span.end} of the struck-out text: ${span.type}`,
          field,
        ),
      )
    }
    return first.text
  }
  /** Closed vocabularies and citations: an identifier in them is an error of the case. */
  const fixed = <T extends string | null | undefined>(field: string, text: T): T => {
    if (typeof text !== 'string') return text
    const result = deidentify(text)
    for (const span of result.spans) {
      refusals.push(
        refuse(publicationRefusals, 'identifier-in-published-field', `it has: ${span.type}`, field),
      )
    }
    refuseResidue(field, text, result)
    return text
  }

  const released = releaseFields(determination, prose, fixed)
  const [refusal, ...more] = refusals
  return refusal ? refused(refusal, ...more) : ok({ determination: released, struck })
}

type Guideline = Issue['claimsAdministratorGuideline']
type Citation = Guideline['citations'][number]
type Prose = (field: string, text: string) => string
type Fixed = <T extends string | null | undefined>(field: string, text: T) => T

function releaseFields(determination: Determination, prose: Prose, fixed: Fixed): Determination {
  const { reviewer } = determination
  const list = (field: string, texts: readonly string[]): readonly string[] =>
    texts.map((text, index) => fixed(`${field}[${index}]`, text))
  const [first, ...rest] = determination.issues
  return {
    caseNumber: fixed('caseNumber', determination.caseNumber),
    priority: determination.priority,
    dateAssigned: determination.dateAssigned,
    dateOfInjury: determination.dateOfInjury,
    decisionDate: determination.decisionDate,
    urDenialDate: determination.urDenialDate,
    applicationReceived: determination.applicationReceived,
    reviewer: {
      licensure: list('reviewer.licensure', reviewer.licensure),
      specialties: list('reviewer.specialties', reviewer.specialties),
      ...(reviewer.boards ? { boards: list('reviewer.boards', reviewer.boards) } : {}),
    },
    caseSummary: prose('caseSummary', determination.caseSummary),
    issues: [
      releaseIssue(first, 'issues[0]', prose, fixed),
      ...rest.map((issue, index) => releaseIssue(issue, `issues[${index + 1}]`, prose, fixed)),
    ],
    outcome: determination.outcome,
  }
}

function releaseIssue(issue: Issue, field: string, prose: Prose, fixed: Fixed): Issue {
  const { partial } = issue
  return {
    treatment: prose(`${field}.treatment`, issue.treatment),
    decision: issue.decision,
    ...(partial
      ? {
          partial: {
            requested: prose(`${field}.partial.requested`, partial.requested),
            authorized: prose(`${field}.partial.authorized`, partial.authorized),
            remainder: prose(`${field}.partial.remainder`, partial.remainder),
          },
        }
      : {}),
    ...(issue.associatedSurgicalService === undefined
      ? {}
      : { associatedSurgicalService: issue.associatedSurgicalService }),
    ...(issue.retrospective === undefined ? {} : { retrospective: issue.retrospective }),
    ...(issue.datesOfService
      ? {
          datesOfService: issue.datesOfService.map((date, index) =>
            fixed(`${field}.datesOfService[${index}]`, date),
          ),
        }
      : {}),
    ...(issue.category === undefined
      ? {}
      : { category: fixed(`${field}.category`, issue.category) }),
    ...(issue.subcategory === undefined
      ? {}
      : { subcategory: fixed(`${field}.subcategory`, issue.subcategory) }),
    ...(issue.bodyRegions
      ? {
          bodyRegions: issue.bodyRegions.map((region, index) =>
            fixed(`${field}.bodyRegions[${index}]`, region),
          ),
        }
      : {}),
    claimsAdministratorGuideline: releaseGuideline(
      issue.claimsAdministratorGuideline,
      `${field}.claimsAdministratorGuideline`,
      prose,
      fixed,
    ),
    reviewOrganizationGuideline: releaseGuideline(
      issue.reviewOrganizationGuideline,
      `${field}.reviewOrganizationGuideline`,
      prose,
      fixed,
    ),
    rationale: prose(`${field}.rationale`, issue.rationale),
  }
}

function releaseGuideline(
  guideline: Guideline,
  field: string,
  prose: Prose,
  fixed: Fixed,
): Guideline {
  return {
    text: prose(`${field}.text`, guideline.text),
    cited: guideline.cited,
    citations: guideline.citations.map((citation, index) =>
      releaseCitation(citation, `${field}.citations[${index}]`, fixed),
    ),
  }
}

function releaseCitation(citation: Citation, field: string, fixed: Fixed): Citation {
  const list = (name: string, texts: readonly string[]): readonly string[] =>
    texts.map((text, index) => fixed(`${field}.${name}[${index}]`, text))
  return {
    source: citation.source,
    ...(citation.title === undefined ? {} : { title: fixed(`${field}.title`, citation.title) }),
    ...(citation.edition === undefined
      ? {}
      : { edition: fixed(`${field}.edition`, citation.edition) }),
    ...(citation.sections ? { sections: list('sections', citation.sections) } : {}),
    ...(citation.pages ? { pages: list('pages', citation.pages) } : {}),
  }
}
