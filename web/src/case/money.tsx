import type { AnswerOf } from '#api'
import { useRead } from '~/act.ts'
import { NotePenaltyFinding, TakeFindingBack } from '~/acts/note-penalty-finding.tsx'
import { operations } from '~/client.ts'
import { useMay } from '~/session.ts'
import { dayInWords } from '~/ui/days.ts'
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
type Found = MoneyView['found'][number]

/** Penalties that the case shows, the fee of the review, and the two turn-around figures. */
export function Money() {
  const { caseId } = useCase()
  const { data, error } = useRead(operations.getMoney, { params: { caseId } })
  if (error) return <Refused error={error} />
  if (!data) return <Loading what="penalties and fees" />
  return (
    <div className="money">
      <div className="money-main">
        <Penalties penalties={data.penalties} />
        <Findings money={data} />
      </div>
      <aside className="money-side">
        <FeeCard money={data} />
        <TurnAroundCard turnAround={data.turnAround} />
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
      <td>{line.days ?? (line.amount.kind === 'to-be-found' ? 'to be found' : 'not counted')}</td>
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

/** What people found of this case, and the forms to find more, for whom may. */
function Findings({ money: { found, choices } }: { readonly money: MoneyView }) {
  const may = useMay()
  const mayNote = may('notePenaltyFinding')
  const left = (kind: Found['kind'], all: readonly Choice[]) =>
    all.filter(({ id }) => !found.some((one) => one.kind === kind && one.finding === id))
  const titled = (one: Found): string =>
    [...choices.findings, ...choices.mitigation].find(({ id }) => id === one.finding)?.title ??
    one.finding
  return (
    <section className="card" aria-labelledby="findings-heading">
      <h2 id="findings-heading">Found by a person</h2>
      <p className="quiet">
        Breaches that no event shows, and grounds on which an amount is lowered. The case keeps who
        found each and why; no notice to the parties names them.
      </p>
      {found.length === 0 ? (
        <p>Nothing was found so far.</p>
      ) : (
        <ul className="copies">
          {found.map((one) => (
            <li key={`${one.kind} ${one.finding}`}>
              <p>
                {titled(one)}: {one.because}
                <span className="under">
                  {one.kind === 'breach' ? 'Breach' : 'Mitigation'}, found by {one.by}{' '}
                  {dayInWords(one.notedOn)}
                </span>
              </p>
              {mayNote ? (
                <details className="proof">
                  <summary>
                    Take it back<span className="visually-hidden">: {titled(one)}</span>
                  </summary>
                  <TakeFindingBack kind={one.kind} finding={one.finding} title={titled(one)} />
                </details>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayNote ? (
        <>
          <details className="proof">
            <summary>Note a breach</summary>
            <NotePenaltyFinding
              kind="breach"
              title="A breach that no event shows"
              says="By the rules in force on the day of the utilization review decision."
              choices={left('breach', choices.findings)}
            />
          </details>
          <details className="proof">
            <summary>Note a ground of mitigation</summary>
            <NotePenaltyFinding
              kind="mitigation"
              title="A ground of mitigation"
              says="It lowers every amount of the ledger."
              choices={left('mitigation', choices.mitigation)}
            />
          </details>
        </>
      ) : null}
    </section>
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
