import { ok, type Result } from '#foundation'
import type { PartyRole } from '#intake'
import { type Acted, actOn } from './act-on.ts'
import { certifyClocks } from './certify-clocks.ts'
import type { Act, Deps } from './deps.ts'
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

/** The party answered in words; eligibility is to be tested again. */
export async function answerInformation(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly from: PartyRole; readonly answer: string },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async () => ok([{ type: 'AnswerInformation', ...request }]))
}

/** Asks a party for more of the record (8 CCR 9792.10.5(d)). */
export async function requestRecords(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly from: PartyRole; readonly what: string },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const certificates = await certifyClocks(deps, act, { type: 'RequestRecords' }, state)
    if (!certificates.ok) return certificates
    return withNotice(
      deps,
      act,
      caseId,
      state,
      [{ type: 'RequestRecords', ...request, certificates: certificates.value }],
      { template: 'records-request', values: askedValues(request) },
    )
  })
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
