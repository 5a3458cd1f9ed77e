import { computeDeadline, type Deadline, explainDeadline, ruleSetFor, sayDue } from '#deadlines'
import { daysBetween, type PlainDate, sayDate } from '#foundation'
import type { Application, UtilizationReviewDecision } from './application.ts'
import type { EligibilityTable, EligibilityTest, EligibilityVerdict } from './eligibility.ts'
import {
  type EligibilityRule,
  type EligibilityRules,
  eligibilityRules,
  eligibilityRulesOf,
} from './eligibility-rules.ts'
import { plainWords } from './parse-application.ts'
import { programOf } from './program.ts'

/** Another application that the organization knows of, open or closed. */
export type KnownApplication = {
  readonly caseNumber: string
  /** Of `employeeKeyOf`. */
  readonly employeeKey: string
  readonly utilizationReviewDecidedOn: PlainDate | null
  readonly treatments: readonly string[]
  /** Of `physicianKeyOf`. */
  readonly physicianKey?: string
  readonly dateOfInjury?: PlainDate
  /** Eligible and not yet determined: may be consolidated. */
  readonly open?: boolean
  /** Found ineligible: it may be sent again, cured, and is no duplicate then. */
  readonly refused?: boolean
  /** Day of its determination, where there is one. */
  readonly determinedOn?: PlainDate
}

/** What is known besides the application when eligibility is tested. */
export type EligibilityContext = {
  readonly testedOn: PlainDate
  /** Other applications; never this one. */
  readonly knownApplications: readonly KnownApplication[]
  /** The claims administrator agrees that a case with a liability dispute is eligible. */
  readonly administratorAgrees?: boolean
  /** Facts that have changed since an earlier review of the same treatment. */
  readonly materialChange?: string
  /** Ids of treatments that the claims administrator has authorized since. */
  readonly authorizedTreatments?: readonly string[]
  /** Why the request is gone: withdrawn, settled. */
  readonly withdrawnBecause?: string
  /** The program that the dispute belongs to instead, and why. */
  readonly outsideProgram?: { readonly because: string; readonly route: string }
  /** An order that the utilization review decision is invalid because it was late. */
  readonly invalidatedBy?: string
  /** Where the decision lies: document and page. */
  readonly utilizationReviewDocument?: { readonly document: string; readonly page: number }
  /** Where the decision's letter says what the application says, as it was read there. */
  readonly decisionPlaces?: Partial<Readonly<Record<DecisionField, DecisionPlace>>>
}

/** What rows of the table look up in the letter of the utilization review decision. */
export type DecisionField =
  | 'decidedOn'
  | 'servedOn'
  | 'requestReceivedOn'
  | 'outcome'
  | 'informationMissing'
  | 'formServed'
  | 'formularyDispute'

export type DecisionPlace = {
  /** Name of the file. */
  readonly document: string
  /** The file in the record of the case, where it lies there. */
  readonly documentId?: string
  readonly page: number
  /** The day or the words that stand there. */
  readonly says: string
}

/** What one row finds. `verdict` is there where the row stands in the way. */
type Finding = {
  readonly result: EligibilityTest['result']
  readonly because: string
  readonly evidence: string
  readonly verdict?: EligibilityVerdict
  readonly effect?: Partial<
    Pick<EligibilityTable, 'convertTo' | 'consolidateWith' | 'duplicateOf' | 'authorizedTreatments'>
  >
}

/**
 * Goes through the eligibility table (handbook, law 3.1; 8 CCR 9792.10.3) in its order. The first
 * test that stands in the way gives the verdict; the rows after it are shown as not reached. Without
 * one, a test that lacks something makes the verdict `information-needed`. The Administrative
 * Director decides; the table is the organization's recommendation.
 */
export function testEligibility(
  application: Application,
  context: EligibilityContext,
): EligibilityTable {
  const program = eligibilityRulesOf(application.program)
  const tests: EligibilityTest[] = []
  let verdict: EligibilityVerdict | null = null
  let decidedByRow = 0
  let lacking = false
  let effects: Finding['effect'] = {}
  for (const rule of program.rows) {
    if (verdict) {
      tests.push(testOf(rule, notReached(decidedByRow), program, application, context))
      continue
    }
    const look = rule.finding === undefined ? findings[rule.row] : named[rule.finding]
    const finding = look?.(application, context)
    if (!finding) throw new Error(`row ${rule.row} of the eligibility table has no test`)
    tests.push(testOf(rule, finding, program, application, context))
    effects = { ...effects, ...finding.effect }
    lacking ||= finding.result === 'unknown'
    if (finding.verdict) {
      verdict = finding.verdict
      decidedByRow = rule.row
    }
  }
  const rules = ruleSetFor(
    application.utilizationReview?.servedOn ?? application.receivedOn,
    application.program,
  )
  return {
    rules: `${program.id} eligibility version ${program.version}; clocks ${rules.ok ? rules.value.id : 'unknown'}`,
    verdict: verdict ?? (lacking ? 'information-needed' : 'eligible'),
    tests,
    ...effects,
  }
}

