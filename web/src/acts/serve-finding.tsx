import { useState } from 'react'
import { addressOf } from '#api'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { refusalAt } from '~/ui/places.ts'
import { ActForm } from './act-form.tsx'
import { partiesOf } from './party-choices.ts'
import { type Recipient, Recipients } from './recipients.tsx'

/** Serves on the parties that no review is opened, or not yet, with the reasons. */
export function ServeFinding() {
  const { caseId, status, application } = useCase()
  const [recipients, setRecipients] = useState<readonly Recipient[]>(
    partiesOf(application).map((role) => ({ role, method: 'mail' })),
  )
  const act = useAct(operations.serveEligibilityFinding, 'The finding was served.')
  const deferred = status === 'deferred'
  return (
    <ActForm
      title={deferred ? 'Tell the parties that the review is deferred' : 'Serve the finding'}
      says={
        <>
          {deferred
            ? 'The notice gives the reasons, and says when the review may be asked for again.'
            : 'The notice gives every reason with its rule and cure. The thirty days to petition start.'}{' '}
          <a
            href={addressOf(operations.getEligibilityNotice, { params: { caseId } })}
            target="_blank"
            rel="noreferrer"
          >
            Read the reasons as a letter (PDF)
          </a>
        </>
      }
      press="Serve on the parties"
      took="The finding was not served."
      busy={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ params: { caseId }, body: { recipients } })}
    >
      <Recipients
        chosen={recipients}
        onChange={setRecipients}
        error={refusalAt(act.error, 'recipients')}
      />
    </ActForm>
  )
}
