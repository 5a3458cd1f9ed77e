import { Link } from '@tanstack/react-router'
import type { Ref } from 'react'
import type { AnswerOf } from '#api'
import type { operations } from '~/client.ts'
import { dayInWords } from '~/ui/days.ts'
import { OutcomeTag, StatusTag, Tag } from '~/ui/tag.tsx'
import { NextClock } from './next-clock.tsx'

export type Row = AnswerOf<typeof operations.listCases>['rows'][number]

/** The cases as a table; rows can be selected where acts on several cases are the user's. */
export function CaseTable({
  rows,
  body,
  selected,
  onSelect,
}: {
  readonly rows: readonly Row[]
  readonly body: Ref<HTMLTableSectionElement>
  /** Null where nothing can be done with several cases. */
  readonly selected: ReadonlyMap<string, Row> | null
  readonly onSelect: (rows: readonly Row[], on: boolean) => void
}) {
  const all = selected !== null && rows.every(({ caseId }) => selected.has(caseId))
  return (
    <div className="table-box">
      <table className={selected ? 'queue with-ticks' : 'queue'}>
        <caption className="visually-hidden">
          Cases, the one whose clock ends first on top. Arrow keys move between cases, Enter opens
          {selected ? ', x selects' : ''}. A question mark shows all keys.
        </caption>
        <thead>
          <tr>
            {selected ? (
              <th scope="col" className="tick-cell">
                <input
                  type="checkbox"
                  aria-label="Select all shown"
                  checked={all}
                  onChange={({ target }) => onSelect(rows, target.checked)}
                />
              </th>
            ) : null}
            <th scope="col">Next clock</th>
            <th scope="col">Case</th>
            <th scope="col">Injured worker</th>
            <th scope="col">Disputed treatments</th>
            <th scope="col">Claims administrator</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr key={row.caseId} className={selected?.has(row.caseId) ? 'is-selected' : undefined}>
              {selected ? (
                <td className="tick-cell">
                  <input
                    type="checkbox"
                    aria-label={`Select ${row.caseNumber}`}
                    checked={selected.has(row.caseId)}
                    onChange={({ target }) => onSelect([row], target.checked)}
                  />
                </td>
              ) : null}
              <td data-label="Next clock" className="clock-cell">
                <NextClock next={row.nextClock} />
              </td>
              <td data-label="Case">
                <Link to="/cases/$caseId" params={{ caseId: row.caseId }} className="row-link">
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
              <td data-label="Disputed treatments" className="treatment-cell">
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
                <Carrier row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Who of the organization carries the case. */
function Carrier({ row }: { readonly row: Row }) {
  const said = [row.office, row.caseManager].filter((each) => each !== null)
  return said.length > 0 ? <span className="under">{said.join(' · ')}</span> : null
}
