import {
  computeDeadline,
  type DeadlineRequest,
  findClock,
  type RuleSetId,
  ruleSetFor,
} from '#deadlines'
import {
  canonicalJson,
  type Instant,
  ok,
  type PlainDate,
  pacificDateOf,
  parsePlainDate,
  type Refusal,
  type Result,
  refuse,
} from '#foundation'
import { type ProgramId, programOf } from '#intake'
import { isDecisionClock } from './clock-kinds.ts'
import type { CertifiedClocks } from './command.ts'
import type { Authorization, CaseEvent, ServedRecipient } from './event.ts'
import { openTreatments } from './evolve.ts'
import { caseRefusals } from './refusals.ts'
import type { CaseState } from './state.ts'

/**
 * The part of a command that says which clocks it starts. Every `CaseCommand` of these types is
 * one, so the room that prepares certificates may ask before the certificates are there.
 */
export type ClockStarter = { readonly at: Instant } & (
  | { readonly type: 'RequestInformation' }
  | { readonly type: 'ReceiveEligibilityFinding' }
  | {
      readonly type: 'ServeEligibilityFinding'
      readonly recipients: readonly ServedRecipient[]
    }
  | { readonly type: 'ResolveLiability'; readonly noticeServedOn: PlainDate }
  | { readonly type: 'RequestRecords' }
  | { readonly type: 'AssignReview'; readonly noticeMethod: 'mail' | 'electronic' }
  | { readonly type: 'CompleteRecords' }
  | { readonly type: 'ServeDetermination'; readonly recipients: readonly ServedRecipient[] }
  | { readonly type: 'AffirmDetermination'; readonly affirmedOn: PlainDate }
  | { readonly type: 'RemandDetermination'; readonly remandedOn: PlainDate }
  | { readonly type: 'ConvertPriority'; readonly to: 'standard' | 'expedited' }
  | {
      readonly type: 'TerminateTreatment' | 'TerminateReview'
      readonly authorization?: Authorization
    }
  | { readonly type: 'ExtendDecision'; readonly days: number }
  | { readonly type: 'NoteCopyToParties'; readonly documentId: string }
  | { readonly type: 'InvoiceFee' }
)

/**
 * The clocks that a step starts, as requests for the room of deadlines (handbook, law 2.2):
 * an information request E1; the finding of eligibility
 * A1, of ineligibility E3; the end of a dispute over liability F4; a request for more R6; the assignment R1 or R2 and R4, expedited R3 and R4-expedited; the
 * complete file D1, D2 (formulary) or D3 (expedited); service I1, I2 and P1; an affirmation I1 and
 * I2 again; a remand the clock of the decision again; a conversion the clocks of the other kind; an
 * authorization W1; an extension (D4) the clock of the decision with more days; a note on the copy
 * to the parties R7; the invoice P2.
 * Records and decision follow the rules of the day of assignment. Empty where none starts.
 */
export function clocksStartedBy(
  command: ClockStarter,
  state: CaseState,
): Result<readonly DeadlineRequest[]> {
  const requests = clocksByLaborCode(command, state)
  const program = state.application?.program ?? 'CA-WC'
  return !requests.ok || program === 'CA-WC'
    ? requests
    : inProgram(requests.value, program, command, state)
}

/**
 * The same steps by the rules of another program: its rule set, its clock of the decision, an
 * instant where it counts hours; a clock that it does not have does not run.
 */
function inProgram(
  requests: readonly DeadlineRequest[],
  program: ProgramId,
  command: ClockStarter,
  state: CaseState,
): Result<readonly DeadlineRequest[]> {
  const set = ruleSetFor(state.assignedOn ?? pacificDateOf(command.at), program)
  if (!set.ok) return set
  return ok(
    requests.flatMap((request): readonly DeadlineRequest[] => {
      const rule = findClock(set.value, request.clock)
      if (!rule) return []
      const { service: _, place: __, ...start } = request.start
      const hours = rule.length.unit === 'hours'
      const begun = hours && !('at' in start) ? { at: instantOf(start.on, command.at) } : start
      const { extension } = request
      return [
        {
          clock: rule.id,
          rules: set.value.id,
          start: begun,
          ...(extension ? { extension } : {}),
        },
      ]
    }),
  )
}

/** The moment of the command where it is of that day, else the day's noon. */
function instantOf(on: PlainDate, at: Instant): Instant {
  return pacificDateOf(at) === on ? at : noonOf(on)
}

