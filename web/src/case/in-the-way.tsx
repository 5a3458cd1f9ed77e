import { Link } from '@tanstack/react-router'
import { type CaseView, useCase } from './case-context.ts'

const waits: ReadonlySet<CaseView['status']> = new Set<CaseView['status']>([
  'awaiting-information',
  'ineligible',
  'deferred',
  'duplicate',
])

/** What keeps the review from being opened: the rows of the eligibility table, with their cure. */
export function InTheWay() {
  const { caseId, status, eligibility } = useCase()
  const rows = (eligibility?.tests ?? []).filter(
    ({ result }) => result === 'failed' || result === 'unknown',
  )
  if (!waits.has(status) || rows.length === 0) return null
  return (
    <section className="card" aria-labelledby="in-the-way-heading">
      <h2 id="in-the-way-heading">What stands in the way</h2>
      <ul className="copies">
        {rows.map(({ row, test, because, cure, authority }) => (
          <li key={row}>
            <p>
              <strong>{test}.</strong> {because.charAt(0).toUpperCase()}
              {because.slice(1)}
            </p>
            {cure ? <p>To cure it: {cure}</p> : null}
            <p className="quiet">{authority}</p>
          </li>
        ))}
      </ul>
      <Link to="/cases/$caseId/eligibility" params={{ caseId }}>
        The whole table of eligibility
      </Link>
    </section>
  )
}
