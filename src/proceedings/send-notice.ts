import type { CaseState, PenaltyKnowledge, ServedRecipient } from '#case'
import { computePenalty } from '#case'
import { ok, pacificDateOf, type Result } from '#foundation'
import type { PartyRole } from '#intake'
import { composeNotice, findNoticeTemplate, type NoticeValues, recipientsOf } from '#letters'
import { type Acted, actOn, type CommandBody, decideAll } from './act-on.ts'
import type { Act, Deps } from './deps.ts'

/** What a notice says besides what the case knows, and to whom it goes. */
export type NoticeToSend = {
  /** Id of a template under `rules/notices`. */
  readonly template: string
  readonly values?: NoticeValues
  /** By default whom the template is addressed to, by mail. */
  readonly recipients?: readonly ServedRecipient[]
  readonly penalties?: PenaltyKnowledge
}

/**
 * Sends a document of ours about a case and keeps it in the ledger. Refuses a template that is not
 * in force (`notice-template-unknown`) and a notice with a blank (`notice-value-missing`).
 */
export async function sendNotice(
  deps: Deps,
  act: Act,
  caseId: string,
  request: NoticeToSend,
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) =>
    withNotice(deps, act, caseId, state, [], request),
  )
}

/**
 * The commands, and after them the notice of what they did: it is composed from the case as the
 * commands leave it, so that its days are those of the clocks that they start.
 */
export async function withNotice(
  deps: Deps,
  act: Act,
  caseId: string,
  state: CaseState,
  commands: readonly CommandBody[],
  request: NoticeToSend,
): Promise<Result<readonly CommandBody[]>> {
  const after = decideAll(act, state, commands)
  if (!after.ok) return after
  const template = findNoticeTemplate(request.template, pacificDateOf(act.at))
  if (!template.ok) return template
  const recipients =
    request.recipients ?? addressees(after.value.state, template.value.addressee, request)
  const penalties = computePenalty(
    after.value.state,
    await deps.cases.load(caseId),
    pacificDateOf(act.at),
    request.penalties,
  )
  const [first] = recipients
  const notice = composeNotice({
    template: template.value,
    state: after.value.state,
    organization: deps.organization,
    date: pacificDateOf(act.at),
    penalties,
    ...(first ? { to: first.role } : {}),
    ...(request.values ? { values: request.values } : {}),
  })
  if (!notice.ok) return notice
  return ok([
    ...commands,
    {
      type: 'SendNotice',
      template: request.template,
      notice: await deps.artifacts.put(
        await deps.printer.printNotice(notice.value),
        // The kinds of artifacts name one notice only; the event's template says which this is.
        'assignment-notice',
        'application/pdf',
      ),
      recipients,
    },
  ])
}

function addressees(
  state: CaseState,
  addressee: string,
  request: NoticeToSend,
): readonly ServedRecipient[] {
  const { application } = state
  if (!application) return []
  const everybody = recipientsOf(application)
  const asked = request.values?.['asked.role']
  const role: PartyRole | null =
    addressee === 'all'
      ? null
      : addressee === 'asked'
        ? ((asked ?? state.requestedRecords.at(-1)?.from ?? 'employee') as PartyRole)
        : (addressee as PartyRole)
  if (role === null) return everybody
  // What goes to the employee goes to the representative as well.
  return everybody.filter(
    (one) => one.role === role || (role === 'employee' && one.role === 'representative'),
  )
}