/** One employee, whatever the case and spacing of the name: for finding duplicates. */
export function employeeKeyOf(application: Pick<Application, 'employee'>): string {
  const { name, dateOfBirth } = application.employee
  return `${plainWords(name.last)}|${plainWords(name.first)}|${dateOfBirth}`
}

/** One requesting physician: by the national number where there is one, else by name. */
export function physicianKeyOf(application: Pick<Application, 'requestingPhysician'>): string {
  const { name, npi } = application.requestingPhysician
  return npi ?? `${plainWords(name.last)}|${plainWords(name.first)}`
}

/** What other cases need to know of this one. */
export function knownApplicationOf(
  caseNumber: string,
  application: Application,
  more: {
    readonly open: boolean
    readonly refused?: boolean
    readonly determinedOn?: PlainDate
  },
): KnownApplication {
  return {
    caseNumber,
    employeeKey: employeeKeyOf(application),
    physicianKey: physicianKeyOf(application),
    utilizationReviewDecidedOn: application.utilizationReview?.decidedOn ?? null,
    treatments: application.disputedTreatments.map((treatment) => treatment.treatment),
    dateOfInjury: application.dateOfInjury,
    ...more,
  }
}

const findings: Readonly<
  Record<number, (application: Application, context: EligibilityContext) => Finding>
> = {
  1: duplicate,
  2: signed,
  3: designation,
  4: decisionAttached,
  5: inTime,
  6: formServed,
  7: conditional,
  8: denied,
  9: liability,
  10: decisionTimely,
  11: reviewedBefore,
  12: withdrawn,
  13: inProgram,
  14: remainder,
  15: expeditedCertified,
  16: certifiedLater,
  17: consolidation,
  18: authorized,
  19: recordsArrived,
}

/** The tests by name, for the tables of other programs. */
const named: Readonly<
  Record<string, (application: Application, context: EligibilityContext) => Finding>
> = {
  duplicate,
  signed,
  inProgram,
  decisionAttached,
  internalAppealDone,
  inTime,
  reviewType,
  denied,
  reviewedBefore,
  withdrawn,
  expeditedCertified,
  certifiedLater,
  authorized,
}

/** The plan must have been asked first, unless the program excuses it. */
function internalAppealDone(application: Application): Finding {
  const evidence = 'application: internal appeal'
  const rule = programOf(application.program).internalAppeal
  if (!rule.needed) return idle('the program asks for none', evidence)
  const appeal = application.internalAppeal
  if (!appeal) {
    return failed('ineligible', 'nothing says that the plan was asked to think again', evidence)
  }
  if (appeal.kind === 'decided') {
    return appeal.decidedOn <= application.receivedOn
      ? passed(`the plan answered on ${sayDate(appeal.decidedOn)}`, evidence)
      : failed(
          'ineligible',
          `the plan answered on ${sayDate(appeal.decidedOn)}, after the application`,
          evidence,
        )
  }
  const words = appeal.because.replaceAll('-', ' ')
  if (!rule.excusedBy.includes(appeal.because)) {
    return failed('ineligible', `"${words}" excuses nothing in this program`, evidence)
  }
  const shown =
    appeal.because === 'urgent'
      ? application.expeditedCertified
      : appeal.because !== 'experimental' || application.reviewType === 'experimental'
  return shown
    ? passed(`none was needed: ${words}`, evidence)
    : failed('ineligible', `"${words}" is said, and nothing in the application shows it`, evidence)
}

/** The kind of dispute must be one that the program reviews; a dispute over coverage is none. */
function reviewType(application: Application): Finding {
  const evidence = 'application: kind of review, dispute over coverage'
  const { reviewTypes } = programOf(application.program)
  const type = application.reviewType ?? 'medical-necessity'
  if (application.liabilityDispute && !application.liabilityDispute.resolvedNoticeOn) {
    return failed(
      'ineligible',
      `coverage is disputed: ${application.liabilityDispute.reason}`,
      evidence,
    )
  }
  return reviewTypes.includes(type)
    ? passed(`a dispute over ${type.replaceAll('-', ' ')}`, evidence)
    : failed('ineligible', `${type.replaceAll('-', ' ')} is not reviewed in this program`, evidence)
}

