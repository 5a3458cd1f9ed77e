import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '~/act.ts'
import { operations, refusedWith } from '~/client.ts'
import { Checklist } from '~/ui/checklist.tsx'
import { Refused } from '~/ui/refused.tsx'
import { Loading } from '~/ui/states.tsx'
import { useCase } from './case-context.ts'

/** What the utilization review decision and the request must contain, as the record has them. */
export function DecisionCheck() {
  const { listedDocuments } = useCase()
  const [open, setOpen] = useState(false)
  const has = listedDocuments.some(({ kind }) =>
    ['utilization-review-decision', 'request-for-authorization'].includes(kind),
  )
  if (!has) return null
  return (
    <details className="proof" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Is the decision complete?</summary>
      {open ? <Report /> : null}
    </details>
  )
}

function Report() {
  const { caseId } = useCase()
  const { data, error, isPending } = useRead(operations.checkUtilizationReview, {
    params: { caseId },
  })
  if (isPending) return <Loading what="the decision" />
  if (refusedWith(error, 'not-there-yet')) return <p>The decision is not in the record yet.</p>
  if (error) return <Refused error={error} />
  return (
    <>
      {data.documents.map((document) => (
        <section key={`${document.documentId} ${document.firstPage}`}>
          <h3>{document.title}</h3>
          <Checklist
            checklist={document.checklist}
            placeOf={(page) => (
              <Link
                to="/cases/$caseId/documents"
                params={{ caseId }}
                search={{ file: document.documentId, page }}
              >
                Open page {page}
              </Link>
            )}
          />
        </section>
      ))}
    </>
  )
}
