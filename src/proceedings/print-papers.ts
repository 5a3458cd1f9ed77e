import { type CaseEvent, foldEvents, type RecordedEvent } from '#case'
import type { DeadlineCertificate } from '#deadlines'
import { ok, type PlainDate, pacificDateOf, type Result, refuse, refused } from '#foundation'
import {
  composeConflictCertificate,
  composeDeadlineCertificate,
  composeEligibilityNotice,
  composeReceipt,
} from '#letters'
import type { ConflictCertificate } from '#reviewers'
import { getJson } from './artifacts.ts'
import type { Deps } from './deps.ts'
import { readDraft } from './draft.ts'
import { listReceipts } from './receive-files.ts'
import { proceedingsRefusals } from './refusals.ts'

/**
 * The draft as a PDF in the layout of the public letter, as it would be issued on the day. Each
 * page says that it is a draft, and no day of decision stands in it. Refusals: what the draft
 * lacks, `already-issued`.
 */
export async function printDraft(
  deps: Deps,
  caseId: string,
  on: PlainDate,
): Promise<Result<Uint8Array>> {
  const state = foldEvents(await deps.cases.load(caseId))
  if (state.determination !== null) {
    return refused(
      refuse(
        proceedingsRefusals,
        'already-issued',
        `the determination was issued on ${state.issuedOn}; there is no draft any more`,
      ),
    )
  }
  const draft = await readDraft(deps, caseId, on)
  if (!draft.ok) return draft
  const { determination } = draft.value
  const number = determination.caseNumber === null ? '' : ` (${determination.caseNumber})`
  return ok(
    await deps.printer.printPublicLetter({
      ...determination,
      // Printed in the head and at the foot of each page, so that no page passes for a letter.
      caseNumber: `DRAFT, not issued${number}`,
      decisionDate: null,
    }),
  )
}

/**
 * How the end of a clock was computed, as a PDF of its stored certificate; of a clock that started
 * again, the latest. Refusal: `not-there-yet`.
 */
export async function printClockCertificate(
  deps: Deps,
  caseId: string,
  clock: string,
): Promise<Result<Uint8Array>> {
  const events = await deps.cases.load(caseId)
  const started = lastOf(
    events,
    'ClockStarted',
    `the clock ${clock} never started in this case`,
    (event) => event.clock === clock,
  )
  if (!started.ok) return started
  const { event, at } = started.value
  return ok(
    await deps.printer.printNotice(
      composeDeadlineCertificate({
        caseNumber: caseNumberIn(events),
        certificate: await getJson<DeadlineCertificate>(deps.artifacts, event.certificate),
        date: pacificDateOf(at),
      }),
    ),
  )
}

/**
 * What the latest test of eligibility found, each reason with its rule and cure (8 CCR 9792.10.3),
 * about the application as it was then. Refusal: `not-there-yet`.
 */
export async function printEligibilityNotice(
  deps: Deps,
  caseId: string,
): Promise<Result<Uint8Array>> {
  const events = await deps.cases.load(caseId)
  const tested = lastOf(events, 'EligibilityTested', 'eligibility has not been tested')
  if (!tested.ok) return tested
  const { application } = foldEvents(events.slice(0, tested.value.version))
  if (!application) throw new TypeError('a case begins with its application')
  return ok(
    await deps.printer.printNotice(
      composeEligibilityNotice({
        caseNumber: caseNumberIn(events),
        application,
        organization: deps.organization,
        table: tested.value.event.table,
        date: tested.value.event.testedOn,
      }),
    ),
  )
}

/**
 * Every comparison of the reviewer last selected with a party (LC 139.5(c)), with the reason of
 * each possible tie that a person cleared. It bears the reviewer's number in the register: for the
 * inside of the organization only. Refusal: `not-there-yet`.
 */
export async function printConflictCertificate(
  deps: Deps,
  caseId: string,
): Promise<Result<Uint8Array>> {
  const events = await deps.cases.load(caseId)
  const selected = lastOf(events, 'ReviewerSelected', 'no reviewer has been selected')
  if (!selected.ok) return selected
  const certificate = await getJson<ConflictCertificate>(
    deps.artifacts,
    selected.value.event.conflictCertificate,
  )
  return ok(
    await deps.printer.printNotice(
      composeConflictCertificate({
        caseNumber: caseNumberIn(events),
        reviewerId: certificate.reviewerId,
        checks: certificate.comparisons.map((check) => {
          const cleared = certificate.cleared.find(({ party }) => party === check.party)
          return cleared && check.result === 'possible-tie'
            ? { ...check, because: `${check.because}. Cleared by a person: ${cleared.reason}` }
            : check
        }),
        date: certificate.comparedOn,
      }),
    ),
  )
}

/** A receipt on paper, as it was given. Refusal: `receipt-unknown`. */
export async function printReceipt(
  deps: Deps,
  caseId: string,
  receiptId: string,
): Promise<Result<Uint8Array>> {
  const receipt = (await listReceipts(deps, caseId)).find((each) => each.receiptId === receiptId)
  if (!receipt) {
    const because = `the case has no receipt "${receiptId}"`
    return refused(refuse(proceedingsRefusals, 'receipt-unknown', because, 'receiptId'))
  }
  const { organization } = deps
  return ok(await deps.printer.printNotice(composeReceipt({ receipt, organization })))
}

type Happened<Type extends CaseEvent['type']> = RecordedEvent & {
  readonly event: Extract<CaseEvent, { readonly type: Type }>
}

/** The last event of a type; `not-there-yet`, because of what is missing, where there is none. */
function lastOf<Type extends CaseEvent['type']>(
  events: readonly RecordedEvent[],
  type: Type,
  missing: string,
  isMeant: (event: Happened<Type>['event']) => boolean = () => true,
): Result<Happened<Type>> {
  const found = events.findLast(
    (recorded): recorded is Happened<Type> =>
      recorded.event.type === type && isMeant(recorded.event as Happened<Type>['event']),
  )
  return found ? ok(found) : refused(refuse(proceedingsRefusals, 'not-there-yet', missing))
}

function caseNumberIn(events: readonly RecordedEvent[]): string {
  return foldEvents(events).caseNumber ?? ''
}
