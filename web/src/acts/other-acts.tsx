import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { LongField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import { RequestInformation, RequestRecords } from './ask-party.tsx'
import { ConsolidateCases } from './consolidate-cases.tsx'
import { EndReview } from './end-review.tsx'
import { ExtendDecision } from './extend-decision.tsx'
import { FileAppeal } from './file-appeal.tsx'
import { LateRecord } from './late-record.tsx'
import { ReleaseReviewer } from './release-reviewer.tsx'
import { SendNotice } from './send-notice.tsx'
import { TestEligibility } from './test-eligibility.tsx'
import { UploadRecord } from './upload-record.tsx'

/** Acts that are not the next step but may be needed while the case is as it is. */
export function OtherActs() {
  const { actsBesides, nextActs } = useCase()
  const ids = [...actsBesides, ...(nextActs.includes('releaseReviewer') ? ['releaseReviewer'] : [])]
  const offered = besides.filter(({ id }) => ids.includes(id))
  if (offered.length === 0) return null
  return (
    <section className="card other-acts" aria-labelledby="other-acts-heading">
      <h2 id="other-acts-heading">What else can be done</h2>
      {offered.map(({ id, says, Act }) => (
        <OtherAct key={id} says={says}>
          <Act />
        </OtherAct>
      ))}
    </section>
  )
}

/** The form of an act is there when it is opened: nothing is asked of the server before. */
function OtherAct({ says, children }: { readonly says: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{says}</summary>
      {open ? <div className="act">{children}</div> : null}
    </details>
  )
}

const besides: readonly {
  readonly id: string
  readonly says: string
  readonly Act: () => ReactNode
}[] = [
  { id: 'requestInformation', says: 'Ask a party for information', Act: RequestInformation },
  { id: 'amendApplication', says: 'Change the application', Act: AmendLink },
  { id: 'testEligibility', says: 'Test eligibility again', Act: TestAgain },
  { id: 'uploadRecord', says: 'Add files to the record', Act: UploadRecord },
  { id: 'requestRecords', says: 'Ask for more of the record', Act: RequestRecords },
  { id: 'receiveLateRecord', says: 'Add a file that was found late', Act: LateRecord },
  { id: 'consolidateCases', says: 'Consolidate with another review', Act: ConsolidateCases },
  { id: 'sendNotice', says: 'Send a notice', Act: SendNotice },
  { id: 'releaseReviewer', says: 'Release the reviewer', Act: ReleaseReviewer },
  { id: 'extendDecision', says: 'Record more days for the decision', Act: ExtendDecision },
  { id: 'fileAppeal', says: 'Record an appeal', Act: FileAppeal },
  { id: 'convertPriority', says: 'Change the priority', Act: ConvertPriority },
  { id: 'terminateReview', says: 'End the review of a treatment, or the whole', Act: EndReview },
]

function TestAgain() {
  return <TestEligibility again />
}

/** The form of the application with what it says now. */
function AmendLink() {
  const { caseId } = useCase()
  return (
    <p>
      Opens the form with what the application says now; eligibility is tested again after it.{' '}
      <Link to="/cases/$caseId/application" params={{ caseId }} className="button">
        Open the form
      </Link>
    </p>
  )
}

function ConvertPriority() {
  const { caseId, priority } = useCase()
  const [reason, setReason] = useState('')
  const act = useAct(operations.convertPriority, 'The priority was changed; the clocks start anew.')
  const to = priority === 'standard' ? 'expedited' : 'standard'
  return (
    <form
      className="act-form"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({ params: { caseId }, body: { to, reason } })
      }}
    >
      <h3>Make the review {to === 'expedited' ? 'expedited' : 'regular'}</h3>
      <LongField label="Reason for the change" rows={2} value={reason} onChange={setReason} />
      <Refused error={act.error} took="The priority was not changed." />
      <Button submit busy={act.isPending} disabled={reason.trim() === ''}>
        Change the priority
      </Button>
    </form>
  )
}
