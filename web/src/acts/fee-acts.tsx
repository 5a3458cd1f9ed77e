import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { TextField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import { ActForm } from './act-form.tsx'

/** Bills the fee; where the schedule gives no amount, a person does and says why. */
export function InvoiceFee({ scheduled }: { readonly scheduled: number | null }) {
  const { caseId } = useCase()
  const [dollars, setDollars] = useState('')
  const [because, setBecause] = useState('')
  const act = useAct(operations.invoiceFee, 'The fee was billed.')
  const own = dollars.trim() !== ''
  return (
    <ActForm
      title="Bill the fee"
      press="Bill the claims administrator"
      kind="plain"
      took="The fee was not billed."
      busy={act.isPending}
      error={act.error}
      onSubmit={() =>
        act.mutate({
          params: { caseId },
          body: own ? { amount: { dollars: Number(dollars), because } } : {},
        })
      }
    >
      <TextField
        label="Amount in dollars"
        hint={
          scheduled === null
            ? 'The schedule of the time was not found: give the amount.'
            : 'Leave it empty to bill what the schedule says.'
        }
        optional={scheduled !== null}
        value={dollars}
        onChange={setDollars}
        error={refusalAt(act.error, 'amount.dollars') ?? refusalAt(act.error, 'amount')}
      />
      {own ? (
        <TextField
          label="Where this amount comes from"
          value={because}
          onChange={setBecause}
          error={refusalAt(act.error, 'amount.because')}
        />
      ) : null}
    </ActForm>
  )
}

/** The fee was paid. */
export function RecordFeePayment() {
  const { caseId } = useCase()
  const [paidOn, setPaidOn] = useState('')
  const act = useAct(operations.recordFeePayment, 'The payment was recorded.')
  return (
    <ActForm
      title="Record the payment"
      press="The fee was paid"
      kind="plain"
      took="The payment was not recorded."
      busy={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ params: { caseId }, body: { paidOn } })}
    >
      <TextField
        label="Paid on"
        type="date"
        value={paidOn}
        onChange={setPaidOn}
        error={refusalAt(act.error, 'paidOn')}
      />
    </ActForm>
  )
}