function duplicate(application: Application, context: EligibilityContext): Finding {
  const evidence = `${otherApplications(context)}: decision date and treatment compared`
  const decidedOn = application.utilizationReview?.decidedOn
  const own = application.disputedTreatments
  const key = employeeKeyOf(application)
  for (const known of context.knownApplications) {
    if (known.refused || known.employeeKey !== key) continue
    if (known.utilizationReviewDecidedOn === null) continue
    if (known.utilizationReviewDecidedOn !== decidedOn) continue
    const same = own.filter((treatment) => among(treatment.treatment, known.treatments))
    if (same.length === 0) continue
    const what = same.map((treatment) => treatment.id).join(', ')
    if (same.length === own.length) {
      return {
        result: 'failed',
        because: `same employee, same decision of ${sayDate(known.utilizationReviewDecidedOn)} and same treatments (${what}) as in ${known.caseNumber}`,
        evidence,
        verdict: 'duplicate',
        effect: { duplicateOf: known.caseNumber },
      }
    }
    return passed(
      `${what} already stand in ${known.caseNumber}; the other treatments are new. Decide each in one case only`,
      evidence,
    )
  }
  return passed('no other application has this employee, decision and treatment', evidence)
}

function signed(application: Application): Finding {
  const { signature } = application
  return signature
    ? passed(
        `signed by the ${signature.by} on ${sayDate(signature.signedOn)}`,
        'application: signature',
      )
    : failed('ineligible', 'there is no signature', 'application: signature')
}

function designation(application: Application, context: EligibilityContext): Finding {
  const evidence = inLetter(
    context,
    'application: day of the designation, day of the decision',
    'decidedOn',
  )
  if (application.signature?.by !== 'representative') {
    return idle('the employee signed in person', evidence)
  }
  const { representative, utilizationReview } = application
  if (!representative) {
    return failed('ineligible', 'a representative signed, and none is designated', evidence)
  }
  if (!utilizationReview) return idle('there is no decision to compare with', evidence)
  return representative.designatedOn < utilizationReview.decidedOn
    ? failed(
        'ineligible',
        `designated on ${sayDate(representative.designatedOn)}, before the decision of ${sayDate(utilizationReview.decidedOn)}`,
        evidence,
      )
    : passed(
        `designated on ${sayDate(representative.designatedOn)}, not before the decision of ${sayDate(utilizationReview.decidedOn)}`,
        evidence,
      )
}

function decisionAttached(application: Application, context: EligibilityContext): Finding {
  const evidence = placeOfDecision(context)
  if (application.utilizationReview) {
    return passed(
      `the decision of ${sayDate(application.utilizationReview.decidedOn)} is there`,
      evidence,
    )
  }
  const because = 'the application came without the utilization review decision'
  return application.receivedOn <= eligibilityRules.reminderLettersUntil
    ? {
        result: 'unknown',
        because: `${because}; until ${eligibilityRules.reminderLettersUntil} it was asked for by letter`,
        evidence,
      }
    : failed('ineligible', because, evidence)
}

function inTime(application: Application, context: EligibilityContext): Finding {
  const { utilizationReview: review, receivedOn, liabilityDispute } = application
  const evidence = inLetter(
    context,
    'application: day of receipt, day and way of service of the decision',
    'servedOn',
    'formularyDispute',
  )
  if (!review) return idle('there is no decision from which the time could run', evidence)
  if (!review.formServed && application.program === 'CA-WC') {
    return passed(
      'the form was not served with the decision, so the time to file has not begun (Labor Code 4610.5(h)(3))',
      evidence,
    )
  }
  const filing = filingDeadline(application, review)
  if (!filing) {
    return {
      result: 'unknown',
      because: `the time to file from ${review.servedOn} cannot be computed`,
      evidence,
    }
  }
  const counting = explainDeadline(filing)
  if (receivedOn <= dayDue(filing)) {
    return passed(`received on ${sayDate(receivedOn)}, in time. ${counting}`, evidence)
  }
  if (liabilityDispute?.resolvedNoticeOn) {
    const after = computeDeadline({ clock: 'F4', start: { on: liabilityDispute.resolvedNoticeOn } })
    if (after.ok && receivedOn <= dayDue(after.value)) {
      return passed(
        `in time after the dispute over liability was resolved. ${explainDeadline(after.value)}`,
        `${evidence}, notice that the dispute over liability is resolved`,
      )
    }
  }
  const later = filing.alternatives?.find(
    (alternative) => 'on' in alternative.due && receivedOn <= alternative.due.on,
  )
  if (later) {
    return passed(
      `received on ${sayDate(receivedOn)}: late by one calendar, in time ${later.because}; a right may be used until its latest defensible day, ${sayDue(later.due)}. ${counting}`,
      evidence,
    )
  }
  return failed(
    'ineligible',
    `received on ${sayDate(receivedOn)}, ${sayDays(daysBetween(dayDue(filing), receivedOn))} late. ${counting}`,
    evidence,
  )
}