function clocksByLaborCode(
  command: ClockStarter,
  state: CaseState,
): Result<readonly DeadlineRequest[]> {
  const today = pacificDateOf(command.at)
  switch (command.type) {
    case 'RequestInformation':
      return ok([{ clock: 'E1', start: { on: today } }])
    case 'ReceiveEligibilityFinding':
      return ok([{ clock: 'A1', start: { on: today } }])
    case 'ServeEligibilityFinding':
      return ok(
        state.status === 'ineligible' || state.status === 'duplicate'
          ? [
              {
                clock: 'E3',
                start: {
                  on: today,
                  service: serviceOf(command.recipients),
                  place: placeOf(state),
                },
              },
            ]
          : [],
      )
    case 'ResolveLiability':
      return ok([{ clock: 'F4', start: { on: command.noticeServedOn } }])
    case 'RequestRecords':
      return ok([
        {
          clock: state.priority === 'expedited' ? 'R6-expedited' : 'R6',
          start: { on: today },
        },
      ])
    case 'AssignReview':
      return ok(recordClocks(state.priority, command.noticeMethod, command.at))
    case 'CompleteRecords':
      return decisionClock(state, state.priority, today)
    case 'ServeDetermination':
      return ok([
        ...implementationClocks(state, today),
        {
          clock: 'P1',
          start: { on: today, service: serviceOf(command.recipients), place: placeOf(state) },
        },
      ])
    case 'AffirmDetermination':
      return ok(implementationClocks(state, command.affirmedOn))
    case 'RemandDetermination':
      return decisionClock(state, state.priority, command.remandedOn)
    case 'ConvertPriority': {
      if (state.status === 'records-open' || state.status === 'records-overdue') {
        return ok(
          recordClocks(
            command.to,
            'electronic',
            command.to === 'expedited' ? command.at : noonOf(state.assignedOn ?? today),
          ),
        )
      }
      return isUnderReview(state)
        ? decisionClock(
            state,
            command.to,
            command.to === 'expedited' ? today : (state.recordsCompletedOn ?? today),
          )
        : ok([])
    }
    case 'TerminateTreatment':
    case 'TerminateReview':
      return ok(
        command.authorization
          ? [{ clock: 'W1', start: { on: command.authorization.authorizedOn } }]
          : [],
      )
    case 'ExtendDecision':
      return ok(extendedClock(state, command.days))
    case 'NoteCopyToParties': {
      const file = state.records.find(({ documentId }) => documentId === command.documentId)
      return ok(file ? [{ clock: 'R7', start: { on: file.receivedOn } }] : [])
    }
    case 'InvoiceFee':
      return ok([{ clock: 'P2', start: { on: today } }])
  }
}

/**
 * One `ClockStarted` for each clock that the step starts. The deadlines are computed here again;
 * what was brought must be the same, complete and no more.
 */
export function startClocks(
  command: ClockStarter & { readonly certificates: CertifiedClocks },
  state: CaseState,
): Result<readonly CaseEvent[]> {
  const requests = clocksStartedBy(command, state)
  if (!requests.ok) return requests
  const refusals: Refusal[] = []
  const events: CaseEvent[] = []
  for (const request of requests.value) {
    const computed = computeDeadline(request)
    if (!computed.ok) return computed
    const { clock } = computed.value
    const brought = command.certificates[clock]
    const where = `certificates.${clock}`
    if (!brought) {
      refusals.push(
        refuse(caseRefusals, 'clock-certificate-missing', `clock ${clock} starts here`, where),
      )
    } else if (canonicalJson(brought.deadline) !== canonicalJson(computed.value)) {
      refusals.push(
        refuse(
          caseRefusals,
          'clock-certificate-wrong',
          `clock ${clock} ends ${sayDue(computed.value.due)}, not ${sayDue(brought.deadline.due)}, or is counted otherwise`,
          where,
        ),
      )
    } else if (brought.certificate.kind !== 'deadline-certificate') {
      refusals.push(
        refuse(
          caseRefusals,
          'artifact-of-wrong-kind',
          `a ${brought.certificate.kind} is no certificate of a deadline`,
          `${where}.certificate`,
        ),
      )
    } else {
      events.push({
        type: 'ClockStarted',
        clock,
        deadline: computed.value,
        certificate: brought.certificate,
      })
    }
  }
  const asked = new Set(requests.value.map((request) => request.clock))
  for (const clock of Object.keys(command.certificates)) {
    if (asked.has(clock)) continue
    refusals.push(
      refuse(
        caseRefusals,
        'clock-certificate-unasked',
        `${command.type} does not start clock ${clock}`,
        `certificates.${clock}`,
      ),
    )
  }
  const [first, ...rest] = refusals
  return first ? { ok: false, refusals: [first, ...rest] } : ok(events)
}

/**
 * Clocks that are known only when they have ended: each start, and after it that it stopped on the
 * day, or ran out where the day is too late.
 */
