import { foldEvents, type RecordedEvent } from '#case'
import { ok, type Result, refuse, refused } from '#foundation'
import {
  type ArtifactReference,
  artifactReferencesOf,
  beginExamination,
  type ExaminedContent,
  fitsBundle,
  isText,
  layBundle,
} from '#integrity'
import { loadEvents } from './act-on.ts'
import { ArtifactMissingError, withFile } from './artifacts.ts'
import type { Deps } from './deps.ts'
import { proceedingsRefusals } from './refusals.ts'

/** A bundle that is written while it is read: no file of the case is held whole. */
export type ExportedBundle = {
  readonly fileName: string
  readonly bytes: number
  readonly parts: AsyncIterable<Uint8Array>
}

/**
 * Everything of a case in one file that `openimr verify` checks offline: events, files, facts,
 * assessments, certificates, letters. The events are read once: what is appended meanwhile is in
 * the next bundle. The name of a reviewer of this case stops it (LC 4610.6(f)); another physician
 * of the register may well stand in the records, as one who treated the employee. All of this is
 * found before the first byte is given out.
 *
 * Refusals: `case-unknown`, `bundle-file-too-large`.
 */
export async function exportBundle(deps: Deps, caseId: string): Promise<Result<ExportedBundle>> {
  const loaded = await loadEvents(deps, caseId)
  if (!loaded.ok) return loaded
  const events = loaded.value
  const references = artifactReferencesOf(events)
  if (!references.every(fitsBundle)) {
    const because = 'a file of the case has 4 GiB or more'
    return refused(refuse(proceedingsRefusals, 'bundle-file-too-large', because))
  }
  const mustNotContain = await namesOfReviewers(deps, events)
  const examined = new Map<string, ExaminedContent>()
  for (const reference of references) {
    examined.set(reference.sha256, await examine(deps, reference, mustNotContain))
  }
  const caseNumber = foldEvents(events).caseNumber ?? caseId
  const { bytes, pieces } = layBundle({ caseId, caseNumber, events, examined, mustNotContain })
  return ok({ fileName: `${caseNumber}.openimr.zip`, bytes, parts: partsOf(deps, pieces) })
}

function examine(
  deps: Deps,
  reference: ArtifactReference,
  names: readonly string[],
): Promise<ExaminedContent> {
  return withFile(deps, reference, async ({ path }) => {
    const examination = beginExamination(isText(reference) ? names : [])
    for await (const part of deps.workFiles.partsOf(path)) examination.take(part)
    return examination.end()
  })
}

async function* partsOf(
  deps: Deps,
  pieces: ReturnType<typeof layBundle>['pieces'],
): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (piece instanceof Uint8Array) {
      yield piece
      continue
    }
    const opened = await deps.artifacts.openFile(piece.sha256)
    if (!opened) throw new ArtifactMissingError(piece.sha256)
    try {
      yield* deps.workFiles.partsOf(opened.path)
    } finally {
      await opened.release()
    }
  }
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
