import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useCase } from '~/case/case-context.ts'
import { useSession } from '~/session.ts'
import { announce } from '~/ui/announce.tsx'
import { ChoiceField } from '~/ui/field.tsx'
import { type PartyRole, partyWords } from '~/ui/words.ts'
import type { ChosenFile } from './chosen-files.ts'
import { deliveriesOf } from './delivery.ts'
import { FileDrop } from './file-drop.tsx'
import { ReceiptCard } from './receipt-card.tsx'
import { SendingList } from './sending-list.tsx'

/** Sends files to the record; they go on while other pages are shown, and after a lost connection. */
export function UploadPanel({
  receipts = true,
}: {
  /** Whether receipts are shown here, or where all of them are. */
  readonly receipts?: boolean
}) {
  const { caseId } = useCase()
  const queries = useQueryClient()
  const role = useSession().data?.user?.role
  const [from, setFrom] = useState<PartyRole>(
    role === 'employee' ? 'employee' : 'claims-administrator',
  )
  const deliveries = deliveriesOf(caseId, () => {
    announce('The files were taken into the record.')
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== 'getPageText' && queryKey[0] !== 'getPageImage',
    })
  })
  const delivery = useSyncExternalStore(
    (listener) => deliveries.subscribe(listener),
    () => deliveries.now(),
  )
  const add = useCallback(
    (files: readonly ChosenFile[]) => deliveries.add(files, from),
    [deliveries, from],
  )
  const busy = delivery.sendings.some(({ state }) => state !== 'failed')
  useEffect(() => {
    if (!busy) return
    // What was sent stays; the browser asks whether to leave what was not.
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [busy])
  return (
    <div className="upload">
      {role === 'case-manager' ? (
        <ChoiceField
          label="The files come from"
          value={from}
          onChange={setFrom}
          choices={(Object.keys(partyWords) as PartyRole[]).map(
            (each) => [each, partyWords[each]] as const,
          )}
        />
      ) : null}
      <FileDrop onFiles={add} />
      <SendingList delivery={delivery} deliveries={deliveries} />
      {receipts
        ? delivery.receipts.map((receipt) => (
            <ReceiptCard key={receipt.receiptId} receipt={receipt} fresh />
          ))
        : null}
    </div>
  )
}
