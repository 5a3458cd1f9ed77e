import { Link } from '@tanstack/react-router'
import { useRead } from '~/act.ts'
import { operations } from '~/client.ts'
import { dayInWords } from '~/ui/days.ts'
import { Refused } from '~/ui/refused.tsx'
import { Empty, Loading } from '~/ui/states.tsx'
import { OutcomeTag } from '~/ui/tag.tsx'

/** Published determinations, newest first, as a list of links. */
export function PublishedRows({
  limit,
  offset,
}: {
  readonly limit: number
  readonly offset: number
}) {
  const { data, error, isPending } = useRead(operations.listPublished, { query: { limit, offset } })
  if (isPending) return <Loading what="published determinations" />
  if (error) return <Refused error={error} />
  if (data.rows.length === 0) {
    return (
      <Empty title="Nothing has been published yet">
        <p>
          Determinations appear here when they have been served and their public copy is free of
          names.
        </p>
      </Empty>
    )
  }
  return (
    <ul className="published">
      {data.rows.map((row) => (
        <li key={row.caseNumber} className="published-row">
          <p className="published-treatments">
            <Link to="/published/$caseNumber" params={{ caseNumber: row.caseNumber }}>
              {row.treatments.join('; ')}
            </Link>
          </p>
          <p className="published-facts">
            {row.outcome ? <OutcomeTag outcome={row.outcome} /> : null}
            <span>{row.caseNumber}</span>
            <span>Decided {dayInWords(row.issuedOn)}</span>
            <span>Published {dayInWords(row.publishedOn)}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
