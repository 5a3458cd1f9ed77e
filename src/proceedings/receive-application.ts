import { initialState } from '#case'
import { ok, pacificDateOf, type Result } from '#foundation'
import { parseApplication } from '#intake'
import { type Acted, appendDecided } from './act-on.ts'
import { putJson } from './artifacts.ts'
import type { Act, Deps } from './deps.ts'

/**
 * Opens a case from an application (8 CCR 9792.10.1). The application is kept as it was sent.
 * Refuses what `parseApplication` refuses; then no case number is spent.
 */
export async function receiveApplication(
  deps: Deps,
  act: Act,
  request: { readonly input: unknown },
): Promise<Result<Acted & { readonly caseNumber: string }>> {
  const application = parseApplication(request.input)
  if (!application.ok) return application
  const source = await putJson(deps.artifacts, 'application', request.input)
  const year = Number(pacificDateOf(act.at).slice(0, 4))
  const caseNumber = await deps.cases.nextCaseNumber(year)
  const opened = await appendDecided(deps, act, deps.newId(), initialState, [
    { type: 'ReceiveApplication', caseNumber, application: application.value, source },
  ])
  return opened.ok ? ok({ ...opened.value, caseNumber }) : opened
}
