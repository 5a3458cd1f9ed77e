import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { LongField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import { ApplicationForm, type Filled } from './application-form.tsx'
import { formOfApplication } from './form-of-application.ts'

/** The application of a case with what it says now, to be changed with a reason. */
export function AmendApplication() {
  const { caseId, application, actsBesides } = useCase()
  const navigate = useNavigate()
  const [filled] = useState<Filled>(() => ({ ...formOfApplication(application), origins: {} }))
  const [reason, setReason] = useState('')
  const act = useAct(operations.amendApplication, 'The application was changed.')
  if (!actsBesides.includes('amendApplication')) {
    return (
      <p>
        The application cannot be changed as the case stands.{' '}
        <Link to="/cases/$caseId" params={{ caseId }}>
          Back to the case
        </Link>
      </p>
    )
  }
  return (
    <section className="amend" aria-labelledby="amend-heading">
      <h2 id="amend-heading">Change the application</h2>
      <p>
        Correct what is wrong or missing; everything else stays. Eligibility is then tested again.
      </p>
      <ApplicationForm
        filled={filled}
        press="Change the application"
        took="The application was not changed."
        busy={act.isPending}
        error={act.error}
        onSend={(changed) =>
          act.mutate(
            { params: { caseId }, body: { application: changed, reason } },
            { onSuccess: () => void navigate({ to: '/cases/$caseId', params: { caseId } }) },
          )
        }
      >
        <div className="card form-part">
          <LongField
            label="Why it is changed"
            hint="Stands in the history of the case"
            rows={2}
            value={reason}
            onChange={setReason}
            error={refusalAt(act.error, 'reason')}
          />
        </div>
      </ApplicationForm>
    </section>
  )
}
