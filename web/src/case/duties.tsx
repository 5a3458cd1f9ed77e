import type { AnswerOf } from '#api'
import { useRead } from '~/act.ts'
import { InvoiceFee, RecordFeePayment } from '~/acts/fee-acts.tsx'
import { NoteCopy } from '~/acts/note-copy.tsx'
import { operations } from '~/client.ts'
import { useMay } from '~/session.ts'
import { dayInWords } from '~/ui/days.ts'
import { Refused } from '~/ui/refused.tsx'
import { Loading } from '~/ui/states.tsx'
import { Tag } from '~/ui/tag.tsx'
import { useCase } from './case-context.ts'
import { dueDay } from './next-running.ts'

type DutiesView = AnswerOf<typeof operations.getCaseDuties>

/** What a case shows besides its clocks: the bill, the copies, the expected day, the retention. */
export function Duties() {
  const { caseId } = useCase()
  const { data, error, isPending } = useRead(operations.getCaseDuties, { params: { caseId } })
  if (isPending) return <Loading what="the bill and the copies" />
  if (error) return <Refused error={error} />
  return (
    <>
      <Bill duties={data} />
      <Copies copies={data.copies} />
      <section className="card" aria-labelledby="expected-heading">
        <h2 id="expected-heading">Besides the clocks</h2>
        <dl className="facts-list">
          {data.expectedBy ? (
            <>
              <dt>Expected by</dt>
              <dd>{dayInWords(dueDay(data.expectedBy.due))}, a figure of service</dd>
            </>
          ) : null}
          {data.extension ? (
            <>
              <dt>More days</dt>
              <dd>
                {data.extension.days} days, approved {dayInWords(data.extension.approvedOn)} (
                {data.extension.approval}): {data.extension.reason}
              </dd>
            </>
          ) : null}
          <dt>UR keeps its records until</dt>
          <dd>
            {data.retention.known
              ? dayInWords(dueDay(data.retention.deadline.due))
              : data.retention.because}
          </dd>
        </dl>
      </section>
    </>
  )
}

function Bill({ duties: { fee, invoice } }: { readonly duties: DutiesView }) {
  const may = useMay()
  if (invoice) {
    return (
      <section className="card" aria-labelledby="bill-heading">
        <h2 id="bill-heading">Bill</h2>
        <p>
          ${invoice.dollars.toLocaleString('en-US')} billed {dayInWords(invoice.invoicedOn)}:{' '}
          {invoice.because}
        </p>
        {invoice.paidOn ? (
          <Tag tone="good">{`Paid ${dayInWords(invoice.paidOn)}`}</Tag>
        ) : may('recordFeePayment') ? (
          <RecordFeePayment />
        ) : (
          <Tag tone="warn">Not paid</Tag>
        )}
      </section>
    )
  }
  if (!fee.known || !may('invoiceFee')) return null
  return (
    <section className="card">
      <InvoiceFee scheduled={fee.dollars} />
    </section>
  )
}

function Copies({ copies }: { readonly copies: DutiesView['copies'] }) {
  const may = useMay()
  if (copies.length === 0) return null
  return (
    <section className="card" aria-labelledby="copies-heading">
      <h2 id="copies-heading">Copies to the parties</h2>
      <p className="quiet">
        What the claims administrator sends us, the injured worker and the physician get as well.
      </p>
      <ul className="copies">
        {copies.map(({ documentId, fileName, receivedOn, copy }) => (
          <li key={documentId}>
            <p>
              {fileName}, received {dayInWords(receivedOn)}:{' '}
              {copy === null
                ? 'not noted'
                : copy.kind === 'proved'
                  ? `copied ${dayInWords(copy.copiedOn)} (${copy.proof})`
                  : `no copy is shown (${copy.because})`}
            </p>
            {may('noteCopyToParties') ? (
              <details className="proof">
                <summary>
                  Note the copy<span className="visually-hidden"> of {fileName}</span>
                </summary>
                <NoteCopy documentId={documentId} fileName={fileName} />
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
