import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { LongField, TextField, TickField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import { ActForm } from './act-form.tsx'

/** Goes through the eligibility table with the application and with what a person knows besides. */
export function TestEligibility({ again = false }: { readonly again?: boolean }) {
  const { caseId, treatments } = useCase()
  const [agrees, setAgrees] = useState(false)
  const [authorized, setAuthorized] = useState<readonly string[]>([])
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const act = useAct(operations.testEligibility, 'Eligibility was tested.')
  const said = (name: string): string => (texts[name] ?? '').trim()
  const set = (name: string) => (value: string) => setTexts((all) => ({ ...all, [name]: value }))
  const optional = (name: 'materialChange' | 'withdrawnBecause' | 'invalidatedBy') =>
    said(name) === '' ? {} : { [name]: said(name) }
  return (
    <ActForm
      title={again ? 'Test eligibility again' : 'Test eligibility'}
      says="Goes through the eligibility table with what the application holds. Every row is shown with its reason."
      press={again ? 'Test eligibility again' : 'Test eligibility'}
      kind={again ? 'plain' : 'primary'}
      took="This was not done."
      busy={act.isPending}
      error={act.error}
      onSubmit={() =>
        act.mutate({
          params: { caseId },
          body: {
            ...(agrees ? { administratorAgrees: true } : {}),
            ...(authorized.length > 0 ? { authorizedTreatments: authorized } : {}),
            ...optional('materialChange'),
            ...optional('withdrawnBecause'),
            ...optional('invalidatedBy'),
            ...(said('outside') === ''
              ? {}
              : { outsideProgram: { because: said('outside'), route: said('route') } }),
          },
        })
      }
    >
      <details className="proof">
        <summary>What you know besides the application</summary>
        <TickField
          label="The claims administrator agrees to the review although liability is disputed"
          checked={agrees}
          onChange={setAgrees}
        />
        {treatments
          .filter(({ terminated }) => terminated === null)
          .map(({ treatment: { id, treatment } }) => (
            <TickField
              key={id}
              label={`Authorized since: ${treatment}`}
              checked={authorized.includes(id)}
              onChange={(checked) =>
                setAuthorized(
                  checked ? [...authorized, id] : authorized.filter((one) => one !== id),
                )
              }
            />
          ))}
        <LongField
          label="What has changed since an earlier review of the same treatment"
          rows={2}
          optional
          value={texts['materialChange'] ?? ''}
          onChange={set('materialChange')}
          error={refusalAt(act.error, 'materialChange')}
        />
        <TextField
          label="The application was withdrawn or settled because"
          optional
          value={texts['withdrawnBecause'] ?? ''}
          onChange={set('withdrawnBecause')}
        />
        <TextField
          label="Order that found the utilization review decision invalid because it was late"
          optional
          value={texts['invalidatedBy'] ?? ''}
          onChange={set('invalidatedBy')}
        />
        <TextField
          label="The dispute belongs to another program because"
          optional
          value={texts['outside'] ?? ''}
          onChange={set('outside')}
        />
        {said('outside') === '' ? null : (
          <TextField
            label="Where it belongs instead"
            value={texts['route'] ?? ''}
            onChange={set('route')}
            error={refusalAt(act.error, 'outsideProgram.route')}
          />
        )}
      </details>
    </ActForm>
  )
}
