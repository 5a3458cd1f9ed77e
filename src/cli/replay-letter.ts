import type { Actor } from '#case'
import type { Determination, IssuedDetermination } from '#determination'
import {
  addDays,
  daysBetween,
  type Instant,
  isNonEmpty,
  ok,
  type PlainDate,
  parseInstant,
  parsePlainDate,
  type Result,
  refuse,
} from '#foundation'
import { compareDeterminations, type Difference, type ReadLetter, readLetterPages } from '#letters'
import {
  type Act,
  assignReview,
  attestReview,
  completeRecords,
  type Deps,
  decideIssue,
  getJson,
  loadCase,
  passQuality,
  prepareReview,
  readDraft,
  receiveApplication,
  receiveRecord,
  selectReviewer,
  signDetermination,
  submitDraft,
  testCaseEligibility,
  writeCaseSummary,
} from '#proceedings'
import { attestationStatements, type Reviewer } from '#reviewers'
import { cliRefusals } from './refusals.ts'

/** What became of a letter that was carried through a case. */
export type Replayed = {
  readonly differences: readonly Difference[]
  /** What a case needs and the letter does not say; it stands in, and is not printed. */
  readonly standIns: readonly string[]
}

const manager: Actor = { kind: 'person', userId: 'replay', role: 'case-manager' }
const physician: Actor = { kind: 'person', userId: 'replayed-reviewer', role: 'reviewer' }
const reader: Actor = { kind: 'person', userId: 'replay-quality', role: 'quality' }

/**
 * Opens a case from a letter that was read, carries it to an issued determination with the decisions
 * that the letter records, prints our letter, reads that again, and compares the two readings field
 * by field. `record` is the a page with the letter's summary: the only record there is.
 */
export async function replayLetter(
  depsFor: (reviewer: Reviewer, caseNumber: string) => Deps,
  letter: ReadLetter,
  record: Uint8Array,
): Promise<Result<Replayed>> {
  const dates = datesOf(letter)
  const reviewer = reviewerOf(letter)
  if (!reviewer.ok) return reviewer
  const deps = depsFor(reviewer.value, letter.caseNumber ?? 'CM00-0000000')
  const standIns = [
    'names and addresses of the parties',
    'the medical records: the letter itself is the only file',
    ...dates.missing,
    ...(letter.caseNumber === null ? ['caseNumber'] : []),
    ...(letter.priority === null ? ['priority'] : []),
    ...letter.issues.flatMap((issue, index) =>
      issue.associatedSurgicalService && parentOf(letter, index) === null
        ? [`issue ${index + 1} stands alone: the letter has no surgery that it can go with`]
        : [],
    ),
  ]
  const opened = await openCase(deps, letter, dates)
  if (!opened.ok) return opened
  const { caseId, service } = opened.value
  if (service !== 'mail in California') standIns.push(`service of the UR decision: ${service}`)
  const carried = await carry(deps, caseId, letter, record, dates)
  if (!carried.ok) return carried
  const printed = await deps.printer.printPublicLetter(withoutStandIns(carried.value, letter))
  const pages = await deps.pdf.read(printed)
  if (!pages.ok) return pages
  const again = readLetterPages(pages.value.pages, { file: letter.file })
  if (!again.ok) return again
  return ok({ differences: compareDeterminations(letter, again.value), standIns })
}

/** Each step as the letter says it was taken; findings of quality are kept and passed over. */
async function carry(
  deps: Deps,
  caseId: string,
  letter: ReadLetter,
  record: Uint8Array,
  dates: Dates,
): Promise<Result<Determination>> {
  const assigned: Act = { by: manager, at: atNine(dates.assigned) }
  const decided: Act = { by: physician, at: atNine(dates.decided) }
  const steps: readonly (() => Promise<Result<unknown>>)[] = [
    () => assignReview(deps, assigned, caseId, { noticeMethod: 'electronic' }),
    () =>
      receiveRecord(deps, assigned, caseId, {
        fileName: 'published-letter.pdf',
        from: 'claims-administrator',
        content: record,
      }),
    () =>
      completeRecords(deps, assigned, caseId, { reason: 'Replay of a published determination' }),
    () => prepareReview(deps, { by: { kind: 'system', name: 'replay' }, at: assigned.at }, caseId),
    () =>
      selectReviewer(deps, assigned, caseId, {
        reviewerId: 'replayed-reviewer',
        similarBecause: 'The letter states it of its reviewer.',
      }),
    () => attestReview(deps, decided, caseId, { statements: Object.keys(attestationStatements) }),
    () => writeCaseSummary(deps, decided, caseId, { text: letter.caseSummary }),
    ...decisionOrder(letter).map((index) => () => {
      const issue = letter.issues[index]
      if (!issue) throw new TypeError('the order names issues of the letter')
      return decideIssue(deps, decided, caseId, {
        treatmentId: `t${index + 1}`,
        decision: issue.decision,
        guideline: issue.reviewOrganizationGuideline.text,
        rationale: issue.rationale,
        ...(issue.reviewOrganizationGuideline.cited
          ? {}
          : { noGuidelineBecause: 'The letter cites none.' }),
        sources: issue.reviewOrganizationGuideline.cited
          ? [
              {
                kind: 'guideline',
                says: 'as the letter cites it',
                citation: issue.reviewOrganizationGuideline.text,
              },
            ]
          : [],
      })
    }),
    () => submitDraft(deps, decided, caseId),
    async () => {
      const draft = await readDraft(deps, caseId, dates.decided)
      if (!draft.ok) return draft
      return passQuality(deps, { by: reader, at: decided.at }, caseId, {
        overrides: draft.value.findings
          .filter(({ severity }) => severity === 'blocking')
          .map(({ key }) => ({
            finding: key,
            reason: 'Replay: the published letter says so; its case file is not at hand.',
          })),
      })
    },
    () => signDetermination(deps, decided, caseId),
  ]
  for (const step of steps) {
    const taken = await step()
    if (!taken.ok) return taken
  }
  const state = await loadCase(deps, caseId)
  if (!state.ok) return state
  if (!state.value.determination) throw new TypeError('a signed case has a determination')
  const issued = await getJson<IssuedDetermination>(deps.artifacts, state.value.determination)
  return ok(issued.determination)
}

