import { ok, type Result } from '#foundation'
import { artifactReferencesOf, makeBundle } from '#integrity'
import { loadCase } from './act-on.ts'
import { getBytes } from './artifacts.ts'
import type { Deps } from './deps.ts'

/**
 * Everything of a case in one file that `openimr verify` checks offline: events, files, facts,
 * assessments, certificates, letters. Names of the register's reviewers stop it.
 */
export async function exportBundle(
  deps: Deps,
  caseId: string,
): Promise<Result<{ readonly fileName: string; readonly content: Uint8Array }>> {
  const state = await loadCase(deps, caseId)
  if (!state.ok) return state
  const events = await deps.cases.load(caseId)
  const artifacts = new Map<string, Uint8Array>()
  for (const reference of artifactReferencesOf(events)) {
    artifacts.set(reference.sha256, await getBytes(deps.artifacts, reference))
  }
  const caseNumber = state.value.caseNumber ?? caseId
  const register = await deps.reviewers.list()
  return ok({
    fileName: `${caseNumber}.openimr.zip`,
    content: makeBundle({
      caseId,
      caseNumber,
      events,
      artifacts,
      mustNotContain: register.map(({ name }) => `${name.first} ${name.last}`),
    }),
  })
}
