import { evolve, initialState, type RecordedEvent } from '#case'
import type { BundledEvent, BundledFiles } from '#integrity'
import { findLedgerDefect, type RecordsLedger } from '#records'

/**
 * The first list of documents in a bundle that is not that of its ledger, page for page; null where
 * all are. The events of the bundle were found intact before.
 */
export function findListDefect(
  events: readonly BundledEvent[],
  artifacts: Pick<BundledFiles, 'get'>,
): { readonly what: string; readonly because: string } | null {
  let state = initialState
  for (const { version, event } of events as readonly RecordedEvent[]) {
    state = evolve(state, event, version)
    if (event.type !== 'RecordsListed') continue
    const what = `the list of documents of event ${version}`
    const ledger = artifacts.get(event.ledger.sha256)
    if (!ledger) return { what, because: 'its ledger is missing or too large to be read' }
    const because = findLedgerDefect(
      JSON.parse(new TextDecoder().decode(ledger)) as RecordsLedger,
      event.documents,
      state.records.map(({ documentId, pages }) => ({ fileId: documentId, pages })),
    )
    if (because !== null) return { what, because }
  }
  return null
}