type Dates = {
  readonly injury: PlainDate
  readonly review: PlainDate
  readonly received: PlainDate
  readonly assigned: PlainDate
  readonly decided: PlainDate
  readonly missing: readonly string[]
}

/** The letter's dates; a letter without a header table gets a plausible course of days. */
function datesOf(letter: ReadLetter): Dates {
  const missing: string[] = []
  const standIn = (field: keyof ReadLetter, date: PlainDate | null, day: string): PlainDate => {
    if (date !== null) return date
    missing.push(field)
    const known = parsePlainDate(day)
    if (known === null) throw new TypeError(`not a day: ${day}`)
    return known
  }
  return {
    injury: standIn('dateOfInjury', letter.dateOfInjury, '2000-01-03'),
    review: standIn('urDenialDate', letter.urDenialDate, '2015-01-05'),
    received: standIn('applicationReceived', letter.applicationReceived, '2015-01-20'),
    assigned: standIn('dateAssigned', letter.dateAssigned, '2015-01-26'),
    decided: standIn('decisionDate', letter.decisionDate, '2015-02-20'),
    missing,
  }
}

/** Longer service where the letter's own dates need it: the State found the case eligible. */
const services = [
  { says: 'mail in California', method: 'mail', place: 'CA' },
  { says: 'mail from another state', method: 'mail', place: 'US' },
  { says: 'mail from abroad', method: 'mail', place: 'abroad' },
] as const

async function openCase(
  deps: Deps,
  letter: ReadLetter,
  dates: Dates,
): Promise<Result<{ readonly caseId: string; readonly service: string }>> {
  const late = daysBetween(dates.review, dates.received)
  const service = services[late <= 35 ? 0 : late <= 40 ? 1 : 2]
  const opened = await receiveApplication(
    deps,
    { by: manager, at: atNine(dates.received) },
    { input: applicationOf(letter, dates, service) },
  )
  if (!opened.ok) return opened
  const { caseId } = opened.value
  const tested = await testCaseEligibility(
    deps,
    { by: manager, at: atNine(dates.assigned) },
    caseId,
  )
  return tested.ok ? ok({ caseId, service: service.says }) : tested
}

function applicationOf(
  letter: ReadLetter,
  dates: Dates,
  service: (typeof services)[number],
): unknown {
  const address = { street: '1 Withheld', city: 'Withheld', state: 'CA', zip: '00000' }
  const withheld = { first: 'Zzwithheld' }
  return {
    program: 'CA-WC',
    receivedOn: dates.received,
    priority: letter.priority ?? 'standard',
    expeditedCertified: letter.priority === 'expedited',
    employee: {
      name: { ...withheld, last: 'Zzemployee' },
      dateOfBirth: bornOn(letter, dates),
      address,
    },
    employer: { name: 'Zzemployer withheld' },
    claimsAdministrator: { company: 'Zzadministrator withheld', contact: 'Zzcontact', address },
    requestingPhysician: { name: { ...withheld, last: 'Zzphysician' }, address },
    claimNumber: 'WITHHELD',
    dateOfInjury: dates.injury,
    primaryDiagnosis: { description: 'As in the clinical case summary' },
    signature: { by: 'employee', name: 'Zzwithheld Zzemployee', signedOn: dates.received },
    utilizationReview: {
      organization: 'Zzutilization review withheld',
      requestReceivedOn: dates.review,
      decidedOn: dates.review,
      servedOn: dates.review,
      served: { method: service.method, place: service.place },
      outcome: letter.issues.some(({ partial }) => partial) ? 'modified' : 'denied',
      conditional: false,
      formServed: true,
      formularyDispute: false,
      reasons: 'The letter does not give the decision of the utilization review in full.',
    },
    disputedTreatments: letter.issues.map((issue, index) => {
      const parent = issue.associatedSurgicalService ? parentOf(letter, index) : null
      return {
        treatment: issue.treatment,
        // Neither category nor region: our graded map of specialties is of today, and the letter's
        // reviewer was chosen by another. The reader finds both in the heading anyway.
        bodyRegions: [],
        ...(issue.partial ? { partial: issue.partial } : {}),
        ...(parent === null ? {} : { associatedWith: `t${parent + 1}` }),
        // Only a heading that says so itself: ours would add the word.
        retrospective: /^retrospective/i.test(issue.treatment),
        ...(/^retrospective/i.test(issue.treatment) && issue.datesOfService
          ? { datesOfService: issue.datesOfService }
          : {}),
        claimsAdministratorGuideline: issue.claimsAdministratorGuideline.text,
      }
    }),
  }
}

