import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import type { AnswerOf } from '#api'
import type { operations } from '~/client.ts'
import { dayInWords } from '~/ui/days.ts'
import { OutcomeTag, StatusTag, Tag } from '~/ui/tag.tsx'
import { NextClock } from './next-clock.tsx'

type Row = AnswerOf<typeof operations.listCases>['rows'][number]

/** The cases as a table; arrow keys go up and down the rows, Enter opens one. */
export function CaseTable({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <div className="table-box">
      <table className="queue">
        <caption className="visually-hidden">
          Cases, the one whose clock ends first on top. Arrow keys move between cases, Enter opens.
        </caption>
        <thead>
          <tr>
            <th scope="col">Next clock</th>
            <th scope="col">Case</th>
            <th scope="col">Injured worker</th>
            <th scope="col">Disputed treatments</th>
            <th scope="col">Claims administrator</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.caseId}>
              <td data-label="Next clock">
                <NextClock next={row.nextClock} />
              </td>
              <td data-label="Case">
                <Link
                  to="/cases/$caseId"
                  params={{ caseId: row.caseId }}
                  className="row-link"
                  onKeyDown={moveBetweenRows}
                >
                  {row.caseNumber}
                </Link>
                <span className="under">
                  {row.priority === 'expedited' ? (
                    <Tag tone="warn">Expedited</Tag>
                  ) : (
                    `Received ${dayInWords(row.receivedOn)}`
                  )}
                </span>
              </td>
              <td data-label="Injured worker">
                {row.employeeName}
                <span className="under">Injured {dayInWords(row.dateOfInjury)}</span>
              </td>
              <td data-label="Disputed treatments">
                {row.treatments[0]}
                {row.treatments.length > 1 ? (
                  <span className="under">and {row.treatments.length - 1} more</span>
                ) : null}
              </td>
              <td data-label="Claims administrator">
                {row.claimsAdministrator}
                <span className="under">Claim {row.claimNumber}</span>
              </td>
              <td data-label="Status">
                <span className="tags">
                  <StatusTag status={row.status} />
                  {row.outcome ? <OutcomeTag outcome={row.outcome} /> : null}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function moveBetweenRows(event: KeyboardEvent<HTMLAnchorElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const body = event.currentTarget.closest('tbody')
  const links = [...(body?.querySelectorAll<HTMLAnchorElement>('.row-link') ?? [])]
  const at = links.indexOf(event.currentTarget)
  const next = links[at + step]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
}
