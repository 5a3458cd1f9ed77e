import { type CaseState, computePenalty, type ServedRecipient } from '#case'
import { isNonEmpty, ok, pacificDateOf, type Refusal, type Result, refuse } from '#foundation'
import type { PartyRole } from '#intake'
import {
  composeNotice,
  findNoticeTemplate,
  type Notice,
  type NoticeTemplate,
  type NoticeValues,
  noticeTemplates,
  noticeValuesOf,
  recipientsOf,
  valuesNamedIn,
} from '#letters'
import { type Acted, actOn, type CommandBody, decideAll, loadCase } from './act-on.ts'
import { type ChosenRecipient, chooseRecipients } from './choose-recipients.ts'
import type { Act, Deps } from './deps.ts'
import { proceedingsRefusals } from './refusals.ts'

/** What a notice says besides what the case knows, and to whom it goes. */
export type NoticeToSend = {
  /** Id of a template under `rules/notices`. */
  readonly template: string
  /** Nothing that the case itself knows: that it says by itself. */
  readonly values?: NoticeValues
  /** By default whom the template is addressed to, by mail. */
  readonly recipients?: readonly ChosenRecipient[]
}

/** A template that may be sent in this case, as the case now stands. */
export type OfferedNotice = {
  readonly template: string
  readonly title: string
  readonly authority: string
  readonly verified: boolean
  readonly recipients: readonly ServedRecipient[]
  /** What a person must supply. */
  readonly asks: readonly string[]
  /** What the case would have to know and does not: with any, the notice cannot be sent yet. */
  readonly lacks: readonly string[]
}

/**
 * Sends a document of ours about a case and keeps it in the ledger. Refuses a template that is not
 * in force (`notice-template-unknown`), a notice with a blank (`notice-value-missing`), a value that
 * is the case's to say (`notice-value-not-yours`) and a recipient who is no party.
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

/** The notice as it would go out now; nothing is written. Refuses what `sendNotice` refuses. */
export async function previewNotice(
  deps: Deps,
  act: Act,
  caseId: string,
  request: NoticeToSend,
): Promise<Result<Uint8Array>> {
  const state = await loadCase(deps, caseId)
  if (!state.ok) return state
  const written = await writeNotice(deps, act, caseId, state.value, request)
  return written.ok ? ok(await deps.printer.printNotice(written.value.notice)) : written
}

/** The templates in force, with whom each goes to and what it still needs. */
export async function offeredNotices(
  deps: Deps,
  act: Pick<Act, 'at'>,
  caseId: string,
): Promise<Result<readonly OfferedNotice[]>> {
  const loaded = await loadCase(deps, caseId)
  if (!loaded.ok) return loaded
  const state = loaded.value
  const on = pacificDateOf(act.at)
  return ok(
    noticeTemplates
      .filter(
        ({ language, effectiveFrom, effectiveTo }) =>
          language === 'en' && effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo),
      )
      .map((template) => {
        const values = caseValues(deps, state, template, act)
        const blank = template.needs.filter((name) => isBlank(values[name]))
        return {
          template: template.id,
          title: template.title,
          authority: template.authority,
          verified: template.verified,
          recipients: addressees(state, template.addressee, undefined),
          asks: valuesNamedIn(template).filter((name) => !isOfTheCase(name, values)),
          lacks: blank.filter((name) => isOfTheCase(name, values)),
        }
      }),
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
  const written = await writeNotice(deps, act, caseId, after.value.state, request)
  if (!written.ok) return written
  return ok([
    ...commands,
    {
      type: 'SendNotice',
      template: request.template,
      notice: await deps.artifacts.put(
        await deps.printer.printNotice(written.value.notice),
        // The kinds of artifacts name one notice only; the event's template says which this is.
        'assignment-notice',
        'application/pdf',
      ),
      recipients: written.value.recipients,
    },
  ])
}

async function writeNotice(
  deps: Deps,
  act: Act,
  caseId: string,
  state: CaseState,
  request: NoticeToSend,
): Promise<Result<{ readonly notice: Notice; readonly recipients: readonly ServedRecipient[] }>> {
  const template = findNoticeTemplate(request.template, pacificDateOf(act.at))
  if (!template.ok) return template
  const foreign = refuseKnownValues(deps, state, template.value, act, request.values ?? {})
  if (isNonEmpty(foreign)) return { ok: false, refusals: foreign }
  const recipients = request.recipients
    ? chooseRecipients(state.application, request.recipients)
    : ok(addressees(state, template.value.addressee, request.values))
  if (!recipients.ok) return recipients
  const penalties = computePenalty(
    state,
    await deps.cases.load(caseId),
    pacificDateOf(act.at),
    // What a person found stays inside: a notice says what the file shows.
    [],
  )
  const [first] = recipients.value
  const notice = composeNotice({
    template: template.value,
    state,
    organization: deps.organization,
    date: pacificDateOf(act.at),
    penalties,
    ...(first ? { to: first.role } : {}),
    ...(request.values ? { values: request.values } : {}),
  })
  return notice.ok ? ok({ notice: notice.value, recipients: recipients.value }) : notice
}

/** A person adds to what the case says and never says something else. */
function refuseKnownValues(
  deps: Deps,
  state: CaseState,
  template: NoticeTemplate,
  act: Pick<Act, 'at'>,
  values: NoticeValues,
): readonly Refusal[] {
  const known = caseValues(deps, state, template, act)
  return Object.keys(values)
    .filter((name) => isOfTheCase(name, known))
    .map((name) =>
      refuse(
        proceedingsRefusals,
        'notice-value-not-yours',
        `${name} is said by the case itself`,
        `values.${name}`,
      ),
    )
}

function caseValues(
  deps: Deps,
  state: CaseState,
  template: NoticeTemplate,
  act: Pick<Act, 'at'>,
): NoticeValues {
  return noticeValuesOf({
    template,
    state,
    organization: deps.organization,
    date: pacificDateOf(act.at),
  })
}

/** What a person brings: what was asked, why, and what is missing. All else is the case's. */
function isOfTheCase(name: string, values: NoticeValues): boolean {
  if (/^(?:asked\.|conversion\.|missing(?:\[\]|$))/.test(name)) return false
  return name in values || name.startsWith('clock.') || name.includes('[]')
}

function isBlank(value: NoticeValues[string] | undefined): boolean {
  return value === undefined || value === '' || value === false
}

function addressees(
  state: CaseState,
  addressee: NoticeTemplate['addressee'],
  values: NoticeValues | undefined,
): readonly ServedRecipient[] {
  const { application } = state
  if (!application) return []
  const everybody = recipientsOf(application)
  const asked = values?.['asked.role']
  const role: PartyRole | null =
    addressee === 'all'
      ? null
      : addressee === 'asked'
        ? ((asked ?? state.requestedRecords.at(-1)?.from ?? 'employee') as PartyRole)
        : addressee
  if (role === null) return everybody
  // What goes to the employee goes to the representative as well.
  return everybody.filter(
    (one) => one.role === role || (role === 'employee' && one.role === 'representative'),
  )
}
