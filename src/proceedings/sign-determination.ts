import { foldEvents, type RecordedEvent } from '#case'
import { issueDetermination } from '#determination'
import { pacificDateOf, type Result } from '#foundation'
import { recallAttestation } from '#reviewers'
import { type Acted, appendDecided, loadEvents } from './act-on.ts'
import { composeLetterOf } from './compose-letter.ts'
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
  const letter = composeLetterOf(deps, state, {
    determination: toIssue.value.issued.determination,
    servedOn: issuedOn,
  })
  if (!letter.ok) return letter
  const printed = await deps.printer.printServedLetter(letter.value)
  return appendDecided(deps, act, caseId, state, [
    {
      type: 'IssueDetermination',
      determination: await deps.artifacts.put(
        toIssue.value.artifact.content,
        'determination',
        'application/json',
      ),
      servedLetter: await deps.artifacts.put(printed, 'served-letter', 'application/pdf'),
    },
  ])
}

function overridesOf(
  events: readonly RecordedEvent[],
): readonly { readonly finding: string; readonly reason: string }[] {
  const passed = events.findLast(({ event }) => event.type === 'QualityPassed')
  return passed?.event.type === 'QualityPassed' ? passed.event.overrides : []
}
