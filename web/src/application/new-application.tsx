import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '~/act.ts'
import { operations } from '~/client.ts'
import { SignInFirst } from '~/shell/sign-in-first.tsx'
import { PageHead } from '~/ui/page-head.tsx'
import { ApplicationForm, type Filled } from './application-form.tsx'
import { StartFromFile } from './start-from-file.tsx'

/** A new application: the fields of DWC Form IMR, empty or started from a document. */
export function NewApplication() {
  return (
    <SignInFirst>
      <Application />
    </SignInFirst>
  )
}

function Application() {
  const navigate = useNavigate()
  const [filled, setFilled] = useState<Filled>({ values: {}, treatments: 1, origins: {} })
  const [started, setStarted] = useState(0)
  const act = useAct(operations.submitApplication, 'The application was received.')
  return (
    <div className="page">
      <PageHead
        title="Application for Independent Medical Review"
        tab="New application"
        lead="The fields of DWC Form IMR. The utilization review decision has most of the answers."
      />
      <StartFromFile
        onFilled={(next) => {
          setFilled(next)
          setStarted(started + 1)
          act.reset()
        }}
      />
      <ApplicationForm
        key={started}
        filled={filled}
        press="Submit the application"
        took="The application was not taken."
        busy={act.isPending}
        error={act.error}
        onSend={(body) =>
          act.mutate(
            { body },
            {
              onSuccess: ({ caseId }) =>
                void navigate({ to: '/cases/$caseId', params: { caseId } }),
            },
          )
        }
      />
    </div>
  )
}
