import { type Authorization, type CaseState, foldEvents, type TerminationReason } from '#case'
import { ok, pacificDateOf, type Result, refuse, refused } from '#foundation'
import * as steps from '#proceedings'
import { acted } from './acted.ts'
import { artifactBytes, artifactJson } from './artifacts.ts'
import { dayOf } from './day-of.ts'
import { asFile, type HandlersOf } from './handler.ts'
import { isParty, presentCase } from './present-case.ts'
import type { Principal } from './principal.ts'
import { serverRefusals } from './refusals.ts'
import type { Services } from './services.ts'
import { timelineOf } from './timeline.ts'

export const caseHandlers: HandlersOf<
  | 'submitApplication'
  | 'getCase'
  | 'listCaseEvents'
  | 'getClockCertificate'
  | 'getClockCertificateLetter'
  | 'testEligibility'
  | 'getEligibilityNotice'
  | 'assignReview'
  | 'getAssignmentNotice'
  | 'recordImplementation'
  | 'terminateTreatment'
  | 'terminateReview'
  | 'convertPriority'
  | 'exportBundle'
> = {
  async submitApplication(call, { proceedings, users }) {
    return openCase(call.body, call.act(), call.principal, { proceedings, users })
  },

  async getCase(call, services) {
    const { caseId, caseManager } = call.row
    const carries = caseManager === null ? null : await services.users.get(caseManager)
    const state = await stateOf(services, caseId)
    return ok(presentCase(caseId, state, call.principal, carries?.displayName ?? null))
  },

  async listCaseEvents(call, { proceedings }) {
    const events = await proceedings.cases.load(call.row.caseId)
    return ok({ events: timelineOf(events, isParty(call.principal)) })
  },

  async getClockCertificate(call, { proceedings }) {
    const events = await proceedings.cases.load(call.row.caseId)
    const started = events
      .map(({ event }) => event)
      .findLast((event) => event.type === 'ClockStarted' && event.clock === call.params.clock)
    if (started?.type !== 'ClockStarted') {
      return refused(
        refuse(
          serverRefusals,
          'not-there-yet',
          `the clock ${call.params.clock} never started in this case`,
          'params.clock',
        ),
      )
    }
    return ok(await artifactJson(proceedings, started.certificate))
  },

  async getClockCertificateLetter(call, { proceedings }) {
    const { clock } = call.params
    const printed = await steps.printClockCertificate(proceedings, call.row.caseId, clock)
    return asFile(printed, `${call.row.caseNumber}-${clock}.pdf`)
  },

  async testEligibility(call, { proceedings }) {
    return acted(
      await steps.testCaseEligibility(proceedings, call.act(), call.row.caseId, call.body),
    )
  },

  async getEligibilityNotice(call, { proceedings }) {
    const printed = await steps.printEligibilityNotice(proceedings, call.row.caseId)
    return asFile(printed, `${call.row.caseNumber}-eligibility.pdf`)
  },

  async assignReview(call, { proceedings }) {
    return acted(await steps.assignReview(proceedings, call.act(), call.row.caseId, call.body))
  },

  async getAssignmentNotice(call, { proceedings }) {
    const events = await proceedings.cases.load(call.row.caseId)
    const assigned = events
      .map(({ event }) => event)
      .findLast((event) => event.type === 'ReviewAssigned')
    if (assigned?.type !== 'ReviewAssigned') {
      return refused(
        refuse(serverRefusals, 'not-there-yet', 'the review has not been assigned yet'),
      )
    }
    return ok({
      content: await artifactBytes(proceedings, assigned.notice),
      fileName: `${call.row.caseNumber}-assignment.pdf`,
    })
  },

  async recordImplementation(call, { proceedings }) {
    const { treatmentId } = call.params
    const { implementedOn } = call.body
    const on = implementedOn === undefined ? null : dayOf(implementedOn, 'implementedOn')
    if (on && !on.ok) return on
    return acted(
      await steps.recordImplementation(proceedings, call.act(), call.row.caseId, {
        treatmentId,
        ...(on ? { implementedOn: on.value } : {}),
      }),
    )
  },

  async terminateTreatment(call, { proceedings }) {
    const ending = endingOf(call.body)
    if (!ending.ok) return ending
    return acted(
      await steps.terminateTreatment(proceedings, call.act(), call.row.caseId, {
        treatmentId: call.params.treatmentId,
        ...ending.value,
      }),
    )
  },

  async terminateReview(call, { proceedings }) {
    const ending = endingOf(call.body)
    if (!ending.ok) return ending
    return acted(
      await steps.terminateReview(proceedings, call.act(), call.row.caseId, ending.value),
    )
  },

  async convertPriority(call, { proceedings }) {
    return acted(await steps.convertPriority(proceedings, call.act(), call.row.caseId, call.body))
  },

  async exportBundle(call, { proceedings }) {
    const exported = await steps.exportBundle(proceedings, call.row.caseId)
    if (!exported.ok) return exported
    const { fileName, bytes, parts } = exported.value
    return ok({ fileName, content: { bytes, parts } })
  },
}

/** The reason, and the days of an authorization where they were given. */
function endingOf({ reason, authorization }: AskedEnding): Result<{
  readonly reason: TerminationReason
  readonly authorization?: Authorization
}> {
  if (!authorization) return ok({ reason })
  const authorizedOn = dayOf(authorization.authorizedOn, 'authorization.authorizedOn')
  if (!authorizedOn.ok) return authorizedOn
  const toldOn = dayOf(authorization.toldOn, 'authorization.toldOn')
  if (!toldOn.ok) return toldOn
  return ok({
    reason,
    authorization: { authorizedOn: authorizedOn.value, toldOn: toldOn.value },
  })
}

type AskedEnding = {
  readonly reason: TerminationReason
  readonly authorization?: { readonly authorizedOn: string; readonly toldOn: string }
}

/**
 * Opens a case; who sends in an application as an employee may see its case. The day of receipt is
 * that of the call; only a case manager may name an earlier one, for paper.
 */
export async function openCase(
  sent: object & { readonly receivedOn?: unknown },
  act: steps.Act,
  principal: Principal,
  { proceedings, users }: Pick<Services, 'proceedings' | 'users'>,
): Promise<ReturnType<typeof acted>> {
  const today = pacificDateOf(act.at)
  const opened = await steps.receiveApplication(proceedings, act, {
    input: {
      ...sent,
      receivedOn: principal.role === 'case-manager' ? (sent.receivedOn ?? today) : today,
    },
  })
  if (opened.ok && principal.role === 'employee') {
    await users.grantCase(principal.userId, opened.value.caseId)
  }
  return acted(opened)
}

/** The case as its events tell it. */
export async function stateOf(services: Services, caseId: string): Promise<CaseState> {
  return foldEvents(await services.proceedings.cases.load(caseId))
}
