import { type CaseState, foldEvents, type RecordedEvent } from '#case'
import { issueDetermination } from '#determination'
import { ok, type PlainDate, pacificDateOf, type Result } from '#foundation'
import { composeServedLetter, recipientsOf } from '#letters'
import { recallAttestation } from '#reviewers'
import { type Acted, appendDecided, loadEvents } from './act-on.ts'
import type { Act, Deps } from './deps.ts'

/**
 * The reviewer signs: the determination is issued and the served letter is printed (LC 4610.6,
 * 8 CCR 9792.10.6). Only the attested reviewer's own act does this.
 */
export async function signDetermination(
  deps: Deps,
  act: Act,
  caseId: string,
): Promise<Result<Acted>> {
  const loaded = await loadEvents(deps, caseId)
  if (!loaded.ok) return loaded
  const events = loaded.value
  const state = foldEvents(events)
  const attested = recallAttestation(caseId, events)
  if (!attested.ok) return attested
  const issuedOn = pacificDateOf(act.at)
  const toIssue = issueDetermination(attested.value, {
    caseId,
    state,
    issuedOn,
    overrides: overridesOf(events),
  })
  if (!toIssue.ok) return toIssue
  const letter = await printServedLetter(deps, state, {
    determination: toIssue.value.issued.determination,
    servedOn: issuedOn,
  })
  if (!letter.ok) return letter
  return appendDecided(deps, act, caseId, state, [
    {
      type: 'IssueDetermination',
      determination: await deps.artifacts.put(
        toIssue.value.artifact.content,
        'determination',
        'application/json',
      ),
      servedLetter: await deps.artifacts.put(letter.value, 'served-letter', 'application/pdf'),
    },
  ])
}

/** The served letter of a case as PDF. */
async function printServedLetter(
  deps: Deps,
  state: CaseState,
  letter: {
    readonly determination: Parameters<typeof composeServedLetter>[0]['determination']
    readonly servedOn: PlainDate
  },
): Promise<Result<Uint8Array>> {
  const { application } = state
  if (!application) throw new TypeError('a case with an attested reviewer has an application')
  const composed = composeServedLetter({
    determination: letter.determination,
    application,
    documentsReviewed: state.listedDocuments.map((document) => ({
      ...document,
      // A document is called after its file and its place in it: `f-1a2b-d3`.
      fileName:
        state.records.find((file) => document.documentId.startsWith(`${file.documentId}-d`))
          ?.fileName ?? '',
    })),
    recipients: recipientsOf(application),
    servedOn: letter.servedOn,
    organization: deps.organization,
  })
  return composed.ok ? ok(await deps.printer.printServedLetter(composed.value)) : composed
}

function overridesOf(
  events: readonly RecordedEvent[],
): readonly { readonly finding: string; readonly reason: string }[] {
  const passed = events.findLast(({ event }) => event.type === 'QualityPassed')
  return passed?.event.type === 'QualityPassed' ? passed.event.overrides : []
}