export function endedOn(started: readonly CaseEvent[], on: PlainDate): readonly CaseEvent[] {
  return started.flatMap((event): readonly CaseEvent[] => {
    if (event.type !== 'ClockStarted') return [event]
    const { clock, deadline } = event
    const end = 'on' in deadline.due ? deadline.due.on : pacificDateOf(deadline.due.at)
    return [
      event,
      on > end
        ? { type: 'ClockRanOut', clock, ranOutOn: on }
        : { type: 'ClockStopped', clock, stoppedOn: on },
    ]
  })
}

/** One `ClockStopped` for each running clock that the step ends. */
export function stopClocks(
  state: CaseState,
  ends: (clock: string) => boolean,
  stoppedOn: PlainDate,
): readonly CaseEvent[] {
  return state.clocks
    .filter((clock) => clock.status === 'running' && ends(clock.clock))
    .map((clock) => ({ type: 'ClockStopped', clock: clock.clock, stoppedOn }))
}

function recordClocks(
  priority: 'standard' | 'expedited',
  method: 'mail' | 'electronic',
  at: Instant,
): readonly DeadlineRequest[] {
  const on = pacificDateOf(at)
  return priority === 'expedited'
    ? [
        { clock: 'R3', start: { at } },
        { clock: 'R4-expedited', start: { at } },
      ]
    : [
        { clock: method === 'mail' ? 'R1' : 'R2', start: { on } },
        { clock: 'R4', start: { on, service: method } },
      ]
}

function decisionClock(
  state: CaseState,
  priority: 'standard' | 'expedited',
  on: PlainDate,
): Result<readonly DeadlineRequest[]> {
  const program = programOf(state.application?.program ?? 'CA-WC')
  const set = ruleSetFor(state.assignedOn ?? on, program.id)
  if (!set.ok) return set
  const rules: RuleSetId = set.value.id
  const { decisionClocks } = program
  const formulary =
    state.application?.utilizationReview?.formularyDispute === true &&
    decisionClocks.formulary !== undefined &&
    findClock(set.value, decisionClocks.formulary) !== null
      ? decisionClocks.formulary
      : null
  const expedited =
    state.application?.reviewType === 'experimental'
      ? (decisionClocks.expeditedExperimental ?? decisionClocks.expedited)
      : decisionClocks.expedited
  const clock = priority === 'expedited' ? expedited : (formulary ?? decisionClocks.standard)
  return ok([{ clock, rules, start: { on } }])
}

/** The running clock of the decision once more, from where it began, with the days that were approved. */
function extendedClock(state: CaseState, days: number): readonly DeadlineRequest[] {
  const running = state.clocks.find(
    ({ clock, status }) => status === 'running' && isDecisionClock(clock),
  )
  const begun = parsePlainDate(running?.deadline.steps[0]?.from ?? '')
  return running && begun
    ? [
        {
          clock: running.clock,
          rules: running.deadline.rules,
          start: { on: begun },
          extension: { days },
        },
      ]
    : []
}

/** I1 for what is still to be given, I2 for what was given already, where it was overturned. */
function implementationClocks(state: CaseState, on: PlainDate): readonly DeadlineRequest[] {
  const owed = openTreatments(state).filter(
    (treatment) =>
      !state.implementedTreatments.includes(treatment.id) &&
      state.issues.some(
        (issue) => issue.treatmentId === treatment.id && issue.decision === 'overturned',
      ),
  )
  return [
    ...(owed.some((treatment) => !treatment.retrospective) ? [{ clock: 'I1', start: { on } }] : []),
    ...(owed.some((treatment) => treatment.retrospective) ? [{ clock: 'I2', start: { on } }] : []),
  ]
}

function isUnderReview(state: CaseState): boolean {
  return state.clocks.some((clock) => clock.status === 'running' && isDecisionClock(clock.clock))
}

/** How the employee was served; by mail where nothing says otherwise, which gives more days. */
function serviceOf(recipients: readonly ServedRecipient[]): ServedRecipient['method'] {
  return recipients.find((recipient) => recipient.role === 'employee')?.method ?? 'mail'
}

function placeOf(state: CaseState): 'CA' | 'US' | 'abroad' {
  const address = state.application?.employee.address
  if (address?.country && !/^(us|usa|united states( of america)?)$/i.test(address.country)) {
    return 'abroad'
  }
  return !address || /^(ca|california)$/i.test(address.state) ? 'CA' : 'US'
}

function noonOf(day: PlainDate): Instant {
  return `${day}T20:00:00.000Z` as Instant
}

function sayDue(due: { readonly on: PlainDate } | { readonly at: Instant }): string {
  return 'on' in due ? `on ${due.on}` : `at ${due.at}`
}
