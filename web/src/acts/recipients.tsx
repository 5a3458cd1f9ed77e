import type { CallOf } from '#api'
import { useCase } from '~/case/case-context.ts'
import type { operations } from '~/client.ts'
import { TickField } from '~/ui/field.tsx'
import { partyWords } from '~/ui/words.ts'
import { partiesOf } from './party-choices.ts'

export type Recipient = NonNullable<
  NonNullable<CallOf<typeof operations.sendNotice>['body']['recipients']>[number]
>

const methods: readonly (readonly [Recipient['method'], string])[] = [
  ['mail', 'by mail'],
  ['electronic', 'by electronic service'],
  ['fax', 'by fax'],
  ['personal', 'by hand'],
]

/** Which parties get something, and in which way each. */
export function Recipients({
  chosen,
  onChange,
  error,
}: {
  readonly chosen: readonly Recipient[]
  readonly onChange: (chosen: readonly Recipient[]) => void
  readonly error?: string | undefined
}) {
  const { application } = useCase()
  return (
    <fieldset className="recipients">
      <legend>Who gets it</legend>
      {partiesOf(application).map((role) => {
        const choice = chosen.find((one) => one.role === role)
        return (
          <div key={role} className="recipient">
            <TickField
              label={partyWords[role]}
              checked={choice !== undefined}
              onChange={(checked) =>
                onChange(
                  checked
                    ? [...chosen, { role, method: 'mail' }]
                    : chosen.filter((one) => one.role !== role),
                )
              }
            />
            {choice ? (
              <select
                aria-label={`How it goes to the ${partyWords[role].toLowerCase()}`}
                value={choice.method}
                onChange={(event) => {
                  const method = methods.find(([id]) => id === event.target.value)?.[0]
                  if (method) {
                    onChange(chosen.map((one) => (one.role === role ? { role, method } : one)))
                  }
                }}
              >
                {methods.map(([id, words]) => (
                  <option key={id} value={id}>
                    {words}
                  </option>
                ))}
              </select>
            ) : null}
          </div>
        )
      })}
      {error ? <p className="field-error">{error}</p> : null}
    </fieldset>
  )
}
