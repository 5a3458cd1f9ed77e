import { useState } from 'react'
import { useRead } from '~/act.ts'
import { operations } from '~/client.ts'
import { SignInFirst } from '~/shell/sign-in-first.tsx'
import { today } from '~/ui/days.ts'
import { TextField } from '~/ui/field.tsx'
import { PageHead } from '~/ui/page-head.tsx'
import { refusalAt } from '~/ui/places.ts'
import { Refused } from '~/ui/refused.tsx'
import { ScrollBox } from '~/ui/scroll-box.tsx'
import { Empty, Loading } from '~/ui/states.tsx'

/** The two average ages of determinations in a stretch of days, by the definitions of DWC. */
export function Figures() {
  return (
    <SignInFirst>
      <Averages />
    </SignInFirst>
  )
}

function Averages() {
  const [to, setTo] = useState(today())
  const [from, setFrom] = useState(`${today().slice(0, 4)}-01-01`)
  const { data, error, isPending } = useRead(operations.getFigures, { query: { from, to } })
  return (
    <div className="page">
      <PageHead
        title="Turn-around figures"
        tab="Figures"
        lead="Average age of determinations in calendar days, by the definitions of the Division of Workers’ Compensation."
      />
      <div className="field-row">
        <TextField
          label="Served from"
          type="date"
          value={from}
          onChange={setFrom}
          error={refusalAt(error, 'from')}
        />
        <TextField
          label="Served to"
          type="date"
          value={to}
          onChange={setTo}
          error={refusalAt(error, 'to')}
        />
      </div>
      {isPending ? <Loading what="the figures" /> : null}
      <Refused error={error} />
      {data && data.whole === null ? (
        <Empty title="No determination was served in these days">
          <p>Choose an earlier first day, or a later last one.</p>
        </Empty>
      ) : null}
      {data?.whole ? (
        <>
          <dl className="figures">
            <Figure name="Determinations served" value={String(data.whole.determinations)} />
            <Figure
              name="From the assignment notice to the letter"
              value={inDays(data.whole.fromAssignment)}
            />
            <Figure
              name="From the complete record to the letter"
              value={inDays(data.whole.fromCompleteRecords)}
            />
          </dl>
          <ScrollBox className="table-box" label="By month">
            <table>
              <caption>By the month in which the letter was served</caption>
              <thead>
                <tr>
                  <th scope="col">Month</th>
                  <th scope="col">Determinations</th>
                  <th scope="col">From assignment</th>
                  <th scope="col">From complete record</th>
                </tr>
              </thead>
              <tbody>
                {data.months.map((month) => (
                  <tr key={month.month}>
                    <th scope="row">{month.month}</th>
                    <td>{month.determinations}</td>
                    <td>{inDays(month.fromAssignment)}</td>
                    <td>{inDays(month.fromCompleteRecords)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          <p className="quiet">
            Both ages end on the day on which the letter of the first determination was served; a
            review after a remand has its own. Reviews that ended without a determination do not
            count.
          </p>
        </>
      ) : null}
    </div>
  )
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="card">
      <dt>{name}</dt>
      <dd className="figure">{value}</dd>
    </div>
  )
}

function inDays(days: number): string {
  return `${days.toFixed(1)} days`
}