function formServed(application: Application, context: EligibilityContext): Finding {
  const evidence = inLetter(
    context,
    'application: whether the form came with the decision',
    'formServed',
  )
  const review = application.utilizationReview
  if (!review) return idle('there is no decision', evidence)
  return review.formServed
    ? passed('the form came with the decision', evidence)
    : passed(
        'the form did not come with the decision: the application is in time, and a penalty may be due',
        evidence,
      )
}

function conditional(application: Application, context: EligibilityContext): Finding {
  const review = application.utilizationReview
  const evidence = inLetter(
    context,
    'application: reasons of the decision, whether only information was missing',
    'informationMissing',
  )
  if (!review) return idle('there is no decision', evidence)
  return review.conditional
    ? failed(
        'ineligible',
        'the request was denied only because information was missing (conditional non-certification)',
        evidence,
      )
    : passed('the decision is about medical necessity', evidence)
}

function denied(application: Application, context: EligibilityContext): Finding {
  const review = application.utilizationReview
  const evidence = inLetter(
    context,
    'application: outcome and day of the decision; authorizations since',
    'outcome',
    'decidedOn',
  )
  if (!review) return idle('there is no decision', evidence)
  if (review.outcome === 'approved') {
    return failed('ineligible', 'the decision approved the treatment', evidence)
  }
  if (review.decidedOn > application.receivedOn) {
    return failed(
      'ineligible',
      `the application of ${sayDate(application.receivedOn)} came before the decision of ${sayDate(review.decidedOn)}`,
      evidence,
    )
  }
  const since = context.authorizedTreatments ?? []
  return application.disputedTreatments.every((treatment) => since.includes(treatment.id))
    ? failed('ineligible', 'every treatment in dispute has been authorized since', evidence)
    : passed(`the decision ${review.outcome} the request`, evidence)
}

function liability(application: Application, context: EligibilityContext): Finding {
  const dispute = application.liabilityDispute
  const evidence = 'application: dispute over liability'
  if (!dispute) return passed('liability is not disputed', evidence)
  if (dispute.resolvedNoticeOn) {
    return passed(
      `the dispute over liability is resolved by notice of ${sayDate(dispute.resolvedNoticeOn)}`,
      evidence,
    )
  }
  return context.administratorAgrees
    ? passed('liability is disputed, and the claims administrator agrees to the review', evidence)
    : failed('deferred', `liability is disputed: ${dispute.reason}`, evidence)
}

function decisionTimely(application: Application, context: EligibilityContext): Finding {
  const review = application.utilizationReview
  const evidence = inLetter(
    context,
    'application: day of the request, day of the decision',
    'requestReceivedOn',
    'decidedOn',
  )
  if (!review) return idle('there is no decision', evidence)
  if (context.invalidatedBy) {
    return failed(
      'ineligible',
      `the decision is invalid because it was late: ${context.invalidatedBy}`,
      evidence,
    )
  }
  const clock = application.disputedTreatments.every((treatment) => treatment.retrospective)
    ? 'UR-retrospective'
    : 'UR-prospective'
  const due = computeDeadline({ clock, start: { on: review.requestReceivedOn } })
  if (!due.ok) return idle(due.refusals[0].because, evidence)
  return review.decidedOn <= dayDue(due.value)
    ? passed(`decided on ${sayDate(review.decidedOn)}, due by ${sayDue(due.value.due)}`, evidence)
    : passed(
        `decided on ${sayDate(review.decidedOn)}, which looks late (due by ${sayDue(due.value.due)}, unless information was asked for): flagged; the Appeals Board decides that, and the review goes on`,
        evidence,
      )
}

