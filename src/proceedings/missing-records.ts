import { ok, type Result, refuse, refused } from '#foundation'
import { findMissingRecords, type MissingRecord, type RecordsLedger } from '#records'
import { loadCase } from './act-on.ts'
import { getJson } from './artifacts.ts'
import type { Deps } from './deps.ts'
import { prepareRecord } from './prepare-review.ts'
import { proceedingsRefusals } from './refusals.ts'

/**
 * Documents that the files of a case mention with a date and that are not among them, each with
 * every place that mentions it: a proposal for a request to the parties (8 CCR 9792.10.5).
 */
export async function missingRecords(
  deps: Deps,
  caseId: string,
): Promise<Result<readonly MissingRecord[]>> {
  const state = await loadCase(deps, caseId)
  if (!state.ok) return state
  const { readings, documents } = await prepareRecord(deps, caseId)
  return ok(findMissingRecords(readings, documents))
}

/**
 * The ledger of the record as it was stored when the file was completed: every page in one line,
 * duplicates and pages that cannot be read marked. Refusal: `not-there-yet`.
 */
export async function readLedger(deps: Deps, caseId: string): Promise<Result<RecordsLedger>> {
  const events = await deps.cases.load(caseId)
  const listed = events.findLast(({ event }) => event.type === 'RecordsListed')?.event
  return listed?.type === 'RecordsListed'
    ? ok(await getJson<RecordsLedger>(deps.artifacts, listed.ledger))
    : refused(refuse(proceedingsRefusals, 'not-there-yet', 'the file has not been found complete'))
}
