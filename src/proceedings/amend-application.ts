import { ok, type Result } from '#foundation'
import { parseApplication } from '#intake'
import { type Acted, actOn } from './act-on.ts'
import type { Act, Deps } from './deps.ts'

/**
 * The application as it should read now (8 CCR 9792.10.3(c)): an answer came, or a mistake was
 * found. Eligibility is to be tested again. A party cannot change the day on which the application
 * came, because the time to file counts to it. Refuses what `parseApplication` refuses.
 */
export async function amendApplication(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly input: object; readonly reason: string },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const ofOffice = act.by.kind === 'system' || act.by.role === 'case-manager'
    const receivedOn = state.application?.receivedOn
    const application = parseApplication({
      ...(receivedOn === undefined ? {} : { receivedOn }),
      ...request.input,
      ...(ofOffice || receivedOn === undefined ? {} : { receivedOn }),
    })
    return application.ok
      ? ok([{ type: 'AmendApplication', application: application.value, reason: request.reason }])
      : application
  })
}
