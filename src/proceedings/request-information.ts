import type { CaseState, MissingDocument } from '#case'
import { ok, type Result, refuse, refused } from '#foundation'
import type { PartyRole } from '#intake'
import { recipientsOf } from '#letters'
import { type Acted, actOn } from './act-on.ts'
import { certifyClocks } from './certify-clocks.ts'
import type { ChosenRecipient } from './choose-recipients.ts'
import type { Act, Deps } from './deps.ts'
import { proceedingsRefusals } from './refusals.ts'
import { withNotice } from './send-notice.ts'

/** Asks a party for what an eligibility test lacks; five business days to answer (9792.10.3(c)). */
export async function requestInformation(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly from: PartyRole; readonly what: string },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const certificates = await certifyClocks(deps, act, { type: 'RequestInformation' }, state)
    if (!certificates.ok) return certificates
    return withNotice(
      deps,
      act,
      caseId,
      state,
      [{ type: 'RequestInformation', ...request, certificates: certificates.value }],
      { template: 'information-request', values: askedValues(request) },
    )
  })
}

/**
 * The party answered in words; eligibility is to be tested again. Where `from` is left out it is the
 * one party that was asked and that the actor may answer for. Refusal: `party-not-named`.
 */
export async function answerInformation(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly from?: PartyRole; readonly answer: string },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const from = request.from ?? answersFor(act, state)
    return from === null
      ? refused(
          refuse(
            proceedingsRefusals,
            'party-not-named',
            'nobody or more than one party was asked',
            'from',
          ),
        )
      : ok([{ type: 'AnswerInformation', from, answer: request.answer }])
  })
}

function answersFor(act: Act, state: CaseState): PartyRole | null {
  const asked = [...new Set(state.informationRequested.map(({ from }) => from))]
  const role = act.by.kind === 'person' ? act.by.role : null
  if (role === 'claims-administrator') return role
  // Who acts for the employee may be the representative that was asked.
  if (role === 'employee')
    return asked.includes('employee')
      ? role
      : (asked.find((one) => one === 'representative') ?? role)
  return asked.length === 1 ? (asked[0] ?? null) : null
}

/**
 * Asks a party for more of the record (8 CCR 9792.10.5(d)). `items`, where given, stand in the
 * notice one by one instead of `what`, with the note after them.
 */
export async function requestRecords(
  deps: Deps,
  act: Act,
  caseId: string,
  request: {
    readonly from: PartyRole
    readonly what: string
    readonly records?: readonly MissingDocument[]
    readonly items?: readonly string[]
    readonly note?: string
  },
): Promise<Result<Acted>> {
  const { from, what, records, items = [], note } = request
  return actOn(deps, act, caseId, async (state) => {
    const certificates = await certifyClocks(deps, act, { type: 'RequestRecords' }, state)
    if (!certificates.ok) return certificates
    return withNotice(
      deps,
      act,
      caseId,
      state,
      [
        {
          type: 'RequestRecords',
          from,
          what,
          ...(records ? { records } : {}),
          certificates: certificates.value,
        },
      ],
      {
        template: 'records-request',
        values: {
          ...askedValues(request),
          'asked.documents': items.map((item) => ({ what: item })),
          'asked.note': note ?? '',
        },
        recipients: askedAndCopied(state, request.from),
      },
    )
  })
}

/** Whom is asked, and the employee's side and the physician, who get a copy (9792.10.5(d)). */
function askedAndCopied(state: CaseState, asked: PartyRole): readonly ChosenRecipient[] {
  const copied: readonly PartyRole[] = ['employee', 'representative', 'requesting-physician']
  const named = state.application ? recipientsOf(state.application) : []
  return [
    { role: asked, method: 'mail' },
    ...named
      .filter(({ role }) => role !== asked && copied.includes(role))
      .map(({ role }) => ({ role, method: 'mail' as const })),
  ]
}

function askedValues(request: {
  readonly from: PartyRole
  readonly what: string
}): Readonly<Record<string, string>> {
  return {
    'asked.role': request.from,
    'asked.from': request.from.replaceAll('-', ' '),
    'asked.what': request.what,
  }
}
