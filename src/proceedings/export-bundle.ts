import { foldEvents, type RecordedEvent } from '#case'
import { ok, type Result } from '#foundation'
import { artifactReferencesOf, makeBundle } from '#integrity'
import { loadEvents } from './act-on.ts'
import { getBytes } from './artifacts.ts'
import type { Deps } from './deps.ts'

/**
 * Everything of a case in one file that `openimr verify` checks offline: events, files, facts,
 * assessments, certificates, letters. The events are read once: what is appended meanwhile is in
 * the next bundle. The name of a reviewer of this case stops it (LC 4610.6(f)); another physician
 * of the register may well stand in the records, as one who treated the employee.
 */
export async function exportBundle(
  deps: Deps,
  caseId: string,
): Promise<Result<{ readonly fileName: string; readonly content: Uint8Array }>> {
  const loaded = await loadEvents(deps, caseId)
  if (!loaded.ok) return loaded
  const events = loaded.value
  const artifacts = new Map<string, Uint8Array>()
  for (const reference of artifactReferencesOf(events)) {
    artifacts.set(reference.sha256, await getBytes(deps.artifacts, reference))
  }
  const caseNumber = foldEvents(events).caseNumber ?? caseId
  return ok({
    fileName: `${caseNumber}.openimr.zip`,
    content: makeBundle({
      caseId,
      caseNumber,
      events,
      artifacts,
      mustNotContain: await namesOfReviewers(deps, events),
    }),
  })
}

/** Of everyone who was ever selected for the case. */
async function namesOfReviewers(
  deps: Deps,
  events: readonly RecordedEvent[],
): Promise<readonly string[]> {
  const ids = events.flatMap(({ event }) =>
    event.type === 'ReviewerSelected' ? [event.reviewerId] : [],
  )
  const reviewers = await Promise.all([...new Set(ids)].map((id) => deps.reviewers.get(id)))
  return reviewers.flatMap((reviewer) =>
    reviewer ? [`${reviewer.name.first} ${reviewer.name.last}`] : [],
  )
}
