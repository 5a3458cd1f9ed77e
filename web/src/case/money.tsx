import { useState } from 'react'
import type { AnswerOf } from '#api'
import { useRead } from '~/act.ts'
import { operations } from '~/client.ts'
import { dayInWords } from '~/ui/days.ts'
import { TickField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import { ScrollBox } from '~/ui/scroll-box.tsx'
import { Loading } from '~/ui/states.tsx'
import { Tag } from '~/ui/tag.tsx'
import { plain } from '~/ui/words.ts'
import { useCase } from './case-context.ts'
import { Duties } from './duties.tsx'

type MoneyView = AnswerOf<typeof operations.getMoney>
type Line = MoneyView['penalties']['lines'][number]
type Choice = MoneyView['choices']['findings'][number]

/** Penalties that the case shows, the fee of the review, and the two turn-around figures. */
export function Money() {
  const { caseId } = useCase()
  const [findings, setFindings] = useState<readonly string[]>([])
  const [mitigation, setMitigation] = useState<readonly string[]>([])
  const query = {
    ...(findings.length > 0 ? { findings: findings.join(',') } : {}),
    ...(mitigation.length > 0 ? { mitigation: mitigation.join(',') } : {}),
  }
  const { data, error, isPending } = useRead(operations.getMoney, { params: { caseId }, query })
  const [last, setLast] = useState<MoneyView | null>(null)
  if (data && data !== last) setLast(data)
  const shown = data ?? last
  if (error) return <Refused error={error} />
  if (!shown) return <Loading what={isPending ? 'penalties and fees' : 'the figures'} />
  return (
    <div className="money">
      <div className="money-main">
        <Penalties penalties={shown.penalties} />
        <details className="card">
          <summary>Findings and mitigation that a person enters</summary>
          <Found
            title="Found by a person"
            says="Breaches that no case shows by itself. They count in this view only; the case keeps nothing of it."
            choices={shown.choices.findings}
            chosen={findings}
            onChange={setFindings}
          />
          <Found
            title="Mitigation"
            says="Grounds on which an amount is lowered, as a person found them."
            choices={shown.choices.mitigation}
            chosen={mitigation}
            onChange={setMitigation}
          />
        </details>
      </div>
      <aside className="money-side">
        <FeeCard money={shown} />
        <TurnAroundCard turnAround={shown.turnAround} />
        <Duties />
      </aside>
    </div>
  )
}

function Penalties({ penalties }: { readonly penalties: MoneyView['penalties'] }) {
  return (
    <section aria-labelledby="penalties-heading">
      <h2 id="penalties-heading">Penalties</h2>
      <p className="quiet">
        What the events of the case show against the claims administrator as of{' '}
        {dayInWords(penalties.asOf)}. It is no order: the Division orders to show cause.
      </p>
      {penalties.lines.length === 0 ? (
        <p className="card">The case shows no missed duty of the claims administrator.</p>
      ) : (
        <ScrollBox className="table-box" label="Penalties">
          <table>
            <caption className="visually-hidden">Missed duties, days and amounts</caption>
            <thead>
              <tr>
                <th scope="col">Duty</th>
                <th scope="col">Days</th>
                <th scope="col">Amount</th>
                <th scope="col">Authority</th>
              </tr>
            </thead>
            <tbody>
              {penalties.lines.map((line) => (
                <PenaltyRow key={`${line.rule} ${line.from ?? ''} ${line.because}`} line={line} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  Fixed amounts
                </th>
                <td colSpan={2}>
                  {dollars(penalties.dollars)}
                  {penalties.atMostBesides > 0
                    ? `, and up to ${dollars(penalties.atMostBesides)} that a person sets`
                    : ''}
                </td>
              </tr>
            </tfoot>
          </table>
        </ScrollBox>
      )}
    </section>
  )
}

function PenaltyRow({ line }: { readonly line: Line }) {
  return (
    <tr>
      <th scope="row">
        {line.title}
        <span className="under">{line.because}</span>
        {line.running ? <Tag tone="bad">Goes on</Tag> : null}
      </th>
      <td>{line.days ?? 'to be found'}</td>
      <td>{amountOf(line)}</td>
      <td>
        {line.authority}
        <span className="under">
          {line.verified ? line.rule : `${line.rule}; not yet read in the controlling text`}
        </span>
      </td>
    </tr>
  )
}

function Found({
  title,
  says,
  choices,
  chosen,
  onChange,
}: {
  readonly title: string
  readonly says: string
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}) {
  if (choices.length === 0) return null
  return (
    <fieldset className="found">
      <legend className="form-part-title">{title}</legend>
      <p className="quiet">{says}</p>
      {choices.map((choice) => (
        <TickField
          key={choice.id}
          label={
            <>
              {choice.title}
              <span className="under">{choice.authority}</span>
            </>
          }
          checked={chosen.includes(choice.id)}
          onChange={(checked) =>
            onChange(checked ? [...chosen, choice.id] : chosen.filter((each) => each !== choice.id))
          }
        />
      ))}
    </fieldset>
  )
}

function FeeCard({ money: { fee, noFee } }: { readonly money: MoneyView }) {
  return (
    <section className="card" aria-labelledby="fee-heading">
      <h2 id="fee-heading">Fee of the review</h2>
      {fee === null ? (
        <p>{noFee ? `No fee yet: ${noFee.because}.` : 'No fee yet.'}</p>
      ) : (
        <>
          <p className="figure">
            {fee.dollars === null ? 'To be looked up' : dollars(fee.dollars)}
          </p>
          <dl className="facts-list">
            <dt>Stage</dt>
            <dd>{plain(fee.stage)}</dd>
            <dt>Review</dt>
            <dd>{plain(fee.review)}</dd>
            <dt>Degree</dt>
            <dd>{fee.degree === 'md-do' ? 'MD or DO' : 'another degree'}</dd>
            <dt>Paid by</dt>
            <dd>{plain(fee.payer)}</dd>
            <dt>Schedule</dt>
            <dd>
              {fee.because}
              <span className="under">
                {fee.authority}
                {fee.verified ? '' : '; not yet read in the controlling text'}
              </span>
            </dd>
          </dl>
        </>
      )}
    </section>
  )
}

function TurnAroundCard({ turnAround }: { readonly turnAround: MoneyView['turnAround'] }) {
  return (
    <section className="card" aria-labelledby="turn-around-heading">
      <h2 id="turn-around-heading">Turn-around</h2>
      {turnAround === null ? (
        <p>Counted when the determination is served.</p>
      ) : (
        <dl className="facts-list">
          <dt>From the assignment notice</dt>
          <dd>{days(turnAround.fromAssignment)}</dd>
          <dt>From the complete record</dt>
          <dd>{days(turnAround.fromCompleteRecords)}</dd>
          <dt>Letter served</dt>
          <dd>{dayInWords(turnAround.servedOn)}</dd>
        </dl>
      )}
    </section>
  )
}

function amountOf({ amount }: Line): string {
  switch (amount.kind) {
    case 'fixed':
      return dollars(amount.dollars)
    case 'at-most':
      return `up to ${dollars(amount.dollars)}`
    case 'to-be-found':
      return `up to ${dollars(amount.perDayAtMost)} a day`
  }
}

function dollars(amount: number): string {
  return `$${amount.toLocaleString('en-US')}`
}

function days(count: number): string {
  return `${count} calendar ${count === 1 ? 'day' : 'days'}`
}