/** A day of birth that fits the age in the letter, if it gives one. */
function bornOn(letter: ReadLetter, dates: Dates): PlainDate {
  const age = Number(/\b(\d{1,3})[\s-]+years?[\s-]+old\b/i.exec(letter.caseSummary)?.[1] ?? 45)
  return addDays(dates.decided, -Math.round((age + 0.5) * 365.25))
}

/** The surgery that an associated service goes with: the nearest one that is not associated itself. */
function parentOf(letter: ReadLetter, index: number): number | null {
  const main = letter.issues.flatMap((issue, place) =>
    issue.associatedSurgicalService ? [] : [{ place, surgery: issue.category === 'Surgery' }],
  )
  const surgeries = main.filter(({ surgery }) => surgery)
  const candidates = surgeries.length > 0 ? surgeries : main
  const nearest = candidates.toSorted(
    (first, second) => Math.abs(first.place - index) - Math.abs(second.place - index),
  )[0]
  return nearest && !contradicts(letter, nearest.place, index) ? nearest.place : null
}

/** An overturned service beside an upheld surgery: the letter must mean another surgery. */
function contradicts(letter: ReadLetter, parent: number, child: number): boolean {
  return (
    letter.issues[parent]?.decision === 'upheld' && letter.issues[child]?.decision === 'overturned'
  )
}

/** Issues in the order in which they can be decided: what others depend on first. */
function decisionOrder(letter: ReadLetter): readonly number[] {
  const indices = letter.issues.map((_, index) => index)
  const associated = (index: number): boolean =>
    letter.issues[index]?.associatedSurgicalService === true && parentOf(letter, index) !== null
  return [...indices.filter((index) => !associated(index)), ...indices.filter(associated)]
}

function reviewerOf(letter: ReadLetter): Result<Reviewer> {
  const { licensure, specialties } = letter.reviewer
  const farOff = parsePlainDate('2099-12-31')
  const since = parsePlainDate('1990-01-01')
  if (farOff === null || since === null) throw new TypeError('these days exist')
  const licences = licensure.map((state) => ({
    state,
    number: 'withheld',
    expiresOn: farOff,
    restricted: false,
  }))
  const certifications = specialties.map((specialty) => ({
    board: 'as the letter names it',
    specialty,
    currentUntil: farOff,
  }))
  if (!isNonEmpty(licences) || !isNonEmpty(certifications)) {
    return {
      ok: false,
      refusals: [
        refuse(
          cliRefusals,
          'letter-without-credentials',
          'the letter names no state of licensure or no specialty of the reviewer',
          letter.file,
        ),
      ],
    }
  }
  return ok({
    reviewerId: 'replayed-reviewer',
    name: { first: 'Zzwithheld', last: 'Zzreviewer' },
    licences,
    certifications,
    practisingSince: since,
    practiceHoursPerWeek: 24,
    qualifiedMedicalEvaluator: false,
    disciplined: false,
    openCases: 0,
    capacity: 1,
    acceptsExpedited: true,
    disclosures: [],
  })
}

/** What stood in is not printed: the letter did not say it. */
function withoutStandIns(determination: Determination, letter: ReadLetter): Determination {
  return {
    ...determination,
    caseNumber: letter.caseNumber === null ? null : determination.caseNumber,
    priority: letter.priority === null ? null : determination.priority,
    dateAssigned: letter.dateAssigned === null ? null : determination.dateAssigned,
    dateOfInjury: letter.dateOfInjury === null ? null : determination.dateOfInjury,
    decisionDate: letter.decisionDate === null ? null : determination.decisionDate,
    urDenialDate: letter.urDenialDate === null ? null : determination.urDenialDate,
    applicationReceived:
      letter.applicationReceived === null ? null : determination.applicationReceived,
  }
}

function atNine(day: PlainDate): Instant {
  const instant = parseInstant(`${day}T17:00:00Z`)
  if (instant === null) throw new TypeError(`not a day: ${day}`)
  return instant
}