function reviewedBefore(application: Application, context: EligibilityContext): Finding {
  const evidence = `${otherApplications(context)}: treatment and day of determination compared`
  const key = employeeKeyOf(application)
  const decidedOn = application.utilizationReview?.decidedOn ?? application.receivedOn
  const before = context.knownApplications.filter(
    (known) =>
      known.employeeKey === key &&
      known.determinedOn !== undefined &&
      known.determinedOn <= application.receivedOn &&
      decidedOn < monthsLater(known.determinedOn, eligibilityRules.repeatMonths),
  )
  const repeated = application.disputedTreatments.filter((treatment) =>
    before.some((known) => among(treatment.treatment, known.treatments)),
  )
  if (repeated.length === 0) return passed('these treatments were not reviewed before', evidence)
  const what = `${repeated.map((treatment) => treatment.id).join(', ')} reviewed in ${before.map((known) => known.caseNumber).join(', ')}`
  if (context.materialChange) {
    return passed(`${what}; changed since: ${context.materialChange}`, evidence)
  }
  return repeated.length === application.disputedTreatments.length
    ? failed(
        'ineligible',
        `${what}, less than ${eligibilityRules.repeatMonths} months before`,
        evidence,
      )
    : {
        result: 'unknown',
        because: `${what}, less than ${eligibilityRules.repeatMonths} months before; the other treatments are new`,
        evidence,
      }
}

function withdrawn(_: Application, context: EligibilityContext): Finding {
  const evidence = 'notices received'
  return context.withdrawnBecause
    ? failed('ineligible', context.withdrawnBecause, evidence)
    : passed('no notice of a withdrawal or settlement has come', evidence)
}

function inProgram(application: Application, context: EligibilityContext): Finding {
  const evidence = 'application: program; notices received'
  return context.outsideProgram
    ? failed(
        'ineligible',
        `${context.outsideProgram.because}: ${context.outsideProgram.route}`,
        evidence,
      )
    : passed(
        application.program === 'CA-WC'
          ? 'a dispute over utilization review in California workers’ compensation'
          : `a dispute for: ${programOf(application.program).title}`,
        evidence,
      )
}

function remainder(application: Application, context: EligibilityContext): Finding {
  const evidence = inLetter(
    context,
    'application: outcome of the decision, amounts requested and authorized',
    'outcome',
  )
  const split = application.disputedTreatments.filter((treatment) => treatment.partial)
  if (split.length > 0) {
    return passed(
      split
        .map(
          ({ id, partial }) =>
            `${id}: requested ${partial?.requested}, authorized ${partial?.authorized}, only ${partial?.remainder} is in dispute`,
        )
        .join('; '),
      evidence,
    )
  }
  return application.utilizationReview?.outcome === 'modified'
    ? {
        result: 'unknown',
        because:
          'the decision modified the request, and no treatment says what was authorized and what remains',
        evidence,
      }
    : idle('no part of the request was authorized', evidence)
}

function expeditedCertified(application: Application): Finding {
  const evidence = 'application: priority, certification by a physician'
  if (application.priority !== 'expedited') return idle('regular review was asked for', evidence)
  return application.expeditedCertified
    ? passed('a physician certified the threat', evidence)
    : {
        ...passed(
          'expedited review was asked for without a physician’s certification: it goes on as regular review',
          evidence,
        ),
        effect: { convertTo: 'standard' },
      }
}

function certifiedLater(application: Application): Finding {
  const evidence = 'application: priority, certification by a physician'
  return application.priority === 'standard' && application.expeditedCertified
    ? {
        ...passed(
          'a physician certified an imminent and serious threat: the review becomes expedited',
          evidence,
        ),
        effect: { convertTo: 'expedited' },
      }
    : idle('no later certification', evidence)
}

function consolidation(application: Application, context: EligibilityContext): Finding {
  const evidence = `${otherApplications(context)}: requesting physician and date of injury compared`
  const together = context.knownApplications.filter(
    (known) =>
      known.open === true &&
      !known.refused &&
      known.employeeKey === employeeKeyOf(application) &&
      known.physicianKey === physicianKeyOf(application) &&
      known.dateOfInjury === application.dateOfInjury,
  )
  if (together.length === 0) return idle('no other open application fits', evidence)
  const numbers = together.map((known) => known.caseNumber)
  return {
    ...passed(`may be consolidated with ${numbers.join(', ')}`, evidence),
    effect: { consolidateWith: numbers },
  }
}

function authorized(application: Application, context: EligibilityContext): Finding {
  const evidence = 'authorizations since the decision'
  const gone = application.disputedTreatments
    .map((treatment) => treatment.id)
    .filter((id) => context.authorizedTreatments?.includes(id))
  return gone.length === 0
    ? idle('nothing was authorized since', evidence)
    : {
        ...passed(`${gone.join(', ')} authorized since: out of the dispute`, evidence),
        effect: { authorizedTreatments: gone },
      }
}

function recordsArrived(): Finding {
  return idle('looked at when the file is closed, before the decision', 'records of the case')
}

/** The time to file: ten days for a formulary dispute where the rules have that clock (F2). */
function filingDeadline(
  application: Application,
  review: UtilizationReviewDecision,
): Deadline | null {
  if (application.program !== 'CA-WC') return planDeadline(application, review)
  const start = {
    on: review.servedOn,
    service: review.served.method,
    place: review.served.place,
  }
  if (review.formularyDispute) {
    const formulary = computeDeadline({ clock: 'F2', start })
    if (formulary.ok) return formulary.value
  }
  const general = computeDeadline({ clock: 'F1', start })
  return general.ok ? general.value : null
}

/** In other programs the time runs from the plan's last word: its answer to the internal appeal. */
function planDeadline(
  application: Application,
  review: UtilizationReviewDecision,
): Deadline | null {
  const appeal = application.internalAppeal
  const on = appeal?.kind === 'decided' ? appeal.decidedOn : review.servedOn
  const rules = ruleSetFor(on, application.program)
  if (!rules.ok) return null
  const filing = computeDeadline({ clock: 'F1', rules: rules.value.id, start: { on } })
  return filing.ok ? filing.value : null
}

function dayDue(deadline: Deadline): PlainDate {
  if ('on' in deadline.due) return deadline.due.on
  throw new Error(`clock ${deadline.clock} ends at an hour`)
}

function monthsLater(day: PlainDate, months: number): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}-${day.slice(8)}`
}

function sayDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}

function among(treatment: string, others: readonly string[]): boolean {
  return others.some((other) => plainWords(other) === plainWords(treatment))
}

function placeOfDecision(context: EligibilityContext): string {
  const place = context.utilizationReviewDocument
  return place && !context.decisionPlaces?.decidedOn
    ? `application: utilization review decision; ${place.document}, page ${place.page}`
    : inLetter(context, 'application: utilization review decision', 'decidedOn')
}

/** What was looked at, and where the letter says it: `…; decision.pdf, page 2: "2026-10-26"`. */
function inLetter(
  context: EligibilityContext,
  looked: string,
  ...fields: readonly DecisionField[]
): string {
  const places = fields.flatMap((field) => {
    const place = context.decisionPlaces?.[field]
    return place ? [sayPlace(place)] : []
  })
  return [looked, ...places].join('; ')
}

function sayPlace({ document, page, says }: DecisionPlace): string {
  return `${document}, page ${page}: "${says}"`
}

function otherApplications({ knownApplications }: EligibilityContext): string {
  const count = knownApplications.length
  return count === 0
    ? 'no other application of this employee'
    : `${count} other application${count === 1 ? '' : 's'} of this employee`
}

function testOf(
  rule: EligibilityRule,
  finding: Finding,
  program: EligibilityRules,
  application: Application,
  context: EligibilityContext,
): EligibilityTest {
  const places = Object.values(context.decisionPlaces ?? {}).filter((place) =>
    finding.evidence.includes(sayPlace(place)),
  )
  const hits = finding.result === 'failed' || finding.result === 'unknown'
  const on = application.utilizationReview?.servedOn ?? application.receivedOn
  const later = hits && rule.later && on >= rule.later.from ? `. ${rule.later.says}` : ''
  return {
    row: rule.row,
    test: rule.test,
    result: finding.result,
    because: `${finding.because}${later}`,
    authority: rule.authority,
    evidence: finding.evidence,
    ...(places.length > 0 ? { places } : {}),
    ...(hits ? { cure: rule.cure } : {}),
    verified: rule.verified,
    source: rule.source,
    readOn: program.source.readOn,
  }
}

function passed(because: string, evidence: string): Finding {
  return { result: 'passed', because, evidence }
}

function failed(verdict: EligibilityVerdict, because: string, evidence: string): Finding {
  return { result: 'failed', because, evidence, verdict }
}

function idle(because: string, evidence: string): Finding {
  return { result: 'not-applicable', because, evidence }
}

function notReached(row: number): Finding {
  return { result: 'not-reached', because: `row ${row} has decided`, evidence: '' }
}
